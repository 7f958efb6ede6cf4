using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A code comes with the status that the specification gives it.</summary>
internal sealed class FED009 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED009);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node code = visit.Answer.Map.Get("errcode"u8);
        if (visit.Exchange is { IsRefused: true, Status: { } status } && code.AsString() is { } text && ErrorCodes.StatusesOf(text) is { IsEmpty: false } known && !known.Contains(status))
        {
            visit.Report(Id, visit.Answer, code, ("code", text), ("status", status), ("known", string.Join(" or ", known)));
        }
    }
}
