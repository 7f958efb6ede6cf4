namespace Conformance.Rooms.Rules;

/// <summary>A state is given before an event that isn't in the archive.</summary>
internal sealed class STA005 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(STA005);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        int count = visit.GapStates.Count(state => state.Event < 0);
        if (count > 0)
        {
            visit.ReportFor(Id, visit.GapStates.First(state => state.Event < 0), ("count", count));
        }
    }
}
