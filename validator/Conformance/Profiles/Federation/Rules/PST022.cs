using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A join that the answering server authorises comes back with its signature.</summary>
internal sealed class PST022 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST022);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("send_join") || visit.Request?.Of(PduRole.Event) is not { Events: [{ Index: >= 0 } sent] } || !visit.Answer.IsReadable || visit.Answer.IsBroken
            || visit.Answer.Of(PduRole.Event) is not { Events.Count: 0 })
        {
            return;
        }

        RoomEvents room = visit.Room!;
        int user = room.AuthorisingUserOf(sent.Index);
        if (user >= 0 && AuthRuleSet.Of(room.Version.AuthRules).HasRestricted)
        {
            visit.Report(Id, ("user", visit.TextOf(user)));
        }
    }
}
