"""The register of the corpus as a sheet that can be imported again, and as columns of others."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.cases import outside, typed
from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument, State, corpus

_STATES: dict[State, str] = {"in": "in", "out": "out", "open": "open"}


class CaseColumns:
    """Case, wave, groups and whether it counts, for tables with a document per row."""

    def __init__(self, session: Session, language: str) -> None:
        self._register = corpus(session)
        self._language = language
        self._shelf = {one.revision_uid: one for one in self._register.everything}

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        systems = (Column(row.title, width=16) for row in self._register.systems)
        case, wave, state = (self._say(name) for name in ("Case", "Wave", "In corpus"))
        return (Column(case, width=18), Column(wave, width=10), *systems, Column(state, width=10))

    def cells(self, revision_uid: str) -> list[Cell]:
        """Return the cells of the document that has this text."""
        register, document = self._register, self._shelf[revision_uid]
        return [
            document.case.name if document.case else "",
            document.wave.title if document.wave else "",
            *(typed.groups_on_day(register, document, row.uid) for row in register.systems),
            self._say(_STATES[document.state]),
        ]

    def _say(self, text: str) -> str:
        return heading(text, self._language)


def table(session: Session, language: str = "nl") -> Table:
    """Return one row per document and per case without one; `cases import` reads it back."""
    register = corpus(session)
    have = {document.case.uid for document in register.everything if document.case}
    rows = [_row(register, document.case, document, language) for document in register.everything]
    rows += [
        _row(register, case, None, language) for case in register.cases if case.uid not in have
    ]

    def say(text: str) -> str:
        return heading(text, language)

    shown = [row for row in register.attributes if row.key != outside.NO_DOCUMENT]
    columns = (
        Column(say("Case"), width=20),
        Column(say("Code"), width=8),
        Column(say("Other names"), width=24),
        Column(say("Document"), width=28),
        Column(say("Wave"), width=10),
        Column(say("Date"), width=12),
        Column(say("In corpus"), width=10),
        Column(say("Reason"), width=30),
        *(Column(f"{say('Group')}: {system.title}", width=22) for system in register.systems),
        *(Column(row.title, width=18) for row in shown),
    )
    return Table(columns, rows)


def facts(session: Session, language: str = "nl") -> list[list[Cell]]:
    """Return what a method section says of the corpus: what counts, what does not and why."""

    def say(text: str) -> str:
        return heading(text, language)

    register = corpus(session)
    said: list[list[Cell]] = [
        [say("Documents in the corpus"), len(register.documents)],
        [say("Documents"), ", ".join(one.title for one in register.documents)],
    ]
    said += [[say("Out of the corpus"), f"{one.title}: {one.out_reason}"] for one in register.out]
    said += [[say("Undecided"), one.title] for one in register.undecided]
    said += [
        [say("Case without document"), ": ".join(filter(None, (one.case.name, one.reason)))]
        for one in outside.everything(register)
        if not one.documents
    ]
    for system in register.systems:
        counts = (f"{g.title} {len(register.of_group(g.uid))}" for g in system.groups)
        said.append([f"{say('Group')}: {system.title}", ", ".join(counts)])
    return said


def _row(
    register: Corpus, case: CaseRow | None, document: CorpusDocument | None, language: str
) -> list[Cell]:
    state, reason = "", ""
    if document is not None:
        state, reason = heading(_STATES[document.state], language), document.out_reason
    elif case is not None and (reason := outside.reason(register, case.uid)):
        state = heading("out", language)
    owners = [one.uid for one in (document, case) if one is not None]
    shown = [row for row in register.attributes if row.key != outside.NO_DOCUMENT]
    return [
        case.name if case else "",
        case.code if case else "",
        "; ".join(case.aliases) if case else "",
        document.title if document else "",
        document.wave.title if document and document.wave else "",
        document.dated.isoformat() if document and document.dated else "",
        state,
        reason,
        *(typed.groups(register, owners, system.uid) for system in register.systems),
        *(typed.values(register, owners, row.uid) for row in shown),
    ]
