using System.Collections.Immutable;
using System.Text;
using Conformance.Documents;
using Conformance.Profiles.Federation.PartialState;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What an answer to send_join says of members that were left out: MSC3706 under stable and unstable names, MSC2775 where this is asked for.</summary>
internal static class PartialAnswer
{
    /// <summary>The most members that a room is named after (Client-Server API, sync).</summary>
    public const int MostHeroes = 5;

    /// <summary>Members of answers that had other names before they became part of the specification.</summary>
    public static ImmutableArray<(string Stable, string Unstable)> Names { get; } =
        [("members_omitted", "org.matrix.msc3706.partial_state"), ("servers_in_room", "org.matrix.msc3706.servers_in_room")];

    private static readonly string[] Flags = ["members_omitted", "org.matrix.msc3706.partial_state", "lazy_load_members"];

    /// <summary>What the member is called that says whether members were left out.</summary>
    public static string FlagName(FederationVisit visit) => visit.Profile == StateProfile.Msc2775 ? Flags[2]
        : !visit.Answer.Map.Get("members_omitted"u8).Exists && visit.Answer.Map.Get("org.matrix.msc3706.partial_state"u8).Exists ? Flags[1] : Flags[0];

    /// <summary>The member that says whether members were left out; no node when there is none.</summary>
    public static Node Flag(FederationVisit visit) => visit.Answer.Map.Get(Encoding.ASCII.GetBytes(FlagName(visit)));

    /// <summary>The servers in the room; no node when they aren't told.</summary>
    public static Node Servers(FederationVisit visit) => visit.Answer.Map.Get("servers_in_room"u8) is { Exists: true } servers
        ? servers
        : visit.Answer.Map.Get("org.matrix.msc3706.servers_in_room"u8);

    /// <summary>Whether the answer says that members were left out.</summary>
    public static bool IsPartial(FederationVisit visit) => Flag(visit).Kind == NodeKind.True;

    /// <summary>Whether the answer says so under any name of any proposal.</summary>
    public static bool IsAnyPartial(FederationVisit visit) => AnyFlag(visit) is not null;

    /// <summary>The name under which the answer says so; null when it doesn't.</summary>
    public static string? AnyFlag(FederationVisit visit) => Array.Find(Flags, name => visit.Answer.Map.Get(Encoding.ASCII.GetBytes(name)).Kind == NodeKind.True);

    /// <summary>What the request asked for, in words of its own; null when it names neither the stable nor the unstable parameter.</summary>
    public static string? Asked(Exchange exchange) => exchange.Asked("omit_members") ?? exchange.Asked("org.matrix.msc3706.partial_state");

    /// <summary>Whether the request asked for it.</summary>
    public static bool WasAskedFor(Exchange exchange) =>
        exchange.Asked("omit_members") == "true" || exchange.Asked("org.matrix.msc3706.partial_state") == "true";

    /// <summary>The join that the answer hands back, or that was sent, as a number of the room's; -1 when neither is known.</summary>
    public static int JoinIn(FederationVisit visit)
    {
        foreach (FederationBody? body in (FederationBody?[])[visit.Request, visit.Answer])
        {
            if (body?.Of(PduRole.Event) is { Events: [{ Index: >= 0 } listed] })
            {
                return listed.Index;
            }
        }

        return -1;
    }

    /// <summary>Whether the room is named by its state, and not after its members: neither a name nor an alias is set.</summary>
    public static bool IsNamed(FederationVisit visit) =>
        HasName(visit, visit.Answer.Of(PduRole.State)!) || (visit.Full is { } full && HasName(full.Visit, full.State));

    /// <summary>Users that may stand for the room in place of a name, among some memberships: those who joined or are invited, but the one who joins now.</summary>
    /// <param name="visit">The answer whose room it is.</param>
    /// <param name="events">Events of its room.</param>
    /// <param name="joiner">Who joins now; empty when it isn't known.</param>
    public static IEnumerable<int> Presentable(FederationVisit visit, IEnumerable<int> events, string joiner) => events.Where(index =>
        visit.Room!.MembershipOf(index) is Membership.Join or Membership.Invite && visit.TextOf(visit.Room.StateKeyOf(index)) != joiner);

    /// <summary>The user who joins; empty when it isn't known.</summary>
    public static string Joiner(FederationVisit visit) => JoinIn(visit) is >= 0 and int join ? visit.TextOf(visit.Room!.StateKeyOf(join)) : "";

    /// <summary>Memberships in the answer's state, but that of the user who joins.</summary>
    public static IEnumerable<ListedEvent> Members(FederationVisit visit)
    {
        RoomEvents room = visit.Room!;
        string joiner = Joiner(visit);
        return visit.Answer.Of(PduRole.State)!.Events.Where(listed => room.TypeOf(listed.Index) == room.Known.Member && visit.TextOf(room.StateKeyOf(listed.Index)) != joiner);
    }

    /// <summary>The server of a user; empty when the text is no user's ID.</summary>
    public static string ServerOf(string user) => user.IndexOf(':', StringComparison.Ordinal) is >= 0 and int colon ? user[(colon + 1)..] : "";

    private static bool HasName(FederationVisit visit, EventList state) =>
        state.Events.Exists(listed => visit.TextOf(visit.Room!.TypeOf(listed.Index)) is "m.room.name" or "m.room.canonical_alias" && visit.Room.Texts[visit.Room.StateKeyOf(listed.Index)].IsEmpty);
}
