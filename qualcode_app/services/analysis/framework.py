"""The framework: what each case says on each theme, in the words of who reads.

A summary is written per case, code and coder, and stands beside the passages it is made of. The
table shows every case of the corpus and every theme: a cell without words is seen to be empty.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models.cases import Cell
from qualcode_app.models.people import Coder
from qualcode_app.services.analysis import matrix, unions
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.study import READ, Study
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.cases import ledger
from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.services.cases.ledger import Row
from qualcode_app.services.store import journal

Key = tuple[str, str]  # uids of a case and a code


@dataclass(frozen=True, slots=True)
class Summary:
    """What one coder wrote on a case and a theme."""

    uid: str
    case_uid: str
    code_uid: str
    coder_uid: str
    coder_name: str
    text: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class FrameworkCell:
    """The summaries of a case on a theme, with what lies behind them.

    `n_documents` is how many documents of the case count; `n_read` how many of them were read for
    the theme: without any the case's silence says nothing.
    """

    summaries: tuple[Summary, ...]
    n_passages: int
    n_documents: int
    n_read: int

    @property
    def text(self) -> str:
        """All that was written, with the coder's name where there are several."""
        if len(self.summaries) < 2:
            return "".join(one.text for one in self.summaries)
        return "\n".join(f"{one.coder_name}: {one.text}" for one in self.summaries)

    def of(self, coder_uid: str) -> str:
        """Return what one coder wrote."""
        return next((one.text for one in self.summaries if one.coder_uid == coder_uid), "")


@dataclass(frozen=True, slots=True)
class Framework:
    """Cases by themes; `documents` says which documents of a case count, by its uid."""

    cases: tuple[CaseRow, ...]
    codes: tuple[CodeNode, ...]
    cells: Mapping[Key, FrameworkCell]
    documents: Mapping[str, tuple[str, ...]]
    without_case: tuple[str, ...]  # titles of documents that belong to no case, so have no row

    @property
    def n_written(self) -> int:
        """The number of cells with words."""
        return sum(bool(cell.summaries) for cell in self.cells.values())


def table(session: Session, study: Study, choice: Choice | None = None) -> Framework:
    """Return the framework of the chosen documents and codes; without a choice of the families.

    The order of cases is that of their documents in the corpus.
    """
    chosen = choice or Choice(level=1)
    written: dict[Key, list[Summary]] = {}
    for one in summaries(session):
        written.setdefault((one.case_uid, one.code_uid), []).append(one)
    rows = _themes(study, chosen, {code_uid for _, code_uid in written})
    places: dict[str, list[int]] = {}
    known: dict[str, CaseRow] = {}
    loose = []
    for i in matrix.documents_of(study, chosen):
        document = study.documents[i]
        if document.case is None:
            loose.append(document.title)
            continue
        known[document.case.uid] = document.case
        places.setdefault(document.case.uid, []).append(i)
    counts = unions.passages(study.counting(), study.tree, rows, len(study.documents))
    read = np.isin(study.states(rows), READ)
    codes = tuple(study.tree.codes[i] for i in rows)
    cells = {
        (uid, code.uid): FrameworkCell(
            tuple(written.get((uid, code.uid), ())),
            int(counts[at, column].sum()),
            len(at),
            int(read[at, column].sum()),
        )
        for uid, at in places.items()
        for column, code in enumerate(codes)
    }
    documents = {uid: tuple(study.documents[i].uid for i in at) for uid, at in places.items()}
    return Framework(tuple(known.values()), codes, cells, documents, tuple(loose))


def _themes(study: Study, choice: Choice, written: Collection[str]) -> list[int]:
    """Return the codes that are shown: also one out of use that something was written on."""
    tree = study.tree
    shown = set(matrix.rows_of(study, choice))
    if not choice.code_uids:
        within = tree.with_below(tree.index(choice.family_uid)) if choice.family_uid else None
        shown |= {i for i in tree.down_to(choice.level, within) if tree.codes[i].uid in written}
    # of one family its themes: it would only add them up itself
    return [i for i in sorted(shown) if tree.codes[i].uid != choice.family_uid]


def summaries(session: Session) -> tuple[Summary, ...]:
    """Return everything that was written, by coder in the order they came."""
    query = (
        select(
            Cell.uid,
            Cell.case_uid,
            Cell.code_uid,
            Cell.coder_uid,
            Coder.name,
            Cell.text,
            Cell.changed_at,
        )
        .join(Coder, Coder.uid == Cell.coder_uid)
        .order_by(Coder.made_at, Coder.uid)
    )
    return tuple(Summary(*row) for row in session.execute(query))


def write(session: Session, case_uid: str, code_uid: str, coder_uid: str, text: str) -> Changes:
    """Make this what a coder says of a case on a theme; nothing takes the summary away.

    Raises:
        UnknownRecord: The case, the code or the coder is not in this project.
    """
    for kind, uid in ((Kind.STUDY_CASE, case_uid), (Kind.CODE, code_uid), (Kind.CODER, coder_uid)):
        ledger.known(session, kind, uid)
    here = session.scalar(
        select(Cell.uid).where(
            Cell.case_uid == case_uid, Cell.code_uid == code_uid, Cell.coder_uid == coder_uid
        )
    )
    said = text.strip()
    if not said:
        return ledger.remove(session, "cell.write", Kind.CELL, [here] if here else [])
    uid = here or journal.derived_uid(case_uid, f"{code_uid} {coder_uid}")
    columns = {"case_uid": case_uid, "code_uid": code_uid, "coder_uid": coder_uid, "text": said}
    return ledger.put(session, "cell.write", [Row(Kind.CELL, uid, columns)])


def case_named(study: Study, name: str) -> CaseRow:
    """Return the case of the corpus with any of these names.

    Raises:
        UnknownRecord: No case is called so.
    """
    uids: Sequence[str] = study.documents_named(name)
    cases = {one.case.uid: one.case for one in study.documents if one.uid in uids and one.case}
    if len(cases) != 1:
        raise UnknownRecord(
            "{name} belongs to no case, and a summary is of a case. Give it one first.", name=name
        )
    return next(iter(cases.values()))
