"""Groups and values of a case or document as they are typed into one cell, and read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qualcode_app.domain import plain_values
from qualcode_app.services.cases import terms
from qualcode_app.services.cases.case_rows import ValueRow
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument
from qualcode_app.services.cases.terms import TypedTerm

Owners = Sequence[str]  # uids: the document, then its case, as far as there are both


def groups(register: Corpus, owners: Owners, system_uid: str) -> str:
    """Return the groups of the first owner that has any, with their days."""
    known = register.groups
    for owner in owners:
        own = [
            TypedTerm(known[row.group_uid].title, row.valid_from, row.valid_to)
            for row in register.terms_of.get(owner, ())
            if known[row.group_uid].system_uid == system_uid
        ]
        if own:
            return terms.say(sorted(own, key=lambda term: term.valid_from or date.min))
    return ""


def groups_on_day(register: Corpus, document: CorpusDocument, system_uid: str) -> str:
    """Return the groups a document counts for."""
    known = register.groups
    return "; ".join(known[uid].title for uid in document.groups.get(system_uid, ()))


def value_rows(register: Corpus, owners: Owners, attribute_uid: str) -> list[ValueRow]:
    """Return the values of a case or document for an attribute."""
    return [
        row
        for owner in owners
        for row in register.values_of.get(owner, ())
        if row.attribute_uid == attribute_uid
    ]


def values(register: Corpus, owners: Owners, attribute_uid: str) -> str:
    """Return the values of a case or document for an attribute, as they are typed."""
    listed = value_rows(register, owners, attribute_uid)
    return "; ".join(plain_values.said(row.value) for row in listed)
