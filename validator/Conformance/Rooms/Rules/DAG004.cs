namespace Conformance.Rooms.Rules;

/// <summary>More than one event follows none.</summary>
internal sealed class DAG004 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(DAG004);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        if (visit.Graph.Roots.Count > 1)
        {
            visit.ReportAt(Id, visit.Graph.Roots[1], ("roots", visit.Graph.Roots.Count), ("examples", RoomTexts.Events(visit, visit.Graph.Roots)));
        }
    }
}
