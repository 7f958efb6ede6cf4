namespace Conformance.Rooms.Store;

/// <summary>Numbers of the types that the rules name, and of the empty state key.</summary>
internal sealed class WellKnownTexts(TextTable texts)
{
    /// <summary>The texts.</summary>
    public TextTable Table => texts;

    public int Empty { get; } = texts.Add(""u8);

    public int Create { get; } = texts.Add("m.room.create"u8);

    public int Member { get; } = texts.Add("m.room.member"u8);

    public int PowerLevels { get; } = texts.Add("m.room.power_levels"u8);

    public int JoinRules { get; } = texts.Add("m.room.join_rules"u8);

    public int ThirdPartyInvite { get; } = texts.Add("m.room.third_party_invite"u8);

    public int Redaction { get; } = texts.Add("m.room.redaction"u8);

    public int Aliases { get; } = texts.Add("m.room.aliases"u8);
}
