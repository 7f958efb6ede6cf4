using Conformance.Rooms.Graphs;

namespace Conformance.Rooms.Rules;

/// <summary>An event names one that it follows by way of another.</summary>
internal sealed class DAG008 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(DAG008);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        if (visit.Graph.Redundant.Count > 0)
        {
            RedundantReference first = visit.Graph.Redundant[0];
            visit.ReportAt(Id, first.Event, ("references", visit.Graph.Redundant.Count), ("event", visit.IdOf(first.Event)), ("prev", visit.IdOf(first.Prev)));
        }
    }
}
