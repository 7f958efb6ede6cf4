using Conformance.Pipeline;
using Conformance.Policy;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;

namespace Conformance.Validation;

/// <summary>How an input is checked.</summary>
public sealed record ValidationOptions
{
    /// <summary>Profile, severities, limits, suppressions and baseline.</summary>
    public required ValidationPolicy Policy { get; init; }

    /// <summary>Threads that check, at least 1; one more reads.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The keys of servers that signatures are checked by, beside the archive's own. They are trusted as given.</summary>
    public TrustedKeys Keys { get; init; } = TrustedKeys.None;

    /// <summary>What the user says of a federation answer, should the input be one.</summary>
    internal FederationRequest Federation { get; init; } = new();

    /// <summary>Finds the library for Ed25519, when it is needed; its answer is null where there is none.</summary>
    internal Func<Ed25519Library?> Ed25519 { get; init; } = static () => Ed25519Libraries.Default;

    /// <summary>Told how far the run has come; null when nobody asks.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>Measures how long the run takes, for the report; null leaves the time out, so that equal input gives equal reports.</summary>
    public TimeProvider? Stopwatch { get; init; }
}
