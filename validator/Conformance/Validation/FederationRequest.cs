using Conformance.Events.Versions;
using Conformance.Profiles.Federation;
using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Validation;

/// <summary>What the user says of a federation answer.</summary>
internal sealed record FederationRequest
{
    /// <summary>The endpoint; null when the capture tells.</summary>
    public FederationEndpoint? Endpoint { get; init; }

    /// <summary>The file of the request; null when there is none.</summary>
    public string? RequestFile { get; init; }

    /// <summary>The file with the full state before the same join; null when there is none.</summary>
    public string? FullFile { get; init; }

    /// <summary>The proposal that an answer to a join is held against.</summary>
    public StateProfile Profile { get; init; }

    /// <summary>Whether to work out what the join costs under each proposal.</summary>
    public bool ComparesProfiles { get; init; }

    /// <summary>The version of the room; null when the events tell.</summary>
    public RoomVersion? Version { get; init; }
}
