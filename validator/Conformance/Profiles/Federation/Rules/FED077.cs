using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The token for the next page leads on.</summary>
internal sealed class FED077 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED077);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node token = visit.Answer.Map.Get("next_batch"u8);
        if (DirectoryPage.Of(visit) is { Since: { } since } && token.AsString() is { } next && next == since)
        {
            visit.Report(Id, visit.Answer, token, ("token", next));
        }
    }
}
