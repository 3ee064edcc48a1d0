"""Writing what a sheet of cases tells: one act, kept as a batch that can be withdrawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from qualcode_app.domain import case_names
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models import aggregates
from qualcode_app.services.cases import (
    attribute_edits,
    case_edits,
    case_rows,
    group_edits,
    ledger,
    outside,
)
from qualcode_app.services.cases.case_rows import (
    AttributeRow,
    CaseRow,
    MembershipRow,
    Owner,
    WaveRow,
)
from qualcode_app.services.cases.group_edits import Term
from qualcode_app.services.cases.ledger import Before, Row
from qualcode_app.services.cases.sheet import Column, Use
from qualcode_app.services.cases.sheet_cells import Cells
from qualcode_app.services.cases.sheet_plan import How, LinePlan, SheetPlan
from qualcode_app.services.cases.terms import TypedTerm
from qualcode_app.services.merging import batches

ACT = "cases.import"


def carry_out(session: Session, plan: SheetPlan, batch_uid: str) -> Changes:
    """Write what the lines tell; groups and values a line names replace what was there.

    Raises:
        RefusedChange: A line is still in doubt, or nothing is left to write.
    """
    if plan.open_lines:
        raise RefusedChange(
            "{n} lines are still in doubt: {names}. Decide each, or leave it out.",
            n=len(plan.open_lines),
            names=[line.name or str(line.number) for line in plan.open_lines[:5]],
        )
    used = [line for line in plan.lines if line.is_used]
    if not used:
        raise RefusedChange(
            "No line of this sheet can be used. Look in the preview why, mend the sheet and "
            "import it again."
        )
    notes = ledger.noting(session)
    writer = _Writer(session, plan)
    for line in used:
        writer.take(line)
    changes = writer.write()
    batch = batches.open_own(session, batch_uid, "import", plan.sheet.file)
    _fill(session, batch, notes)
    return changes | Changes.of(Kind.BATCH, added=[batch_uid])


def _fill(session: Session, batch: batches.OpenBatch, notes: Iterable[Before]) -> None:
    """Put into the batch what each row said before and says now."""
    first: dict[Kind, dict[str, Before]] = defaultdict(dict)
    for note in notes:
        first[note.kind].setdefault(note.uid, note)
    for kind, by_uid in first.items():
        here = aggregates.read(session.connection(), kind, by_uid)
        for uid, note in by_uid.items():
            now = here.get(uid)
            if now is None and note.stored is not None:
                batch.removed(note.stored)
            elif now is not None and note.stored is None:
                batch.added(now)
            elif now is not None and note.stored is not None:
                batch.changed(note.stored, now)
    batch.flush()


class _Writer:
    """Gathers the rows of all lines, then writes them at once."""

    def __init__(self, session: Session, plan: SheetPlan) -> None:
        self._session = session
        self._columns = {column.name: column for column in plan.sheet.columns}
        self._cases = {case.uid: case for case in case_rows.cases(session)}
        self._new_cases: dict[str, CaseRow] = {}
        self._waves = {row.title.casefold(): row for row in case_rows.waves(session)}
        self._attributes = {
            (row.of, row.title.casefold()): row for row in case_rows.attributes(session)
        }
        self._systems: dict[str, tuple[str, dict[str, str]]] = {
            row.title.casefold(): (row.uid, {g.title.casefold(): g.uid for g in row.groups})
            for row in case_rows.group_systems(session)
        }
        self._reason: AttributeRow | None = None
        self._replaced: dict[Kind, set[str]] = defaultdict(set)
        self._old_members: dict[str, list[MembershipRow]] = defaultdict(list)
        for membership in case_rows.memberships(session):
            self._old_members[membership.member_uid].append(membership)
        self._old_values: dict[tuple[str, str], list[str]] = defaultdict(list)
        for value in case_rows.values(session):
            self._old_values[value.attribute_uid, value.owner_uid].append(value.uid)
        self._source = plan.sheet.file
        self._rows: list[Row] = []
        self._case_rows: dict[str, Row] = {}
        self._documents: dict[str, dict[str, Any]] = {}
        self._terms: dict[tuple[str, str], list[tuple[LinePlan, str | None, TypedTerm]]]
        self._terms = defaultdict(list)
        self._values: dict[tuple[str, str], list[Row]] = {}

    def take(self, line: LinePlan) -> None:
        """Gather what a line tells."""
        cells, document = line.cells, line.document.document
        if cells is None:
            return
        case = self._case(line)
        if document is not None:
            self._documents.setdefault(document.uid, {}).update(self._placed(case, cells))
        elif case is not None and cells.state == "out":
            self._value(self._no_document(), case.uid, (cells.reason,))
        owners: dict[Owner, str] = {}
        if case is not None:
            owners["case"] = case.uid
        if document is not None:
            owners["document"] = document.uid
        if member := owners.get("case") or owners.get("document"):
            for name, terms in cells.groups.items():
                self._terms[member, name] += [(line, owners.get("document"), t) for t in terms]
        for name, values in cells.values.items():
            column = self._columns[name]
            of: Owner = "case" if column.use is Use.CASE_ATTRIBUTE else "document"
            if of in owners:
                self._value(self._attribute(column, of), owners[of], values)

    def write(self) -> Changes:
        """Write what was gathered; groups and values that a line replaces go."""
        for (member, name), said in self._terms.items():
            self._set_terms(member, name, said)
        for (attribute, owner), rows in self._values.items():
            self._rows += rows
            self._replaced[Kind.ATTRIBUTE_VALUE].update(
                self._old_values.get((attribute, owner), ())
            )
        self._rows += self._case_rows.values()
        self._rows += [
            Row(Kind.DOCUMENT, uid, columns) for uid, columns in self._documents.items() if columns
        ]
        stays = {row.uid for row in self._rows}
        changes = Changes()
        for kind, uids in self._replaced.items():
            changes |= ledger.remove(self._session, ACT, kind, sorted(uids - stays))
        return changes | ledger.put(self._session, ACT, self._rows)

    # Inside

    def _placed(self, case: CaseRow | None, cells: Cells) -> dict[str, Any]:
        """Return what a line changes of its document."""
        columns: dict[str, Any] = {}
        if case is not None:
            columns["case_uid"] = case.uid
        if cells.wave:
            columns["wave_uid"] = self._wave(cells.wave).uid
        if cells.dated is not None:
            columns["date"] = cells.dated
        if cells.state is not None:
            columns |= {"corpus": cells.state, "out_reason": cells.reason}
        return columns

    def _case(self, line: LinePlan) -> CaseRow | None:
        """Return the case of a line with what the line adds to it; None without one."""
        case = self._cases.get(line.case.case.uid) if line.case.case else None
        key = case_names.key(line.name)
        if case is None and line.case.how is How.NEW:
            case = self._new_cases.get(key)
            if case is None:
                case = case_edits.new_case(self._session, line.name, line.code)
                self._new_cases[key] = case
        if case is None:
            return None
        aliases = set(line.cells.aliases if line.cells else ()) | set(case.aliases)
        known = {case_names.key(name) for name in case.names}
        if line.name and case_names.key(line.name) not in known and line.case.how is How.CHOSEN:
            aliases.add(line.name)  # what was decided once is not asked again
        now = replace(case, code=case.code or line.code, aliases=tuple(sorted(aliases)))
        if now != case or case.uid not in self._cases:
            now = case_edits.checked(now, self._cases.values())
            self._cases[now.uid] = now
            self._new_cases[key] = now
            self._case_rows[now.uid] = case_edits.case_row(now)
        return now

    def _wave(self, title: str) -> WaveRow:
        key = title.casefold()
        if key not in self._waves:
            self._waves[key] = group_edits.new_wave(self._session, title)
            self._rows.append(group_edits.wave_row(self._waves[key]))
        return self._waves[key]

    def _attribute(self, column: Column, of: Owner) -> AttributeRow:
        key = of, column.title.casefold()
        if key not in self._attributes:
            self._attributes[key] = attribute_edits.new_attribute(
                self._session, column.title, column.kind, of, many=column.many
            )
            self._rows.append(attribute_edits.attribute_row(self._attributes[key]))
        return self._attributes[key]

    def _no_document(self) -> AttributeRow:
        """Return the attribute that tells why a case has no document."""
        if self._reason is None:
            self._reason = outside.reason_row(self._session)
            self._rows.append(attribute_edits.attribute_row(self._reason))
        return self._reason

    def _value(
        self, attribute: AttributeRow, owner: str, values: tuple[attribute_edits.Value, ...]
    ) -> None:
        rows = attribute_edits.value_rows(attribute, owner, values, self._source)
        self._values[attribute.uid, owner] = rows

    def _set_terms(
        self, member: str, name: str, said: list[tuple[LinePlan, str | None, TypedTerm]]
    ) -> None:
        """Gather the groups of one case; of lines that differ each holds in its wave."""
        system, groups = self._system(self._columns[name].title)
        of: Owner = "case" if member in self._cases else "document"
        titles = {term.title.casefold() for _, _, term in said}
        differ = len(titles) > 1 and len({line.number for line, _, _ in said}) > 1
        by_member: dict[tuple[str, Owner], dict[Term, None]] = defaultdict(dict)
        for line, document, term in said:
            begin, end = term.valid_from, term.valid_to
            group = self._group(system, groups, term.title)
            owner: tuple[str, Owner] = (member, of)
            if differ and begin is None and end is None:
                begin, end = self._days(line)
                if begin is None and end is None and document is not None:
                    owner = (document, "document")
            by_member[owner][Term(group, begin, end)] = None
        of_system = set(groups.values())
        for (uid, kind), terms in by_member.items():
            self._rows += group_edits.term_rows(uid, kind, terms)
            old = (row for row in self._old_members.get(uid, ()) if row.group_uid in of_system)
            self._replaced[Kind.MEMBERSHIP].update(row.uid for row in old)

    def _days(self, line: LinePlan) -> tuple[date | None, date | None]:
        wave = self._waves.get(line.cells.wave.casefold()) if line.cells else None
        return (wave.from_date, wave.to_date) if wave else (None, None)

    def _system(self, title: str) -> tuple[str, dict[str, str]]:
        key = title.casefold()
        if key not in self._systems:
            row = group_edits.new_system(self._session, title)
            self._rows.append(row)
            self._systems[key] = (row.uid, {})
        return self._systems[key]

    def _group(self, system: str, groups: dict[str, str], title: str) -> str:
        key = title.casefold()
        if key not in groups:
            row = group_edits.new_group(self._session, system, title, len(groups) + 1)
            self._rows.append(row)
            groups[key] = row.uid
        return groups[key]
