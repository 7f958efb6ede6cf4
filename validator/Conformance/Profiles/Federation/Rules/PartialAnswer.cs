using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What an answer to send_join says of members that were left out (MSC3706), under stable and unstable names.</summary>
internal static class PartialAnswer
{
    /// <summary>The member that says whether members were left out; no node when there is none.</summary>
    public static Node Flag(FederationVisit visit) => visit.Answer.Map.Get("members_omitted"u8) is { Exists: true } flag
        ? flag
        : visit.Answer.Map.Get("org.matrix.msc3706.partial_state"u8);

    /// <summary>The servers in the room; no node when they aren't told.</summary>
    public static Node Servers(FederationVisit visit) => visit.Answer.Map.Get("servers_in_room"u8) is { Exists: true } servers
        ? servers
        : visit.Answer.Map.Get("org.matrix.msc3706.servers_in_room"u8);

    /// <summary>Whether the answer says that members were left out.</summary>
    public static bool IsPartial(FederationVisit visit) => Flag(visit).Kind == NodeKind.True;

    /// <summary>Whether the request asked for it.</summary>
    public static bool WasAskedFor(Exchange exchange) =>
        exchange.Asked("omit_members") == "true" || exchange.Asked("org.matrix.msc3706.partial_state") == "true";
}
