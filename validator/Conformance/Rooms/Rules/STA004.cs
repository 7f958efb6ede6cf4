using Conformance.Rooms.Resolution;

namespace Conformance.Rooms.Rules;

/// <summary>A state before an event has two events for one type and state key.</summary>
internal sealed class STA004 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(STA004);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (GapState state in visit.GapStates)
        {
            if (state is { Event: >= 0, Doubled: > 0 })
            {
                visit.ReportFor(Id, state, ("event", visit.IdOf(state.Event)), ("count", state.Doubled), ("all", state.Count));
            }
        }
    }
}
