namespace Conformance.Events.Versions;

/// <summary>The sets of what redactions keep, each named after the first room version that has it.</summary>
internal static class RedactionSets
{
    private const string Member = "m.room.member";
    private const string JoinRules = "m.room.join_rules";
    private const string PowerLevels = "m.room.power_levels";

    private static readonly string[] Levels =
        ["ban", "events", "events_default", "kick", "redact", "state_default", "users", "users_default"];

    private static readonly uint Kept = EventFields.Set(
        EventField.AuthEvents, EventField.Content, EventField.Depth, EventField.EventId, EventField.Hashes, EventField.OriginServerTs,
        EventField.PrevEvents, EventField.RoomId, EventField.Sender, EventField.Signatures, EventField.StateKey, EventField.Type);

    private static readonly uint KeptWithRelics = Kept | EventFields.Set(EventField.Membership, EventField.Origin, EventField.PrevState);

    private static readonly RedactedContent Create = new("m.room.create", all: false, "creator");

    private static readonly RedactedContent Visibility = new("m.room.history_visibility", all: false, "history_visibility");

    public static RedactionRules V1 { get; } = new(
        KeptWithRelics,
        new(Member, all: false, "membership"),
        Create,
        new(JoinRules, all: false, "join_rule"),
        new(PowerLevels, all: false, Levels),
        new("m.room.aliases", all: false, "aliases"),
        Visibility);

    public static RedactionRules V6 { get; } = new(
        KeptWithRelics,
        new(Member, all: false, "membership"),
        Create,
        new(JoinRules, all: false, "join_rule"),
        new(PowerLevels, all: false, Levels),
        Visibility);

    public static RedactionRules V8 { get; } = new(
        KeptWithRelics,
        new(Member, all: false, "membership"),
        Create,
        new(JoinRules, all: false, "join_rule", "allow"),
        new(PowerLevels, all: false, Levels),
        Visibility);

    public static RedactionRules V9 { get; } = new(
        KeptWithRelics,
        new(Member, all: false, "membership", "join_authorised_via_users_server"),
        Create,
        new(JoinRules, all: false, "join_rule", "allow"),
        new(PowerLevels, all: false, Levels),
        Visibility);

    public static RedactionRules V11 { get; } = new(
        Kept,
        new(Member, all: false, "membership", "join_authorised_via_users_server", "third_party_invite/signed"),
        new("m.room.create", all: true),
        new(JoinRules, all: false, "join_rule", "allow"),
        new(PowerLevels, all: false, [.. Levels, "invite"]),
        new("m.room.redaction", all: false, "redacts"),
        Visibility);
}
