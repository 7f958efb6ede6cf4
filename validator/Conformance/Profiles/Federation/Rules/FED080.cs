using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A space is described that was asked for.</summary>
internal sealed class FED080 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED080);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node room = visit.Answer.Map.Get("room"u8).Get("room_id"u8);
        if (visit.Is("hierarchy") && visit.Exchange.Values.TryGetValue("roomId", out string? asked) && room.AsString() is { } found && found != asked)
        {
            visit.Report(Id, visit.Answer, room, ("found", found), ("asked", asked));
        }
    }
}
