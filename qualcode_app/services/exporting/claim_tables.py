"""Findings and contradictions as sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import Session

from qualcode_app.domain.claim_terms import CHECKS, STATES
from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Cell, Column, Snapshot, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.analysis import evidence
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.claims import contradictions as clashes
from qualcode_app.services.claims import recheck
from qualcode_app.services.claims.claims import Role
from qualcode_app.services.claims.contradiction import Contradiction, Side
from qualcode_app.services.claims.recheck import Checked, Register
from qualcode_app.services.claims.results import Result
from qualcode_app.services.store.project import Project

SHOWN = 3  # passages of one side that a row of contradictions holds


def sheets(
    project: Project, language: str = "nl", progress: Progress | None = None
) -> dict[str, Table]:
    """Return findings and contradictions of a project as they are now, by the name of the sheet.

    Raises:
        Cancelled: The progress asked to stop.
    """
    register = recheck.check(project, progress=progress)
    found = project.read(clashes.find, register)
    return {
        heading("Findings", language): project.read(claims, register, found, language),
        heading("Contradictions", language): project.read(
            contradictions, register, found, language
        ),
    }


def book(
    session: Session, register: Register, found: Sequence[Contradiction], language: str = "nl"
) -> Snapshot:
    """Return findings and contradictions that were looked for already as two sheets."""
    return Snapshot(
        {
            heading("Findings", language): claims(session, register, found, language),
            heading("Contradictions", language): contradictions(session, register, found, language),
        }
    )


def claims(
    session: Session,
    register: Register,
    found: Sequence[Contradiction] = (),
    language: str = "nl",
) -> Table:
    """Return one row per finding: its sentence, how it stands, then and now, and its evidence."""
    wide = {"Finding": 60, "State": 20, "Found then": 50, "Found now": 50}
    wide |= dict.fromkeys(("Came", "Went", "Not read"), 24)
    wide |= dict.fromkeys(("Examples", "Exceptions"), 40)
    columns = (
        Column(heading("Number", language), "integer", 8),
        *(Column(heading(title, language), width=width) for title, width in wide.items()),
        *(
            Column(heading(title, language), "integer", 8)
            for title in ("n then", "N then", "n now", "N now", "Contradictions")
        ),
        Column(heading("Kept on", language), "time", 18),
        Column(heading("Kept by", language), width=18),
        Column(heading("Memo", language), width=50),
    )
    counts: dict[str, int] = {}
    for each in found:
        for uid in each.claim_uids:
            counts[uid] = counts.get(uid, 0) + 1
    study = next(iter(register.studies.values()))
    rows = [_row(session, study, row, counts, language) for row in register.rows]
    return Table(columns, rows)


def contradictions(
    session: Session, register: Register, found: Sequence[Contradiction], language: str = "nl"
) -> Table:
    """Return one row per contradiction: the check, what is wrong, and both sides with passages."""
    columns = (
        Column(heading("Check", language), width=26),
        Column(heading("What is wrong", language), width=60),
        *(
            Column(heading(title, language), width=width)
            for title, width in (
                ("Finding no.", 10),
                ("One side", 50),
                ("Passages of one side", 50),
                ("Other side", 50),
                ("Passages of the other side", 50),
            )
        ),
    )
    study = next(iter(register.studies.values()))
    numbers = {row.claim.uid: row.claim.number for row in register.rows}
    rows: list[list[Cell]] = []
    for each in found:
        listed = [numbers[uid] for uid in each.claim_uids if uid in numbers]
        cells: list[Cell] = [
            heading(CHECKS[each.check.value], language),
            said(each.what, language),
            ", ".join(str(number) for number in listed),
        ]
        sides = [*each.sides, Side(Bilingual("", ""))][:2]
        for side in sides:
            cells += [said(side.said, language), _passages_of(session, study, side)]
        rows.append(cells)
    return Table(columns, rows)


def said(text: Bilingual, language: str) -> str:
    """Return words in the language, or in the other where there are none."""
    first, second = text.label_nl, text.label_en
    return (first or second) if language == "nl" else (second or first)


def _row(
    session: Session,
    study: Study,
    row: Checked,
    counts: Mapping[str, int],
    language: str,
) -> list[Cell]:
    claim = row.claim
    sentence = (
        said(claim.result.said, language) if claim.is_search and claim.result else claim.sentence
    )
    return [
        claim.number,
        sentence,
        heading(STATES[row.state.value], language),
        _sentence(claim.result, language),
        _sentence(row.now, language),
        _joined(name for move in row.moves for name in move.came),
        _joined(name for move in row.moves for name in move.went),
        _joined(row.unread),
        _quotes(session, study, row, "example"),
        _quotes(session, study, row, "exception"),
        *_share(claim.result),
        *_share(row.now),
        counts.get(claim.uid, 0),
        claim.kept_at,
        claim.coder_name,
        "\n".join(claim.memos),
    ]


def _sentence(found: Result | None, language: str) -> str:
    return said(found.said, language) if found is not None else ""


def _share(found: Result | None) -> tuple[Cell, Cell]:
    """Return n and N of a finding with one line; of more lines the sentence tells them."""
    if found is None or len(found.lines) != 1:
        return None, None
    return found.lines[0].n, found.lines[0].of


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _quotes(session: Session, study: Study, row: Checked, role: Role) -> str:
    uids = row.claim.coding_uids(role)
    return _listed(evidence.picked(session, study, uids).rows) if uids else ""


def _passages_of(session: Session, study: Study, side: Side) -> str:
    rows, n_all = clashes.passages(session, study, side)
    shown = _listed([row for row in rows if isinstance(row, Passage)][:SHOWN])
    more = f" (+{n_all - SHOWN})" if shown and n_all > SHOWN else ""
    return shown + more


def _listed(rows: Sequence[Passage]) -> str:
    return "; ".join(
        f"“{' '.join(row.quote.split())}” ({row.document_name}, {row.page_label})" for row in rows
    )
