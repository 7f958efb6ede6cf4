"""What Synapse's own code says of the events of an archive, for the tests of this folder.

    python3 opinion.py ARCHIVE KEYS

ARCHIVE is an MSPF archive (tar or tar.gz) with whole rooms; KEYS is a file as for --keys. Nothing of ours reads them here: Python's tarfile, cbor2,
Synapse, signedjson and canonicaljson do. All is in memory, there is no database.

Prints a JSON object: versions, and of each room its events with their IDs, whether each was redacted, how it stands, and the SHA-256 of the sorted
IDs of the state before it; the same of the state at the room's end; and "problems", each with an event, the check that it failed, and why.
"""
import asyncio
import hashlib
import json
import platform
import sys
import tarfile
from collections import defaultdict

import cbor2
from signedjson.key import decode_signing_key_base64, decode_verify_key_bytes, encode_verify_key_base64, get_verify_key
from signedjson.sign import verify_signed_json
from unpaddedbase64 import decode_base64, encode_base64

from synapse import __version__, event_auth  # noqa: F401 - first, as it and synapse.state import each other
from synapse.api.errors import SynapseError
from synapse.api.room_versions import KNOWN_ROOM_VERSIONS, EventFormatVersions, StateResolutionVersions
from synapse.crypto.event_signing import check_event_content_hash, compute_event_reference_hash
from synapse.event_auth import check_state_dependent_auth_rules, check_state_independent_auth_rules, validate_event_for_room_version
from synapse.events import make_event_from_dict
from synapse.events.utils import prune_event
from synapse.federation.federation_base import _check_sigs_on_pdu, event_from_pdu_json
from synapse.state import v1, v2
from synapse.storage.databases.main.event_federation import StateDifference


class Keyring:
    """Public keys by server and key ID, where Synapse would fetch them."""

    def __init__(self, servers):
        self.keys = {
            server: {key_id: decode_verify_key_bytes(key_id, decode_base64(text)) for key_id, text in keys.items()}
            for server, keys in servers.items()
        }

    async def verify_event_for_server(self, server, event, _valid_until):
        signed = prune_event(event).get_pdu_json()
        key_ids = list(signed["signatures"].get(server, {}))
        if not key_ids:
            raise ValueError(f"{server} hasn't signed")
        for key_id in key_ids:
            verify_signed_json(signed, server, self.keys[server][key_id])


class Room:
    """A room's events, where Synapse asks its database."""

    def __init__(self, room_id, version, pdus):
        self.room_id = room_id
        self.version = KNOWN_ROOM_VERSIONS[version]
        self.problems = []
        self.redacted = set()
        self.standing = {}
        self.after = {}
        self.before = {}
        self.events = {}
        for pdu in pdus:
            self._add(pdu)

    def _add(self, pdu):
        try:
            event = event_from_pdu_json(pdu, self.version)
            event_id = event.event_id
        except Exception as problem:
            self.problem(pdu.get("event_id"), "format", problem)
            return
        if event_id in self.events:
            self.problem(event_id, "id", "there are two events of this ID")
        self.events[event_id] = event

    def problem(self, event_id, check, problem):
        self.problems.append({"event": event_id, "check": check, "problem": f"{type(problem).__name__ + ': ' if isinstance(problem, Exception) else ''}{problem}"})

    async def get_event(self, event_id, **_):
        return self.events[event_id]

    async def get_events(self, event_ids, *_, **__):
        return {i: self.events[i] for i in event_ids if i in self.events}

    async def get_auth_chain_difference(self, _room_id, state_sets, conflicted, _reachable):
        chains = [self.chain(ids) for ids in state_sets]
        difference = set().union(*chains) - set.intersection(*chains)
        return StateDifference(auth_difference=difference, conflicted_subgraph=None if conflicted is None else self.between(conflicted))

    def chain(self, ids):
        """The events and all that they stand on."""
        seen, stack = set(), list(ids)
        while stack:
            at = stack.pop()
            if at not in seen:
                seen.add(at)
                stack.extend(self.events[at].auth_event_ids())
        return seen

    def between(self, ids):
        """Events that stand on one of these, and that one of these stands on (room version 12, "conflicted state subgraph")."""
        below = self.chain(ids)
        followers = defaultdict(list)
        for event_id in below:
            for auth in self.events[event_id].auth_event_ids():
                followers[auth].append(event_id)
        above, stack = set(), list(ids)
        while stack:
            at = stack.pop()
            if at not in above:
                above.add(at)
                stack.extend(followers[at])
        return above

    def ordered(self):
        """Events after those that they follow and those that they stand on."""
        waiting, followers = {}, defaultdict(list)
        for event_id, event in self.events.items():
            needs = {i for i in (*event.prev_event_ids(), *event.auth_event_ids()) if i in self.events}
            waiting[event_id] = len(needs)
            for other in needs:
                followers[other].append(event_id)
        ready = [event_id for event_id, count in waiting.items() if count == 0]
        while ready:
            at = ready.pop()
            yield at
            for other in followers[at]:
                waiting[other] -= 1
                if waiting[other] == 0:
                    ready.append(other)

    async def resolve(self, states):
        """The state that follows several, or None where one of them isn't known."""
        if any(state is None for state in states):
            return None
        if all(state == states[0] for state in states):
            return states[0]
        states = [dict(state) for state in states]
        if self.version.state_res == StateResolutionVersions.V1:
            return dict(await v1.resolve_events_with_store(self.room_id, self.version, states, None, self.get_events))
        return dict(await v2.resolve_events_with_store(Clock(), self.room_id, self.version, states, None, self))


