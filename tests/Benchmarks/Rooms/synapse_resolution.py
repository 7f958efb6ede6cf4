"""Resolves states with Synapse's own code, for the command `resolution` of the benchmarks.

    python3 synapse_resolution.py SYNAPSE INPUT

SYNAPSE is a folder with Synapse's package `synapse` in it. INPUT has a line "ID JSON" for each event, an empty line, and a line of event
IDs for each state. Prints the seconds of the second resolution, and the SHA-256 of the sorted IDs of the result.

A checkout will do: what an installed package says of itself is made up then. Where Synapse's part in Rust isn't built, names of it are stood in for: nothing of it runs in a resolution up to Synapse 1.97, as events are
Python there. `immutabledict`, where it isn't installed, is stood in for by a dict.
"""
import atexit
import hashlib
import importlib.metadata
import json
import pathlib
import shutil
import sys
import tempfile
import time
import types

sys.path.insert(0, sys.argv[1])


class StandIn(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def describe():
    folder = pathlib.Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    about = folder / "matrix_synapse-0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: matrix-synapse\nVersion: 0\nProvides-Extra: all\n")
    sys.path.append(str(folder))


def stand_in():
    try:
        importlib.metadata.distribution("matrix-synapse")
    except importlib.metadata.PackageNotFoundError:
        describe()
    try:
        import immutabledict  # noqa: F401
    except ImportError:
        module = types.ModuleType("immutabledict")
        module.immutabledict = type("immutabledict", (dict,), {"__hash__": lambda self: hash(frozenset(self.items()))})
        sys.modules["immutabledict"] = module
    try:
        import synapse.synapse_rust  # noqa: F401
    except Exception:
        for name in [name for name in sys.modules if name.split(".")[0] == "synapse"]:
            del sys.modules[name]
        for name in ("", ".push", ".acl"):
            sys.modules["synapse.synapse_rust" + name] = StandIn("synapse.synapse_rust" + name)
        rust = types.ModuleType("synapse.util.rust")
        rust.check_rust_lib_up_to_date = lambda: None
        sys.modules["synapse.util.rust"] = rust


stand_in()
from synapse.api.room_versions import RoomVersions  # noqa: E402
from synapse.events import make_event_from_dict  # noqa: E402
from synapse.state.v2 import resolve_events_with_store  # noqa: E402

try:
    from synapse.storage.databases.main.event_federation import StateDifference
except ImportError:
    StateDifference = None

VERSION = RoomVersions.V11
events = {}
states = []
with open(sys.argv[2], encoding="utf-8") as lines:
    for line in lines:
        if line == "\n":
            break
        event_id, text = line.split(" ", 1)
        pdu = json.loads(text)
        pdu.setdefault("hashes", {"sha256": "x" * 43})
        pdu.setdefault("signatures", {})
        event = make_event_from_dict(pdu, VERSION)
        event._event_id = event_id
        events[event_id] = event
    for line in lines:
        ids = line.split()
        states.append({(events[i].type, events[i].state_key): i for i in ids})
room_id = next(iter(events.values())).room_id


class Clock:
    async def sleep(self, *_):
        pass


class Store:
    async def get_events(self, ids, allow_rejected=False):
        return {i: events[i] for i in ids if i in events}

    async def get_auth_chain_difference(self, room, sets, *more):
        chains = []
        for ids in sets:
            seen = set()
            stack = list(ids)
            while stack:
                at = stack.pop()
                if at not in seen:
                    seen.add(at)
                    stack.extend(events[at].auth_event_ids())
            chains.append(seen)
        difference = set().union(*chains) - set.intersection(*chains)
        return StateDifference(auth_difference=difference, conflicted_subgraph=None) if StateDifference else difference


def resolve():
    start = time.perf_counter()
    work = resolve_events_with_store(Clock(), room_id, VERSION, [dict(s) for s in states], None, Store())
    try:
        while True:
            work.send(None)
    except StopIteration as done:
        return time.perf_counter() - start, done.value


resolve()
seconds, result = resolve()
print(seconds, hashlib.sha256("\n".join(sorted(result.values())).encode()).hexdigest())
