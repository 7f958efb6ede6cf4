using System.Text;
using System.Text.Json.Nodes;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Generator.Events;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;
using Conformance.Validation;
using Version = Conformance.Generator.Events.RoomVersion;

namespace Conformance.Suites.Peer.Rooms;

/// <summary>
/// A room as one server, or several that share the view, knows it: all events, how each stands under the authorisation rules, and the state at
/// each. What the rules refuse stays in the graph and never gets into the state. Any number of threads.
/// </summary>
internal sealed partial class PeerRoom
{
    private readonly Lock _lock = new();
    private readonly RoomEvents _store;
    private readonly AuthRules _rules;
    private readonly EventView _view = new();
    private readonly Dictionary<int, RoomEvent> _byIndex = [];
    private readonly Dictionary<int, StateMap> _before = [];
    private readonly Dictionary<int, StateMap> _after = [];
    private readonly List<RoomEvent> _events = [];
    private readonly HashSet<int> _outliers = [];
    private readonly List<int> _extremities = [];
    private EventStanding[] _standings = [];

    /// <summary>An empty room.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="roomId">Its ID.</param>
    public PeerRoom(Version version, string roomId)
    {
        Version = version;
        RoomId = roomId;
        _store = new RoomEvents(RoomVersions.Find(version.Id)!, Encoding.UTF8.GetBytes(roomId));
        _rules = new AuthRules(_store, RoomReader.ThirdPartyCheck);
    }

    /// <summary>The room's version.</summary>
    public Version Version { get; }

    /// <summary>The room's ID.</summary>
    public string RoomId { get; }

    /// <summary>All events, in the order in which they came.</summary>
    public IReadOnlyList<RoomEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>The events that the next one follows.</summary>
    public IReadOnlyList<RoomEvent> Extremities
    {
        get
        {
            lock (_lock)
            {
                return [.. _extremities.Select(index => _byIndex[index])];
            }
        }
    }

    /// <summary>The state after the ends of the room.</summary>
    public RoomState Current
    {
        get
        {
            lock (_lock)
            {
                return ToState(StateAfter(_extremities) ?? StateMap.Empty);
            }
        }
    }

    /// <summary>The event of an ID; null when it isn't known.</summary>
    public RoomEvent? Find(string id)
    {
        lock (_lock)
        {
            return _byIndex.GetValueOrDefault(IndexOf(id));
        }
    }

    /// <summary>How an event stands under the rules.</summary>
    public EventStanding StandingOf(RoomEvent made)
    {
        lock (_lock)
        {
            return IndexOf(made.Id) is var index and >= 0 ? _standings[index] : EventStanding.None;
        }
    }

    /// <summary>Whether an event is known as part of a state or an auth chain only.</summary>
    public bool IsOutlier(RoomEvent made)
    {
        lock (_lock)
        {
            return _outliers.Contains(IndexOf(made.Id));
        }
    }

    /// <summary>The state before an event; null when it isn't known.</summary>
    public RoomState? Before(RoomEvent made)
    {
        lock (_lock)
        {
            return _before.TryGetValue(IndexOf(made.Id), out StateMap? map) ? ToState(map) : null;
        }
    }

    /// <summary>The state after events, resolved where they differ; null when that of one of them isn't known.</summary>
    public RoomState? After(IEnumerable<RoomEvent> events)
    {
        lock (_lock)
        {
            return StateAfter([.. events.Select(made => IndexOf(made.Id))]) is { } map ? ToState(map) : null;
        }
    }

    /// <summary>The events that events name as theirs under <c>auth_events</c>, those that these name, and so on.</summary>
    /// <returns>Those of them that are there, each once, in the order in which they came.</returns>
    public IReadOnlyList<RoomEvent> AuthChain(IEnumerable<RoomEvent> of)
    {
        lock (_lock)
        {
            var found = new SortedSet<int>();
            var open = new Stack<int>(of.Select(made => IndexOf(made.Id)));
            while (open.TryPop(out int index))
            {
                if (index < 0 || !_byIndex.ContainsKey(index))
                {
                    continue;
                }

                foreach (int auth in _store.AuthEvents(index))
                {
                    if (_byIndex.ContainsKey(auth) && found.Add(auth))
                    {
                        open.Push(auth);
                    }
                }
            }

            var chain = new HashSet<RoomEvent>(found.Select(index => _byIndex[index]));
            return [.. _events.Where(chain.Contains)];
        }
    }

    /// <summary>The events that an event follows.</summary>
    public IReadOnlyList<RoomEvent> PrevOf(RoomEvent made) => Named(made, "prev_events");

    /// <summary>The events that authorise an event.</summary>
    public IReadOnlyList<RoomEvent> AuthOf(RoomEvent made) => Named(made, "auth_events");

    /// <summary>The IDs that an event follows and that aren't known.</summary>
    public IReadOnlyList<string> MissingPrev(JsonObject pdu) => [.. EventReferences.In(pdu, "prev_events").Where(id => Find(id) is null)];

    /// <summary>The IDs of auth events that aren't known.</summary>
    public IReadOnlyList<string> MissingAuth(JsonObject pdu) => [.. EventReferences.In(pdu, "auth_events").Where(id => Find(id) is null)];

    private List<RoomEvent> Named(RoomEvent made, string member) => [.. EventReferences.In(made.Json, member).Select(Find).OfType<RoomEvent>()];

    private int IndexOf(string id) => _store.Find(Encoding.UTF8.GetBytes(id));

    private RoomState ToState(StateMap map)
    {
        var entries = new List<(int Slot, int Event)>(map.Count);
        map.CopyTo(entries);
        return new RoomState(map, entries.Select(entry => _byIndex[entry.Event]));
    }

    private StateMap? StateAfter(IReadOnlyList<int> indices)
    {
        var states = new List<StateMap>();
        foreach (int index in indices)
        {
            if (!_after.TryGetValue(index, out StateMap? state))
            {
                return null;
            }

            if (!states.Contains(state))
            {
                states.Add(state);
            }
        }

        return states.Count switch
        {
            0 => StateMap.Empty,
            1 => states[0],
            _ => new StateResolver(_store, _rules).Resolve(states, _standings),
        };
    }
}
