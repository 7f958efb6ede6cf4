using System.Collections.Immutable;
using System.Text;

namespace Conformance.Events.Versions;

/// <summary>
/// What a room version lays down, as data. Versions are opaque and unordered (Matrix specification, Room versions): code asks
/// for a behaviour, never for the version's name.
/// </summary>
public sealed record RoomVersion
{
    private readonly string _id = "";

    /// <summary>The version's name, as in <c>content.room_version</c> of the create event.</summary>
    public required string Id
    {
        get => _id;
        init
        {
            _id = value;
            IdUtf8 = [.. Encoding.UTF8.GetBytes(value)];
        }
    }

    /// <summary>The name in UTF-8.</summary>
    public ImmutableArray<byte> IdUtf8 { get; private init; } = [];

    /// <summary>How <c>auth_events</c> and <c>prev_events</c> name other events.</summary>
    public required EventReferenceForm References { get; init; }

    /// <summary>Where an event's ID comes from, and its form.</summary>
    public required EventIdForm EventIds { get; init; }

    /// <summary>The form of room IDs.</summary>
    public required RoomIdForm RoomIds { get; init; }

    /// <summary>What a redaction keeps.</summary>
    public required RedactionRules Redaction { get; init; }

    /// <summary>True when events outside of canonical JSON are refused; false when they must be put up with.</summary>
    public required bool StrictCanonicalJson { get; init; }

    /// <summary>The greatest <c>depth</c>.</summary>
    public required long MaxDepth { get; init; }

    /// <summary>True when servers refuse a field over 255 bytes; false when they keep it as long as it has no more than 255 code points.</summary>
    public required bool StrictByteLimits { get; init; }

    /// <summary>What counts as a number in a power levels event.</summary>
    public required PowerLevelForm PowerLevels { get; init; }

    /// <summary>Whether a signing key must have been valid at the event's <c>origin_server_ts</c>.</summary>
    public required bool EnforcesKeyValidity { get; init; }

    /// <summary>Whether the server in the event ID must sign too, where it isn't the sender's.</summary>
    public required bool EventIdServerSigns { get; init; }

    /// <summary>Whether the server of <c>join_authorised_via_users_server</c> must sign too.</summary>
    public required bool AuthorisingServerSigns { get; init; }

    /// <summary>Who founded a room.</summary>
    public required CreatorForm Creators { get; init; }

    /// <summary>Where a redaction names its target.</summary>
    public required RedactsPlace Redacts { get; init; }

    /// <summary>The authorisation rules.</summary>
    public required AuthRulesId AuthRules { get; init; }

    /// <summary>The algorithm of state resolution.</summary>
    public required StateResolutionId StateResolution { get; init; }

    /// <inheritdoc />
    public override string ToString() => Id;
}
