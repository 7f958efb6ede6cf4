using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A third-party invite is for the room that the path names.</summary>
internal sealed class FED105 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED105);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node room = visit.Asks("exchange_third_party_invite") && visit.Request is { IsReadable: true } request ? request.Root.Get("room_id"u8) : default;
        if (room.AsString() is { } found && visit.Exchange.Values.TryGetValue("roomId", out string? asked) && found != asked)
        {
            visit.Report(Id, visit.Request!, room, ("found", found), ("asked", asked));
        }
    }
}
