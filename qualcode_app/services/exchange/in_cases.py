"""Cases, variables and sets of another program: as cases, attributes and groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost, Mended
from qualcode_app.domain.qda_project import QdaCase, QdaProject, QdaValue, QdaVariable
from qualcode_app.models.cases import AttributeValue, CaseGroup, GroupSystem, StudyCase
from qualcode_app.services.cases import case_rows
from qualcode_app.services.exchange.in_documents import Incoming
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

_KINDS = {
    "Text": "text",
    "Boolean": "truth",
    "Integer": "number",
    "Float": "number",
    "Date": "date",
    "DateTime": "text",
}
_TRUE, _FALSE = ("true", "1"), ("false", "0")


class Cases:
    """Collects the rows of one file."""

    def __init__(
        self, session: Session, project: QdaProject, documents: Mapping[str, Incoming]
    ) -> None:
        self.rows: list[NewRow] = []
        self.findings: list[Lost | Mended] = []
        self._session = session
        self._project = project
        self._documents = documents
        self._variables = {one.guid: one for one in project.variables}
        self._attributes: dict[tuple[str, str], str] = {}
        self._known_attributes: dict[tuple[str, str, str], str] = {
            (row.of, row.title.casefold(), row.kind): row.uid
            for row in case_rows.attributes(session)
        }
        self._n_bad_values = 0

    def take(self) -> None:
        """Make rows of everything but what our own notes say better."""
        for source in self._project.sources:
            one = self._documents.get(source.guid)
            if one is not None and one.uid:
                self._take_values("document", one.uid, source.values)
        known = self._session.execute(select(StudyCase.name, StudyCase.uid))
        cases = {row.name: row.uid for row in known}
        for case in self._project.cases:
            self._take_case(case, cases)
        self._take_sets()
        n_passages = sum(case.n_passages for case in self._project.cases)
        if n_passages:
            self.findings.append(
                Lost("Cases name {n} passages or codes; a case has documents here.", n=n_passages)
            )
        if n := sum(bool(case.description) for case in self._project.cases):
            self.findings.append(Lost("The descriptions of {n} cases have no place here.", n=n))
        if self._n_bad_values:
            self.findings.append(
                Lost(
                    "{n} values are not of the kind of their variable.",
                    n=self._n_bad_values,
                )
            )

    def _take_case(self, case: QdaCase, cases: dict[str, str]) -> None:
        ours = [self._documents[guid] for guid in case.sources if guid in self._documents]
        ours = [one for one in ours if one.uid]
        if not case.name and len(case.sources) == 1:  # MAXQDA keeps file variables so
            if ours:
                self._take_values("document", ours[0].uid, case.values)
            return
        name = case.name or case.guid
        uid = cases.get(name)
        if uid is None:
            uid = cases[name] = case.guid
            columns = {"uid": uid, "name": name, "code": "", "kind": ""}
            self.rows.append(NewRow(Kind.STUDY_CASE, columns, {}))
        self._take_values("case", uid, case.values)
        for one in ours:
            if one.rows and one.rows[0].columns["case_uid"] is None:
                columns = {**one.rows[0].columns, "case_uid": uid}
                one.rows[0] = NewRow(Kind.DOCUMENT, columns, {})
            elif one.rows:
                self.findings.append(
                    Lost(
                        "{name} belongs to several cases; only the first was taken.",
                        name=one.title,
                    )
                )

    def _take_values(self, of: str, owner: str, values: Sequence[QdaValue]) -> None:
        query = select(AttributeValue.attribute_uid, AttributeValue.ordinal).where(
            AttributeValue.owner_uid == owner
        )
        there = {(row.attribute_uid, row.ordinal) for row in self._session.execute(query)}
        counts: dict[str, int] = {}
        for value in values:
            variable = self._variables.get(value.variable)
            if variable is None:
                self._n_bad_values += 1
                continue
            if not value.text:
                continue
            typed = _typed(_KINDS.get(variable.kind, "text"), value.text)
            if typed is None:
                self._n_bad_values += 1
                continue
            attribute = self._attribute(of, variable)
            ordinal = counts[attribute] = counts.get(attribute, 0) + 1
            if (attribute, ordinal) in there:
                continue
            columns = {
                "uid": journal.derived_uid(attribute, f"{owner} {ordinal}"),
                "attribute_uid": attribute,
                "owner_uid": owner,
                "ordinal": ordinal,
                **typed,
                "source": self._project.name,
            }
            self.rows.append(NewRow(Kind.ATTRIBUTE_VALUE, columns, {}))

    def _attribute(self, of: str, variable: QdaVariable) -> str:
        key = of, variable.guid
        if key not in self._attributes:
            kind = _KINDS.get(variable.kind, "text")
            title = variable.name or variable.guid
            known = self._known_attributes.get((of, title.casefold(), kind))
            uid = known or journal.derived_uid(variable.guid, of)
            self._attributes[key] = uid
            if known is None:
                columns = {
                    "uid": uid,
                    "key": title.casefold(),
                    "title": title,
                    "kind": kind,
                    "many": False,
                    "of": of,
                    "unit": "",
                }
                self.rows.insert(0, NewRow(Kind.ATTRIBUTE, columns, {}))
        return self._attributes[key]

    def _take_sets(self) -> None:
        sets = [one for one in self._project.sets if one.sources]
        n_notes = sum(len(one.notes) for one in self._project.sets)
        if n_notes:
            self.findings.append(
                Lost(
                    "Sets name {n} notes; a group has documents here.",
                    n=n_notes,
                )
            )
        if not sets:
            return
        title = self._project.name
        query = select(GroupSystem.uid).where(GroupSystem.title == title)
        system = self._session.scalar(query)
        if system is None:
            system = journal.derived_uid(min(one.guid for one in sets), "sets")
            columns: dict[str, Any] = {"uid": system, "title": title}
            self.rows.append(NewRow(Kind.GROUP_SYSTEM, columns, {}))
        groups = select(CaseGroup.title, CaseGroup.uid).where(CaseGroup.system_uid == system)
        known = {row.title: row.uid for row in self._session.execute(groups)}
        for rank, one in enumerate(sets):
            group = known.get(one.name)
            if group is None:
                group = known[one.name] = one.guid
                columns = {"uid": group, "system_uid": system, "title": one.name, "rank": rank}
                self.rows.append(NewRow(Kind.CASE_GROUP, columns, {}))
            self._take_members(group, one.sources)

    def _take_members(self, group: str, sources: Sequence[str]) -> None:
        for guid in dict.fromkeys(sources):
            one = self._documents.get(guid)
            if one is None or not one.uid:
                continue
            columns = {
                "uid": journal.derived_uid(group, one.uid),
                "group_uid": group,
                "case_uid": None,
                "document_uid": one.uid,
                "valid_from": None,
                "valid_to": None,
            }
            self.rows.append(NewRow(Kind.MEMBERSHIP, columns, {}))


def _typed(kind: str, said: str) -> dict[str, Any] | None:
    """Return a value in the column of its kind; None where it is of another kind."""
    empty: dict[str, Any] = {"text": None, "number": None, "date": None}
    try:
        match kind:
            case "number":
                number = Decimal(said)
                return {**empty, "number": number} if number.is_finite() else None
            case "date":
                return {**empty, "date": date.fromisoformat(said[:10])}
            case "truth":
                if said.casefold() not in (*_TRUE, *_FALSE):
                    return None
                return {**empty, "number": Decimal(said.casefold() in _TRUE)}
            case _:
                return {**empty, "text": said}
    except (ValueError, InvalidOperation):
        return None
