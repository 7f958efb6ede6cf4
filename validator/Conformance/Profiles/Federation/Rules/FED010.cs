using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Where the specification names the code of a failure, it is that one.</summary>
internal sealed class FED010 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED010);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node code = visit.Answer.Map.Get("errcode"u8);
        if (visit.Exchange is { IsRefused: true, Status: { } status, Endpoint: { } endpoint } && code.AsString() is { } text && ErrorCodes.IsSpecified(text)
            && ErrorCodes.CodesOf(endpoint.Name, status) is { IsEmpty: false } known && !known.Contains(text))
        {
            visit.Report(Id, visit.Answer, code, ("code", text), ("status", status), ("endpoint", endpoint.Name), ("known", string.Join(" or ", known)));
        }
    }
}
