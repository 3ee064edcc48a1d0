"""Write a codebook as REFI-QDA `.qdc`, valid against the standard's schema.

What the standard has no place for goes into the description, after what a person reads and a
line with a mark: one line of JSON that `refi_codebook_reader` takes back. Facets, scales,
registers and the facts of the book stand in the description of a set without members.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from qualcode_app.domain.codebook_arrival import CodeSet, Origin
from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.printable import printable
from qualcode_app.formats.codebook_json import as_line
from qualcode_app.formats.codebook_words import described, in_language, labels_of
from qualcode_app.formats.refi_notes import from_notes
from qualcode_app.formats.whole_file import whole

NAMESPACE = "urn:QDA-XML:codebook:1.0"
MARK = re.compile(r"\n\[QualCode 1 ([0-9a-f]{12})\]\n")
BOOK_SET = "QualCode"
_HOME = uuid.uuid5(uuid.NAMESPACE_DNS, "refi.qualcode")


def write(
    book: CodebookFile, path: Path, language: str, colours: Mapping[str, str] | None = None
) -> None:
    """Write the file.

    Args:
        book: The codebook; its notes know what other programs call its codes.
        path: Where it goes; the file is whole or absent.
        language: Of names and descriptions, "nl" or "en"; the other one travels along.
        colours: "#RRGGBB" for each place in a family, such as "WON:2".

    Raises:
        CannotWrite: The book has no codes, or the folder refuses the file.
    """
    if not book.codes:
        raise CannotWrite(
            "This codebook has no codes yet, and a .qdc file needs at least one. Add a code first."
        )
    known, sets = from_notes(book.notes)
    origins = {**_made_up(book), **known}
    head = f'<CodeBook xmlns="{NAMESPACE}" origin="QualCode">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, "<Codes>"]
    lines += _codes(book, origins, language, colours or {})
    lines += ["</Codes>", "<Sets>", *_sets(book, sets, origins), "</Sets>", "</CodeBook>"]
    with whole(path) as part:
        part.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def mark(said: str) -> str:
    """Return the line between what a person reads and what is read back.

    Its digest tells whether the text was changed in another program.
    """
    digest = hashlib.sha256(" ".join(said.split()).encode()).hexdigest()
    return f"[QualCode 1 {digest[:12]}]"


def guid_of(book_key: str, code_key: str) -> str:
    """Return the guid of a code that has none of its own; the same at each export."""
    return str(uuid.uuid5(_HOME, f"{book_key} {code_key}"))


def _made_up(book: CodebookFile) -> dict[str, Origin]:
    return {code.key: Origin(guid_of(book.key, code.key)) for code in book.codes}


def _codes(
    book: CodebookFile, origins: Mapping[str, Origin], language: str, colours: Mapping[str, str]
) -> list[str]:
    """Return the nested codes as lines; without recursion, so that depth costs nothing."""
    labels = labels_of(book, language)
    children: dict[str | None, list[CodeEntry]] = {}
    for entry in book.codes:
        children.setdefault(entry.parent, []).append(entry)
    lines: list[str] = []
    waiting: list[CodeEntry | None] = [*reversed(children.get(None, []))]
    while waiting:
        code = waiting.pop()
        if code is None:  # all codes below one are written
            lines.append("</Code>")
            continue
        lines.append(_start(code, origins[code.key], language, colours))
        said = described(code, labels, language)
        lines.append(_description(said, as_line(replace(code, parent=None))))
        waiting.append(None)
        waiting.extend(reversed(children.get(code.key, [])))
    return lines


def _start(code: CodeEntry, origin: Origin, language: str, colours: Mapping[str, str]) -> str:
    colour = code.colour if code.colour.startswith("#") else colours.get(code.colour, "")
    shown = f' color="{colour}"' if colour else ""
    codable = "true" if origin.is_codable else "false"
    name = quoteattr(printable(in_language(code, "label", language))[0], {"\n": "&#10;"})
    return f'<Code guid="{origin.guid}" name={name} isCodable="{codable}"{shown}>'


def _sets(book: CodebookFile, sets: Sequence[CodeSet], origins: Mapping[str, Origin]) -> list[str]:
    rest = as_line(replace(book, codes=()))
    lines = [
        f'<Set guid="{guid_of(book.key, "the book itself")}" name="{BOOK_SET}">',
        _description(book.title_nl, rest),
        "</Set>",
    ]
    for one in sets:
        lines += _set(one, origins)
    return lines


def _set(one: CodeSet, origins: Mapping[str, Origin]) -> Sequence[str]:
    members = [f'<MemberCode guid="{origins[key].guid}"/>' for key in one.members if key in origins]
    return [f'<Set guid="{one.guid}" name={quoteattr(one.name)}>', *members, "</Set>"]


def _description(said: str, kept: str) -> str:
    shown = printable(said)[0]
    return f"<Description>{_text(shown)}\n{mark(shown)}\n{_text(kept)}</Description>"


def _text(text: str) -> str:
    return escape(printable(text)[0])
