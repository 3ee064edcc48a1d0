"""Stamps: small version vectors that tell newer from clashing in any order of merging."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Order(Enum):
    """How one stamp stands to another."""

    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    APART = "apart"  # neither knew of the other


def parse(stamp: str) -> dict[str, int]:
    """Return the counter of each replica named in a stamp.

    Raises:
        ValueError: The text is no list of `replica:counter` pairs.
    """
    counters: dict[str, int] = {}
    for pair in stamp.split():
        replica, _, counter = pair.rpartition(":")
        if not replica or replica in counters:
            raise ValueError(f"no stamp: {stamp!r}")
        counters[replica] = int(counter)
    return counters


def write(counters: Mapping[str, int]) -> str:
    """Return the text of a stamp, pairs sorted by replica."""
    return " ".join(f"{replica}:{counters[replica]}" for replica in sorted(counters))


def join(*stamps: str) -> str:
    """Return the least stamp that covers all of these."""
    joined: dict[str, int] = {}
    for stamp in stamps:
        for replica, counter in parse(stamp).items():
            joined[replica] = max(joined.get(replica, 0), counter)
    return write(joined)


def advance(stamp: str, replica: str, counter: int) -> str:
    """Return the stamp of a write in `replica` on top of what `stamp` says."""
    return write({**parse(stamp), replica: counter})


def compare(ours: str, theirs: str) -> Order:
    """Tell how `theirs` stands to `ours`."""
    if ours == theirs:  # by far the most often
        return Order.SAME
    mine, other = parse(ours), parse(theirs)
    behind = any(mine.get(replica, 0) < counter for replica, counter in other.items())
    ahead = any(other.get(replica, 0) < counter for replica, counter in mine.items())
    if behind and ahead:
        return Order.APART
    if behind:
        return Order.NEWER
    return Order.OLDER if ahead else Order.SAME
