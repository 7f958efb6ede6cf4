using Conformance.Events.Versions;
using Conformance.Pipeline;
using Conformance.Profiles.Federation.PartialState;
using Conformance.Rooms.Authorisation;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Federation;

/// <summary>How an exchange is checked.</summary>
internal sealed record FederationOptions
{
    /// <summary>The endpoint that the user named; null when a capture tells.</summary>
    public FederationEndpoint? Endpoint { get; init; }

    /// <summary>The room version that the user named; null when the events tell.</summary>
    public RoomVersion? Version { get; init; }

    /// <summary>Versions of rooms that are known from other exchanges of the same conversation.</summary>
    public IReadOnlyDictionary<string, RoomVersion> Versions { get; init; } = Exchange.NoVersions;

    /// <summary>Whether offsets in the file mean anything to its owner: not where it was made of a part of another file.</summary>
    public bool HasOffsets { get; init; } = true;

    /// <summary>The proposal that an answer to a join is held against.</summary>
    public StateProfile Profile { get; init; }

    /// <summary>The full state before the same join; null when there is none to compare with.</summary>
    public FederationInput? Full { get; init; }

    /// <summary>What bounds the checking.</summary>
    public FederationLimits Limits { get; init; } = new();

    /// <summary>How much of what is found is kept.</summary>
    public FindingLimits Findings { get; init; } = FindingLimits.Default;

    /// <summary>Threads that check, at least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Checks signatures of events; null leaves them unchecked.</summary>
    public SignatureRun? Signatures { get; init; }

    /// <summary>The keys that are known.</summary>
    public KeyRing Keys { get; init; } = KeyRing.Empty;

    /// <summary>The library for Ed25519; null where there is none.</summary>
    public Ed25519Library? Ed25519 { get; init; }

    /// <summary>Verifies proofs of invited addresses; null where nothing can.</summary>
    public ThirdPartySignatureCheck? ThirdParty { get; init; }

    /// <summary>Told what is being read; null when nobody asks.</summary>
    public RunProgress? Progress { get; init; }
}
