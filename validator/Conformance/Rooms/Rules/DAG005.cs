namespace Conformance.Rooms.Rules;

/// <summary>The create event of a room is not there.</summary>
internal sealed class DAG005 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(DAG005);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        if (visit.Graph.Creates.Count == 0 && visit.Room.HeldCount > 0)
        {
            visit.Report(Id, ("events", visit.Room.HeldCount));
        }
    }
}
