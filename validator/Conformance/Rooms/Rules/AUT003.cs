namespace Conformance.Rooms.Rules;

/// <summary>An event that the room allows at its place may have been soft-failed.</summary>
internal sealed class AUT003 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT003);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (int index in visit.States.SoftFailures)
        {
            visit.ReportAt(Id, index, ("type", visit.TextOf(visit.Room.TypeOf(index))), ("sender", visit.TextOf(visit.Room.SenderOf(index))));
        }
    }
}
