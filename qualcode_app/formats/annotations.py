"""Texts that several people annotated, as other programs and studies keep them.

Four forms are known: brat (a folder per coder with .txt and .ann), one .jsonl file per coder
(lines of id, text and label: start, end, code), tables of one token a line (a folder per coder
with .tsv), and a pair of csv files (sentences.csv: unit and sentence; judgments.csv: unit, coder
and code), where a judgment is about a whole sentence.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from qualcode_app.domain.errors import UnreadableTable

NO_CODE = "-"
TOKEN, OPENS_SENTENCE, CODES = "tok", "sentstart", "stwr"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A code that one coder put on a stretch of a text."""

    coder: str
    title: str
    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AnnotatedStudy:
    """Texts by title, what was marked, and which texts each coder finished."""

    texts: dict[str, str] = field(default_factory=dict)
    marks: set[Mark] = field(default_factory=set)
    done: set[tuple[str, str]] = field(default_factory=set)  # coder and title

    @property
    def coders(self) -> list[str]:
        """Everybody who finished a text."""
        return sorted({coder for coder, _ in self.done})

    @property
    def codes(self) -> list[str]:
        """All codes that were used."""
        return sorted({mark.code for mark in self.marks})

    def add(self, coder: str, title: str, text: str, marks: Iterable[tuple[int, int, str]]) -> None:
        """Take in what one coder marked in one text.

        Raises:
            UnreadableTable: Another coder had another text, or a mark lies outside of it.
        """
        if self.texts.setdefault(title, text) != text:
            raise UnreadableTable(
                "The coders do not have the same text of {title}, so places in it cannot be "
                "compared. Give each of them the same text.",
                title=title,
            )
        self.done.add((coder, title))
        for start, end, code in marks:
            if not 0 <= start < end <= len(text):
                raise UnreadableTable(
                    "{coder} marked {start} to {end} in {title}, which has {n} characters. "
                    "Correct the places, or give the text that was marked.",
                    coder=coder,
                    start=start,
                    end=end,
                    title=title,
                    n=len(text),
                )
            self.marks.add(Mark(coder, title, code, start, end))


def read(folder: Path) -> AnnotatedStudy:
    """Read a folder of annotated texts in one of the known forms.

    Raises:
        UnreadableTable: The folder holds none of them, or a file in it is not sound.
    """
    study = AnnotatedStudy()
    for pattern, reader in (
        ("*/*.ann", _brat),
        ("*.jsonl", _lines),
        ("*/*.tsv", _tokens),
        ("judgments.csv", _judgments),
    ):
        files = sorted(folder.glob(pattern))
        for file in files:
            try:
                reader(study, file)
            except (KeyError, ValueError, OSError, TypeError) as error:
                raise UnreadableTable(
                    "{file} is not what its name promises, or is cut off, so nothing was made. "
                    "Copy or export it again.",
                    file=file.name,
                ) from error
        if files:
            return study
    raise UnreadableTable(
        "{folder} holds no annotated texts of a known form. Choose a folder with brat folders per "
        "coder, .jsonl per coder, token tables per coder, or sentences.csv with judgments.csv.",
        folder=folder.name,
    )


def _brat(study: AnnotatedStudy, file: Path) -> None:
    def marks() -> Iterator[tuple[int, int, str]]:
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("T"):
                code, places = line.split("\t")[1].split(" ", 1)
                for place in places.split(";"):  # a mark in several pieces
                    start, end = place.split()
                    yield int(start), int(end), code

    text = file.with_suffix(".txt").read_text("utf-8")
    study.add(file.parent.name, file.stem, text, marks())


def _lines(study: AnnotatedStudy, file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        if line.strip():
            row: dict[str, Any] = json.loads(line)
            marks = [(int(start), int(end), str(code)) for start, end, code in row["label"]]
            study.add(file.stem, str(row["id"]), str(row["text"]), marks)


def _tokens(study: AnnotatedStudy, file: Path) -> None:
    """Join tokens by spaces, a sentence a line; a mark is a run of tokens with one number."""
    with file.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    text, places = "", []
    for row in rows:
        if text:
            text += "\n" if row[OPENS_SENTENCE] == "yes" else " "
        places.append((len(text), len(text) + len(row[TOKEN])))
        text += row[TOKEN]
    said = [
        (name, at)
        for at, row in enumerate(rows)
        for name in (row[CODES] or NO_CODE).split("|")
        if name != NO_CODE
    ]
    marks = []
    for name, tokens in groupby(sorted(said), key=lambda one: one[0]):
        # What follows one another is one piece; a mark may have several.
        for _, run in groupby(enumerate(at for _, at in tokens), key=lambda one: one[1] - one[0]):
            inside = [at for _, at in run]
            marks.append((places[inside[0]][0], places[inside[-1]][1], name.split(".")[0]))
    study.add(file.parent.name, file.stem, text, marks)


def _judgments(study: AnnotatedStudy, file: Path) -> None:
    """Each sentence is a text; of several judgments of one coder the last one counts."""
    with file.with_name("sentences.csv").open(encoding="utf-8", newline="") as handle:
        sentences = {row["unit"]: row["sentence"] for row in csv.DictReader(handle)}
    with file.open(encoding="utf-8", newline="") as handle:
        said = {(row["unit"], row["coder"]): row["code"] for row in csv.DictReader(handle)}
    for (unit, coder), code in said.items():
        text = sentences[unit] or " "
        study.add(coder, unit, text, [(0, len(text), code)])
