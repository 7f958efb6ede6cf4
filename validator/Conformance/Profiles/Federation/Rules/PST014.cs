namespace Conformance.Profiles.Federation.Rules;

/// <summary>The state holds nothing that the full state before the same join doesn't.</summary>
internal sealed class PST014 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST014);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (ListedEvent listed in visit.Full?.Strangers ?? [])
        {
            visit.ReportAt(
                Id,
                visit.Answer,
                visit.Answer.Of(PduRole.State)!,
                listed,
                ("type", visit.TextOf(visit.Room!.TypeOf(listed.Index))),
                ("stateKey", visit.TextOf(visit.Room.StateKeyOf(listed.Index))));
        }
    }
}
