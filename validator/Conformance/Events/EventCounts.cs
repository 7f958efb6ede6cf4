using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events;

/// <summary>What was counted among events. Summed up on commit.</summary>
internal sealed class EventCounts
{
    private readonly long[] _byVersion = new long[RoomVersions.All.Length];

    /// <summary>Events, each copy.</summary>
    public long Events { get; set; }

    /// <summary>Events with a state key.</summary>
    public long StateEvents { get; set; }

    /// <summary>Events that are what a redaction left.</summary>
    public long RedactedCopies { get; set; }

    /// <summary>Events whose content hash fits.</summary>
    public long ContentHashFits { get; set; }

    /// <summary>Events of rooms whose version isn't known.</summary>
    public long UnknownVersion { get; set; }

    /// <summary>What was counted among their signatures.</summary>
    public SignatureCounts Signatures { get; } = new();

    /// <summary>Events of a room version.</summary>
    /// <param name="version">The version.</param>
    /// <returns>How many.</returns>
    public long OfVersion(RoomVersion version) => _byVersion[RoomVersions.All.IndexOf(version)];

    /// <summary>Counts an event's room version.</summary>
    /// <param name="ordinal">The version's place among all; -1 for one that isn't known.</param>
    public void CountVersion(int ordinal)
    {
        if (ordinal < 0)
        {
            UnknownVersion++;
        }
        else
        {
            _byVersion[ordinal]++;
        }
    }

    /// <summary>What was counted, for a report; what didn't occur is left out.</summary>
    public IEnumerable<Statistic> ToStatistics()
    {
        if (Events == 0)
        {
            yield break;
        }

        foreach (Statistic statistic in Signatures.ToStatistics())
        {
            yield return statistic;
        }

        yield return new Statistic("stateEvents", StateEvents, IsDetail: true);
        yield return new Statistic("redactedCopies", RedactedCopies, IsDetail: true);
        yield return new Statistic("contentHashesThatFit", ContentHashFits, IsDetail: true);
        for (int i = 0; i < _byVersion.Length; i++)
        {
            if (_byVersion[i] > 0)
            {
                yield return new Statistic($"eventsOfRoomVersion{RoomVersions.All[i].Id}", _byVersion[i], IsDetail: true);
            }
        }

        if (UnknownVersion > 0)
        {
            yield return new Statistic("eventsOfUnknownRoomVersion", UnknownVersion, IsDetail: true);
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(EventCounts other)
    {
        Events += other.Events;
        StateEvents += other.StateEvents;
        RedactedCopies += other.RedactedCopies;
        ContentHashFits += other.ContentHashFits;
        UnknownVersion += other.UnknownVersion;
        Signatures.Add(other.Signatures);
        for (int i = 0; i < _byVersion.Length; i++)
        {
            _byVersion[i] += other._byVersion[i];
        }
    }
}