class Clock:
    async def sleep(self, *_):
        pass


async def check_alone(room, keyring):
    """What an event shows by itself: its format, hashes and signatures, and that what it names is there."""
    for event_id, event in list(room.events.items()):
        try:
            validate_event_for_room_version(event)
        except SynapseError as problem:
            room.problem(event_id, "format", problem)
        try:
            await _check_sigs_on_pdu(keyring, room.version, event)
            for server in event.get_pdu_json()["signatures"]:
                await keyring.verify_event_for_server(server, event, 0)
        except Exception as problem:
            room.problem(event_id, "signatures", problem)
        pdu = event.get_pdu_json()
        for field in ("prev_events", "auth_events"):
            for reference in pdu[field]:
                other = reference if isinstance(reference, str) else reference[0]
                if other not in room.events:
                    room.problem(event_id, "references", f"{field} names {other}, which isn't there")
                elif room.version.event_format == EventFormatVersions.ROOM_V1_V2:
                    algorithm, digest = compute_event_reference_hash(room.events[other])
                    if reference[1].get(algorithm) != encode_base64(digest):
                        room.problem(event_id, "references", f"{field} names {other} with another hash")
    for event_id, event in list(room.events.items()):
        try:
            matches = check_event_content_hash(event)
        except SynapseError as problem:
            room.problem(event_id, "hash", problem)
            continue
        if not matches:
            # What counts of an event whose content was changed is its redacted form.
            room.redacted.add(event_id)
            redacted = prune_event(event)
            if redacted.event_id != event_id:
                room.problem(event_id, "id", f"redacted it is {redacted.event_id}")
            room.events[event_id] = redacted


async def judge(room):
    """Whether each event is allowed, by the events that it names and by the state before it."""
    for event_id in room.ordered():
        event = room.events[event_id]
        previous = list(dict.fromkeys(event.prev_event_ids()))
        before = await room.resolve([room.after.get(i) for i in previous]) if previous else {}
        room.before[event_id] = before
        try:
            await check_state_independent_auth_rules(room, event, batched_auth_events=room.events)
            check_state_dependent_auth_rules(event, [room.events[i] for i in event.auth_event_ids() if i in room.events])
            standing = "accepted"
        except (SynapseError, RuntimeError) as problem:
            standing = f"rejected by its auth events: {problem}"
        if standing == "accepted" and before is not None:
            try:
                check_state_dependent_auth_rules(event, [room.events[i] for i in before.values()])
            except SynapseError as problem:
                standing = f"rejected by the state before it: {problem}"
        room.standing[event_id] = standing
        if standing != "accepted":
            event = room.events[event_id] = make_event_from_dict(event.get_pdu_json(), room.version, rejected_reason=standing)
        after = before
        if standing == "accepted" and event.is_state() and before is not None:
            after = {**before, (event.type, event.state_key): event_id}
        room.after[event_id] = after


async def end(room):
    """The state after all accepted events that no accepted event follows."""
    accepted = [i for i, standing in room.standing.items() if standing == "accepted"]
    followed = {other for i in accepted for other in room.events[i].prev_event_ids()}
    ends = sorted(i for i in accepted if i not in followed)
    return await room.resolve([room.after[i] for i in ends]) if ends else None


def digest(state):
    return None if state is None else hashlib.sha256("\n".join(sorted(state.values())).encode()).hexdigest()


def read(path):
    """Rooms and their events, and the server's name and signing key."""
    versions, events, core = {}, defaultdict(list), None
    with tarfile.open(path) as archive:
        for member in archive:
            if member.name == "m.core.json":
                core = json.load(archive.extractfile(member))
            elif member.name == "m.rooms.cbor":
                versions = {room: details["version"] for room, details in cbor2.load(archive.extractfile(member)).items()}
            elif member.name.startswith("m.events/"):
                for room, pdus in cbor2.load(archive.extractfile(member)).items():
                    events[room].extend(pdus)
    return core, versions, events


def check_core(core, keyring):
    """The archive's signing key must be the one whose public half is known."""
    algorithm, version, seed = core["signing_key"].split(" ")
    public = get_verify_key(decode_signing_key_base64(algorithm, version, seed))
    known = keyring.keys[core["server_name"]][f"{algorithm}:{version}"]
    if encode_verify_key_base64(public) != encode_verify_key_base64(known):
        return [{"event": None, "check": "keys", "problem": "the signing key of m.core isn't the one that signed"}]
    return []


async def main():
    core, versions, events = read(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        keyring = Keyring(json.load(file))
    problems = check_core(core, keyring)
    rooms = []
    for room_id, version in versions.items():
        room = Room(room_id, version, events[room_id])
        await check_alone(room, keyring)
        await judge(room)
        problems += room.problems
        rooms.append({
            "room_id": room_id,
            "version": version,
            "events": [
                {"id": i, "redacted": i in room.redacted, "standing": room.standing.get(i), "before": digest(room.before.get(i))}
                for i in room.events
            ],
            "end": digest(await end(room)),
        })
    print(json.dumps({"synapse": __version__, "python": platform.python_version(), "rooms": rooms, "problems": problems}))


asyncio.run(main())
