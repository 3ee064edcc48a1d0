"""A codebook file that the project has already: what it would change, decided code by code.

Field by field, three states are compared: what the code said when it came here, what it says now,
and what the file says. A field that only the file changed is taken over, one that only changed
here stays, and one that changed in both ways clashes and is asked.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.domain.codebook_file import CodebookFile
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codebooks import Code, Codebook, CodeRevision, Facet
from qualcode_app.models.registers import Register
from qualcode_app.services.codebook import code_moves, code_state, codebook_rows
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

ACT = "codebook.update"
Effect = Literal["new", "changed", "clash", "retired", "missing"]
_ASKED: tuple[Effect, ...] = ("clash", "retired", "missing")  # what is in use here stays by default
_NOT_IN_FILES = frozenset({"uid", "codebook_uid", "position", "status", "memo"})
_SHOWN = {"code_boundary": "text", "code_keyword": "stem", "code_source": "heading"}


@dataclass(frozen=True, slots=True)
class FieldUpdate:
    """A field of a code as it says here and in the file."""

    field: str
    here: str
    arrives: str
    clashes: bool


@dataclass(frozen=True, slots=True)
class CodeUpdate:
    """What the file would do to one code."""

    key: str
    label_nl: str
    label_en: str
    effect: Effect
    fields: tuple[FieldUpdate, ...] = ()

    @property
    def by_default(self) -> bool:
        """Whether it is done unless somebody says otherwise."""
        return self.effect not in _ASKED


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """What the file would do; facets and registers are not touched, those of the file are named."""

    codebook_uid: str
    updates: tuple[CodeUpdate, ...]
    left_out: tuple[str, ...]

    @property
    def default_keys(self) -> frozenset[str]:
        """The codes that are taken over where nobody says otherwise."""
        return frozenset(one.key for one in self.updates if one.by_default)


def plan(session: Session, arrived: ArrivedCodebook) -> UpdatePlan:
    """Return what a file would do to the codebook of its key.

    Raises:
        UnknownRecord: The project has no such codebook.
    """
    desk = _Desk(session, arrived.book)
    return UpdatePlan(desk.home, tuple(desk.updates()), _left_out(session, desk.home, arrived.book))


def touched(
    session: Session, arrived: ArrivedCodebook, keys: Collection[str]
) -> tuple[list[str], list[str]]:
    """Return the codes that would change and those that would be made, parents first."""
    desk = _Desk(session, arrived.book)
    rows = [desk.rows[key] for key in desk.rows if key in keys]
    known = [row.columns["uid"] for row in rows if row.columns["uid"] in desk.here]
    gone = [one.uid for one in desk.here.values() if one.root["key"] in keys]
    made = [row.columns["uid"] for row in rows if row.columns["uid"] not in desk.here]
    return [*dict.fromkeys([*known, *gone])], made


def carry_out(
    session: Session, arrived: ArrivedCodebook, keys: Collection[str], reason: str
) -> Changes:
    """Let the chosen codes say what the file says.

    Args:
        session: Where to write.
        arrived: The file.
        keys: Chosen codes of the plan; one that is missing from the file is retired.
        reason: Kept with the revisions.

    Raises:
        UnknownRecord: The project has no such codebook.
        RefusedChange: A chosen code would lie below itself, or below one that was not chosen.
    """
    desk = _Desk(session, arrived.book)
    wanted = {one.key: one for one in desk.updates() if one.key in keys}
    desk.check_tree({key for key, one in wanted.items() if one.effect != "missing"})
    new = [desk.placed(key) for key, one in wanted.items() if one.effect == "new"]
    added = [one.uid for one in journal.add_many(session, ACT, new)]
    code_state.note(session, added, reason)
    changed = []
    for key, one in wanted.items():
        if one.effect in {"changed", "clash", "retired"}:
            columns, children = desk.said(key, {field.field for field in one.fields})
            if one.effect == "retired":
                columns["status"] = "draft"
            uid = str(desk.rows[key].columns["uid"])
            if journal.change(session, ACT, Kind.CODE, uid, columns, children):
                changed.append(uid)
    code_state.note(session, changed, reason)
    gone = [uid for uid in desk.gone if desk.here[uid].root["key"] in keys]
    changes = Changes.of(Kind.CODE, added=added, changed=changed)
    retired = {uid: {"status": "retired"} for uid in gone}
    return changes | code_state.change_codes(session, ACT, retired, reason)


class _Desk:
    """The codes of the file beside those here."""

    def __init__(self, session: Session, book: CodebookFile) -> None:
        home = session.scalar(select(Codebook.uid).where(Codebook.key == book.key))
        if home is None:
            raise UnknownRecord(
                "This project has no codebook {key}. Choose one it has, or import that one first.",
                key=book.key,
            )
        self.home = home
        uids = session.scalars(select(Code.uid).where(Code.codebook_uid == home)).all()
        self.here = aggregates.read(session.connection(), Kind.CODE, uids)
        made = [row for row in codebook_rows.of(book) if row.kind is Kind.CODE]
        self.rows = {
            str(row.columns["key"]): row for row in _under_names_here(made, self.here, home)
        }
        self.gone = [
            uid
            for uid, one in self.here.items()
            if uid not in {row.columns["uid"] for row in self.rows.values()}
            and one.root["status"] != "retired"
        ]
        self._past = _past(session, uids)
        self._places: dict[str, tuple[str | None, str]] = {  # code above, and sort key
            uid: (one.root["parent_uid"], str(one.root["position"]))
            for uid, one in self.here.items()
        }
        self._keys = {uid: str(one.root["key"]) for uid, one in self.here.items()}
        self._keys |= {str(row.columns["uid"]): key for key, row in self.rows.items()}

    def updates(self) -> list[CodeUpdate]:
        """Return every code that is not as the file says, in its order; then those it has not."""
        found = []
        for key, row in self.rows.items():
            labels = key, str(row.columns["label_nl"]), str(row.columns["label_en"])
            one = self.here.get(str(row.columns["uid"]))
            if one is None:
                found.append(CodeUpdate(*labels, "new"))
                continue
            fields = tuple(self._fields(one, row))
            if one.root["status"] == "retired":
                found.append(CodeUpdate(*labels, "retired", fields))
            elif fields:
                clashes = any(field.clashes for field in fields)
                found.append(CodeUpdate(*labels, "clash" if clashes else "changed", fields))
        for uid in self.gone:
            root = self.here[uid].root
            found.append(CodeUpdate(root["key"], root["label_nl"], root["label_en"], "missing"))
        return found

    def said(self, key: str, fields: Collection[str]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return these fields of a code as the file says them, as columns and children."""
        row = self.rows[key]
        columns = {name: value for name, value in row.columns.items() if name in fields}
        if "parent_uid" in columns:
            columns["position"] = self._place_after(key)
        return columns, {name: rows for name, rows in row.children.items() if name in fields}

    def placed(self, key: str) -> NewRow:
        """Return a new code with its place after the brother before it in the file."""
        row = self.rows[key]
        columns = {**row.columns, "position": self._place_after(key), "status": "fixed"}
        return NewRow(Kind.CODE, columns, row.children)

    def check_tree(self, keys: Collection[str]) -> None:
        """Refuse where the chosen codes and those here would not make a tree."""
        parents = {uid: one.root["parent_uid"] for uid, one in self.here.items()}
        for key in keys:
            row = self.rows[key]
            parents[str(row.columns["uid"])] = row.columns["parent_uid"]
        for key in keys:
            met, step = set(), self.rows[key].columns["uid"]
            while step is not None:
                if step in met:
                    raise RefusedChange("{key} would lie below itself. Choose otherwise.", key=key)
                if step not in parents:
                    above = self._keys.get(str(step), "")
                    raise RefusedChange("{key} needs {above}. Choose both.", key=key, above=above)
                met.add(step)
                step = parents[step]
        chosen = {str(self.rows[key].columns["uid"]) for key in keys} | self.here.keys()
        for key in keys:
            self.rows[key] = _known_neighbours(self.rows[key], chosen)

    def _fields(self, one: Stored, row: NewRow) -> list[FieldUpdate]:
        here, arrives = _said(one.root, one.children), _said(row.columns, row.children)
        past = self._past[one.uid]
        found = []
        for name, now in here.items():
            coming = arrives[name]
            earlier = [each[name] for each in past if name in each]
            if coming == now or coming in earlier:  # the same, or what it said before our change
                continue
            changed_here = bool(earlier) and earlier[0] != now
            told = (self._shown(name, now), self._shown(name, coming))
            found.append(FieldUpdate(name, *told, changed_here))
        return found

    def _shown(self, name: str, value: Any) -> str:
        if name == "parent_uid":
            return self._keys.get(value, "") if value else ""
        if name in _SHOWN:
            return "; ".join(str(dict(each)[_SHOWN[name]]) for each in value)
        return str(value)

    def _place_after(self, key: str) -> str:
        """Return a sort key after the brother that stands before a code in the file."""
        columns = self.rows[key].columns
        parent, uid = columns["parent_uid"], str(columns["uid"])
        stand = {
            other: position
            for other, (above, position) in self._places.items()
            if above == parent and other != uid
        }
        rows = (row.columns for row in self.rows.values())
        brothers = [str(one["uid"]) for one in rows if one["parent_uid"] == parent]
        before = [stand[other] for other in brothers[: brothers.index(uid)] if other in stand]
        left = before[-1] if before else max(stand.values(), default="")
        right = min((place for place in stand.values() if place > left), default="")
        self._places[uid] = parent, code_moves.between(left, right)
        return self._places[uid][1]


