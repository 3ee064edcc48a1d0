"""What a verdict must be able to show, each rule with one clear sentence."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual, RefusedChange, UnknownRecord
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Revision
from qualcode_app.models.people import ReadingStatus
from qualcode_app.models.registers import SearchRun
from qualcode_app.services.coding import reading as statuses
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.registers.propositions import OPEN, Option, PropositionRow


@dataclass(frozen=True, slots=True)
class Said:
    """What of a verdict the rules look at."""

    option_key: str
    met: frozenset[str]
    missing: str
    has_number: bool
    evidence: frozenset[str]
    search_run_uid: str | None


def check(session: Session, reading: Reading, row: PropositionRow, said: Said) -> None:
    """Refuse a verdict that breaks a rule.

    Raises:
        RefusedChange: The sentence says what is missing and what to do.
        UnknownRecord: A piece of evidence is not a passage of this document.
    """
    _check_evidence_is_here(session, reading, said.evidence)
    option = row.scale.option(said.option_key)
    if option is None:
        keys = [each.key for each in row.scale.options]
        raise RefusedChange(
            "{said} is no verdict on {key}. Choose one of {keys}.",
            said=said.option_key,
            key=row.key,
            keys=keys,
        )
    if option.key == OPEN:
        return
    name = Bilingual(option.label_nl, option.label_en)
    if row.test == "none":
        raise RefusedChange(
            "{key} cannot be tested, so it gets no verdict. Leave it open.", key=row.key
        )
    if option.needs_evidence and not said.evidence:
        raise RefusedChange(
            "The verdict “{verdict}” needs evidence. Tick a passage that supports it, then judge.",
            verdict=name,
        )
    _check_wholeness(row, option, said, name)
    if option.needs_status:
        _check_read(session, reading, row, name)
        _check_searched(session, reading, row, said.search_run_uid, name)


def _check_wholeness(row: PropositionRow, option: Option, said: Said, name: Bilingual) -> None:
    unmet = [part.letter for part in row.parts if part.letter not in said.met]
    if option.needs_missing_part and not (said.missing or (unmet and said.met)):
        raise RefusedChange(
            "The verdict “{verdict}” must say what is missing. Write it, or tick the parts that "
            "are met.",
            verdict=name,
        )
    if option.rank != row.scale.top:
        return
    if unmet:
        raise RefusedChange(
            "The verdict “{verdict}” needs all parts: {letters} not ticked. Tick what is met, or "
            "choose a lower verdict.",
            verdict=name,
            letters=", ".join(unmet),
        )
    if row.asks_number and not said.has_number:
        raise RefusedChange(
            "The verdict “{verdict}” needs the number in the document, for {asked}. Fill it in, or "
            "choose a lower verdict.",
            verdict=name,
            asked=", ".join((*row.blanks, *row.numbers)),
        )


def _check_evidence_is_here(session: Session, reading: Reading, uids: frozenset[str]) -> None:
    if not uids:
        return
    n_here = session.scalar(
        select(func.count())
        .select_from(Coding)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .where(Revision.document_uid == reading.document_uid, Coding.uid.in_(uids))
    )
    if n_here != len(uids):
        raise UnknownRecord(
            "A passage given as evidence is not in this document any more. Choose another."
        )


def _check_read(session: Session, reading: Reading, row: PropositionRow, name: Bilingual) -> None:
    """Refuse unless all themes of the linked codes are read, in one codebook that links some."""
    themes = _themes(session, row, reading.round_uid)
    read = set(
        session.scalars(
            select(ReadingStatus.family_uid).where(
                ReadingStatus.coder_uid == reading.coder_uid,
                ReadingStatus.round_uid == reading.round_uid,
                ReadingStatus.document_uid == reading.document_uid,
                ReadingStatus.state == "done",
            )
        )
    )
    if any({code.uid for code in codes} <= read for codes in themes):
        return
    waiting = [code for codes in themes for code in codes if code.uid not in read]
    raise RefusedChange(
        "The verdict “{verdict}” needs the document to be read for {themes}. Mark this theme as "
        "read first.",
        verdict=name,
        themes=[Bilingual(code.label_nl, code.label_en) for code in waiting],
    )


def _themes(session: Session, row: PropositionRow, round_uid: str) -> list[list[Code]]:
    """Return the families of the linked codes by codebook; without links, all that are read."""
    found: dict[str, dict[str, Code]] = defaultdict(dict)
    for uid in row.code_uids:
        code = session.get(Code, uid)
        while code is not None and code.parent_uid is not None:
            code = session.get(Code, code.parent_uid)
        if code is not None:
            found[code.codebook_uid][code.uid] = code
    if found:
        return [list(codes.values()) for codes in found.values()]
    return [codes] if (codes := statuses.active_families(session, round_uid)) else []


def _check_searched(
    session: Session, reading: Reading, row: PropositionRow, uid: str | None, name: Bilingual
) -> None:
    run = session.get(SearchRun, uid) if uid else None
    revision = session.scalar(
        select(Document.current_revision_uid).where(Document.uid == reading.document_uid)
    )
    if (
        run is None
        or run.coder_uid != reading.coder_uid
        or revision not in json.loads(run.documents)
    ):
        raise RefusedChange(
            "The verdict “{verdict}” needs a logged search for the keywords of {key} in this "
            "document. Search first.",
            verdict=name,
            key=row.key,
        )
