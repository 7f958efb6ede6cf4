using Conformance.Pipeline;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;

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

    /// <summary>Finds the library for Ed25519, when it is needed; its answer is null where there is none.</summary>
    public Func<Ed25519Library?> Ed25519 { get; init; } = static () => Ed25519Libraries.Default;

    /// <summary>The keys that the user gives.</summary>
    public TrustedKeys Keys { get; init; } = TrustedKeys.None;

    /// <summary>Whether rooms are checked as a whole once all events are read, and forgotten then.</summary>
    public bool ChecksRooms { get; init; }

    /// <summary>Told what is being read; null when nobody asks.</summary>
    public RunProgress? Progress { get; init; }
}
