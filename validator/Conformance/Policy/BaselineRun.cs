using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Conformance.Policy;

/// <summary>What an earlier report says of one input.</summary>
/// <param name="Input">The input's name.</param>
/// <param name="Findings">Its findings, in the report's order; without those that were fixed even then.</param>
/// <param name="Counts">How often each rule was broken, findings that the report doesn't list included.</param>
public sealed record BaselineRun(string Input, ImmutableArray<BaselineFinding> Findings, FrozenDictionary<string, long> Counts);
