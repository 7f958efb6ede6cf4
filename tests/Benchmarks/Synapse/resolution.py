"""Resolves states with Synapse's own code, for the command `resolution` of the benchmarks.

    python3 resolution.py INPUT

INPUT has a line "ID JSON" for each event, those that an event names before it, then an empty line, and a line of event IDs for each
state. Prints Synapse's version, the seconds of the second resolution, and the SHA-256 of the sorted IDs of the result.
"""
import hashlib
import json
import sys
import time

from synapse import __version__, event_auth  # noqa: F401 - first, as it and synapse.state import each other
from synapse.api.room_versions import RoomVersions
from synapse.events import make_event_from_dict
from synapse.state.v2 import resolve_events_with_store
from synapse.storage.databases.main.event_federation import StateDifference

VERSION = RoomVersions.V11


def read(path):
    """Events by the IDs that Synapse gives them, which follow from what they hold; the IDs of the input by these; and the states."""
    events, given, own, states = {}, {}, {}, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line == "\n":
                break
            name, text = line.split(" ", 1)
            pdu = json.loads(text)
            for field in ("auth_events", "prev_events"):
                pdu[field] = [own[other] for other in pdu[field]]
            pdu.setdefault("hashes", {"sha256": "x" * 43})
            pdu.setdefault("signatures", {})
            event = make_event_from_dict(pdu, VERSION)
            events[event.event_id] = event
            given[event.event_id] = name
            own[name] = event.event_id
        for line in lines:
            ids = [own[name] for name in line.split()]
            states.append({(events[i].type, events[i].state_key): i for i in ids})
    return events, given, states


class Clock:
    async def sleep(self, *_):
        pass


class Store:
    def __init__(self, events):
        self._events = events

    async def get_events(self, ids, allow_rejected=False):
        return {i: self._events[i] for i in ids if i in self._events}

    async def get_auth_chain_difference(self, room, sets, *_):
        chains = [self._chain(ids) for ids in sets]
        return StateDifference(auth_difference=set().union(*chains) - set.intersection(*chains), conflicted_subgraph=None)

    def _chain(self, ids):
        seen = set()
        stack = list(ids)
        while stack:
            at = stack.pop()
            if at not in seen:
                seen.add(at)
                stack.extend(self._events[at].auth_event_ids())
        return seen


def resolve(events, states):
    room_id = next(iter(events.values())).room_id
    start = time.perf_counter()
    work = resolve_events_with_store(Clock(), room_id, VERSION, [dict(state) for state in states], None, Store(events))
    try:
        while True:
            work.send(None)
    except StopIteration as done:
        return time.perf_counter() - start, done.value


def main():
    events, given, states = read(sys.argv[1])
    resolve(events, states)
    seconds, result = resolve(events, states)
    ids = sorted(given[event_id] for event_id in result.values())
    print(__version__, seconds, hashlib.sha256("\n".join(ids).encode()).hexdigest())


main()
