"""A clash as a person reads it: what the versions say, field by field, and both joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from qualcode_app.domain.content import plain
from qualcode_app.models.aggregates import NOT_CONTENT, Stored
from qualcode_app.services.merging import branches
from qualcode_app.services.merging.outcomes import MergePlan, Outcome, Story, Version

JOINED = -2  # in place of the number of a file: what several said, one below the other
_NOT_TO_READ = ("digest", "sha256")
_TEXTS = frozenset(
    {"short_nl", "short_en", "full_nl", "full_en", "when_to_use", "example", "borderline"}
    | {"memo", "text", "note"}
)


@dataclass(frozen=True, slots=True)
class Side:
    """One version of a clash.

    Args:
        version: What stays when it is chosen.
        changed_at: When it was written or deleted; None where nobody knows.
        said: What it says in the fields in which the versions differ.
        changed_by_uid: Who wrote or deleted it; empty where nobody knows.
    """

    version: Version
    changed_at: datetime | None
    said: Mapping[str, str]
    changed_by_uid: str = ""


def sides(clash: Outcome) -> tuple[Side, ...]:
    """Return the versions with the fields in which they differ."""
    versions = clash.contents
    flat = [_flat(one.stored, clash.called) if one.stored is not None else {} for one in versions]
    living = [each for each, one in zip(flat, versions, strict=True) if one.stored is not None]
    names = sorted({name for each in living for name in each})
    differing = [name for name in names if len({each.get(name, "") for each in living}) > 1]
    return tuple(
        Side(
            one,
            one.written[0] if one.written is not None else None,
            {name: each.get(name, "") for name in differing} if one.stored is not None else {},
            one.written[1] if one.written is not None else "",
        )
        for one, each in zip(versions, flat, strict=True)
    )


def joined(clash: Outcome) -> Version | None:
    """Return a version in which all of them hold; None where they contradict each other.

    What each side changed where these are different things, else all texts below one another.
    """
    living = [one.stored for one in clash.contents if one.stored is not None]
    if len(living) < 2 or len(living) < len(clash.contents):
        return None
    both = woven(clash) or _below_each_other(living)
    return Version(JOINED, "", both) if both is not None else None


def woven(clash: Outcome) -> Stored | None:
    """Return what each side changed together; None where both changed one thing, or who knows."""
    living = [one.stored for one in clash.contents if one.stored is not None]
    return branches.woven(clash.base, living) if clash.base is not None and living else None


def _below_each_other(living: Sequence[Stored]) -> Stored | None:
    first, *rest = living
    differing = {
        name
        for other in rest
        for name, value in other.root.items()
        if name not in NOT_CONTENT and value != first.root.get(name)
    }
    if not differing <= _TEXTS or any(other.children != first.children for other in rest):
        return None
    texts = {
        name: "\n".join(dict.fromkeys(str(one.root[name]) for one in living if one.root[name]))
        for name in differing
    }
    return replace(first, root={**first.root, **texts})


def stories(plan: MergePlan, clash: Outcome) -> dict[int, Story]:
    """Return by file what became of a row since the file was handed out, where that is known."""
    found = {}
    for number, file in enumerate(plan.files):
        if file.since is not None and (story := file.since.stories.get(clash.key)) is not None:
            found[number] = story
    return found


def where_from(plan: MergePlan, version: Version) -> str:
    """Return the name of the file a version comes from; empty for this project."""
    return plan.files[version.file].path.stem if version.file >= 0 else ""


def _flat(stored: Stored, called: Mapping[str, str]) -> dict[str, str]:
    said = {}
    for name, value in stored.root.items():
        if name in NOT_CONTENT or value is None or name.endswith(_NOT_TO_READ):
            continue
        if "uid" not in name:
            said[name] = str(plain(value))
        elif value in called:
            said[name] = called[value]
    for table, rows in stored.children.items():
        said[table] = "\n".join(_line(row) for row in rows)
    return said


def _line(row: Mapping[str, Any]) -> str:
    words = (str(plain(value)) for name, value in row.items() if "uid" not in name and value)
    return " · ".join(words)
