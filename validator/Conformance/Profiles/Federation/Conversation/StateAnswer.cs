using System.Text;
using Conformance.Documents;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>A state as one answer has it: IDs of events, from the events themselves or as they are listed.</summary>
/// <param name="Endpoint"><c>state</c> or <c>state_ids</c>.</param>
/// <param name="Room">The room.</param>
/// <param name="Event">The event before which it is.</param>
/// <param name="Server">The server that answers; empty when it isn't known.</param>
/// <param name="State">The events of the state.</param>
/// <param name="Chain">The events of the auth chain.</param>
/// <param name="Place">Where the answer stands.</param>
internal sealed record StateAnswer(
    string Endpoint, string Room, string Event, string Server, HashSet<string> State, HashSet<string> Chain, ExchangePlace Place)
{
    /// <summary>The state that an exchange tells.</summary>
    /// <param name="visit">The exchange.</param>
    /// <returns>The state; null when the exchange is of another kind, or isn't whole.</returns>
    public static StateAnswer? Of(FederationVisit visit)
    {
        Exchange exchange = visit.Exchange;
        if (!visit.IsAnyOf("state", "state_ids") || exchange.Asked("event_id") is not { } asked)
        {
            return null;
        }

        HashSet<string>? state = visit.Is("state") ? Ids(visit, visit.Answer.Of(PduRole.State)) : Ids(visit.Answer.Map.Get("pdu_ids"u8));
        HashSet<string>? chain = visit.Is("state") ? Ids(visit, visit.Answer.Of(PduRole.AuthChain)) : Ids(visit.Answer.Map.Get("auth_chain_ids"u8));
        return state is null || chain is null
            ? null
            : new StateAnswer(
                exchange.Endpoint!.Name,
                Encoding.UTF8.GetString(exchange.Room),
                asked,
                exchange.Destination ?? "",
                state,
                chain,
                new ExchangePlace(ExchangePlace.OfAnswer(visit).Location with { Room = ExchangePlace.RoomOf(visit) }, visit.Answer.MemberOrdinal));
    }

    private static HashSet<string>? Ids(FederationVisit visit, EventList? list) =>
        visit.IsWhole(list) ? [.. list!.Events.Select(listed => visit.Room!.IdOf(listed.Index))] : null;

    private static HashSet<string>? Ids(Node array)
    {
        if (array.Kind != NodeKind.Array)
        {
            return null;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node element in array.Elements())
        {
            if (element.AsString() is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }
}
