"""What a merge does to the values of facets on codings, which travel inside their coding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codings import CodingValue
from qualcode_app.services.merging.outcomes import OURS, Effect, MergePlan, Outcome

_TABLE = CodingValue.__tablename__
_PER_CODING = "SELECT coding_uid, count(DISTINCT facet_uid) FROM coding_value GROUP BY coding_uid"


def count(
    plan: MergePlan, files: Sequence[Connection]
) -> Mapping[int | None, Mapping[Effect, int]]:
    """Count facets by effect: what each file brings, and under None all together.

    Args:
        plan: What would be merged.
        files: Ours first, then those of the plan.
    """
    outcomes = [one for one in plan.outcomes if one.kind is Kind.CODING]
    touched = {raw.uid_bytes(one.uid) for one in outcomes if one.effect is not Effect.SAME}
    fresh = {one.file: one.stamps.keys() for one in plan.fresh if one.kind is Kind.CODING}
    found: dict[int | None, Counter[Effect]] = {}
    together = found[None] = Counter()
    for number, file in enumerate(files[1:]):
        mine = found[number] = Counter()
        here: dict[bytes, int] = dict(raw.fetch(file, _PER_CODING))
        new = sum(here[uid] for uid in here.keys() & fresh.get(number, set()))
        known = sum(here[uid] for uid in here.keys() - fresh.get(number, set()) - touched)
        mine[Effect.NEW] += new
        mine[Effect.SAME] += known
        together.update({Effect.NEW: new, Effect.SAME: known})
    for one in outcomes:
        if one.effect is Effect.SAME:
            continue
        told = _of(one)
        together.update(told)
        for number in {version.file for version in one.versions if version.file != OURS}:
            found[number].update(told)
    return found


def _of(one: Outcome) -> Counter[Effect]:
    """Return what becomes of the facets of one coding."""
    if one.effect is Effect.CLASH:
        said = [_values(version.stored) for version in one.contents]
        facets = {facet for values in said for facet in values}
        differ = [f for f in facets if len({values.get(f, ()) for values in said}) > 1]
        return Counter({Effect.CLASH: len(differ)})
    before = _values(one.ours.stored if one.ours is not None else None)
    after = _values(one.contents[0].stored)
    told: Counter[Effect] = Counter()
    for facet in before.keys() | after.keys():
        if facet not in before:
            told[Effect.NEW] += 1
        elif facet not in after:
            told[Effect.DELETED] += 1
        else:
            is_same = before[facet] == after[facet]
            told[Effect.SAME if is_same else Effect.CHANGED] += 1
    return told


def _values(stored: Stored | None) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what each facet of a coding says."""
    said: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in stored.children.get(_TABLE, ()) if stored is not None else ():
        words = tuple(
            (name, str(value))
            for name, value in row.items()
            if name not in ("coding_uid", "facet_uid") and value is not None
        )
        said[row["facet_uid"]] = said.get(row["facet_uid"], ()) + words
    return said
