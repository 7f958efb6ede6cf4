using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>No more events come back than were asked for.</summary>
internal sealed class FED031 : IFederationRule
{
    /// <summary>What holds for get_missing_events when the request names no limit.</summary>
    private const long Default = 10;

    /// <inheritdoc />
    public string Id => nameof(FED031);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        long? limit = visit.Is("backfill") ? visit.Exchange.AskedNumber("limit")
            : visit.Is("get_missing_events") && visit.Request is { IsReadable: true } request ? LimitOf(request.Map.Get("limit"u8))
            : null;
        if (limit is { } most && visit.Answer.Of(PduRole.History) is { } list && list.Events.Count > most)
        {
            visit.Report(Id, ("events", list.Events.Count), ("limit", most));
        }
    }

    private static long? LimitOf(Node limit) => !limit.Exists ? Default
        : limit.Kind == NodeKind.Integer && (limit.Flags & NodeFlags.BigInteger) == 0 ? limit.Int64Value : null;
}
