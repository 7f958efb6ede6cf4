namespace Conformance.Profiles.Federation.Rules;

/// <summary>Members in the auth chains of other state are among those that MSC2775 keeps.</summary>
internal sealed class PST030 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST030);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (Msc2775Answer.IsPartial(visit) && visit.Full is { } full)
        {
            EventSet chain = AuthChains.Of(full.Room, full.State.Events.Select(listed => listed.Index).Where(index => !full.IsMember(index)));
            FullStateRules.ReportMissing(visit, Id, full.Missing.FindAll(index => full.IsMember(index) && chain.Contains(index)));
        }
    }
}
