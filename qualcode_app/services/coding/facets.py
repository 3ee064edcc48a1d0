"""Facets of the project: read, and set on codings."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain import facets as rules
from qualcode_app.domain import numbers
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.facets import (
    AskedWhen,
    CodeTraits,
    Condition,
    Facet,
    FacetKind,
    FacetOption,
    FacetValue,
    Values,
)
from qualcode_app.domain.numbers import FoundNumber
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codebooks import Facet as FacetTable
from qualcode_app.models.codebooks import FacetOption as OptionTable
from qualcode_app.models.codings import Coding, CodingValue
from qualcode_app.models.uids import bound
from qualcode_app.services.coding import statements
from qualcode_app.services.store import journal

_ALL_AT_ONCE = 500  # beyond so many codings the values of all are read, and the others left out


def rows(session: Session) -> list[Facet]:
    """Return the facets of all codebooks in their order."""
    options: dict[str, list[FacetOption]] = defaultdict(list)
    table = OptionTable.__table__  # plain rows: every act on a facet reads them
    for row in session.execute(select(table).order_by(OptionTable.position)):
        options[row.facet_uid].append(
            FacetOption(
                row.key,
                row.label_nl,
                row.label_en,
                row.rank,
                row.wording_nl,
                row.wording_en,
                row.pole,
                row.default_for,
                _condition(row.asked_when),
            )
        )
    return [
        Facet(
            row.uid,
            row.codebook_uid,
            row.key,
            row.label_nl,
            row.label_en,
            _kind(row.kind),
            row.many,
            row.required,
            row.hint_nl,
            row.hint_en,
            _condition(row.asked_when),
            tuple(options[row.uid]),
        )
        for row in session.execute(
            select(FacetTable.__table__).order_by(FacetTable.codebook_uid, FacetTable.position)
        )
    ]


def traits(session: Session, code_uids: Collection[str] | None = None) -> dict[str, CodeTraits]:
    """Return what decides which facets are asked on a code, of these codes or of all."""
    query = select(Code.uid, Code.codebook_uid, Code.side, Code.pole_a, Code.pole_b)
    if code_uids is not None and len(code_uids) <= _ALL_AT_ONCE:
        query = query.where(Code.uid.in_(code_uids))
    return {uid: CodeTraits(*said) for uid, *said in session.execute(query)}


def values_of(
    session: Session, uids: Collection[str], *, revision_uid: str | None = None
) -> dict[str, Values]:
    """Return the values of codings; equal ones are one object, so that many stay cheap."""
    if len(uids) <= _ALL_AT_ONCE:
        stored = session.connection().execute(
            statements.few_values(one=len(uids) == 1), bound(uids)
        )
    else:
        query = statements.all_values()
        if revision_uid is not None:
            query = query.join(Coding, Coding.uid == CodingValue.coding_uid).where(
                Coding.revision_uid == revision_uid
            )
        stored = session.connection().execute(query)
    found: dict[str, list[FacetValue]] = defaultdict(list)
    known: dict[tuple[Any, ...], FacetValue] = {}
    for coding_uid, facet_uid, _ordinal, *said in stored:
        key = (facet_uid, *said)
        if (value := known.get(key)) is None:
            value = known[key] = FacetValue(*key)
        found[coding_uid].append(value)
    whole: dict[Values, Values] = {}
    return {uid: whole.setdefault(tuple(listed), tuple(listed)) for uid, listed in found.items()}


def set_values(session: Session, uid: str, values: Values) -> Changes:
    """Give a coding these facet values and no others.

    Raises:
        UnknownRecord: The coding, a facet or an option is not in this project.
        RefusedChange: A value is not asked on this coding, or one too many was given.
    """
    return set_many(session, {uid: values})


def set_many(session: Session, values: Mapping[str, Values]) -> Changes:
    """Give codings these facet values and no others, in one transaction.

    Raises:
        UnknownRecord: A coding, a facet or an option is not in this project.
        RefusedChange: A value is not asked on a coding, or one too many was given.
    """
    codes = codes_of(session, values)
    if len(codes) < len(values):
        raise UnknownRecord("This coding was removed from the project. Choose another.")
    for code_uid, said in dict.fromkeys((codes[uid], said) for uid, said in values.items()):
        check(session, code_uid, said)
    wanted: Mapping[str, Any] = {
        uid: ({}, {"coding_value": value_rows(uid, said)}) for uid, said in values.items()
    }
    changed = journal.change_many(session, "coding.facets", Kind.CODING, wanted)
    return Changes.of(Kind.CODING, changed=changed) if changed else Changes()


def codes_of(session: Session, uids: Collection[str]) -> dict[str, str]:
    """Return the codes of codings by uid, of those that are here."""
    found: dict[str, str] = {}
    for some in statements.batches(list(uids)):
        query = select(Coding.uid, Coding.code_uid).where(Coding.uid.in_(some))
        found.update((uid, code_uid) for uid, code_uid in session.execute(query))
    return found


def check(session: Session, code_uid: str, values: Values) -> None:
    """Refuse values that do not belong on a coding with this code.

    Raises:
        UnknownRecord: A facet or option is not in this project.
        RefusedChange: A value is not asked with this code, or one too many was given.
    """
    if not values:
        return
    facets = rows(session)
    by_uid = {facet.uid: facet for facet in facets}
    code = _traits_of(session, code_uid)
    for value in values:
        _check_value(by_uid.get(value.facet_uid), value)
    asked = rules.questions(facets, code, values)
    for question in asked:
        facet = question.facet
        steps = any(option.rank is not None for option in question.options)
        single = not facet.many or (facet.kind == "nominal" and steps)
        if single and len(question.chosen) > 1:
            raise RefusedChange(
                "{facet} takes one value. Take the other away first.", facet=facet.key
            )
    offered = {value for question in asked for value in question.chosen}
    for value in values:
        if value not in offered:
            raise RefusedChange(
                "{facet} with {option} is not asked on this coding. See its other facets.",
                facet=by_uid[value.facet_uid].key,
                option=value.option_key or value.text or "",
            )


def defaults(session: Session, code_uid: str) -> Values:
    """Return the values that the side of a code proposes for a new coding."""
    found = session.connection().execute(statements.proposed_values(), {"code_uid": code_uid})
    return tuple(FacetValue(row.facet_uid, option_key=row.key) for row in found)


def kept(session: Session, uid: str, code_uid: str) -> Values:
    """Return the values of a coding that are asked with another code too."""
    return kept_many(session, {uid: code_uid})[uid]


def kept_many(session: Session, code_uids: Mapping[str, str]) -> dict[str, Values]:
    """Return by coding the values that are asked with another code too."""
    values = values_of(session, code_uids)
    facets = rows(session) if values else []
    codes = {code_uid: _traits_of(session, code_uid) for code_uid in {*code_uids.values()}}
    return {
        uid: rules.fitting(facets, codes[code_uid], values.get(uid, ()))
        for uid, code_uid in code_uids.items()
    }


def value_rows(uid: str, values: Values) -> list[dict[str, Any]]:
    """Return the child rows of a coding that hold its values."""
    counted: dict[str, int] = defaultdict(int)
    found = []
    for value in sorted(values, key=lambda one: one.facet_uid):
        counted[value.facet_uid] += 1
        found.append({"coding_uid": uid, "ordinal": counted[value.facet_uid], **asdict(value)})
    return found


def parsed(session: Session, code_uid: str, said: Sequence[tuple[str, str]]) -> Values:
    """Return values written as facet key and option key, number or text.

    Facets that are not named have what the side of the code proposes.

    Raises:
        UnknownRecord: The codebook has no such facet or option.
    """
    code = _traits_of(session, code_uid)
    by_key = {row.key: row for row in rows(session) if row.codebook_uid == code.codebook_uid}
    found: list[FacetValue] = []
    for key, text in said:
        facet = by_key.get(key)
        if facet is None:
            raise UnknownRecord(
                "There is no facet {key}. Choose one of: {keys}.", key=key, keys=", ".join(by_key)
            )
        if facet.kind == "number":
            read = numbers.read(text)
            if not read:
                raise UnknownRecord("There is no number in {text}. Write digits.", text=text)
            found.append(number_value(facet.uid, read[0]))
        elif facet.kind == "text":
            found.append(FacetValue(facet.uid, text=text))
        else:
            found.append(FacetValue(facet.uid, option_key=text))
    named = {value.facet_uid for value in found}
    proposed = rules.defaults(list(by_key.values()), code)
    return (*(value for value in proposed if value.facet_uid not in named), *found)


def number_value(facet_uid: str, found: FoundNumber) -> FacetValue:
    """Return a number that was read in a passage as a facet's value."""
    return FacetValue(
        facet_uid,
        value_min=found.low,
        value_max=found.high,
        unit=found.unit or None,
        object=found.object or None,
        base=found.base or None,
        number_kind=found.kind or None,
        year=found.year,
    )


