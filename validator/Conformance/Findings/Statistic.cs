namespace Conformance.Findings;

/// <summary>Something that was counted.</summary>
/// <param name="Name">What, as a plural in camel case for machines: <c>events</c>, <c>roomsWithoutCreate</c>.</param>
/// <param name="Value">How many.</param>
/// <param name="IsDetail">Whether it is for machines only: reports for people leave it out.</param>
public sealed record Statistic(string Name, long Value, bool IsDetail = false);
