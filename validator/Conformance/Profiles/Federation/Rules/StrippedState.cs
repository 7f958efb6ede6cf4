using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>State that tells an invited or knocking user what room it is.</summary>
internal static class StrippedState
{
    /// <summary>The lists of an exchange, with the body that holds each: that of an invite stands in its request, that of a knock in the answer.</summary>
    public static IEnumerable<(FederationBody Body, Node Entries)> Of(FederationVisit visit)
    {
        (FederationBody? body, Node entries) = visit.Is("send_knock") ? (visit.Answer, visit.Answer.Map.Get("knock_room_state"u8))
            : visit is { Request: { IsReadable: true } request } && visit.Asks("invite") ? (request, request.Map.Get("invite_room_state"u8))
            : visit is { Request: { IsReadable: true } former } && visit.Asks("invite/v1") ? (former, former.Root.Get("unsigned"u8).Get("invite_room_state"u8))
            : (null, default);
        if (body is not null && entries.Kind == NodeKind.Array)
        {
            yield return (body, entries);
        }
    }

    /// <summary>What the list is called.</summary>
    public static string NameOf(FederationVisit visit) => visit.Asks("send_knock") ? "knock_room_state" : "invite_room_state";

    /// <summary>Whether an entry is a whole event, with what its hashes and signatures are verified by.</summary>
    public static bool IsPdu(Node entry) => entry.Get("hashes"u8).Exists && entry.Get("signatures"u8).Exists && entry.Get("auth_events"u8).Exists;
}
