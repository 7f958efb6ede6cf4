namespace Conformance.Profiles.Federation.Rules;

/// <summary>All state that is not about members is there, as the full answer proves.</summary>
internal sealed class PST013 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST013);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Full is not { } full || full.Missing.FindAll(index => !full.IsMember(index)) is not { Count: > 0 } missing)
        {
            return;
        }

        FullStateRules.ReportMissing(visit, Id, missing, ("type", full.Visit.TextOf(full.Room.TypeOf(missing[0]))));
    }
}
