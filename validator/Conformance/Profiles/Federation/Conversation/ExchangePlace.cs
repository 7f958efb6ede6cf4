using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>A place in one of the exchanges of a conversation.</summary>
/// <param name="Location">The place.</param>
/// <param name="Ordinal">Position in the run of its file.</param>
internal readonly record struct ExchangePlace(Location Location, int Ordinal)
{
    /// <summary>The file, as messages name it.</summary>
    public string File => Location.Member ?? "";

    /// <summary>A node of a body.</summary>
    public static ExchangePlace Of(FederationVisit visit, FederationBody body, Node node) => new(Bare(visit, body.At(node)), body.MemberOrdinal);

    /// <summary>The answer as a whole.</summary>
    public static ExchangePlace OfAnswer(FederationVisit visit) => Of(visit, visit.Answer, visit.Answer.Root);

    /// <summary>An event of a list.</summary>
    public static ExchangePlace Of(FederationVisit visit, FederationBody body, EventList list, in ListedEvent listed) =>
        new(Bare(visit, new Location(body.Member, listed.Offset, list.PointerOf(listed), RoomOf(visit))), body.MemberOrdinal);

    /// <summary>The room that an exchange is about, safe to print; null when there is none.</summary>
    public static string? RoomOf(FederationVisit visit) => visit.Exchange.Room.Length == 0 ? null : Quoting.Safe(visit.Exchange.Room);

    private static Location Bare(FederationVisit visit, Location location) => visit.Options.HasOffsets ? location : location with { Offset = null };
}
