namespace Conformance.Profiles.Federation.Rules;

/// <summary>A value for omit_members that means nothing is refused with the error for it.</summary>
internal sealed class PST023 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST023);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Exchange is { Endpoint.Name: "send_join", Status: { } status } && status is 400 or 422 or 500 && PartialAnswer.Asked(visit.Exchange) is { } asked && asked is not ("true" or "false")
            && visit.Answer.Map.Get("errcode"u8) is { Exists: true } code && !(status == 400 && code.TextEquals("M_INVALID_PARAM"u8)))
        {
            visit.Report(Id, visit.Answer, code, ("asked", asked), ("status", status), ("code", code.AsString()));
        }
    }
}
