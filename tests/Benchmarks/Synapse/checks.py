"""Runs Synapse's own checks of events, for the command `checks` of the benchmarks.

    python3 checks.py EVENTS KEYS

EVENTS has an event as JSON on each line, all of one room and its create event first; KEYS is a file as for --keys. All is in memory, there is
no database. Prints a JSON object: versions, how many events there are and how many checks failed, the largest resident set, and
seconds and CPU seconds of each step.
"""
import asyncio
import contextlib
import json
import platform
import resource
import sys
import time

from signedjson.key import decode_verify_key_bytes
from signedjson.sign import SignatureVerifyException, verify_signed_json
from unpaddedbase64 import decode_base64

from synapse import __version__
from synapse.api.errors import AuthError, SynapseError
from synapse.api.room_versions import KNOWN_ROOM_VERSIONS
from synapse.crypto.event_signing import check_event_content_hash
from synapse.event_auth import (
    check_state_dependent_auth_rules,
    check_state_independent_auth_rules,
    validate_event_for_room_version,
)
from synapse.events import make_event_from_dict
from synapse.events.utils import prune_event
from synapse.types import get_domain_from_id

steps = {}
failures = []


@contextlib.contextmanager
def step(name):
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    steps[name] = [time.perf_counter() - wall, time.process_time() - cpu]


@contextlib.contextmanager
def noting_failure(event):
    try:
        yield
    except (AuthError, SynapseError, SignatureVerifyException) as problem:
        failures.append(f"{event.event_id}: {problem}")


class Store:
    """Events by their IDs, where Synapse asks its database."""

    def __init__(self, events):
        self._events = events

    async def get_event(self, event_id, **_):
        return self._events[event_id]

    async def get_events(self, event_ids, **_):
        return {i: self._events[i] for i in event_ids if i in self._events}


def read_keys(path):
    with open(path, encoding="utf-8") as file:
        servers = json.load(file)
    return {
        server: {key_id: decode_verify_key_bytes(key_id, decode_base64(text)) for key_id, text in keys.items()}
        for server, keys in servers.items()
    }


def check_signatures(event, keys):
    server = get_domain_from_id(event.sender)
    redacted = prune_event(event).get_pdu_json()
    for key_id in redacted["signatures"][server]:
        verify_signed_json(redacted, server, keys[server][key_id])


async def check_own_auth_events(events, by_id):
    store = Store(by_id)
    for event in events:
        with noting_failure(event):
            await check_state_independent_auth_rules(store, event, batched_auth_events=by_id)


def main():
    keys = read_keys(sys.argv[2])
    with step("read JSON"):
        with open(sys.argv[1], encoding="utf-8") as lines:
            pdus = [json.loads(line) for line in lines]
    version = KNOWN_ROOM_VERSIONS[pdus[0]["content"]["room_version"]]
    with step("make events, with their IDs"):
        events = [make_event_from_dict(pdu, version) for pdu in pdus]
        by_id = {event.event_id: event for event in events}
    with step("format and sizes"):
        for event in events:
            with noting_failure(event):
                validate_event_for_room_version(event)
    with step("content hashes"):
        for event in events:
            with noting_failure(event):
                if not check_event_content_hash(event):
                    failures.append(f"{event.event_id}: hash")
    with step("signatures"):
        for event in events:
            with noting_failure(event):
                check_signatures(event, keys)
    with step("auth rules without state"):
        asyncio.run(check_own_auth_events(events, by_id))
    with step("auth rules by the event's own auth events"):
        for event in events:
            with noting_failure(event):
                check_state_dependent_auth_rules(event, [by_id[i] for i in event.auth_event_ids()])
    print(json.dumps({
        "synapse": __version__,
        "python": platform.python_version(),
        "events": len(events),
        "failures": len(failures),
        "firstFailure": failures[0] if failures else None,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "steps": steps,
    }))


main()
