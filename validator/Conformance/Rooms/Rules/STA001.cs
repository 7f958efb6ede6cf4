namespace Conformance.Rooms.Rules;

/// <summary>From an event on the state of the room cannot be told.</summary>
internal sealed class STA001 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(STA001);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        int count = 0;
        int first = -1;
        foreach (int index in visit.Graph.Order)
        {
            if (!visit.States.IsStateKnown(index))
            {
                first = count++ == 0 ? index : first;
            }
        }

        if (count > 0)
        {
            visit.ReportAt(Id, first, ("events", count), ("all", visit.Graph.Order.Length), ("event", visit.IdOf(first)), ("depth", visit.Room.DepthOf(first)));
        }
    }
}
