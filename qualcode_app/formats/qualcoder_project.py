"""Read a QualCoder project: a folder `NAME.qda` with its database and its documents.

Offsets in it count code points of the text it keeps of each file. Areas count points of the page
as it is shown, or pixels of a picture, from the top left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from qualcode_app.domain.codebook_arrival import Finding, Lost, Mended
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.domain.qda_project import (
    AreaSelection,
    QdaCase,
    QdaCoding,
    QdaNote,
    QdaProject,
    QdaSource,
    QdaUser,
    QdaValue,
    QdaVariable,
    TextBody,
    TextSelection,
)
from qualcode_app.formats import foreign_codes
from qualcode_app.formats.foreign_codes import ForeignCode
from qualcode_app.formats.foreign_sqlite import ForeignDatabase, Row, number, text
from qualcode_app.formats.refi_package import Missing

ORIGIN = "QualCoder"
DATABASE = "data.qda"
_FOLDERS = {"/docs/": "documents", "/images/": "images", "/audio/": "audio", "/video/": "video"}
_KINDS = {"images": "pdf", "audio": "audio", "video": "video"}  # a picture becomes one page
_MAX_FILE = 1_000_000_000
_DATES = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d_%H:%M:%S", "%Y-%m-%d")
_TABLES = ("project", "source", "code_name", "code_text")


def is_one(path: Path) -> bool:
    """Tell whether a path is the folder of a QualCoder project, or the database in it."""
    return (path / DATABASE).is_file() if path.is_dir() else path.name == DATABASE


class Folder:
    """Gives the documents that lie in the folder of a project."""

    def __init__(self, path: Path) -> None:
        self.path = path if path.is_dir() else path.parent
        self.findings: tuple[Lost | Mended, ...] = ()

    @property
    def file(self) -> Path:
        """The database of the project."""
        return self.path / DATABASE

    def content(self, reference: str) -> bytes:
        """Return the file that a media path of the database names.

        Raises:
            Missing: It lies outside the folder, is not there, or is too large.
        """
        start = next((each for each in _FOLDERS if reference.startswith(each)), None)
        name = reference.removeprefix(start or "")
        if start is None or "/" in name or "\\" in name or not name.strip(". "):
            raise Missing(
                Lost(
                    "{path} lies outside the file and was not opened. Point to it yourself.",
                    path=reference[:200],
                )
            )
        home = (self.path / _FOLDERS[start]).resolve()
        path = home / name
        try:
            if path.resolve().parent != home or not path.is_file():
                raise Missing(Lost("Not in the file: {name}", name=name))
            if path.stat().st_size > _MAX_FILE:
                raise Missing(Lost("{name} is too large and was left out.", name=name))
            return path.read_bytes()
        except (OSError, ValueError) as error:
            raise Missing(Lost("{name} is damaged in the file.", name=name)) from error


def read(path: Path) -> QdaProject:
    """Return the project in a folder.

    Raises:
        UnreadableTable: This is no QualCoder project, or it is damaged or open.
    """
    folder = Folder(path).path
    with ForeignDatabase(folder / DATABASE) as database:
        if not database.has(*_TABLES):
            raise UnreadableTable(
                "{file} is no QualCoder project. Choose the folder whose name ends in .qda.",
                file=folder.name,
            )
        return _Reader(folder, database).result()


class _Reader:
    """Collects what stands in one project; guids are made of what things are."""

    def __init__(self, folder: Path, database: ForeignDatabase) -> None:
        self._folder = folder
        self._database = database
        self._findings: list[Finding] = []
        self._users: dict[str, QdaUser] = {}
        self._notes: list[QdaNote] = []
        about = next(iter(database.rows("project", ("date", "memo", "databaseversion"))), {})
        # The moment it was made is all that tells a project from others in each of its copies.
        self._home = f"QualCoder {text(about.get('date'))}"
        self._about = about
        self._codes: dict[int, str] = {}  # guid by number
        self._names: dict[int, str] = {}  # of sources
        self._selections: dict[int, list[TextSelection]] = defaultdict(list)
        self._areas: dict[int, list[AreaSelection]] = defaultdict(list)
        self._beside: dict[int, int] = defaultdict(int)
        self._values: dict[tuple[str, int], list[QdaValue]] = defaultdict(list)

    def result(self) -> QdaProject:
        codes = [*self._categories(), *self._code_names()]
        variables = self._variables()
        sources = list(self._database.rows("source", _SOURCE))
        self._names = {number(row["id"]) or 0: text(row["name"]) for row in sources}
        self._read_texts()
        self._read_annotations()
        self._read_areas()
        self._read_sounds()
        cases = tuple(self._cases())
        memo = text(self._about.get("memo")).strip()
        return QdaProject(
            name=self._folder.stem,
            origin=ORIGIN,
            made_at=_moment(self._about.get("date")),
            codebook=foreign_codes.book(self._folder, ORIGIN, codes),
            variables=variables,
            cases=cases,
            sources=tuple(self._source(row) for row in sources),
            project_notes=tuple(self._journals()),
            notes=tuple(self._notes),
            users=tuple(self._users.values()),
            description=memo,
            findings=tuple(self._findings),
        )

    def _guid(self, *said: object) -> str:
        return foreign_codes.guid_of(self._home, *said)

    def _user(self, row: Row) -> str:
        name = " ".join(text(row["owner"]).split())
        if not name:
            return ""
        guid = self._guid("user", name.casefold())
        self._users.setdefault(guid, QdaUser(guid, name))
        return guid

    def _note(self, row: Row, words: object, *said: object, name: str = "") -> tuple[str, ...]:
        """Keep a memo and return its guid; nothing where it has no words."""
        words = text(words).strip()
        if not words:
            return ()
        guid = self._guid("note", *said)
        moment = _moment(row.get("date"))
        self._notes.append(QdaNote(guid, name, words, self._user(row), moment))
        return (guid,)

    def _lost(self, said: Lost) -> None:
        self._findings.append(Finding(0, said))

    def _categories(self) -> Iterator[ForeignCode]:
        for row in self._database.rows("code_cat", ("catid", "name", "memo", "supercatid")):
            above = row["supercatid"]
            yield ForeignCode(
                self._guid("category", row["catid"]),
                text(row["name"]),
                None if above is None else self._guid("category", above),
                text(row["memo"]).strip(),
                is_codable=False,
            )

    def _code_names(self) -> Iterator[ForeignCode]:
        for row in self._database.rows("code_name", ("cid", "name", "memo", "catid", "color")):
            own = number(row["cid"])
            if own is None:
                continue
            self._codes[own] = self._guid("code", text(row["name"]))
            above = row["catid"]
            yield ForeignCode(
                self._codes[own],
                text(row["name"]),
                None if above is None else self._guid("category", above),
                text(row["memo"]).strip(),
                text(row["color"]),
            )

    def _coding(self, row: Row, *place: object) -> QdaCoding | None:
        """Return a coding with its memo; None where its code or file is gone."""
        code, source = self._codes.get(number(row["cid"]) or 0), self._file(row)
        if code is None or source is None:
            return None
        user = self._user(row)
        said = ("coding", user, code, self._names[source], *place)
        notes = self._note(row, row["memo"], *said)
        return QdaCoding(self._guid(*said), code, user, _moment(row["date"]), notes)

    def _file(self, row: Row) -> int | None:
        own = number(row["fid"] if "fid" in row else row["id"])
        return own if own in self._names else None

    def _read_texts(self) -> None:
        n_lost = 0
        for row in self._database.rows("code_text", _TEXT):
            start, end = number(row["pos0"]), number(row["pos1"])
            coding = self._coding(row, start, end)
            source = self._file(row)
            if coding is None or source is None or start is None or end is None:
                n_lost += 1
                continue
            self._selections[source].append(
                TextSelection(
                    self._guid("selection", coding.guid),
                    start,
                    end,
                    text(row["seltext"]),
                    coding.user,
                    coding.made_at,
                    codings=(coding,),
                )
            )
        if n_lost:
            self._lost(Lost("{n} codings name a code or file that is not there.", n=n_lost))

    def _read_annotations(self) -> None:
        for row in self._database.rows("annotation", ("fid", "pos0", "pos1", *_WHO)):
            start, end, source = number(row["pos0"]), number(row["pos1"]), self._file(row)
            if source is None or start is None or end is None:
                continue
            said = ("annotation", self._names[source], start, end, text(row["owner"]))
            notes = self._note(row, row["memo"], *said)
            selection = TextSelection(self._guid(*said), start, end, notes=notes)
            self._selections[source].append(selection)

    def _read_areas(self) -> None:
        for row in self._database.rows("code_image", _AREA):
            x, y, width, height = (number(row[each]) for each in ("x1", "y1", "width", "height"))
            page, source = number(row["pdf_page"]), self._file(row)
            coding = self._coding(row, page, x, y, width, height)
            if coding is None or source is None or None in (x, y, width, height):
                continue
            assert x is not None and y is not None  # noqa: S101, PT018  told above
            corners = (x, y, x + (width or 0), y + (height or 0))
            selection = AreaSelection(
                self._guid("area", coding.guid),
                page or 0,  # a picture has one
                corners,
                user=coding.user,
                made_at=coding.made_at,
                codings=(coding,),
                as_shown=True,
            )
            self._areas[source].append(selection)

    def _read_sounds(self) -> None:
        for row in self._database.rows("code_av", ("id", "cid")):
            source = self._file(row)
            if source is not None:
                self._beside[source] += 1

    def _variables(self) -> tuple[QdaVariable, ...]:
        guids: dict[str, str] = {}
        found = []
        for row in self._database.rows("attribute_type", ("name", "valuetype")):
            name = text(row["name"])
            guids[name] = self._guid("variable", name)
            kind = "Float" if text(row["valuetype"]) == "numeric" else "Text"
            found.append(QdaVariable(guids[name], name, kind))
        for row in self._database.rows("attribute", ("name", "attr_type", "value", "id")):
            owner, said = number(row["id"]), text(row["value"]).strip()
            if said and owner is not None and text(row["name"]) in guids:
                value = QdaValue(guids[text(row["name"])], said)
                self._values[text(row["attr_type"]), owner].append(value)
        return tuple(found)

    def _cases(self) -> Iterator[QdaCase]:
        sources: dict[int, dict[str, None]] = defaultdict(dict)
        for row in self._database.rows("case_text", ("caseid", "fid")):
            case, source = number(row["caseid"]), self._file(row)
            if case is not None and source is not None:
                sources[case][self._source_guid(source)] = None
        for row in self._database.rows("cases", ("caseid", "name", "memo")):
            own = number(row["caseid"])
            if own is not None:
                yield QdaCase(
                    self._guid("case", text(row["name"])),
                    text(row["name"]),
                    text(row["memo"]).strip(),
                    tuple(self._values["case", own]),
                    tuple(sources[own]),
                )

    def _source_guid(self, own: int) -> str:
        return self._guid("source", self._names[own])

    def _source(self, row: Row) -> QdaSource:
        own = number(row["id"]) or 0
        path = text(row["mediapath"])
        folder = next((name for start, name in _FOLDERS.items() if path.startswith(start)), "")
        kind = _KINDS.get(folder or path.partition(":")[0], "text")
        if kind == "text" and path.lower().endswith(".pdf"):
            kind = "pdf"
        guid = self._source_guid(own)
        body = None
        if kind in ("text", "pdf"):
            selections = tuple(self._selections[own])
            body = TextBody(self._guid("text", guid), "", text(row["fulltext"]), "", selections)
        return QdaSource(
            kind=kind,
            guid=guid,
            name=text(row["name"]),
            path=path if kind != "text" else "",
            user=self._user(row),
            made_at=_moment(row["date"]),
            text=body,
            areas=tuple(self._areas[own]),
            notes=self._note(row, row["memo"], "source", self._names[own]),
            values=tuple(self._values["file", own]),
            n_beside=self._beside[own],
        )

    def _journals(self) -> Iterator[str]:
        for row in self._database.rows("journal", ("name", "jentry", "date", "owner")):
            said = ("journal", text(row["name"]), text(row["jentry"]))
            yield from self._note(row, row["jentry"], *said, name=text(row["name"]))


_WHO = ("memo", "owner", "date")
_SOURCE = ("id", "name", "fulltext", "mediapath", *_WHO)
_TEXT = ("cid", "fid", "seltext", "pos0", "pos1", *_WHO)
_AREA = ("id", "x1", "y1", "width", "height", "cid", "pdf_page", *_WHO)


def _moment(value: object) -> datetime | None:
    """Return when something was made; QualCoder names no zone, so it is read as UTC."""
    said = text(value).strip()[:19]
    for form in _DATES:
        try:
            return datetime.strptime(said, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
