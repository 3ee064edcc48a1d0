"""Taking the register of a shipped codebook into a project, without its tree of codes."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.codebook_file import CodebookFile
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.codebooks import Codebook
from qualcode_app.models.history import BatchRow
from qualcode_app.models.registers import Judgement, Register
from qualcode_app.services.codebook import codebook_rows
from qualcode_app.services.merging import batches
from qualcode_app.services.store import journal

_KINDS: Collection[Kind] = (
    Kind.CODEBOOK,
    Kind.SCALE,
    Kind.REGISTER,
    Kind.PROPOSITION,
    Kind.PROPOSITION_GROUP,
)


def load(session: Session, book: CodebookFile, batch_uid: str | None = None) -> Changes:
    """Take in the registers of a codebook with their scales.

    With the uid of a batch they come in as that batch, which can be withdrawn.

    Codes that the propositions name are found when their codebook is in the project; the
    shipped registers name codes of the combined tree beside their own.

    Raises:
        RefusedChange: The codebook has no register, or the project has it already.
    """
    if not book.registers:
        raise RefusedChange(
            "The codebook {title} has no register. Choose one that has.", title=book.title_nl
        )
    rows = [row for row in codebook_rows.of(book) if row.kind in _KINDS]
    known = session.scalar(select(Codebook.uid).where(Codebook.key == book.key))
    if known is not None:
        if session.scalar(select(Register.uid).where(Register.codebook_uid == known)):
            raise RefusedChange(
                "This project already has the register of {title}. Judge in that one, or choose "
                "another codebook.",
                title=book.title_nl,
            )
        rows = rows[1:]
    stored = journal.add_many(session, "register.load", rows)
    if batch_uid is not None:
        batch = batches.open_own(session, batch_uid, "import", book.title_nl)
        for one in reversed(stored):  # those that others refer to last
            batch.added(one)
        batch.flush()
    by_kind = {kind: [one.uid for one in stored if one.kind is kind] for kind in _KINDS}
    changes = Changes()
    for kind, uids in by_kind.items():
        changes |= Changes.of(kind, added=uids)
    return changes


def withdraw(session: Session, batch_uid: str) -> Changes:
    """Take registers out again.

    Raises:
        RefusedChange: Their propositions have verdicts.
    """
    came = select(BatchRow.row_uid).where(BatchRow.batch_uid == batch_uid)
    judged = select(Judgement.uid).where(Judgement.proposition_uid.in_(came))
    if session.scalar(judged.limit(1)) is not None:
        raise RefusedChange("This register has verdicts. Take them back first.")
    return batches.withdraw(session, batch_uid)
