"""Acts on cases and on the place of a document in the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain import case_names, plain_values
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.cases import AttributeValue, Cell, Membership
from qualcode_app.models.documents import Document
from qualcode_app.services.cases import case_rows, ledger
from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.services.cases.corpus import State
from qualcode_app.services.cases.ledger import Row
from qualcode_app.services.store import journal


def new_case(session: Session, name: str, code: str = "", aliases: Iterable[str] = ()) -> CaseRow:
    """Return a case to be written, with the uid it gets in every file of the study."""
    study = journal.pen(session).study_uid
    uid = ledger.fresh_uid(session, Kind.STUDY_CASE, study, f"case {name.casefold()}")
    return CaseRow(uid, name, code, "municipality", tuple(aliases))


def case_row(row: CaseRow) -> Row:
    """Return a case as it is to be written."""
    columns = {"name": row.name, "code": row.code, "kind": row.kind}
    aliases = [{"case_uid": row.uid, "alias": alias} for alias in sorted(row.aliases)]
    return Row(Kind.STUDY_CASE, row.uid, columns, {"case_alias": aliases})


def add_case(session: Session, name: str, code: str = "", aliases: Iterable[str] = ()) -> Changes:
    """Add a case of which there may be no document yet.

    Raises:
        RefusedChange: It has no name, or another case has the name or the code.
    """
    row = checked(
        new_case(session, " ".join(name.split()), code, aliases), case_rows.cases(session)
    )
    return ledger.put(session, "case.add", [case_row(row)])


def change_case(session: Session, row: CaseRow) -> Changes:
    """Give a case this name, code and other names.

    Raises:
        UnknownRecord: The case is not in this project.
        RefusedChange: It has no name, or another case has one of the names or the code.
    """
    ledger.known(session, Kind.STUDY_CASE, row.uid)
    return ledger.put(session, "case.change", [case_row(checked(row, case_rows.cases(session)))])


def remove_case(session: Session, uid: str) -> Changes:
    """Take a case away with its groups and attributes.

    Raises:
        UnknownRecord: The case is not in this project.
        RefusedChange: Documents or summaries belong to it.
    """
    name = ledger.known(session, Kind.STUDY_CASE, uid).root["name"]
    for column in (Document.case_uid, Cell.case_uid):
        n = session.scalar(select(func.count()).where(column == uid))
        if n:
            raise RefusedChange(
                "{name} has {n} documents or summaries. Give these to another case first.",
                name=name,
                n=n,
            )
    members = session.scalars(select(Membership.uid).where(Membership.case_uid == uid)).all()
    values = session.scalars(
        select(AttributeValue.uid).where(AttributeValue.owner_uid == uid)
    ).all()
    return (
        ledger.remove(session, "case.remove", Kind.MEMBERSHIP, members)
        | ledger.remove(session, "case.remove", Kind.ATTRIBUTE_VALUE, values)
        | ledger.remove(session, "case.remove", Kind.STUDY_CASE, [uid])
    )


def place_in_case(session: Session, document_uid: str, name: str) -> Changes:
    """Say to what case a document belongs by any of its names; a new name makes a case.

    Raises:
        UnknownRecord: The document is not in this project.
    """
    ledger.known(session, Kind.DOCUMENT, document_uid)
    changes, uid = Changes(), None
    if name.strip():
        case = case_rows.find(session, name)
        if case is None:
            changes = add_case(session, name)
            (uid,) = changes[Kind.STUDY_CASE].added
        else:
            uid = case.uid
    row = Row(Kind.DOCUMENT, document_uid, {"case_uid": uid})
    return changes | ledger.put(session, "document.place", [row])


def set_date(session: Session, document_uid: str, text: str) -> Changes:
    """Say by what was typed of what day a document is; nothing typed takes its date away.

    Raises:
        UnknownRecord: The document is not in this project.
        RefusedChange: What was typed is no date.
    """
    ledger.known(session, Kind.DOCUMENT, document_uid)
    columns = {"date": plain_values.day(text) if text.strip() else None}
    return ledger.put(session, "document.place", [Row(Kind.DOCUMENT, document_uid, columns)])


def set_state(
    session: Session, document_uids: Sequence[str], state: State, reason: str = ""
) -> Changes:
    """Take documents into the corpus or out of it; out needs a reason.

    Raises:
        UnknownRecord: A document is not in this project.
        RefusedChange: A document goes out without a reason.
    """
    reason = " ".join(reason.split())
    if state == "out" and not reason:
        raise RefusedChange(
            "A document out of the corpus needs a reason, which the method section tells. Type one."
        )
    columns = {"corpus": state, "out_reason": reason if state == "out" else ""}
    for uid in document_uids:
        ledger.known(session, Kind.DOCUMENT, uid)
    rows = [Row(Kind.DOCUMENT, uid, columns) for uid in document_uids]
    return ledger.put(session, "document.corpus", rows)


def checked(row: CaseRow, everybody: Iterable[CaseRow]) -> CaseRow:
    """Return a case with its names and code tidied.

    Raises:
        RefusedChange: It has no name, or another case has one of the names or the code.
    """
    name = " ".join(row.name.split())
    if not name:
        raise RefusedChange("A case needs a name. Type one.")
    aliases = {" ".join(alias.split()) for alias in row.aliases} - {"", name}
    tidy = CaseRow(row.uid, name, case_names.code(row.code), row.kind, tuple(sorted(aliases)))
    own = {case_names.key(each) for each in tidy.names}
    for other in everybody:
        if other.uid == row.uid:
            continue
        for each in other.names:
            if case_names.key(each) in own:
                raise RefusedChange(
                    "{name} is already the name of the case {case}, and two cases cannot share "
                    "one. Choose another name.",
                    name=each,
                    case=other.name,
                )
        if tidy.code and other.code == tidy.code:
            raise RefusedChange(
                "{case} has the code {code} already. Check which of the two is right.",
                case=other.name,
                code=tidy.code,
            )
    return tidy