def told(session: Session, many: Sequence[Values]) -> list[dict[str, Any]]:
    """Return values by the key of their facet: option keys and texts, or a number's parts."""
    keys = {row.uid: row.key for row in session.execute(select(FacetTable.uid, FacetTable.key))}
    listed = []
    for values in many:
        found: dict[str, list[Any]] = {}
        for value in values:
            found.setdefault(keys[value.facet_uid], []).append(_told(value))
        listed.append(dict(found))
    return listed


def _told(value: FacetValue) -> Any:
    parts = {
        "from": value.value_min,
        "to": value.value_max,
        "unit": value.unit,
        "of": value.object,
        "per": value.base,
        "kind": value.number_kind,
        "year": value.year,
    }
    said = value.option_key or value.text
    return said or {name: part for name, part in parts.items() if part is not None}


def _check_value(facet: Facet | None, value: FacetValue) -> None:
    if facet is None:
        raise UnknownRecord("This facet is not in the codebook any more. Choose another.")
    match facet.kind:
        case "number":
            low, high = value.value_min, value.value_max
            if low is None and high is None:
                raise RefusedChange("A number needs a value. Give one.")
            if low is not None and high is not None and low > high:
                raise RefusedChange(
                    "The range from {low} to {high} runs backwards. Turn it round.",
                    low=rules.dutch_number(low),
                    high=rules.dutch_number(high),
                )
        case "text":
            if not (value.text or "").strip():
                raise RefusedChange("{facet} needs a text. Give one.", facet=facet.key)
        case _:
            if facet.option(value.option_key) is None:
                raise UnknownRecord(
                    "{facet} has no option {option}. Choose one of: {options}.",
                    facet=facet.key,
                    option=value.option_key or "",
                    options=", ".join(option.key for option in facet.options),
                )


def _traits_of(session: Session, code_uid: str) -> CodeTraits:
    row = session.execute(
        select(Code.codebook_uid, Code.side, Code.pole_a, Code.pole_b).where(Code.uid == code_uid)
    ).first()
    if row is None:
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    return CodeTraits(*row)


def _kind(word: str) -> FacetKind:
    match word:
        case "nominal" | "ordinal" | "number" | "text":
            return word
    raise RefusedChange("A facet has the unknown kind {kind}. Use a newer program.", kind=word)


@cache  # facets share a handful of conditions
def _condition(said: str) -> AskedWhen | None:
    if not said:
        return None
    read = json.loads(said)
    conditions = tuple(Condition(c["facet"], tuple(c["any_of"])) for c in read.get("facets", ()))
    return AskedWhen(conditions, read.get("poles"))
