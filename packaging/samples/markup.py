"""Read the text sources of the sample agreements: a header and a small dialect of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

NO_BREAK_SPACE = "\u00a0"
_MARK = re.compile(r"\[\^(?P<note>\w+)\]|_(?P<italic>[^_]+)_")
_NOTE_TEXT = re.compile(r"\[\^(?P<key>\w+)\]: (?P<text>.+)")
_HEADING = re.compile(r"(?P<level>#{1,3})(?P<plain>!?) (?P<title>.+)")
_NUMBERED = re.compile(r"(?P<number>\d+)\. (?P<text>.+)")
_UNITS = "procent|miljoen|miljard|euro|uur|hectare|kilometer|millimeter|kilo|jaar"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: str = ""  # "", "italic" or "note"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation, table or change of page form."""

    kind: str  # heading, paragraph, bullet, numbered, quote, table, form
    spans: tuple[Span, ...] = ()
    level: int = 0
    label: str = ""  # number of a heading or item, caption of a table, name of a page form
    rows: tuple[tuple[str, ...], ...] = ()
    right: tuple[bool, ...] = ()  # columns of a table that are set flush right


@dataclass(slots=True)
class Source:
    """One agreement as written."""

    meta: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, tuple[Span, ...]] = field(default_factory=dict)


def read_source(path: Path) -> Source:
    """Parse the file: lines of `key: value` up to the first blank one, then the text."""
    header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    meta = dict(line.split(": ", 1) for line in header.splitlines())
    source = Source(meta)
    counters = [0, 0, 0]
    caption = ""
    for chunk in re.split(r"\n{2,}", body.strip()):
        lines = chunk.splitlines()
        if lines[0].startswith(": "):
            caption = lines.pop(0)[2:]
        if lines[0].startswith("|"):
            source.blocks.append(_table(lines, caption))
            continue
        for line in lines:
            _read_line(line, source, counters)
    return source


def _read_line(line: str, source: Source, counters: list[int]) -> None:
    if note := _NOTE_TEXT.fullmatch(line):
        source.notes[note["key"]] = spans_of(note["text"])
    elif line.startswith("::: "):
        source.blocks.append(Block("form", label=line[4:]))
    elif heading := _HEADING.fullmatch(line):
        level = len(heading["level"])
        label = "" if heading["plain"] else _next_number(counters, level)
        source.blocks.append(Block("heading", spans_of(heading["title"]), level, label))
    elif line.startswith("- "):
        source.blocks.append(Block("bullet", spans_of(line[2:])))
    elif item := _NUMBERED.fullmatch(line):
        source.blocks.append(Block("numbered", spans_of(item["text"]), label=item["number"]))
    elif line.startswith("> "):
        source.blocks.append(Block("quote", spans_of(line[2:])))
    else:
        source.blocks.append(Block("paragraph", spans_of(line)))


def _next_number(counters: list[int], level: int) -> str:
    counters[level - 1] += 1
    counters[level:] = [0] * (len(counters) - level)
    return ".".join(str(count) for count in counters[:level])


def _table(lines: list[str], caption: str) -> Block:
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    right = tuple(cell.endswith(":") for cell in rows.pop(1))
    tied = tuple(tuple(_tie(cell) for cell in row) for row in rows)
    return Block("table", label=_tie(caption), rows=tied, right=right)


def spans_of(text: str) -> tuple[Span, ...]:
    """Split text at its marks for italics and footnotes."""
    spans: list[Span] = []
    done = 0
    for mark in _MARK.finditer(text):
        spans.append(Span(_tie(text[done : mark.start()])))
        spans.append(Span(mark["note"], "note") if mark["note"] else Span(mark["italic"], "italic"))
        done = mark.end()
    spans.append(Span(_tie(text[done:])))
    return tuple(span for span in spans if span.text)


def _tie(text: str) -> str:
    """Set apostrophes, and keep a sum and its sign or a number and its unit on one line."""
    text = text.replace("'", "\u2019")
    text = re.sub(r"€ (?=\d)", f"€{NO_BREAK_SPACE}", text)
    return re.sub(rf"(?<=\d) (?=(?:{_UNITS})\b)", NO_BREAK_SPACE, text)
