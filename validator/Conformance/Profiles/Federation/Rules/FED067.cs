using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The event nearest to a time lies in the direction that was asked for.</summary>
internal sealed class FED067 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED067);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node time = visit.Answer.Map.Get("origin_server_ts"u8);
        if (!visit.Is("timestamp_to_event") || visit.Exchange.AskedNumber("ts") is not { } asked || time.Kind != NodeKind.Integer || (time.Flags & NodeFlags.BigInteger) != 0)
        {
            return;
        }

        string? direction = visit.Exchange.Asked("dir");
        if ((direction == "f" && time.Int64Value < asked) || (direction == "b" && time.Int64Value > asked))
        {
            visit.Report(Id, visit.Answer, time, ("found", time.Int64Value), ("asked", asked), ("direction", direction));
        }
    }
}
