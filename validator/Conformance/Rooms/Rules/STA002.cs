using Conformance.Rooms.Resolution;

namespace Conformance.Rooms.Rules;

/// <summary>Events of a state before an event aren't in the archive.</summary>
internal sealed class STA002 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(STA002);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (GapState state in visit.GapStates)
        {
            if (state is { Event: >= 0, Missing: > 0 })
            {
                visit.ReportFor(Id, state, ("event", visit.IdOf(state.Event)), ("count", state.Missing), ("all", state.Count));
            }
        }
    }
}
