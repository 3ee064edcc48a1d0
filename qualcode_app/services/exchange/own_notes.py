"""What REFI-QDA has no place for, as notes that people read and QualCode reads back.

A note of ours has three parts: what a person reads, a line with a mark and a digest of that, and
one line of JSON for each row. A row line names its kind, its columns as in the project file
(`root`) and its child rows (`children`). A line with `says` names a coding or memo that stands in
the standard's own elements, and only what these do not say of it. Uids are the guids of the
file. The note on a document holds its reading statuses and verdicts, that on a coding its
facets; the notes on the project hold the rest, one note for each kind of row.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost
from qualcode_app.domain.qda_project import QdaNote
from qualcode_app.formats.refi_codebook import MARK, mark
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import BY_KIND, Stored

LEFT_BEHIND = frozenset({Kind.BATCH, Kind.CODING, Kind.MEMO, Kind.REVISION})
"""Kinds that never go out as rows of their own (texts only where they cannot be read again)."""
KINDS = tuple(each.kind for each in aggregates.ALL if each.kind not in LEFT_BEHIND)
_TRAVEL = ("stamp", "batch_uid")
_HOLDS_UIDS = frozenset({"documents", "definition", "result", "parent_uids", "asked_when"})
_NOT_IN_XML = re.compile("[\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Says = Mapping[str, Any]


@dataclass(slots=True)
class OwnRows:
    """What notes of ours hold, after reading."""

    rows: dict[Kind, dict[str, Stored]] = field(default_factory=lambda: defaultdict(dict))
    says: dict[str, Says] = field(default_factory=dict)  # by uid of the coding or memo
    usual: Says = field(default_factory=dict)  # of every coding of which nothing else is said
    notes: set[str] = field(default_factory=set)  # guids of the notes, which are no memos
    lost: list[Lost] = field(default_factory=list)

    def of(self, kind: Kind) -> dict[str, Stored]:
        """Return the rows of a kind by uid."""
        return self.rows.get(kind, {})


def text(said: str, lines: Iterable[str]) -> str:
    """Return the words of a note that keeps rows."""
    return "\n".join([said, mark(said), *lines])


def row_line(stored: Stored) -> str:
    """Return a row as a line."""
    whole = aggregates.to_json(stored)
    root = whole["root"]
    assert isinstance(root, dict)  # noqa: S101  for the type checker
    kept = {name: value for name, value in root.items() if name not in _TRAVEL}
    children = {name: rows for name, rows in _dict(whole["children"]).items() if rows}
    return _json({"kind": stored.kind.value, "root": kept, "children": children})


def says_line(uid: str, says: Says) -> str:
    """Return what the standard's elements do not say of a coding or memo."""
    return _json({"uid": uid, "says": says})


def usual_line(says: Says) -> str:
    """Return what is so of every coding of which no line says otherwise."""
    return _json({"usual": says})


def read(notes: Sequence[QdaNote]) -> OwnRows:
    """Take the rows out of our notes; a line that is not understood is told and left out."""
    found = OwnRows()
    for note in notes:
        parts = MARK.split("\n" + note.text)
        if len(parts) != 3:
            continue
        found.notes.add(note.guid)
        for line in parts[2].split("\n"):
            if line.strip():
                _take(line, note.name, found)
    return found


def people_text(note: QdaNote) -> str:
    """Return what a person reads of a note, without rows."""
    return MARK.split("\n" + note.text)[0].strip()


def renamed(stored: Stored, names: Mapping[str, str]) -> Stored:
    """Return a row with every uid that has another name here replaced."""

    def of(column: str, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if column in _HOLDS_UIDS:
            return _UUID.sub(lambda match: names.get(match[0], match[0]), value)
        return names.get(value, value)

    def row(columns: Mapping[str, Any]) -> dict[str, Any]:
        return {name: of(name, value) for name, value in columns.items()}

    children = {table: tuple(map(row, rows)) for table, rows in stored.children.items()}
    return replace(stored, root=row(stored.root), children=children)


def _take(line: str, name: str, found: OwnRows) -> None:
    try:
        said = json.loads(line)
        if "usual" in said:
            found.usual = dict(said["usual"])
            return
        if "says" in said:
            found.says[_uid(said["uid"])] = dict(said["says"])
            return
        kind = Kind(said["kind"])
        if kind in LEFT_BEHIND - {Kind.REVISION}:
            raise ValueError(kind)
        stored = _stored(kind, said)
        found.rows[kind][stored.uid] = stored
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation, RecursionError):
        found.lost.append(Lost("A line of the note {name} is not understood.", name=name[:60]))


def _stored(kind: Kind, said: Mapping[str, Any]) -> Stored:
    travel = {"stamp": "", "batch_uid": None}
    root = {**said["root"], **travel}
    stored = aggregates.from_json(kind, {"root": root, "children": said.get("children", {})})
    _check(kind, stored)
    return stored


def _check(kind: Kind, stored: Stored) -> None:
    """Refuse values of another type than their column, which the file would keep unseen."""
    aggregate = BY_KIND[kind]
    _check_row(aggregate.root.columns, stored.root)
    for table in aggregate.children:
        owner = aggregate.owner(table).name
        for row in stored.children[table.name]:
            _check_row(table.columns, row)
            if row[owner] != stored.uid:
                raise ValueError(owner)


def _check_row(columns: Any, row: Mapping[str, Any]) -> None:
    for column in columns:
        value = row[column.name]
        if value is None:
            if not column.nullable and column.name not in _TRAVEL:
                raise ValueError(column.name)
        elif column.name.endswith("uid"):
            _uid(value)
        elif not isinstance(value, _python_type(column)) or (
            isinstance(value, bool) and _python_type(column) is not bool
        ):
            raise TypeError(column.name)


def _python_type(column: Any) -> type:
    try:
        found: type = column.type.python_type
    except NotImplementedError:  # so SQLAlchemy says that a type of ours stands for no one class
        found = object
    name = type(column.type).__name__
    return {"UtcTimeType": datetime, "DecimalText": Decimal}.get(name, found)


def _uid(value: Any) -> str:
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise ValueError(value)
    return value


def _dict(value: Any) -> dict[str, Any]:
    return dict(value)


def children(kind: Kind, uid: str, says: Says) -> dict[str, list[dict[str, Any]]]:
    """Return the child rows that a line says of a row.

    Raises:
        Lost: They are not understood.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    try:
        for table in BY_KIND[kind].children:
            if table.name not in says:
                continue
            owner = BY_KIND[kind].owner(table).name
            rows = [aggregates.typed(table, {**row, owner: uid}) for row in says[table.name]]
            for row in rows:
                _check_row(table.columns, row)
            found[table.name] = rows
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation) as error:
        raise Lost("What a note says of a coding is not understood.") from error
    return found


def plain_says(says: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in a form that JSON keeps."""
    return {name: _plain(value) for name, value in says.items()}


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return format(value, "f")
        case datetime() | date():
            return value.isoformat()
        case list() | tuple():
            return [_plain(one) for one in value]
        case dict():
            return plain_says(value)
        case _:
            return value


def _json(value: object) -> str:
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", said)
