"""What a table of codings would do, and doing it as one batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import aggregates, raw
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.exchange import bringing, codebooks
from qualcode_app.services.exchange.code_table import FIRST_LINE, CodeTable
from qualcode_app.services.exchange.code_table_lines import Fate, Finder, LinePlan
from qualcode_app.services.merging import batches
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder

AT_ONCE = 20_000  # codings between two looks whether to stop


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What a table would do; nothing has been changed yet."""

    table: CodeTable
    lines: tuple[LinePlan, ...]
    new: tuple[NewCoding, ...]
    coders: tuple[NewCoder, ...]  # who are not here yet
    book: ArrivedCodebook | None  # codes that are not here yet

    @property
    def unplaced(self) -> tuple[LinePlan, ...]:
        """The lines that will not come in, each with why."""
        return tuple(line for line in self.lines if line.fate is Fate.UNPLACED)

    @property
    def n_here(self) -> int:
        """How many lines are codings that are here already."""
        return sum(line.fate is Fate.HERE for line in self.lines)


def plan(
    session: Session,
    table: CodeTable,
    *,
    makes_codes: bool = True,
    makes_coders: bool = True,
    progress: Progress | None = None,
) -> TablePlan:
    """Return what a table would do; nothing is written.

    Args:
        session: Where to look.
        table: With a use for its columns.
        makes_codes: Whether codes that are not here are made, as a codebook of their own; else
            their lines are listed as not placed.
        makes_coders: Whether coders who are not here join; else their lines are listed.
        progress: Told the lines; may cancel.

    Raises:
        RefusedChange: No column tells document, code or place.
    """
    if table.missing:
        raise RefusedChange(
            "No column of {file} tells: {columns}. Say which columns hold document, code, and "
            "quote or start and end.",
            file=table.source.name,
            columns=", ".join(table.missing),
        )
    watch = progress or Silent()
    finder = Finder(session, table, makes_codes=makes_codes, makes_coders=makes_coders)
    found: list[tuple[LinePlan, NewCoding | None]] = []
    for number, line in enumerate(table.lines, start=FIRST_LINE):
        watch.report(number - FIRST_LINE, len(table.lines))
        if any(cell.strip() for cell in line.values()):
            found.append(finder.line(number, line))
    lines, new = _without_those_here(session, found)
    coders = {one.coder_uid for one in new}
    return TablePlan(
        table,
        tuple(lines),
        tuple(new),
        tuple(one for one in finder.new_coders.values() if one.uid in coders),
        finder.book,
    )


def _without_those_here(
    session: Session, found: Sequence[tuple[LinePlan, NewCoding | None]]
) -> tuple[list[LinePlan], list[NewCoding]]:
    """Return the lines as they end, and the codings that are not in the project yet."""
    placed = [one for _, one in found if one is not None]
    there = codings.taken(session, {one.revision_uid for one in placed})
    known = bringing.present(session, Kind.CODING, [one.uid for one in placed])
    lines: list[LinePlan] = []
    new: list[NewCoding] = []
    for line, one in found:
        if one is None:
            lines.append(line)
            continue
        where = (
            *(one.coder_uid, one.round_uid, one.code_uid, one.revision_uid),
            *(one.anchor.start, one.anchor.end),
        )
        if one.uid in known or where in there:
            lines.append(replace(line, fate=Fate.HERE))
        else:
            there.add(where)
            lines.append(line)
            new.append(one)
    return lines, new


def take_in(
    session: Session, wanted: TablePlan, batch_uid: str, progress: Progress | None = None
) -> Changes:
    """Write what a plan says as one batch, which can be withdrawn as one.

    Raises:
        RefusedChange: A coder or codebook of that name came in since.
    """
    source = wanted.table.source
    watch = progress or Silent()
    batch = batches.open_own(session, batch_uid, "import", source.name, source_sha256=source.sha256)
    changes = Changes.of(Kind.BATCH, added=[batch_uid])
    for coder in wanted.coders:
        changes |= people.add_coder(session, coder)
    if wanted.book is not None:
        changes |= codebooks.load_into(session, wanted.book.book, batch)
    for start in range(0, len(wanted.new), AT_ONCE):
        watch.report(start, len(wanted.new))
        some = wanted.new[start : start + AT_ONCE]
        changes |= codings.add_many(session, "coding.import", some, batch_uid=batch_uid)
    for kind in (Kind.CODER, Kind.CODING, Kind.MEMO):
        stored = aggregates.read(session.connection(), kind, list(changes[kind].added))
        noted = [(raw.uid_bytes(one.uid), one.digest()) for one in stored.values()]
        if noted:  # none of them was deleted here before: those are not in the plan
            batch.added_raw(kind, noted)
    batch.flush()
    return changes
