"""What codes were called in other waves: renamed, split and merged codes counted as one.

A code that was merged into another is a part of it; a code made by a split is a part of what was
split; a renamed code is the same. A question over waves counts the parts with the whole. Where a
document has only the wider code, nobody can tell whether the narrower one is meant: unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.models.codebooks import Succession
from qualcode_app.services.analysis.places import Places
from qualcode_app.services.analysis.study import CODED, READ, Bools, State, States, Study

PARTS_OF: Mapping[str, tuple[bool, bool]] = {  # is the old code a part of the new, and back?
    "merge": (True, False),
    "split": (False, True),
    "redefine": (True, True),
}


@dataclass(frozen=True, slots=True)
class Kin:
    """A code with the codes that count for it, and those it is only a part of, as indices."""

    code: int
    parts: tuple[int, ...]
    wider: tuple[int, ...]

    @property
    def everything(self) -> tuple[int, ...]:
        """All of them, the code itself first."""
        return (self.code, *self.parts, *self.wider)


def of_code(session: Session, study: Study, code: int) -> Kin:
    """Return what a code was called before and after."""
    parts: dict[str, set[str]] = defaultdict(set)
    wholes: dict[str, set[str]] = defaultdict(set)
    rows = session.execute(
        select(Succession.from_code_uid, Succession.to_code_uid, Succession.kind)
    )
    for old, new, kind in rows:
        of_new, of_old = PARTS_OF[kind]
        for part, whole in ((old, new),) * of_new + ((new, old),) * of_old:
            parts[whole].add(part)
            wholes[part].add(whole)
    uid = study.tree.codes[code].uid
    below, above = _reached(uid, parts), _reached(uid, wholes)
    at = study.tree.at
    return Kin(
        code,
        tuple(sorted(at[each] for each in below if each in at)),
        tuple(sorted(at[each] for each in above - below if each in at)),
    )


def states(study: Study, kin: Kin, within: Places | None = None) -> tuple[States, Bools]:
    """Return what is known of a code in all documents, whatever it was called.

    Returns:
        Values of `State`, and where only a wider code was used, so that nothing is known.
    """
    found = study.states(list(kin.everything), within)
    n_own = 1 + len(kin.parts)
    own, wider = found[:, :n_own], found[:, n_own:]
    read = np.isin(own, READ)
    silent = read[:, 0] | (read[:, 1:].all(axis=1) if kin.parts else False)
    silent |= (wider == State.ABSENT).any(axis=1)
    said = np.where(silent, np.int8(State.ABSENT), np.int8(State.UNREAD)).astype(np.int8)
    for state in (State.CODED_UNREAD, State.BY_FEWER, State.PRESENT):
        said[(own == state).any(axis=1)] = state
    only_wider = (said == State.UNREAD) & np.isin(wider, CODED).any(axis=1)
    return said, np.asarray(only_wider, np.bool_)


def _reached(start: str, ways: Mapping[str, set[str]]) -> set[str]:
    """Return what can be reached from a code, itself left out."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for each in ways.get(waiting.pop(), set()) - found:
            found.add(each)
            waiting.append(each)
    return found - {start}
