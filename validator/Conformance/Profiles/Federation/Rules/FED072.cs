using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Each event of a transaction has its result.</summary>
internal sealed class FED072 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED072);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node results = visit.Answer.Map.Get("pdus"u8);
        if (!visit.Is("send") || results.Kind != NodeKind.Map || visit.Request?.Of(PduRole.Transaction) is not { } list)
        {
            return;
        }

        for (int i = 0; i < list.Sent.Count; i++)
        {
            if (list.Sent[i] is { } sent && !results.Get(System.Text.Encoding.UTF8.GetBytes(sent.Id)).Exists)
            {
                visit.Report(Id, visit.Answer, results, ("event", sent.Id));
            }
        }
    }
}
