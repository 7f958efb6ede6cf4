namespace Conformance.Validation;

/// <summary>Something that was counted.</summary>
/// <param name="Name">What, as a plural in camel case for machines: <c>events</c>, <c>roomsWithoutCreate</c>.</param>
/// <param name="Value">How many.</param>
public sealed record Statistic(string Name, long Value);
