"""What a table of codes says of the codebook itself: on its first line, read back from there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from qualcode_app.domain.codebook_arrival import Finding, Lost, Mended
from qualcode_app.domain.codebook_file import (
    Certainty,
    CodebookFile,
    CodeEntry,
    SeedText,
    SourceRef,
)

NAMES = (
    *("title_nl", "title_en", "version", "about_nl", "about_en", "notes", "seeds"),
    "left out",
)
TITLE_MAX = 200
_BAR = " | "
_CERTAINTIES: tuple[Certainty, ...] = ("printed", "contents", "calculated", "unknown")
_LINES = re.compile(r"(\d+)-(\d+)")
_PAGE = re.compile(r"p\. (.+) \((\w+)\)")
_LEFT_OUT = re.compile(r"facets (\d+), registers (\d+), scales (\d+)")
_ACTUAL_YEAR = re.compile(r"\d{1,4}")


def cells(book: CodebookFile) -> tuple[str, ...]:
    """Return what the columns of `NAMES` say on the first line."""
    seeds = (_BAR.join((one.tag, one.title, str(one.year), one.file)) for one in book.seeds)
    sizes = len(book.facets), len(book.registers), len(book.scales)
    left_out = "facets {}, registers {}, scales {}".format(*sizes) if any(sizes) else ""
    texts = (book.title_nl, book.title_en, book.version, book.about_nl, book.about_en)
    return (*texts, "\n".join(book.notes), "\n".join(seeds), left_out)


def book(
    rows: Sequence[Mapping[str, str]],
    codes: Sequence[CodeEntry],
    name: str,
    findings: list[Finding],
) -> CodebookFile:
    """Return the codebook that a table tells of; a table of somebody else tells its name only.

    Args:
        rows: All lines of the table.
        codes: The codes in them.
        name: What the file is called.
        findings: Grows by what did not come along.
    """
    said = rows[0]
    keys = {row.get("codebook", "").strip() for row in rows} - {""}
    digest = hashlib.sha256("\n".join(code.key for code in codes).encode()).hexdigest()
    key = keys.pop() if len(keys) == 1 else f"table-{digest[:12]}"
    title = said.get("title_nl", "").strip() or name[:TITLE_MAX]
    if found := _LEFT_OUT.fullmatch(said.get("left out", "").strip()):
        facets, registers, _ = found.groups()
        lost = Lost(
            "A table holds codes only: {facets} facets and {registers} registers stayed behind.",
            facets=facets,
            registers=registers,
        )
        findings.append(Finding(1, lost))
    return CodebookFile(
        1,
        key,
        title,
        said.get("title_en", "").strip() or title,
        said.get("about_nl", ""),
        said.get("about_en", ""),
        said.get("version", "").strip() or "1",
        notes=tuple(line for line in said.get("notes", "").splitlines() if line.strip()),
        seeds=_seeds(said.get("seeds", ""), codes, findings),
        codes=tuple(codes),
    )


def source_line(one: SourceRef) -> str:
    """Return a place in a source as one line."""
    page = f"p. {one.page} ({one.page_certainty})" if one.page else f"({one.page_certainty})"
    said = (one.seed, f"{one.line_from}-{one.line_to}", one.chapter, one.heading, page)
    return _BAR.join(said)


def source(line: str) -> SourceRef | None:
    """Return the place that a line names; None where it names none."""
    parts = [part.strip() for part in line.split(_BAR.strip())]
    lines = _LINES.fullmatch(parts[1]) if len(parts) == 5 else None
    if lines is None or not parts[0]:
        return None
    page = _PAGE.fullmatch(parts[4])
    certainty = page[2] if page else parts[4].strip("()")
    known: Certainty = next((one for one in _CERTAINTIES if one == certainty), "unknown")
    first, last = int(lines[1]), int(lines[2])
    return SourceRef(parts[0], first, last, parts[2], parts[3], page[1] if page else "", known)


def _seeds(cell: str, codes: Sequence[CodeEntry], findings: list[Finding]) -> tuple[SeedText, ...]:
    """Return the seeds that are told, and by their tag those that sources name besides."""
    found: dict[str, SeedText] = {}
    for line in cell.splitlines():
        parts = [part.strip() for part in line.split(_BAR.strip())]
        if len(parts) == 4 and _ACTUAL_YEAR.fullmatch(parts[2]):
            found[parts[0]] = SeedText(parts[0], parts[1], int(parts[2]), parts[3])
    for tag in dict.fromkeys(one.seed for code in codes for one in code.sources):
        if tag not in found:
            found[tag] = SeedText(tag, tag, 0, "")
            said = Mended("The source {tag} is known by its name only.", tag=tag)
            findings.append(Finding(1, said))
    return tuple(found.values())
