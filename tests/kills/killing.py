"""Kills a process at work, and looks at what it left behind.

A killed process is a fork of this one, so that a kill costs milliseconds; run as a program it
prints what it found as JSON, for a test process has threads that a fork would lose.
"""

from __future__ import annotations

import json
import mmap
import os
import random
import shutil
import signal
import sqlite3
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import openpyxl
from acts import EVERYDAY, WITH_FILES, Place, migrate, prepare

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.models import engine as files
from qualcode_app.services import sample
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project

ACTS = EVERYDAY | WITH_FILES
NAMES = list(ACTS)
FRESH_AFTER = 25  # kills, then a new copy: the log that is checked grows with every act
RARELY = 0.06  # how often an act with files is chosen
LONGEST_S = 0.5  # from one kill to the next


@dataclass
class Report:
    """What kills left behind."""

    kills: int = 0
    in_transaction: int = 0
    with_journal: int = 0  # a journal lay beside the file, which opening it rolled back
    statements: dict[str, int] = field(default_factory=dict)  # of each kind of act
    losses: list[str] = field(default_factory=list)


class Watch:
    """What a process tells of itself until the last moment, in memory shared with its parent."""

    _FORM = struct.Struct("<iiiii")

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, self._FORM.size)
        self.tell()

    def tell(
        self, ready: int = 0, n_done: int = 0, act: int = -1, writing: int = 0, counted: int = 0
    ) -> None:
        """Say where the work stands: `n_done` links in the log before act number `act`."""
        self._now = [ready, n_done, act, writing, counted]
        self._memory[:] = self._FORM.pack(*self._now)

    def writing(self, on: bool) -> None:
        """Say whether a transaction that writes is open."""
        self._now[3] = int(on)
        self._memory[:] = self._FORM.pack(*self._now)

    def read(self) -> tuple[int, ...]:
        """Return ready, n_done, act, writing and counted."""
        return self._FORM.unpack(self._memory[:])


def _trace(on_statement: Callable[[str], None]) -> None:
    """Call a function before every statement that any connection runs from now on.

    They also get next to no cache, so that pages are written long before a transaction ends and
    a kill finds the file half-written: with the usual one most acts write it at their very end.
    """
    pragmas = files._pragmas
    files._pragmas = lambda read_only: (*pragmas(read_only), "cache_size=1")
    connect = sqlite3.connect

    def traced(*args: object, **kwargs: object) -> sqlite3.Connection:
        link = connect(*args, **kwargs)  # type: ignore[call-overload]
        link.set_trace_callback(on_statement)
        return link

    sqlite3.connect = traced  # type: ignore[assignment]


def _fork(work: Callable[[], None]) -> int:
    """Run something in a process of its own; return its number."""
    pid = os.fork()
    if pid:
        return pid
    left = 1
    try:
        work()
        left = 0
    finally:  # whatever it was, this process must not go on as its parent
        if left:
            traceback.print_exc()
        os._exit(left)


def _died(pid: int) -> bool:
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the work failed by itself")
    return os.WIFSIGNALED(status)


def before_every_statement(name: str, place: Place, share: float) -> Report:
    """Kill an act before its statements, each time on a fresh copy of the project.

    Args:
        name: The act; "migration" is one too.
        place: Where it works.
        share: How many of its statements are tried, evenly spread; 1 is all.
    """
    report, watch = Report(), Watch()
    fresh = place.project.read_bytes()
    if name == "withdraw_the_merge":
        with Project.open(place.project) as project:
            ACTS["merge_a_file"](project, place, random.Random(11))
    before = place.project.read_bytes()
    n_before = n_links(place.project)
    n_statements = _statements(name, place, watch)
    n_after = None if name == "migration" else n_links(place.project)
    report.statements[name] = n_statements
    step = max(1, round(1 / share))
    for number in range(1, n_statements + 1, step):
        place.project.write_bytes(before)
        place.export.unlink(missing_ok=True)
        if not _died(_fork(partial(_run, name, place, watch, number))):
            continue  # it came to its end with a statement less
        report.kills += 1
        report.in_transaction += watch.read()[3]
        report.with_journal += _journal(place.project).exists()
        where = f"{name} before statement {number} of {n_statements}"
        allowed = (n_before,) if n_after is None else (n_before, n_after)
        report.losses += [f"{where}: {loss}" for loss in losses(place, allowed)]
        _journal(place.project).unlink(missing_ok=True)
    place.project.write_bytes(fresh)
    return report


