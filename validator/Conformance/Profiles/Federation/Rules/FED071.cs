using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Results are of events of the transaction.</summary>
internal sealed class FED071 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED071);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("send") || visit.Request?.Of(PduRole.Transaction) is not { } list || visit.Request.IsBroken || list.Sent.Contains(null))
        {
            return;
        }

        HashSet<string> sent = [.. list.Sent.Select(known => known!.Id)];
        foreach ((Node id, Node result) in visit.Answer.Map.Get("pdus"u8).Members())
        {
            if (id.AsString() is { } text && !sent.Contains(text))
            {
                visit.Report(Id, visit.Answer, result, ("event", text), ("events", sent.Count));
            }
        }
    }
}
