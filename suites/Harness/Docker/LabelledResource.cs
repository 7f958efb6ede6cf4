namespace Conformance.Suites.Harness.Docker;

/// <summary>A container or network, as far as clean-up has to know it.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Labels">Its labels.</param>
public sealed record LabelledResource(string Id, DateTimeOffset Created, IReadOnlyDictionary<string, string> Labels);
