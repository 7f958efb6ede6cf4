using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Before the first page there is none.</summary>
internal sealed class FED076 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED076);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node token = visit.Answer.Map.Get("prev_batch"u8);
        if (DirectoryPage.Of(visit) is { Since: null } && token.AsString() is { Length: > 0 })
        {
            visit.Report(Id, visit.Answer, token);
        }
    }
}
