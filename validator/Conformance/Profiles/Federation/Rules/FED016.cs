using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The origin of an answer or a transaction is who sends it.</summary>
internal sealed class FED016 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED016);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        (FederationBody? body, string? sender) = visit.IsAnyOf("send_join", "send_join/v1", "event", "backfill") ? (visit.Answer, visit.Exchange.Destination)
            : visit.Asks("send") ? (visit.Request, visit.Exchange.Origin)
            : (null, null);
        Node origin = body is { IsReadable: true } ? body.Map.Get("origin"u8) : default;
        if (sender is not null && origin.AsString() is { } found && found != sender)
        {
            visit.Report(Id, body!, origin, ("found", found), ("sender", sender));
        }
    }
}
