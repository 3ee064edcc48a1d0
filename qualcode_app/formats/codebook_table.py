"""A codebook as one table with a row per code, out and in; `codebooks/FORMAT.md` describes it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from qualcode_app.domain.codebook_arrival import ArrivedCodebook, Finding, Lost, Mended
from qualcode_app.domain.codebook_file import (
    Boundary,
    CodebookFile,
    CodeEntry,
    Keyword,
    Match,
    Side,
    SourceRef,
)
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.formats import codebook_facts
from qualcode_app.formats.codebook_checks import Fault, check
from qualcode_app.formats.codebook_json import MAX_TEXT
from qualcode_app.formats.codebook_words import in_language
from qualcode_app.formats.keys import key_of, unused

Row = Mapping[str, str]
TEXTS = (
    *("label_nl", "label_en", "short_nl", "short_en", "full_nl", "full_en", "when_to_use"),
    *("example", "borderline", "colour", "side", "pole_a", "pole_b"),
)
NAMES = ("label", "name", "code", "naam", "label_nl", "label_en")
DEFINITIONS = ("definition", "description", "definitie", "omschrijving", "full_nl", "full_en")
MATCHES: Mapping[str, Match] = {
    "word": "word",
    "start": "start",
    "exact": "exact",
    "phrase": "phrase",
    "inside": "inside",
}
SIDES: tuple[Side, ...] = ("trend", "programme", "both", "none")
_LEVEL = re.compile(r"(?:level|niveau)[ _]?([1-9])")
_KEYWORD = re.compile(r"(.+) \((\w+)\)")
_ARROW = " → "
_NOBODY = "–"
_YES = {"", "true", "yes", "ja", "1", "waar"}


def table(book: CodebookFile, language: str) -> Table:
    """Return the codes as rows, with a column for each level of the tree."""
    paths = _paths(book, language)
    depth = max((len(path) for path in paths.values()), default=1)
    levels = tuple(Column(f"level {number + 1}", width=28) for number in range(depth))
    columns = (
        *(Column("key"), Column("parent"), *levels),
        *(Column(name, width=44 if "_" in name or name == "example" else 14) for name in TEXTS),
        *(Column("default_on"), Column("is_residual")),
        *(Column("not_when", width=44), Column("keywords", width=44), Column("sources", width=44)),
        *(Column("codebook"), *(Column(name, width=28) for name in codebook_facts.NAMES)),
    )
    facts = codebook_facts.cells(book)
    rows: list[tuple[Cell, ...]] = []
    for code in book.codes:
        path = paths[code.key]
        steps = [*path, *[""] * (depth - len(path))]
        texts = [getattr(code, name) for name in TEXTS]
        flags = ["yes" if flag else "no" for flag in (code.default_on, code.is_residual)]
        rows.append(
            (code.key, code.parent, *steps, *texts, *flags, *_lists(code), book.key, *facts)
        )
        facts = ("",) * len(facts)  # on the first line only
    return Table(columns, rows)


def arrived(rows: Sequence[Row], path: Path) -> ArrivedCodebook:
    """Return the codebook in the rows of a table; headings in lower case.

    Raises:
        UnreadableTable: No column names the codes, or the rows do not make a tree; names the line.
    """
    if not rows:
        raise UnreadableTable(
            "{file}, line 1: there are no codes in this table. Give every code a row of its own.",
            file=path.name,
        )
    levels = sorted((found[1], name) for name in rows[0] if (found := _LEVEL.fullmatch(name)))
    if not levels and not any(name in rows[0] for name in NAMES):
        raise UnreadableTable(
            "{file}, line 1: no column names the codes. Call one label_nl, label_en or level 1.",
            file=path.name,
        )
    reader = _Rows(path.name, [name for _, name in levels])
    for number, row in enumerate(rows, start=2):
        reader.read(row, number)
    codes = reader.codes
    book = codebook_facts.book(rows, codes, path.stem, reader.findings)
    try:
        check(book)
    except Fault as fault:
        at = fault.place[1] if len(fault.place) > 1 and fault.place[0] == "codes" else -1
        raise UnreadableTable(
            "{file}, line {line}: {reason} Mend it there, or export the codebook again.",
            file=path.name,
            line=int(at) + 2,
            reason=fault.reason,
        ) from fault
    return ArrivedCodebook(book, findings=tuple(reader.findings))


class _Rows:
    """Makes codes of rows."""

    def __init__(self, file: str, levels: Sequence[str]) -> None:
        self._file = file
        self._levels = levels
        self.codes: list[CodeEntry] = []
        self._by_path: dict[tuple[str, ...], str] = {}
        self._taken: set[str] = set()
        self.findings: list[Finding] = []

    def read(self, row: Row, number: int) -> None:
        """Keep the code of one row."""
        for name, text in row.items():
            if len(text) > MAX_TEXT:
                raise UnreadableTable(
                    "{file}, line {line}: {name} has {n} characters; at most {limit} are read. "
                    "Make it shorter.",
                    file=self._file,
                    line=number,
                    name=name[:40],
                    n=len(text),
                    limit=MAX_TEXT,
                )
        path = tuple(row[name].strip() for name in self._levels if row.get(name, "").strip())
        label = _first(row, NAMES) or (path[-1] if path else "")
        if not label:
            said = Lost("This row has no name and was left out.")
            self.findings.append(Finding(number, said))
            return
        key = self._key(row.get("key", "").strip(), label, number)
        parent = row.get("parent", "").strip() or None
        if parent is None and len(path) > 1:
            parent = self._by_path.get(path[:-1])
            if parent is None:
                said = Lost("There is no row for the code above {name}.", name=label)
                self.findings.append(Finding(number, said))
        self._by_path.setdefault(path, key)
        self.codes.append(self._code(row, (key, parent), label, number))

    def _key(self, key: str, label: str, number: int) -> str:
        if key:
            self._taken.add(key)
            return key
        made = unused(key_of(label), self._taken)
        if made != key_of(label):
            said = Mended("The name {name} stands here more than once.", name=label)
            self.findings.append(Finding(number, said))
        self._taken.add(made)
        return made

    def _code(self, row: Row, place: tuple[str, str | None], label: str, number: int) -> CodeEntry:
        texts = {name: row.get(name, "").strip() for name in TEXTS}
        texts["label_nl"] = texts["label_nl"] or texts["label_en"] or label
        texts["label_en"] = texts["label_en"] or texts["label_nl"]
        side = texts.pop("side")
        if not texts["full_nl"] and not texts["full_en"]:
            texts["full_nl"] = texts["full_en"] = _first(row, DEFINITIONS)
        for language in ("nl", "en"):
            full = texts[f"full_{language}"]
            texts[f"short_{language}"] = texts[f"short_{language}"] or full.split("\n")[0][:300]
        return CodeEntry(
            place[0],
            place[1],
            **texts,
            side=_side(side),
            default_on=row.get("default_on", "").strip().lower() in _YES,
            is_residual=row.get("is_residual", "no").strip().lower() in _YES - {""},
            not_when=tuple(map(_boundary, _lines(row.get("not_when", "")))),
            keywords=self._keywords(row.get("keywords", ""), number),
            sources=self._sources(row.get("sources", ""), number),
        )

    def _sources(self, cell: str, number: int) -> tuple[SourceRef, ...]:
        found = []
        for line in _lines(cell):
            source = codebook_facts.source(line)
            if source is None:
                said = Lost("{text} names no place in a source.", text=line[:40])
                self.findings.append(Finding(number, said))
            else:
                found.append(source)
        return tuple(found)

    def _keywords(self, cell: str, number: int) -> tuple[Keyword, ...]:
        found = []
        for line in _lines(cell):
            match = _KEYWORD.fullmatch(line)
            kind = MATCHES.get(match[2]) if match else "start"
            if kind is None:
                said = Mended("{name} is no way to match a keyword.", name=line[:40])
                self.findings.append(Finding(number, said))
            found.append(Keyword(match[1] if match else line, kind or "start"))
        return tuple(found)


def _paths(book: CodebookFile, language: str) -> dict[str, list[str]]:
    """Return the labels from the family down to each code."""
    codes = {code.key: code for code in book.codes}
    paths: dict[str, list[str]] = {}
    for code in book.codes:
        path: list[str] = []
        step: CodeEntry | None = code
        while step is not None:
            path.append(in_language(step, "label", language))
            step = codes[step.parent] if step.parent is not None else None
        paths[code.key] = path[::-1]
    return paths


def _lists(code: CodeEntry) -> tuple[str, str, str]:
    boundaries = [
        _flat(one.text) + _ARROW + (one.neighbour or _NOBODY)
        if one.neighbour or _ARROW in one.text
        else _flat(one.text)
        for one in code.not_when
    ]
    keywords = [f"{one.stem} ({one.match})" for one in code.keywords]
    sources = [codebook_facts.source_line(one) for one in code.sources]
    return "\n".join(boundaries), "\n".join(keywords), "\n".join(sources)


def _boundary(line: str) -> Boundary:
    text, arrow, key = line.rpartition(_ARROW)
    if not arrow:
        return Boundary(line)
    return Boundary(text, None if key == _NOBODY else key)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.splitlines() if line.strip()]


def _first(row: Row, names: Sequence[str]) -> str:
    return next((row[name].strip() for name in names if row.get(name, "").strip()), "")


def _side(said: str) -> Side:
    for side in SIDES:
        if said == side:
            return side
    return "none"
