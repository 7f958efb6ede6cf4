using System.Globalization;
using System.Text;
using Conformance.Findings;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Graphs.Drawing;
using Conformance.Rooms.Inspection;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Reports.Rooms;

/// <summary>Words for events of a room and for what is said of them.</summary>
/// <param name="room">The room.</param>
/// <param name="wholeIds">Whether event IDs are shown in full.</param>
internal sealed class RoomWords(RoomEvents room, bool wholeIds)
{
    /// <summary>Columns of a short event ID.</summary>
    public const int ShortId = 13;

    /// <summary>The room's ID, safe to print.</summary>
    public string RoomId => Quoting.Safe(room.Texts[room.RoomId]);

    /// <summary>A text of the room as it is.</summary>
    public string Raw(int text) => Encoding.UTF8.GetString(room.Texts[text]);

    /// <summary>An event's ID: its beginning, which the command takes for the whole, where that is enough.</summary>
    public string Id(int index)
    {
        string id = Quoting.Safe(room.IdOf(index));
        return wholeIds ? id : Label.Clip(id, ShortId);
    }

    /// <summary>An event's type; with the membership or join rule, where it has one.</summary>
    public string Type(int index)
    {
        string type = Quoting.Safe(room.Texts[room.TypeOf(index)]);
        return room.MembershipOf(index) is var membership and not Membership.None ? $"{type} ({Word(membership)})" : type;
    }

    /// <summary>An event's state key; a dash for an event without.</summary>
    public string StateKey(int index) => room.StateKeyOf(index) < 0 ? "–" : KeyText(room.StateKeyOf(index));

    /// <summary>A slot: type and state key.</summary>
    public string Slot(int slot)
    {
        (int type, int stateKey) = room.Slots[slot];
        return $"{Quoting.Safe(room.Texts[type])} {KeyText(stateKey)}";
    }

    /// <summary>An event's sender.</summary>
    public string Sender(int index) => Quoting.Safe(room.Texts[room.SenderOf(index)]);

    /// <summary>When an event was sent, as its server says.</summary>
    public string Sent(int index)
    {
        long time = room.TimeOf(index);
        return time is >= 0 and < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(time).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{time} ms");
    }

    /// <summary>An event in a few words: what it is, who sent it, when and where it stands.</summary>
    public string Event(int index)
    {
        if (!room.IsUsable(index))
        {
            return Id(index);
        }

        string key = room.StateKeyOf(index) is var stateKey and >= 0 && room.Texts[stateKey].Length > 0 && stateKey != room.SenderOf(index) ? $" {KeyText(stateKey)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Id(index)} ({Type(index)}{key} by {Sender(index)}, depth {room.DepthOf(index)}, {Sent(index)})");
    }

    /// <summary>An event in fewer words.</summary>
    public string Brief(int index) => room.IsUsable(index) ? $"{Id(index)} {Type(index)} by {Sender(index)}" : Id(index);

    /// <summary>A rule by its number and short name.</summary>
    public string Rule(AuthRule rule)
    {
        string number = AuthRuleNames.NumberOf(rule, room.Version.AuthRules);
        return number.Length > 0 ? $"rule {number} ({AuthRuleNames.CodeOf(rule)})" : AuthRuleNames.CodeOf(rule);
    }

    /// <summary>A membership as events have it.</summary>
    public static string Word(Membership membership) => membership switch
    {
        Membership.None => "none",
        Membership.Unknown => "unknown",
        Membership.Join => "join",
        Membership.Invite => "invite",
        Membership.Leave => "leave",
        Membership.Ban => "ban",
        _ => "knock",
    };

    /// <summary>An outcome of the rules.</summary>
    public static string Word(AuthOutcome outcome) => outcome switch
    {
        AuthOutcome.Allowed => "allowed",
        AuthOutcome.Refused => "refused",
        _ => "undetermined",
    };

    /// <summary>How an event stands.</summary>
    public static string Word(EventStanding standing) => standing switch
    {
        EventStanding.Accepted => "accepted",
        EventStanding.Unplaced => "unplaced",
        EventStanding.RejectedByAuthEvents => "rejected_by_auth_events",
        EventStanding.RejectedByState => "rejected_by_state",
        EventStanding.Undetermined => "undetermined",
        _ => "not_here",
    };

    /// <summary>A step of a resolution.</summary>
    public static string Word(ResolutionStep step) => step switch
    {
        ResolutionStep.Taken => "taken",
        ResolutionStep.Depth => "depth",
        ResolutionStep.Power => "power",
        _ => "mainline",
    };

    /// <summary>Why knowledge ends.</summary>
    public static string Word(KnowledgeEndKind kind) => kind switch
    {
        KnowledgeEndKind.Missing => "missing",
        KnowledgeEndKind.Malformed => "malformed",
        KnowledgeEndKind.Undetermined => "undetermined",
        KnowledgeEndKind.Circular => "circular",
        _ => "unresolved",
    };

    private string KeyText(int stateKey)
    {
        string key = Quoting.Safe(room.Texts[stateKey]);
        return key.Length > 0 ? key : "\"\"";
    }
}
