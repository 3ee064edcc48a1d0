"""Facets that a project adds to those its codebook brings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.facets import FacetKind
from qualcode_app.models.codebooks import Codebook
from qualcode_app.models.codebooks import Facet as FacetTable
from qualcode_app.models.codings import CodingValue
from qualcode_app.services.codebook import codebook_rows
from qualcode_app.services.store import journal


@dataclass(frozen=True, slots=True)
class NewFacet:
    """A facet that a project adds: labels and, for a choice, the labels of its options."""

    codebook_uid: str
    label_nl: str
    label_en: str
    kind: FacetKind
    options: tuple[str, ...] = ()
    many: bool = False
    required: bool = False
    uid: str = field(default_factory=journal.new_uid)


def add(session: Session, new: NewFacet) -> Changes:
    """Define a facet of the project's own, asked on every coding with a code of its codebook.

    Raises:
        RefusedChange: It has no name, the name is taken, or a choice has fewer than two options.
    """
    label = (new.label_nl or new.label_en).strip()
    options = [option.strip() for option in new.options if option.strip()]
    if not label:
        raise RefusedChange("A facet needs a name. Give it one.")
    if new.kind in {"nominal", "ordinal"} and len(set(options)) < 2:
        raise RefusedChange("A choice needs at least two different options. Add another.")
    taken = session.execute(
        select(FacetTable.key, FacetTable.label_nl, FacetTable.label_en).where(
            FacetTable.codebook_uid == new.codebook_uid
        )
    ).all()
    if any(label.casefold() in {row[1].casefold(), row[2].casefold()} for row in taken):
        raise RefusedChange("There is a facet {name} already. Choose another name.", name=label)
    columns = {
        "uid": new.uid,
        "codebook_uid": new.codebook_uid,
        "key": f"own-{new.uid[:8]}",
        "label_nl": new.label_nl.strip() or label,
        "label_en": new.label_en.strip() or label,
        "kind": new.kind,
        "many": new.many,
        "required": new.required,
        "hint_nl": "",
        "hint_en": "",
        "position": codebook_rows.sort_key(len(taken)),
        "asked_when": "",
    }
    children = {
        "facet_option": [
            {
                "facet_uid": new.uid,
                "position": number,
                "key": f"o{number}",
                "label_nl": option,
                "label_en": option,
                "rank": number if new.kind == "ordinal" else None,
                "wording_nl": "",
                "wording_en": "",
                "pole": None,
                "default_for": None,
                "asked_when": "",
            }
            for number, option in enumerate(dict.fromkeys(options), start=1)
        ]
        if new.kind in {"nominal", "ordinal"}
        else []
    }
    journal.add(session, "facet.add", Kind.FACET, columns, children)
    return Changes.of(Kind.FACET, added=[new.uid])


def remove(session: Session, uid: str) -> Changes:
    """Take a facet away that no coding has a value of.

    Raises:
        UnknownRecord: It is not in this project.
        RefusedChange: Codings have values of it.
    """
    used = session.scalar(_used(uid))
    if used is not None:
        raise RefusedChange("Codings have values of this facet. Clear them first.")
    journal.remove(session, "facet.remove", Kind.FACET, uid)
    return Changes.of(Kind.FACET, removed=[uid])


def codebooks(session: Session) -> list[tuple[str, str, str]]:
    """Return uid and titles, Dutch and English, of the codebooks a facet can belong to."""
    query = select(Codebook.uid, Codebook.title_nl, Codebook.title_en).order_by(Codebook.made_at)
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def _used(uid: str) -> Select[Any]:
    return select(CodingValue.coding_uid).where(CodingValue.facet_uid == uid).limit(1)