def _statements(name: str, place: Place, watch: Watch) -> int:
    if _died(_fork(partial(_run, name, place, watch, None))):
        raise RuntimeError(f"{name} was killed by somebody else")
    return watch.read()[4]


def _run(name: str, place: Place, watch: Watch, last: int | None) -> None:
    """Do one act; die before its statement number `last`, or count them."""
    count = 0
    armed = name == "migration"
    watch.tell()

    def on_statement(statement: str) -> None:
        nonlocal count
        if statement.startswith("BEGIN IMMEDIATE"):
            watch.writing(True)
        elif statement.startswith("BEGIN"):
            watch.writing(False)
        count += armed
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)

    _trace(on_statement)
    if name == "migration":
        migrate(place)
    else:
        project = Project.open(place.project)
        project.author_uid = project.read(people.coders)[0].uid
        armed = True
        ACTS[name](project, place, random.Random(11))
        armed = False
        project.close()
    watch.tell(counted=count)


def at_random_moments(n_kills: int, place: Place, seed: int) -> Report:
    """Let a process work on one project and kill it, again and again."""
    report, watch, chance = Report(), Watch(), random.Random(seed)
    fresh = place.project.read_bytes()
    while report.kills < n_kills:
        if report.kills % FRESH_AFTER == 0:
            place.project.write_bytes(fresh)
        watch.tell()
        pid = _fork(partial(_work, place, watch, chance.randrange(2**31)))
        while not watch.read()[0]:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, LONGEST_S))
        os.kill(pid, signal.SIGKILL)
        if not _died(pid):
            raise RuntimeError("the work came to an end")
        _, n_done, act, writing, _ = watch.read()
        report.kills += 1
        report.in_transaction += writing
        report.with_journal += _journal(place.project).exists()
        allowed = range(n_done, n_done + (4 if act >= 0 else 1))  # an act has three links at most
        found = losses(place, allowed)
        report.losses += [f"kill {report.kills} in {NAMES[act]}: {loss}" for loss in found]
        _journal(place.project).unlink(missing_ok=True)
    place.project.write_bytes(fresh)
    return report


def _work(place: Place, watch: Watch, seed: int) -> None:
    """Do one act after another until somebody kills this process."""
    chance = random.Random(seed)

    def on_statement(statement: str) -> None:
        if statement.startswith("BEGIN"):
            watch.writing(statement.startswith("BEGIN IMMEDIATE"))

    _trace(on_statement)
    project = Project.open(place.project)
    project.author_uid = project.read(people.coders)[0].uid
    while True:
        watch.tell(ready=1, n_done=n_links(place.project))
        name = chance.choice(list(WITH_FILES if chance.random() < RARELY else EVERYDAY))
        watch.tell(ready=1, n_done=watch.read()[1], act=NAMES.index(name))
        with suppress(QualcodeError):  # an act that is refused changes nothing
            ACTS[name](project, place, chance)


def losses(place: Place, allowed: Iterable[int]) -> list[str]:
    """Return everything that is wrong with what a killed process left behind.

    Args:
        place: The files.
        allowed: How many links the log may have.
    """
    found = []
    _, version = files.header(place.project)
    if version == 2:  # the migration was done: all of it
        with closing(sqlite3.connect(place.project)) as link:
            told = link.execute("SELECT (SELECT count(*) FROM trial), count(*) FROM coding")
            n_new, n_old = told.fetchone()
        return [] if n_new == n_old else [f"{n_new} of {n_old} rows were migrated"]
    Project.open(place.project).close()  # also takes away the lock of the dead
    found += [f"{each.fault} {each.where}" for each in checking.check(place.project)]
    if (links := n_links(place.project)) not in (allowed := list(allowed)):
        found.append(f"the log has {links} links, not one of {allowed}")
    if place.export.exists():
        openpyxl.load_workbook(place.export, read_only=True).close()
    return found


def n_links(path: Path) -> int:
    """Return how many links the log of a project has."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as link:
        (n,) = link.execute("SELECT count(*) FROM change_log").fetchone()
    return int(n)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def main(n_random: int, share: float, seed: int) -> None:
    """Kill, and print what was found."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "sample.qualcode"
        sample.make(made).close()
        place = prepare(made, Path(folder))
        swept = [before_every_statement(name, place, share) for name in (*ACTS, "migration")]
        by_chance = at_random_moments(n_random, place, seed)
        shutil.rmtree(place.project.with_name(f"{place.project.stem} backups"), ignore_errors=True)
    print(json.dumps({"random": asdict(by_chance), "sweeps": [asdict(each) for each in swept]}))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
