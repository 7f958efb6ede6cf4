using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;

namespace Conformance.Suites.Peer.Rooms;

/// <content>Events that come into the room.</content>
internal sealed partial class PeerRoom
{
    /// <summary>The event of a PDU with its ID and reference hash.</summary>
    public RoomEvent Read(JsonObject pdu) => new(pdu, EventHashes.Id(pdu, Version), Base64.Unpadded(EventHashes.Reference(pdu, Version)));

    /// <summary>Enters an event: the state before it is that after the events that it follows. One that is there already stays as it is.</summary>
    /// <param name="made">The event.</param>
    /// <param name="before">The state before it, where it comes with the event, as from a resident of a room that is joined.</param>
    /// <returns>How it stands.</returns>
    public EventStanding Enter(RoomEvent made, RoomState? before = null)
    {
        lock (_lock)
        {
            bool isNew = Store(made, out int index);
            if (!isNew && !_outliers.Remove(index))
            {
                return _standings[index];
            }

            StateMap? state = before?.Map ?? StateAfter([.. _store.PrevEvents(index)]);
            EventStanding standing = Judge(index, state);
            _standings[index] = standing;
            if (state is not null)
            {
                _before[index] = state;
                int slot = _store.SlotOf(index);
                _after[index] = standing == EventStanding.Accepted && slot >= 0 ? state.Set(slot, index) : state;
                if (standing == EventStanding.Accepted)
                {
                    foreach (int prev in _store.PrevEvents(index))
                    {
                        _extremities.Remove(prev);
                    }

                    _extremities.Add(index);
                }
            }

            return standing;
        }
    }

    /// <summary>Enters events that are known as part of a state or an auth chain only.</summary>
    public void EnterOutliers(IEnumerable<RoomEvent> events)
    {
        lock (_lock)
        {
            foreach (RoomEvent made in events.OrderBy(DepthOf))
            {
                if (Store(made, out int index))
                {
                    _outliers.Add(index);
                    _standings[index] = Judge(index, null);
                }
            }
        }
    }

    /// <summary>The state that events make up which are known, as a resident answers it.</summary>
    public RoomState StateOf(IEnumerable<RoomEvent> events)
    {
        lock (_lock)
        {
            StateMap map = StateMap.Empty;
            foreach (RoomEvent made in events)
            {
                int index = IndexOf(made.Id);
                map = map.Set(_store.SlotOf(index), index);
            }

            return ToState(map);
        }
    }

    /// <summary>How an event would stand if it came now. It isn't entered.</summary>
    /// <param name="made">The event.</param>
    public EventStanding Try(RoomEvent made)
    {
        lock (_lock)
        {
            int index = Add(made);
            return Judge(index, StateAfter([.. _store.PrevEvents(index)]));
        }
    }

    private static long DepthOf(RoomEvent made) => made.Json["depth"] is JsonValue value && Numbers.TryInteger(value, out long depth) ? depth : 0;

    private bool Store(RoomEvent made, out int index)
    {
        index = IndexOf(made.Id);
        if (index >= 0 && _byIndex.ContainsKey(index))
        {
            return false;
        }

        index = Add(made);
        _byIndex[index] = made;
        _events.Add(made);
        return true;
    }

    private int Add(RoomEvent made)
    {
        _view.Load(DocumentReader.Read(CanonicalJson.Bytes(made.Json), DocumentEncoding.Json));
        int index = _store.Add(_view, Encoding.UTF8.GetBytes(made.Id));
        if (_standings.Length < _store.Count)
        {
            Array.Resize(ref _standings, Math.Max(_store.Count, _standings.Length * 2));
        }

        return index;
    }

    private EventStanding Judge(int index, StateMap? before)
    {
        AuthVerdict own = _rules.CheckOwn(index, _standings);
        if (own.IsRefused)
        {
            return EventStanding.RejectedByAuthEvents;
        }

        if (before is null)
        {
            return own.IsAllowed ? EventStanding.Unplaced : EventStanding.Undetermined;
        }

        AuthVerdict verdict = _rules.CheckState(index, before);
        return !own.IsAllowed ? EventStanding.Undetermined : verdict.IsAllowed ? EventStanding.Accepted : verdict.IsRefused ? EventStanding.RejectedByState : EventStanding.Undetermined;
    }
}
