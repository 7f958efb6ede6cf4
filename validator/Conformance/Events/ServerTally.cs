using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Events;

/// <summary>Counts events by server. Names are kept in the order in which they are met first, up to a limit.</summary>
internal sealed class ServerTally
{
    /// <summary>The most servers whose events are counted apart.</summary>
    public const int MaxServers = 10_000;

    // Classes and no value types: for these the runtime has code ready, which a short run would wait for.
    private Dictionary<byte[], Entry>? _places;
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
        if (!TryCount(server, 1))
        {
            Begin(server.ToArray(), 1);
        }
    }

    /// <summary>Adds what was counted later in the input.</summary>
    public void Add(ServerTally later)
    {
        Events += later.Events;
        foreach (Entry entry in later._entries ?? [])
        {
            if (!TryCount(entry.Server, entry.Events))
            {
                Begin(entry.Server, entry.Events);
            }
        }
    }

    /// <summary>The servers with the most events, safe to print; those that were met first come first among equals.</summary>
    /// <param name="count">How many servers.</param>
    public IEnumerable<string> Largest(int count) => (_entries ?? [])
        .Order(Comparer<Entry>.Create(static (a, b) => b.Events.CompareTo(a.Events)))
        .Take(count)
        .Select(entry => Quoting.Safe(entry.Server));

    private bool TryCount(ReadOnlySpan<byte> server, long events)
    {
        if (_places is null || !_places.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(server, out Entry? entry))
        {
            return false;
        }

        entry.Events += events;
        return true;
    }

    private void Begin(byte[] server, long events)
    {
        _places ??= new Dictionary<byte[], Entry>(Utf8Comparer.Instance);
        _entries ??= [];
        if (_entries.Count < MaxServers)
        {
            var entry = new Entry(server) { Events = events };
            _places.Add(server, entry);
            _entries.Add(entry);
        }
    }

    private sealed class Entry(byte[] server)
    {
        public byte[] Server => server;

        public long Events { get; set; }
    }
}
