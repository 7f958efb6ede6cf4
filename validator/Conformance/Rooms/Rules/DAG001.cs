using Conformance.Rooms.Graphs;

namespace Conformance.Rooms.Rules;

/// <summary>Events follow each other in a circle.</summary>
internal sealed class DAG001 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(DAG001);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (GraphCycle cycle in visit.Graph.Cycles)
        {
            visit.ReportAt(Id, cycle.Path[0], ("events", cycle.Size), ("path", RoomTexts.Events(visit, cycle.Path)));
        }
    }
}
