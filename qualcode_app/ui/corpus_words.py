"""Words for the register of the corpus: states, days, groups and values, shown and typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from qualcode_app.services.cases import terms, typed
from qualcode_app.services.cases.case_rows import AttributeRow, ValueRow, WaveRow
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument, State
from qualcode_app.services.cases.outside import NO_DOCUMENT
from qualcode_app.services.cases.terms import TypedTerm
from qualcode_app.ui.wording import translate


def heading(what: str) -> str:
    """Return the title of a column."""
    return {
        "document": translate("corpus", "Document"),
        "case": translate("corpus", "Case"),
        "code": translate("corpus", "Code"),
        "aliases": translate("corpus", "Other names"),
        "wave": translate("corpus", "Wave"),
        "date": translate("corpus", "Date"),
        "state": translate("corpus", "In the corpus"),
        "reason": translate("corpus", "Reason"),
        "words": translate("corpus", "Words"),
        "documents": translate("corpus", "Documents"),
    }[what]


def state_name(state: State) -> str:
    """Return whether a document counts, in a word."""
    return {
        "in": translate("corpus", "in"),
        "out": translate("corpus", "out"),
        "open": translate("corpus", "undecided"),
    }[state]


def state_words(state: State) -> str:
    """Return whether a document counts, where it is not said what this is about."""
    return {
        "in": translate("corpus", "in the corpus"),
        "out": translate("corpus", "out of the corpus"),
        "open": translate("corpus", "not decided whether it is in the corpus"),
    }[state]


def state_names() -> dict[State, str]:
    """Return all states by what they are called."""
    states: tuple[State, ...] = ("in", "out", "open")
    return {state: state_name(state) for state in states}


def without_document() -> str:
    """Return what stands where a case has no document."""
    return translate("corpus", "no document")


def day(value: date | None) -> str:
    """Return a day as it is written: 3 March 2026."""
    if value is None:
        return ""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMMM yyyy")


def document_name(document: CorpusDocument) -> str:
    """Return the title of a document, with its state where it does not count."""
    if document.state == "in":
        return document.title
    return f"{document.title} ({state_name(document.state)})"


def typed_wave(row: WaveRow) -> str:
    """Return a wave as it is typed, with its days."""
    return terms.say([TypedTerm(row.title, row.from_date, row.to_date)])


def shown_values(register: Corpus, owners: Sequence[str], attribute_uid: str) -> str:
    """Return values as they are read."""
    return "; ".join(_shown(row) for row in typed.value_rows(register, owners, attribute_uid))


def sortable(register: Corpus, owners: Sequence[str], attribute_uid: str) -> object:
    """Return what a sort compares: a number as a number, anything else by its words."""
    values = typed.value_rows(register, owners, attribute_uid)
    if values and isinstance(values[0].value, Decimal):
        return float(values[0].value)
    return shown_values(register, owners, attribute_uid).casefold()


def titled(row: AttributeRow) -> str:
    """Return an attribute with its unit."""
    if row.key == NO_DOCUMENT:
        return translate("corpus", "Reason without document")
    return f"{row.title} ({row.unit})" if row.unit else row.title


def kind_name(kind: str) -> str:
    """Return what kind of value an attribute has."""
    return {
        "text": translate("corpus", "text"),
        "number": translate("corpus", "number"),
        "date": translate("corpus", "date"),
        "truth": translate("corpus", "yes or no"),
    }[kind]


def _shown(row: ValueRow) -> str:
    match row.value:
        case bool():
            return translate("corpus", "yes") if row.value else translate("corpus", "no")
        case Decimal():
            places = max(0, -int(row.value.as_tuple().exponent))
            return QLocale().toString(float(row.value), "f", places)
        case date():
            return day(row.value)
        case _:
            return row.value
