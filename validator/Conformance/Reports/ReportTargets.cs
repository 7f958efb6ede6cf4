using System.Collections.Immutable;

namespace Conformance.Reports;

/// <summary>The outputs of a run.</summary>
/// <param name="All">In the order of the options; exactly one goes to standard output.</param>
public sealed record ReportTargets(ImmutableArray<ReportTarget> All);
