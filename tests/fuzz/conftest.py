"""Damaged and made-up files for every reader, bounded in time.

`FUZZ_SECONDS` says how long each reader is tried (a third of a second without it). A case is a
number: the same number makes the same file. Numbers that once brought a reader down stand in
seeds.json and are tried first, for ever.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "unit" / "formats")]

from mutations import mutated  # noqa: E402  the folder is on the path now

from qualcode_app.domain.errors import QualcodeError  # noqa: E402

SECONDS = float(os.environ.get("FUZZ_SECONDS", "0.3"))
LONGEST_S = 60
SEEDS: dict[str, list[int]] = json.loads((HERE / "seeds.json").read_text("utf-8"))

Read = Callable[[Path], object]


class Hung(Exception):
    """A reader did not come back."""


@contextmanager
def patience() -> Iterator[None]:
    """Raise Hung in what takes longer than a user would wait."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_: object) -> None:
        raise Hung(f"more than {LONGEST_S} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def numbers(name: str) -> Iterator[int]:
    """Yield the kept numbers of a reader, then others while there is time."""
    yield from SEEDS.get(name, [])
    give_up, number = time.monotonic() + SECONDS, 0
    while time.monotonic() < give_up:
        yield number
        number += 1


@pytest.fixture
def attack(tmp_path):
    """Try a reader on damaged forms of a file: each is read, or refused in one sentence."""

    def attack(name: str, sample: bytes, suffix: str, read: Read) -> None:
        inside = tmp_path / "inside"
        inside.mkdir()
        path = inside / f"bestand{suffix}"
        path.write_bytes(sample)
        read(path)  # the sound file is read
        n_tried = 0
        for number in numbers(name):
            print(name, number)  # shown with a failure: the number belongs into seeds.json then
            path.write_bytes(mutated(sample, f"{name} {number}"))
            try:
                with patience():
                    read(path)
            except QualcodeError as refused:
                check_sentence(str(refused))
            n_tried += 1
        assert n_tried >= len(SEEDS.get(name, [])) + 1
        assert [one.name for one in tmp_path.iterdir()] == ["inside"]
        assert [one.name for one in inside.iterdir()] == [path.name]

    return attack


def check_sentence(said: str) -> None:
    """A refusal is a few sentences on one line, without a trace of our code."""
    assert said.rstrip().endswith(".")
    assert "\n" not in said
    assert len(said) < 1500
    assert "Traceback" not in said
