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
        EventList? state = visit.Answer.Of(PduRole.State);
        if (!visit.Is("send_join") || PartialAnswer.IsPartial(visit) || PartialAnswer.Servers(visit) is not { Kind: NodeKind.Array } servers || !visit.IsWhole(state))
        {
            return;
        }

        RoomEvents room = visit.Room!;
        HashSet<string> joined = [.. state!.Events.Where(listed => room.MembershipOf(listed.Index) == Membership.Join)
            .Select(listed => visit.TextOf(room.StateKeyOf(listed.Index))).Select(user => user[(user.IndexOf(':', StringComparison.Ordinal) + 1)..])];
        foreach (Node server in servers.Elements())
        {
            if (server.AsString() is { } name && !joined.Contains(name))
            {
                visit.Report(Id, visit.Answer, server, ("server", name));
            }
        }
    }
}
