"""The rows of a merge plan in words: about which code, what it says and whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from qualcode_app.domain.changes import Kind
from qualcode_app.models import aggregates, raw
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging.outcomes import (
    Effect,
    MergePlan,
    Outcome,
    Version,
    words_of,
)
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams.plan_tree import Row

_ABOUT = ("code_uid", "family_uid", "proposition_uid", "attribute_uid", "group_uid")
_NAMES = (  # of what rows refer to, by uid
    "SELECT uid, key FROM code",
    "SELECT uid, key FROM proposition",
    "SELECT uid, title FROM attribute",
    "SELECT uid, title FROM case_group",
    "SELECT uid, name FROM coder",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One row that changes.

    Args:
        kind: What it is.
        effect: What the merge does to it.
        about: Key of the code or proposition it is about; empty for other rows.
        words: What it says.
        coder: Whose it is; empty for rows of nobody.
        changed_at: When it was last changed; None for a deletion.
    """

    kind: Kind
    effect: Effect
    about: str
    words: str
    coder: str
    changed_at: datetime | None


def read(project: Project, plan: MergePlan, rows: Sequence[Row], language: str) -> list[Item]:
    """Return these rows of a plan in words, in the order given."""
    with project.connection() as ours:
        names = _names(ours)
    known = {one.key: one for one in plan.outcomes}
    stored = {row.uid: _planned(known.get((row.kind, row.uid))) for row in rows}
    fresh = [row for row in rows if (row.kind, row.uid) not in known]
    for number in sorted({min(row.files) for row in fresh}):
        with (
            Project.open(plan.files[number].path, read_only=True) as other,
            other.connection() as file,
        ):
            names = _names(file) | names
            for row in fresh:
                if min(row.files) == number:
                    stored[row.uid] = aggregates.read_one(file, row.kind, row.uid)
    return [_item(row, stored[row.uid], names, language) for row in rows]


def _planned(one: Outcome | None) -> Stored | None:
    """Return how a row that was compared will stand, or stood before it is deleted."""
    if one is None:
        return None
    versions: Iterable[Version | None] = (*one.contents, one.ours)
    return next((each.stored for each in versions if each and each.stored is not None), None)


def _names(file: Connection) -> dict[str, str]:
    return {uid_text(uid): name for sql in _NAMES for uid, name in raw.fetch(file, sql)}


def _item(row: Row, stored: Stored | None, names: Mapping[str, str], language: str) -> Item:
    root: Mapping[str, Any] = stored.root if stored is not None else {}
    about = next((names.get(root[name], "") for name in _ABOUT if root.get(name)), "")
    words = words_of(Version(0, "", stored), language) or root.get("option_key") or ""
    changed_at = None if row.effect is Effect.DELETED else root.get("changed_at")
    coder = names.get(root.get("coder_uid", ""), "")
    return Item(row.kind, row.effect, about, str(words), coder, changed_at)
