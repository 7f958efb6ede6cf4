using Conformance.Events.Identifiers;
using Conformance.Events.Index;
using Conformance.Findings;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Graphs;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Rules;
using Conformance.Rooms.Store;

namespace Conformance.Rooms;

/// <summary>Checks rooms as a whole: graph, authorisation, state. Safe on any thread, for different rooms.</summary>
/// <param name="server">The server whose view of the rooms this is, in UTF-8; empty when it isn't known.</param>
/// <param name="memberOf">Names of members, by an event's place.</param>
/// <param name="thirdParty">Verifies proofs of invited addresses; null where nothing can.</param>
/// <param name="workPerEvent">The most events that state resolution may look at for each event of a room.</param>
internal sealed class RoomCheck(
    ReadOnlyMemory<byte> server, Func<EventPlace, string?> memberOf, ThirdPartySignatureCheck? thirdParty, long workPerEvent = long.MaxValue)
{
    /// <summary>Checks a room.</summary>
    /// <param name="room">The room; no more events may be entered.</param>
    /// <param name="gapStates">States before events that came with the events; null without any.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="memberOrdinal">Position in the run of the member that it stands in.</param>
    /// <param name="sink">Takes findings.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What was counted.</returns>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public RoomCounts Run(RoomEvents room, GapStates? gapStates, Location location, int memberOrdinal, IFindingSink sink, CancellationToken cancellation)
    {
        bool IsOwn(int user) => user >= 0 && !server.IsEmpty && DomainIdentifier.Server(room.Texts[user]).SequenceEqual(server.Span);
        (Dictionary<int, StateMap> known, List<GapState> given) = (gapStates ?? new GapStates()).Resolve(room, cancellation);
        RoomStates states = RoomStates.Judge(room, thirdParty, known, server.IsEmpty ? null : IsOwn, workPerEvent, cancellation);
        if (states.IsCut)
        {
            sink.ReportNotChecked(new NotChecked(
                "states of rooms whose branches take too long to resolve",
                "State resolution looked at more events than it may. Raise it with --limit resolutionWork=N.",
                location,
                Decisive: true));
        }

        var places = new GraphPlace[room.Count];
        foreach (int index in states.Order)
        {
            places[index] = states.StandingOf(index).IsRejected() ? GraphPlace.Rejected : GraphPlace.Placed;
        }

        foreach (int index in states.SoftFailures)
        {
            places[index] = GraphPlace.SoftFailed;
        }

        var visit = new RoomVisit
        {
            Room = room,
            States = states,
            Graph = new RoomGraph(room, places, limits: null, cancellation),
            GapStates = given,
            IsOwn = IsOwn,
            Location = location,
            MemberOrdinal = memberOrdinal,
            MemberOf = memberOf,
            Sink = sink,
        };
        foreach (IRoomGraphRule rule in RoomRules.All)
        {
            cancellation.ThrowIfCancellationRequested();
            rule.Check(visit);
        }

        return RoomCounts.Of(visit);
    }
}
