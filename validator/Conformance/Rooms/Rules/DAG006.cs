namespace Conformance.Rooms.Rules;

/// <summary>The events of a room fall into parts that nothing joins.</summary>
internal sealed class DAG006 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(DAG006);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        if (visit.Graph.PartCount > 1)
        {
            visit.Report(Id, ("parts", visit.Graph.PartCount), ("greatest", visit.Graph.Parts[0].Size), ("events", visit.Graph.Order.Length));
        }
    }
}
