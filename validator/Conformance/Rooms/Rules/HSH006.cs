namespace Conformance.Rooms.Rules;

/// <summary>A reference gives another hash than the event has that it names.</summary>
internal sealed class HSH006 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(HSH006);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach ((int index, int named) in visit.Room.WrongReferenceHashes())
        {
            visit.ReportAt(Id, index, ("event", visit.IdOf(named)));
        }
    }
}
