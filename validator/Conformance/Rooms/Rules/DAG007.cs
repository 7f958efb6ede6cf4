namespace Conformance.Rooms.Rules;

/// <summary>The depth of an event is not one more than that of the events that it follows.</summary>
internal sealed class DAG007 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(DAG007);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        IReadOnlyList<int> events = visit.Graph.DepthOffFormula;
        if (events.Count > 0)
        {
            visit.ReportAt(
                Id,
                events[0],
                ("events", events.Count),
                ("event", visit.IdOf(events[0])),
                ("depth", visit.Room.DepthOf(events[0])),
                ("expected", visit.Graph.ExpectedDepth(events[0]) ?? 0));
        }
    }
}
