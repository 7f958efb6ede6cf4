using System.Collections.Immutable;
using Conformance.Findings;
using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms;

/// <summary>What was counted in rooms.</summary>
internal sealed class RoomCounts
{
    private readonly long[] _standings = new long[Enum.GetValues<EventStanding>().Length];

    /// <summary>Rooms of which every event's state is known.</summary>
    public long WholeRooms { get; private set; }

    /// <summary>Events with more than one that they follow.</summary>
    public long Merges { get; private set; }

    /// <summary>Events that more than one follows.</summary>
    public long Forks { get; private set; }

    /// <summary>Ends of rooms.</summary>
    public long ForwardExtremities { get; private set; }

    /// <summary>Events that others follow and that aren't there.</summary>
    public long BackwardExtremities { get; private set; }

    /// <summary>How often states had to be resolved.</summary>
    public long Resolutions { get; private set; }

    /// <summary>Events that may have been soft-failed.</summary>
    public long SoftFailures { get; private set; }

    /// <summary>Counts one room.</summary>
    public static RoomCounts Of(RoomVisit visit)
    {
        var counts = new RoomCounts
        {
            Merges = visit.Graph.Merges,
            Forks = visit.Graph.Forks,
            ForwardExtremities = visit.Graph.ForwardExtremities.Count,
            BackwardExtremities = visit.Graph.BackwardExtremities.Count,
            Resolutions = visit.States.Resolutions,
            SoftFailures = visit.States.SoftFailures.Count,
        };
        bool whole = visit.Graph.Creates.Count > 0 && (visit.GapStates.Count == 0 || visit.Graph.BackwardExtremities.Count == 0);
        foreach (int index in visit.States.Order)
        {
            counts._standings[(int)visit.States.StandingOf(index)]++;
            whole &= visit.States.IsStateKnown(index);
        }

        counts.WholeRooms = whole ? 1 : 0;
        return counts;
    }

    /// <summary>How many events stand in one way.</summary>
    public long Of(EventStanding standing) => _standings[(int)standing];

    /// <summary>Adds what was counted in other rooms.</summary>
    public void Add(RoomCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        WholeRooms += other.WholeRooms;
        Merges += other.Merges;
        Forks += other.Forks;
        ForwardExtremities += other.ForwardExtremities;
        BackwardExtremities += other.BackwardExtremities;
        Resolutions += other.Resolutions;
        SoftFailures += other.SoftFailures;
        for (int i = 0; i < _standings.Length; i++)
        {
            _standings[i] += other._standings[i];
        }
    }

    /// <summary>The counts, for reports.</summary>
    public ImmutableArray<Statistic> ToStatistics() =>
    [
        new Statistic("roomsWithWholeHistory", WholeRooms),
        new Statistic("acceptedEvents", Of(EventStanding.Accepted)),
        new Statistic("rejectedEvents", Of(EventStanding.RejectedByAuthEvents) + Of(EventStanding.RejectedByState)),
        new Statistic("unplacedEvents", Of(EventStanding.Unplaced), IsDetail: true),
        new Statistic("undeterminedEvents", Of(EventStanding.Undetermined), IsDetail: true),
        new Statistic("perhapsSoftFailed", SoftFailures, IsDetail: true),
        new Statistic("merges", Merges, IsDetail: true),
        new Statistic("forks", Forks, IsDetail: true),
        new Statistic("forwardExtremities", ForwardExtremities, IsDetail: true),
        new Statistic("backwardExtremities", BackwardExtremities, IsDetail: true),
        new Statistic("stateResolutions", Resolutions, IsDetail: true),
    ];
}
