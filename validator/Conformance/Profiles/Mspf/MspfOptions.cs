using Conformance.Pipeline;

namespace Conformance.Profiles.Mspf;

/// <summary>How an archive is checked.</summary>
internal sealed record MspfOptions
{
    /// <summary>What bounds the checking.</summary>
    public MspfLimits Limits { get; init; } = new();

    /// <summary>How much of what is found is kept.</summary>
    public FindingLimits Findings { get; init; } = FindingLimits.Default;

    /// <summary>Threads that check, at least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The time, to tell a time stamp in the future; null leaves that unchecked, so that equal input gives equal reports.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Makes what checks the files of <c>m.events</c>, given the archive's rooms; null leaves events unchecked.</summary>
    public Func<IRoomDirectory, IBlockConsumer>? EventsConsumer { get; init; }

    /// <summary>Told what is being read; null when nobody asks.</summary>
    public RunProgress? Progress { get; init; }
}
