"""A table of codings from elsewhere: what its columns tell, guessed first and then chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from qualcode_app.services.cases import sheet
from qualcode_app.services.exchange.bringing import SourceFile

Line = Mapping[str, str]
FIRST_LINE = 2  # below the headings


class Tells(StrEnum):
    """What a column tells of a coding."""

    DOCUMENT = "document"
    CODE = "code"
    CODER = "coder"
    QUOTE = "quote"
    START = "start"
    END = "end"
    OCCURRENCE = "occurrence"
    MEMO = "memo"
    LEAVE = "leave"


# The headings people and programs give them, the likeliest first.
HEADINGS: Mapping[Tells, tuple[str, ...]] = {
    tells: tuple(names.split("|"))
    for tells, names in {
        Tells.DOCUMENT: "document|documentnaam|document name|bestand|bestandsnaam|file|filename|"
        "file name|source|bron|name of document|titel|title",
        Tells.CODE: "code|codenaam|code name|codename|tag|label|thema|theme|node|key",
        Tells.CODER: "coder|codeur|user|gebruiker|owner|created by|gemaakt door|author|annotator",
        Tells.QUOTE: "quote|citaat|coded text|gecodeerde tekst|segment|fragment|passage|text|tekst|"
        "coded|seltext|quotation|quotation content|highlight|content",
        Tells.START: "start|begin|pos0|start_char|start position|startpositie|from|van",
        Tells.END: "end|einde|eind|pos1|end_char|end position|eindpositie|to|tot",
        Tells.OCCURRENCE: "occurrence|voorkomen|nth|hoeveelste",
        Tells.MEMO: "memo|note|notitie|comment|opmerking|coded_memo|coded memo",
    }.items()
}


@dataclass(frozen=True, slots=True)
class CodeTable:
    """The lines of a file by heading, and what its columns tell."""

    source: SourceFile
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    tells: Mapping[str, Tells]  # by heading

    def cell(self, line: Line, tells: Tells) -> str:
        """Return what a line says in the column of that use; empty without one."""
        name = next((name for name, said in self.tells.items() if said is tells), None)
        return line.get(name, "").strip() if name is not None else ""

    def choose(self, name: str, tells: Tells) -> CodeTable:
        """Return the table with another use of a column; a column of that use gives it up."""
        others = {
            one: Tells.LEAVE if said is tells else said
            for one, said in self.tells.items()
            if one != name
        }
        return replace(self, tells={**others, name: tells})

    @property
    def missing(self) -> tuple[Tells, ...]:
        """What no column tells though a coding needs it; a quote or both offsets are enough."""
        told = set(self.tells.values())
        needed = [one for one in (Tells.DOCUMENT, Tells.CODE) if one not in told]
        if Tells.QUOTE not in told and not {Tells.START, Tells.END} <= told:
            needed.append(Tells.QUOTE)
        return tuple(needed)


def read(path: Path) -> CodeTable:
    """Return the lines of a csv or workbook with what its columns seem to tell.

    Raises:
        UnreadableTable: It is neither, or holds no lines.
    """
    lines = sheet.lines_of(path)
    names = tuple(dict.fromkeys(name for line in lines for name in line if name))
    return CodeTable(SourceFile.of(path), names, lines, _guessed(names))


def _guessed(names: tuple[str, ...]) -> dict[str, Tells]:
    by_word = {name.casefold().replace("_", " "): name for name in reversed(names)}
    found = dict.fromkeys(names, Tells.LEAVE)
    for tells, words in HEADINGS.items():
        known = (by_word.get(word.replace("_", " ")) for word in words)
        free = next((name for name in known if name and found[name] is Tells.LEAVE), None)
        if free is not None:
            found[free] = tells
    return found
