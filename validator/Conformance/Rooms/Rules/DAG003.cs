using Conformance.Rooms.Graphs;

namespace Conformance.Rooms.Rules;

/// <summary>Events are missing that others name as authorising them.</summary>
internal sealed class DAG003 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(DAG003);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        MissingEvents missing = visit.Graph.MissingAuthEvents;
        if (missing.Events.Count > 0)
        {
            visit.Report(Id, ("missing", missing.Events.Count), ("naming", missing.Naming), ("examples", RoomTexts.Events(visit, missing.Events)));
        }
    }
}