def _under_names_here(
    rows: Sequence[NewRow], here: Mapping[str, Stored], home: str
) -> list[NewRow]:
    """Return codes under the uids they have here: their own, else that of the same key."""
    by_key = {str(one.root["key"]): uid for uid, one in here.items()}
    names = {
        str(row.columns["uid"]): by_key.get(str(row.columns["key"]), str(row.columns["uid"]))
        for row in rows
        if row.columns["uid"] not in here
    }

    def named(columns: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: names.get(value, value) if isinstance(value, str) else value
            for name, value in columns.items()
        }

    return [
        NewRow(
            Kind.CODE,
            {**named(row.columns), "codebook_uid": home},
            {table: [named(one) for one in below] for table, below in row.children.items()},
        )
        for row in rows
    ]


def _known_neighbours(row: NewRow, known: Collection[str]) -> NewRow:
    """Return a code whose boundaries name only codes that are there."""
    boundaries = [
        {**one, "neighbour_code_uid": uid if (uid := one["neighbour_code_uid"]) in known else None}
        for one in row.children["code_boundary"]
    ]
    return NewRow(row.kind, row.columns, {**row.children, "code_boundary": boundaries})


def _past(session: Session, uids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Return what each code has said so far, the oldest first."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for start in range(0, len(uids), 500):
        query = (
            select(CodeRevision.code_uid, CodeRevision.content)
            .where(CodeRevision.code_uid.in_(uids[start : start + 500]))
            .order_by(CodeRevision.at)
        )
        for uid, content in session.execute(query):
            said = json.loads(content)
            children = {name[1:-1]: rows for name, rows in said.items() if name.startswith("[")}
            found[uid].append(_said(said, children))
    return found


def _said(columns: Mapping[str, Any], children: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a code that a file holds, in a form that can be compared."""
    root = {
        name: value
        for name, value in columns.items()
        if name not in _NOT_IN_FILES | aggregates.NOT_CONTENT and not name.startswith("[")
    }
    below = {
        table: tuple(
            tuple(sorted((n, v) for n, v in one.items() if n not in {"code_uid", "ordinal"}))
            for one in children.get(table, ())
        )
        for table in _SHOWN
    }
    return {**root, **below}


def _left_out(session: Session, home: str, book: CodebookFile) -> tuple[str, ...]:
    """Return the facets and registers of the file that are not here."""
    facets = set(session.scalars(select(Facet.key).where(Facet.codebook_uid == home)))
    registers = set(session.scalars(select(Register.key).where(Register.codebook_uid == home)))
    parts = [one.key for one in book.facets if one.key not in facets]
    return (*parts, *(one.key for one in book.registers if one.key not in registers))
