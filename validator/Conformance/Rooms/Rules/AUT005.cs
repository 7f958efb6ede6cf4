namespace Conformance.Rooms.Rules;

/// <summary>The create event of a room is refused, and there is no other.</summary>
internal sealed class AUT005 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT005);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        if (!Rejection.IsUnfounded(visit))
        {
            // A refused create event beside one that holds is an event like any other: anybody in the room can send it.
            return;
        }

        foreach (int index in visit.Graph.Creates)
        {
            Rejection.Report(visit, Id, index);
        }
    }
}
