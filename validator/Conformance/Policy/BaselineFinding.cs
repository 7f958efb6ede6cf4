using System.Collections.Immutable;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>A finding of an earlier report.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="Message">Its message, as it was.</param>
/// <param name="Location">Where it was.</param>
/// <param name="Arguments">The values in its message.</param>
public sealed record BaselineFinding(string Rule, string Fingerprint, string Message, Location Location, ImmutableArray<Argument> Arguments);
