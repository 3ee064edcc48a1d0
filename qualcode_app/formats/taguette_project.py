"""Read a Taguette project: one of those in its SQLite file.

Highlights count bytes of the text in its HTML. Who made a highlight stands in the list of
commands; without one its coder is not known.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qualcode_app.domain.codebook_arrival import Finding, Lost
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.domain.qda_project import (
    QdaCoding,
    QdaProject,
    QdaSource,
    QdaUser,
    TextBody,
    TextSelection,
)
from qualcode_app.formats import foreign_codes
from qualcode_app.formats.foreign_codes import ForeignCode
from qualcode_app.formats.foreign_sqlite import ForeignDatabase, Row, number, text
from qualcode_app.formats.html_words import HtmlWords

ORIGIN = "Taguette"
_TABLES = ("projects", "documents", "highlights", "highlight_tags", "tags")
_DOT = "."


def names(path: Path) -> list[str]:
    """Return what the projects in a file are called.

    Raises:
        UnreadableTable: It is no file of Taguette.
    """
    with _opened(path) as database:
        return [text(row["name"]) for row in database.rows("projects", ("name",))]


def read(path: Path, name: str | None = None) -> QdaProject:
    """Return a project.

    Raises:
        UnreadableTable: It is no file of Taguette, or holds several projects and `name` is none
            of them.
    """
    with _opened(path) as database:
        rows = list(database.rows("projects", ("id", "name", "description", "created")))
        wanted = [row for row in rows if name is None or text(row["name"]) == name]
        if len(wanted) != 1:
            raise UnreadableTable(
                "{file} holds the projects {names}. Say which one.",
                file=path.name,
                names=", ".join(text(row["name"]) for row in rows) or "–",
            )
        return _Reader(path, database, wanted[0]).result()


def _opened(path: Path) -> ForeignDatabase:
    database = ForeignDatabase(path)
    with database:
        if database.has(*_TABLES):
            return ForeignDatabase(path)
    raise UnreadableTable(
        "{file} is no file of Taguette. Export the project there as SQLite.", file=path.name
    )


class _Reader:
    """Collects what stands in one project; guids are made of what things are."""

    def __init__(self, path: Path, database: ForeignDatabase, project: Row) -> None:
        self._path = path
        self._database = database
        self._project = project
        self._home = f"Taguette {text(project['created'])} {text(project['name'])}"
        self._findings: list[Finding] = []
        self._users: dict[str, QdaUser] = {}
        self._codes: dict[int, str] = {}

    def result(self) -> QdaProject:
        book = foreign_codes.book(self._path, ORIGIN, list(self._tags()))
        sources = tuple(self._sources())
        return QdaProject(
            name=text(self._project["name"]) or self._path.stem,
            origin=ORIGIN,
            made_at=_moment(self._project["created"]),
            codebook=book,
            sources=sources,
            users=tuple(self._users.values()),
            description=text(self._project["description"]).strip(),
            findings=tuple(self._findings),
        )

    def _guid(self, *said: object) -> str:
        return foreign_codes.guid_of(self._home, *said)

    def _own(self, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
        for row in self._database.rows(table, ("project_id", *columns)):
            if row["project_id"] == self._project["id"]:
                yield row

    def _tags(self) -> Iterator[ForeignCode]:
        """Yield the tags; `a.b` stands below `a` where there is a tag of that path."""
        rows = list(self._own("tags", ("id", "path", "description")))
        paths = {text(row["path"]) for row in rows}
        for row in rows:
            own, path = number(row["id"]), text(row["path"])
            if own is None:
                continue
            self._codes[own] = self._guid("tag", path)
            above = path
            while above := above.rpartition(_DOT)[0]:
                if above in paths:
                    break
            yield ForeignCode(
                self._codes[own],
                path.removeprefix(f"{above}{_DOT}") if above else path,
                self._guid("tag", above) if above else None,
                text(row["description"]).strip(),
            )

    def _sources(self) -> Iterator[QdaSource]:
        makers = dict(self._makers())
        codes: dict[int, list[str]] = defaultdict(list)
        for row in self._database.rows("highlight_tags", ("highlight_id", "tag_id")):
            highlight, tag = number(row["highlight_id"]), number(row["tag_id"])
            if highlight is not None and tag in self._codes:
                codes[highlight].append(self._codes[tag])
        highlights: dict[int, list[Row]] = defaultdict(list)
        for row in self._database.rows("highlights", _HIGHLIGHT):
            document = number(row["document_id"])
            if document is not None:
                highlights[document].append(row)
        n_untagged = 0
        for row in self._own("documents", _DOCUMENT):
            own, name = number(row["id"]), text(row["name"])
            if own is None:
                continue
            guid = self._guid("source", own, name)
            words = HtmlWords(text(row["contents"]))
            n_untagged += sum(not codes[number(one["id"]) or 0] for one in highlights[own])
            selections = [
                self._selection(guid, words, one, codes[number(one["id"]) or 0], makers)
                for one in highlights[own]
                if codes[number(one["id"]) or 0]
            ]
            found = tuple(one for one in selections if one is not None)
            body = TextBody(self._guid("text", guid), "", words.text, "", found)
            yield QdaSource(
                kind="text",
                guid=guid,
                name=name,
                made_at=_moment(row["created"]),
                description=text(row["description"]).strip(),
                text=body,
            )
        if n_untagged:
            said = Lost("{n} highlights have no tag and were left out.", n=n_untagged)
            self._findings.append(Finding(0, said))

    def _selection(
        self,
        source: str,
        words: HtmlWords,
        row: Row,
        codes: list[str],
        makers: dict[int, tuple[str, datetime | None]],
    ) -> TextSelection | None:
        first, last = number(row["start_offset"]), number(row["end_offset"])
        if first is None or last is None:
            return None
        start, end = words.at(first), words.at(last)
        user, made_at = makers.get(number(row["id"]) or 0, ("", None))
        codings = tuple(
            QdaCoding(self._guid("coding", user, source, code, start, end), code, user, made_at)
            for code in codes
        )
        quote = HtmlWords(text(row["snippet"])).text.strip()
        guid = self._guid("selection", source, start, end, *codes, user)
        return TextSelection(guid, start, end, quote, user, made_at, codings=codings)

    def _makers(self) -> Iterator[tuple[int, tuple[str, datetime | None]]]:
        """Yield who made or last changed each highlight."""
        for row in self._own("commands", ("date", "user_login", "payload")):
            said = _json(row["payload"])
            own = number(said.get("highlight_id"))
            name = " ".join(text(row["user_login"]).split())
            if said.get("type") == "highlight_add" and own is not None and name:
                guid = self._guid("user", name.casefold())
                self._users.setdefault(guid, QdaUser(guid, name))
                yield own, (guid, _moment(row["date"]))


_HIGHLIGHT = ("id", "document_id", "start_offset", "end_offset", "snippet")
_DOCUMENT = ("id", "name", "description", "created", "contents")


def _json(value: object) -> dict[str, Any]:
    try:
        said = json.loads(text(value))
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(text(value)).replace(tzinfo=UTC)
    except ValueError:
        return None
