namespace Conformance.Profiles.Federation.Rules;

/// <summary>State that is not about members is whole, also when members are left out.</summary>
internal sealed class PST004 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST004);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Full is null && visit.IsAnyOf("send_join", "send_join/v1") && PartialAnswer.IsPartial(visit))
        {
            MissingState.Report(visit, Id, members: false);
        }
    }
}
