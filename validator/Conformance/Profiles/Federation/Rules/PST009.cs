using Conformance.Documents;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Only servers with joined members are among those in the room, as far as the state tells.</summary>
internal sealed class PST009 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST009);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        // A partial state doesn't tell; the full one does.
        FederationVisit? whole = visit.Full?.Visit ?? (PartialAnswer.IsPartial(visit) ? null : visit);
        if (!visit.Is("send_join") || whole is null || PartialAnswer.Servers(visit) is not { Kind: NodeKind.Array } servers
            || whole.Answer.Of(PduRole.State) is not { } state || !whole.IsWhole(state))
        {
            return;
        }

        RoomEvents room = whole.Room!;
        HashSet<string> joined = [.. state.Events.Where(listed => room.MembershipOf(listed.Index) == Membership.Join)
            .Select(listed => PartialAnswer.ServerOf(whole.TextOf(room.StateKeyOf(listed.Index))))];
        foreach (Node server in servers.Elements())
        {
            if (server.AsString() is { } name && !joined.Contains(name))
            {
                visit.Report(Id, visit.Answer, server, ("server", name));
            }
        }
    }
}
