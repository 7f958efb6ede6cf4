using System.Runtime.InteropServices;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Events;

/// <summary>Counts events by server. Names are kept in the order in which they are met first, up to a limit.</summary>
internal sealed class ServerTally
{
    /// <summary>The most servers whose events are counted apart.</summary>
    public const int MaxServers = 10_000;

    private Dictionary<UInt128, int>? _places;
    private List<Entry>? _entries;

    /// <summary>All events that were counted.</summary>
    public long Events { get; private set; }

    /// <summary>How many servers they are of; <see cref="MaxServers"/> also stands for more.</summary>
    public int Servers => _entries?.Count ?? 0;

    /// <summary>Counts an event of a server.</summary>
    /// <param name="server">The server's name in UTF-8.</param>
    public void Count(ReadOnlySpan<byte> server)
    {
        Events++;
        UInt128 digest = NameHash.OfProcess.Compute(server);
        if (!TryCount(digest, 1))
        {
            Begin(digest, Quoting.Safe(server), 1);
        }
    }

    /// <summary>Adds what was counted later in the input.</summary>
    public void Add(ServerTally later)
    {
        Events += later.Events;
        foreach (Entry entry in later._entries ?? [])
        {
            if (!TryCount(entry.Digest, entry.Events))
            {
                Begin(entry.Digest, entry.Server, entry.Events);
            }
        }
    }

    /// <summary>The servers with the most events, safe to print; those that were met first come first among equals.</summary>
    /// <param name="count">How many servers.</param>
    public IEnumerable<string> Largest(int count) => (_entries ?? []).OrderByDescending(entry => entry.Events).Take(count).Select(entry => entry.Server);

    private bool TryCount(UInt128 digest, long events)
    {
        if (_places is null || !_places.TryGetValue(digest, out int place))
        {
            return false;
        }

        CollectionsMarshal.AsSpan(_entries)[place].Events += events;
        return true;
    }

    private void Begin(UInt128 digest, string server, long events)
    {
        _places ??= [];
        _entries ??= [];
        if (_entries.Count < MaxServers)
        {
            _places.Add(digest, _entries.Count);
            _entries.Add(new Entry { Digest = digest, Server = server, Events = events });
        }
    }

    private struct Entry
    {
        public required UInt128 Digest { get; init; }

        public required string Server { get; init; }

        public required long Events { get; set; }
    }
}
