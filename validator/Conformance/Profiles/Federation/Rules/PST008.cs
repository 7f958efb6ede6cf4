using Conformance.Documents;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Every server with a joined member is among those in the room.</summary>
internal sealed class PST008 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST008);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? state = visit.Answer.Of(PduRole.State);
        if (!visit.Is("send_join") || PartialAnswer.Servers(visit) is not { Kind: NodeKind.Array } servers || !visit.IsWhole(state))
        {
            return;
        }

        RoomEvents room = visit.Room!;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node server in servers.Elements())
        {
            names.Add(server.AsString() ?? "");
        }

        foreach (ListedEvent listed in state!.Events)
        {
            string user = visit.TextOf(room.StateKeyOf(listed.Index));
            if (room.MembershipOf(listed.Index) == Membership.Join && PartialAnswer.ServerOf(user) is { Length: > 0 } server && names.Add(server))
            {
                visit.ReportAt(Id, visit.Answer, state, listed, ("server", server), ("user", user));
            }
        }

        foreach (int index in visit.Full?.Members ?? [])
        {
            string user = visit.Full!.Visit.TextOf(visit.Full.Room.StateKeyOf(index));
            if (visit.Full.Room.MembershipOf(index) == Membership.Join && PartialAnswer.ServerOf(user) is { Length: > 0 } server && names.Add(server))
            {
                visit.Report(Id, visit.Answer, servers, ("server", server), ("user", user));
            }
        }
    }
}
