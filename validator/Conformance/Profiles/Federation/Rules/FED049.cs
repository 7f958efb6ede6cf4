using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The keys that a notary hands on are valid as long as was asked for.</summary>
internal sealed class FED049 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED049);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("keys/query"))
        {
            return;
        }

        foreach (Node answer in KeyAnswers.Of(visit))
        {
            Node until = answer.Get("valid_until_ts"u8);
            if (until.Kind == NodeKind.Integer && (until.Flags & NodeFlags.BigInteger) == 0 && Wanted(visit, answer.Get("server_name"u8)) is { } wanted && until.Int64Value < wanted)
            {
                visit.Report(Id, visit.Answer, until, ("server", answer.Get("server_name"u8).AsString()), ("until", until.Int64Value), ("wanted", wanted));
            }
        }
    }

    /// <summary>The time that was asked for, or that of the answer; null when neither is known.</summary>
    private static long? Wanted(FederationVisit visit, Node server)
    {
        long? asked = visit.Exchange.AskedNumber("minimum_valid_until_ts");
        foreach ((Node _, Node criteria) in visit.Request is { IsReadable: true } request && server.Kind == NodeKind.Text ? request.Map.Get("server_keys"u8).Get(server.Utf8).Members() : default)
        {
            Node least = criteria.Get("minimum_valid_until_ts"u8);
            asked = least.Kind == NodeKind.Integer && (least.Flags & NodeFlags.BigInteger) == 0 ? Math.Max(asked ?? 0, least.Int64Value) : asked;
        }

        return asked ?? KeyAnswers.TimeOf(visit);
    }
}
