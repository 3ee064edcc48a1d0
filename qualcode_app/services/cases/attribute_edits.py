"""Acts on attributes of cases and documents and on their values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain import plain_values
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.cases import AttributeValue
from qualcode_app.services.cases import case_rows, ledger
from qualcode_app.services.cases.case_rows import AttributeKind, AttributeRow, Owner
from qualcode_app.services.cases.ledger import Row
from qualcode_app.services.store import journal

PART = ";"  # between several values in one cell
Value = str | Decimal | date | bool


def add(
    session: Session,
    title: str,
    kind: AttributeKind,
    of: Owner,
    *,
    many: bool = False,
    unit: str = "",
) -> Changes:
    """Add an attribute of cases or of documents.

    Raises:
        RefusedChange: It has no title, or there is one of this title.
    """
    title = " ".join(title.split())
    if not title:
        raise RefusedChange("A title is needed. Type one.")
    for row in case_rows.attributes(session):
        if row.of == of and row.title.casefold() == title.casefold():
            raise RefusedChange(
                "There is already an attribute {title}. Give this one another name.", title=title
            )
    new = new_attribute(session, title, kind, of, many=many, unit=unit)
    return ledger.put(session, "attribute.add", [attribute_row(new)])


def new_attribute(
    session: Session,
    title: str,
    kind: AttributeKind,
    of: Owner,
    *,
    many: bool = False,
    unit: str = "",
    key: str = "",
) -> AttributeRow:
    """Return an attribute to be written, with the uid it gets in every file of the study."""
    study = journal.pen(session).study_uid
    name = f"attribute {of} {key or title.casefold()}"
    uid = ledger.fresh_uid(session, Kind.ATTRIBUTE, study, name)
    return AttributeRow(uid, key or title.casefold(), title, kind, many, of, unit)


def attribute_row(row: AttributeRow) -> Row:
    """Return an attribute as it is to be written."""
    columns = {
        "key": row.key,
        "title": row.title,
        "kind": row.kind,
        "many": row.many,
        "of": row.of,
        "unit": row.unit,
    }
    return Row(Kind.ATTRIBUTE, row.uid, columns)


def remove(session: Session, uid: str) -> Changes:
    """Take an attribute away with all its values."""
    ledger.known(session, Kind.ATTRIBUTE, uid)
    values = session.scalars(
        select(AttributeValue.uid).where(AttributeValue.attribute_uid == uid)
    ).all()
    return ledger.remove(session, "attribute.remove", Kind.ATTRIBUTE_VALUE, values) | ledger.remove(
        session, "attribute.remove", Kind.ATTRIBUTE, [uid]
    )


def set_values(
    session: Session, attribute: AttributeRow, owner_uid: str, text: str, source: str = ""
) -> Changes:
    """Give a case or document the values that were typed, parted by semicolons.

    Raises:
        RefusedChange: A value is not of the attribute's kind, or there are several where only
            one is kept.
    """
    values = parse(attribute.kind, text, many=attribute.many)
    rows = value_rows(attribute, owner_uid, values, source)
    return put_values(session, attribute.uid, owner_uid, rows)


def put_values(session: Session, attribute: str, owner: str, rows: Sequence[Row]) -> Changes:
    """Write the values of one owner; others it had of this attribute go."""
    stays = {row.uid for row in rows}
    there = session.scalars(
        select(AttributeValue.uid).where(
            AttributeValue.attribute_uid == attribute, AttributeValue.owner_uid == owner
        )
    ).all()
    gone = [uid for uid in there if uid not in stays]
    return ledger.remove(session, "attribute.set", Kind.ATTRIBUTE_VALUE, gone) | ledger.put(
        session, "attribute.set", rows
    )


def value_rows(
    attribute: AttributeRow, owner_uid: str, values: Sequence[Value], source: str = ""
) -> list[Row]:
    """Return the values of one owner as they are to be written."""
    return [
        Row(
            Kind.ATTRIBUTE_VALUE,
            journal.derived_uid(attribute.uid, f"value {owner_uid} {ordinal}"),
            {
                "attribute_uid": attribute.uid,
                "owner_uid": owner_uid,
                "ordinal": ordinal,
                "source": source,
                **_columns(value),
            },
        )
        for ordinal, value in enumerate(values)
    ]


def parse(kind: AttributeKind, text: str, *, many: bool) -> list[Value]:
    """Return the values a cell holds, in the type of the attribute.

    Raises:
        RefusedChange: A value is not of its kind.
    """
    parts = [part.strip() for part in text.split(PART)] if many else [text.strip()]
    return [read(kind, part) for part in parts if part]


def read(kind: AttributeKind, text: str) -> Value:
    """Return one value in the type of its kind.

    Raises:
        RefusedChange: It is not of this kind.
    """
    match kind:
        case "number":
            return plain_values.number(text)
        case "date":
            return plain_values.day(text)
        case "truth":
            return plain_values.truth(text)
        case _:
            return text


def _columns(value: Value) -> dict[str, object]:
    empty: dict[str, object] = {"text": None, "number": None, "date": None}
    match value:
        case bool():
            return {**empty, "number": Decimal(int(value))}
        case Decimal():
            return {**empty, "number": value}
        case date():
            return {**empty, "date": value}
        case _:
            return {**empty, "text": value}
