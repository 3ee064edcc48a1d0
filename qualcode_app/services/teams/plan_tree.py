"""A merge plan as a tree: by kind, then by document, each with what is new, changed or clashing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from sqlalchemy import Connection

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.aggregates import ALL, BY_KIND
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging.outcomes import OURS, Effect, Fresh, MergePlan
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import plan_facets

_DOCUMENT_OF: Mapping[Kind, str] = {  # uid of a row, and of the document it is about
    Kind.CODING: "SELECT c.uid, r.document_uid FROM coding c JOIN revision r"
    " ON r.uid = c.revision_uid",
    Kind.READING_STATUS: "SELECT uid, document_uid FROM reading_status",
    Kind.JUDGEMENT: "SELECT uid, document_uid FROM judgement",
    Kind.ASSIGNMENT: "SELECT uid, document_uid FROM assignment",
    Kind.SECTION: "SELECT s.uid, r.document_uid FROM section s JOIN revision r"
    " ON r.uid = s.revision_uid",
    Kind.ADJUDICATION: "SELECT a.uid, r.document_uid FROM adjudication a JOIN revision r"
    " ON r.uid = a.revision_uid",
    Kind.MEMO: "SELECT m.uid, coalesce(r.document_uid,"
    " CASE m.target_kind WHEN 'document' THEN m.target_uid END) FROM memo m"
    " LEFT JOIN coding c ON m.target_kind = 'coding' AND c.uid = m.target_uid"
    " LEFT JOIN revision r ON r.uid = coalesce(m.revision_uid, c.revision_uid)",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row that changes or clashes, and the files that speak of it."""

    kind: Kind
    key: bytes
    effect: Effect
    files: frozenset[int]

    @property
    def uid(self) -> str:
        """The uid of the row; made when asked, for there may be very many rows."""
        return uid_text(self.key)


@dataclass(frozen=True, slots=True)
class Place:
    """What happens to rows of one kind in one document; without one they are about no document."""

    document_uid: str
    title: str
    rows: tuple[Row, ...]
    n_same: Mapping[int, int]  # rows that say the same, by file

    def counts(self, file: int | None = None) -> dict[Effect, int]:
        """Count by effect what one file brings, or all together."""
        seen = [row.effect for row in self.rows if file is None or file in row.files]
        same = sum(self.n_same.values()) if file is None else self.n_same.get(file, 0)
        return {**Counter(seen), Effect.SAME: same}


@dataclass(frozen=True, slots=True)
class Branch:
    """All of one kind: its documents, or one place for rows that lie in none."""

    kind: Kind
    places: tuple[Place, ...]

    def counts(self, file: int | None = None) -> dict[Effect, int]:
        """Count by effect what one file brings, or all together."""
        total: Counter[Effect] = Counter()
        for place in self.places:
            total.update(place.counts(file))
        return dict(total)


@dataclass(frozen=True, slots=True)
class PlanTree:
    """Everything a merge would do."""

    branches: tuple[Branch, ...]
    facets: Mapping[int | None, Mapping[Effect, int]]  # values on codings, by file; None: together


def read(project: Project, plan: MergePlan) -> PlanTree:
    """Return what a plan does, by kind and document; reads the files once more."""
    with ExitStack() as stack:
        ours = stack.enter_context(project.connection())
        files = [ours]
        for one in plan.files:
            other = stack.enter_context(Project.open(one.path, read_only=True))
            files.append(stack.enter_context(other.connection()))
        titles = _titles(files, _names(plan))
        branches = []
        for aggregate in ALL:
            kind = aggregate.kind
            rows = list(_rows(plan, files, kind))
            counted = [file.counts.get((kind, Effect.SAME), 0) for file in plan.files]
            if rows or any(counted):
                branches.append(Branch(kind, _places(plan, files, rows, (kind, counted), titles)))
        return PlanTree(tuple(branches), plan_facets.count(plan, files))


def _titles(files: Sequence[Connection], names: Mapping[bytes, bytes]) -> dict[bytes, str]:
    titles: dict[bytes, str] = {}
    for file in files:
        for key, title in raw.fetch(file, "SELECT uid, title FROM document"):
            titles.setdefault(names.get(key, key), title)
    return titles


def _rows(plan: MergePlan, files: Sequence[Connection], kind: Kind) -> Iterator[Row]:
    """Yield what changes, with every file that holds it: one row may come from several."""
    for one in plan.outcomes:
        if one.kind is kind and one.effect is not Effect.SAME:
            named = frozenset(each.file for each in one.versions if each.file != OURS)
            yield Row(kind, raw.uid_bytes(one.uid), one.effect, named)
    fresh = [one for one in plan.fresh if one.kind is kind]
    twice = _in_several(files, kind, fresh) if len(plan.files) > 1 else {}
    for some in fresh:
        alone = frozenset({some.file})
        for key in some.stamps:
            yield Row(kind, key, Effect.NEW, twice.get(key, alone))


def _in_several(
    files: Sequence[Connection], kind: Kind, fresh: Sequence[Fresh]
) -> dict[bytes, frozenset[int]]:
    """Return the new rows that more than one file holds, with these files."""
    sql = f'SELECT uid FROM "{BY_KIND[kind].root.name}"'  # noqa: S608  our own tables
    first = {key: some.file for some in fresh for key in some.stamps}
    found: dict[bytes, frozenset[int]] = {}
    for number, file in enumerate(files[1:] if first else ()):
        for (key,) in raw.fetch(file, sql):
            if first.get(key, number) != number:
                found[key] = found.get(key, frozenset({first[key]})) | {number}
    return found


def _places(
    plan: MergePlan,
    files: Sequence[Connection],
    rows: Sequence[Row],
    same: tuple[Kind, Sequence[int]],
    titles: Mapping[bytes, str],
) -> tuple[Place, ...]:
    """Part rows by document, where their kind is about documents."""
    kind, counted = same
    if kind not in _DOCUMENT_OF:
        return (Place("", "", tuple(rows), dict(enumerate(counted))),)
    names = _names(plan)
    where: dict[bytes, bytes] = {}
    n_same: dict[bytes, Counter[int]] = defaultdict(Counter)
    changing = {row.key for row in rows}
    for number, file in enumerate(files, start=OURS):
        for key, document in raw.fetch(file, _DOCUMENT_OF[kind]):
            now, at = _leads(names, key), _leads(names, document or b"")
            where[now] = at
            if number != OURS and now not in changing:
                n_same[at][number] += 1
    by_document: dict[bytes, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[where.get(row.key, b"")].append(row)
    found = [
        Place(
            uid_text(at) if at else "",
            titles.get(at, ""),
            tuple(by_document[at]),
            dict(n_same[at]),
        )
        for at in by_document.keys() | n_same.keys()
    ]
    return tuple(sorted(found, key=lambda place: (not place.rows, place.title)))


def _leads(names: Mapping[bytes, bytes], uid: bytes) -> bytes:
    return names.get(uid, uid)


def _names(plan: MergePlan) -> dict[bytes, bytes]:
    """Return the uids that another one stands for, as they lie in the files."""
    same = plan.names.same
    return {raw.uid_bytes(old): raw.uid_bytes(new) for old, new in same.items()}
