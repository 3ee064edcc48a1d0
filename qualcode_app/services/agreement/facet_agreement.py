"""Agreement on facets: the values that coders gave to the codings they share.

Two codings are one unit when they have the same code and overlap by half. A coding without a
value is missing, not a value of its own. The interval leaves out one document after another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.agreement.data import Ints, UnitData
from qualcode_app.agreement.matching import Marked, matched
from qualcode_app.domain.facets import Facet, FacetValue
from qualcode_app.models.codings import Coding
from qualcode_app.services.agreement.agreement_passages import (
    MOST,
    Kind,
    Passages,
    Place,
    read_places,
)
from qualcode_app.services.agreement.reliability import Reliability, homes
from qualcode_app.services.agreement.value_figures import About, ValueLine, line
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import facets

ALPHAS = {"nominal": "alpha", "ordinal": "alpha_ordinal", "number": "alpha_interval"}
SETS = "alpha_masi"  # where a coding may have several values
Said = str | Decimal | frozenset[str]


@dataclass(frozen=True, slots=True)
class Shared:
    """Codings that coders share, with what each said of every facet."""

    codings: tuple[Marked, ...]
    groups: tuple[tuple[int, ...], ...]
    values: tuple[Mapping[str, tuple[FacetValue, ...]], ...]  # per coding, by facet


def shared(session: Session, found: Reliability) -> Shared:
    """Return the codings that at least two coders made on the same passage with one code."""
    tree = codebook.rows(session)
    home = homes(tree, found.scope.level)
    code_at = {uid: i for i, uid in enumerate(found.characters.codes)}
    voice_at = {place: i for i, place in enumerate(found.places)}
    text_at = {uid: i for i, uid in enumerate(found.revision_uids)}
    query = select(
        Coding.uid,
        Coding.code_uid,
        Coding.revision_uid,
        Coding.round_uid,
        Coding.coder_uid,
        Coding.start_char,
        Coding.end_char,
    ).where(Coding.kind == "text", Coding.round_uid.in_({place[0] for place in found.places}))
    uids: list[str] = []
    codings: list[Marked] = []
    for uid, code_uid, revision_uid, round_uid, coder_uid, start, end in session.execute(query):
        voice = voice_at.get((round_uid, coder_uid), -1)
        code = code_at.get(home.get(code_uid, ""), -1)
        document = text_at.get(revision_uid, -1)
        if start is None or end is None or min(voice, code, document) < 0:
            continue
        if found.characters.counted[voice, code, document]:
            uids.append(uid)
            codings.append(Marked(document, code, voice, start, end))
    groups = matched(codings)
    wanted = {uids[at] for group in groups for at in group}
    given = facets.values_of(session, wanted)
    return Shared(tuple(codings), tuple(groups), tuple(_by_facet(given.get(u, ())) for u in uids))


def lines(session: Session, found: Reliability) -> tuple[ValueLine, ...]:
    """Return agreement on every facet that has values on shared codings, in their order."""
    return tabulate(facets.rows(session), shared(session, found), len(found.coder_names))


def tabulate(known: Sequence[Facet], data: Shared, n_coders: int) -> tuple[ValueLine, ...]:
    """Return the lines on shared codings that were read before; text facets have none."""
    found = (_line(facet, data, n_coders) for facet in known if facet.kind != "text")
    return tuple(each for each in found if each is not None)


def passages(
    session: Session, found: Reliability, facet_uid: str, language: str = "nl"
) -> Passages:
    """Return the shared codings to which coders gave different values of a facet."""
    facet = next(row for row in facets.rows(session) if row.uid == facet_uid)
    data = shared(session, found)
    places = []
    for group in data.groups:
        said = {
            data.codings[at].coder: value
            for at in group
            if (value := _said(facet, data.values[at].get(facet_uid, ()))) is not None
        }
        if len(set(said.values())) < 2:
            continue
        own = [data.codings[at] for at in group]
        start, end = min(each.start for each in own), max(each.end for each in own)
        inner = min(each.end for each in own) - max(each.start for each in own)
        words = {coder: _words(facet, value, language) for coder, value in said.items()}
        share = max(inner, 0) / (end - start)
        places.append(
            Place(
                Kind.OTHER_VALUE,
                own[0].code,
                own[0].document,
                start,
                end,
                end - start,
                share,
                {},
                words,
            )
        )
    places.sort(key=lambda place: (place.document, place.start))
    coders = tuple(range(len(found.coder_names)))
    rows = read_places(session, found, coders, places[:MOST])
    return Passages(rows, len(places), {Kind.OTHER_VALUE: len(places)} if places else {})


# Inside


def _by_facet(values: Sequence[FacetValue]) -> dict[str, tuple[FacetValue, ...]]:
    found: dict[str, tuple[FacetValue, ...]] = {}
    for value in values:
        found[value.facet_uid] = (*found.get(value.facet_uid, ()), value)
    return found


def _said(facet: Facet, values: Sequence[FacetValue]) -> Said | None:
    """Return what a coding says of a facet, as something that can be compared."""
    if facet.kind == "number":
        numbers = [value for value in values if value.value_min is not None]
        if len(numbers) != 1 or numbers[0].value_min is None:
            return None
        low, high = numbers[0].value_min, numbers[0].value_max
        return low if high is None else (low + high) / 2
    keys = [value.option_key for value in values if facet.option(value.option_key)]
    if facet.kind == "ordinal":
        keys = [key for key in keys if _rank(facet, key) is not None]
    if not keys:
        return None
    return frozenset(key for key in keys if key) if facet.many else keys[0]


def _rank(facet: Facet, key: str | None) -> int | None:
    option = facet.option(key)
    return None if option is None else option.rank


def _words(facet: Facet, said: Said, language: str) -> str:
    if isinstance(said, Decimal):
        return format(said.normalize(), "f")
    keys = sorted(said) if isinstance(said, frozenset) else [said]
    options = [facet.option(key) for key in keys]
    return ", ".join(
        option.label_nl if language == "nl" else option.label_en or option.label_nl
        for option in options
        if option is not None
    )


def _line(facet: Facet, data: Shared, n_coders: int) -> ValueLine | None:
    units = np.full((len(data.groups), n_coders), -1)
    documents = np.array([data.codings[group[0]].document for group in data.groups], np.int64)
    answers: dict[Said, int] = {}
    cells: list[tuple[int, int, Said]] = []
    for row, group in enumerate(data.groups):
        for at in group:
            said = _said(facet, data.values[at].get(facet.uid, ()))
            if said is not None:
                cells.append((row, data.codings[at].coder, said))
    known = _categories(facet, {said for _, _, said in cells})
    answers = {said: i for i, said in enumerate(known)}
    for row, coder, said in cells:
        units[row, coder] = answers[said]
    key = SETS if facet.many and facet.kind != "number" else ALPHAS[facet.kind]
    about = About(facet.uid, facet.key, facet.label_nl, facet.label_en)
    plain = facet.kind == "nominal" and not facet.many
    return line(about, _unit_data(facet, known, units), documents, key, with_ac1=plain)


def _categories(facet: Facet, used: set[Said]) -> list[Said]:
    """Return the available values in their order; of numbers and sets those that were used."""
    if facet.kind == "number":
        return sorted(each for each in used if isinstance(each, Decimal))
    if facet.many:
        sets = {tuple(sorted(each)) for each in used if isinstance(each, frozenset)}
        found: list[Said] = []
        found += [frozenset(each) for each in sorted(sets)]
        return found
    options = facet.options
    if facet.kind == "ordinal":
        ranked = [option for option in options if option.rank is not None]
        options = tuple(sorted(ranked, key=lambda option: option.rank or 0))
    return [option.key for option in options]


def _unit_data(facet: Facet, known: Sequence[Said], ratings: Ints) -> UnitData:
    values = np.array([float(each) for each in known if isinstance(each, Decimal)])
    sets = tuple(each for each in known if isinstance(each, frozenset))
    return UnitData(
        tuple(_name(each) for each in known),
        ratings,
        ordered=facet.kind != "nominal" and not sets,
        values=values if values.size else None,
        sets=sets or None,
    )


def _name(said: Said) -> str:
    return " + ".join(sorted(said)) if isinstance(said, frozenset) else str(said)
