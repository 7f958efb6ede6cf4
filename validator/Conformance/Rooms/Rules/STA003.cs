using Conformance.Rooms.Resolution;

namespace Conformance.Rooms.Rules;

/// <summary>A state before an event has events that are no state events.</summary>
internal sealed class STA003 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(STA003);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (GapState state in visit.GapStates)
        {
            if (state is { Event: >= 0, Stateless: > 0 })
            {
                visit.ReportFor(Id, state, ("event", visit.IdOf(state.Event)), ("count", state.Stateless), ("all", state.Count));
            }
        }
    }
}
