"""Agreement on verdicts: what coders said of each proposition in each document.

A unit is a proposition in a document; a coder who has not judged it is missing there. Ranks of
two scales are not comparable, so each scale has figures of its own: nominal over all options,
ordinal over those with a rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.agreement.data import UnitData
from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.services.agreement.agreement_passages import MOST, Bar, Kind, Passage, Passages
from qualcode_app.services.agreement.reliability import Reliability
from qualcode_app.services.agreement.value_figures import About, ValueLine, line
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.registers import judgements, propositions
from qualcode_app.services.registers.propositions import OPEN, PropositionRow, RegisterRow, Scale
from qualcode_app.services.registers.verdict_data import Label, Level, verdict_data

LEAST_RANKS = 2
_SCALES = {
    "adoption": ("overname", "adoption"),
    "endorsement": ("onderschrijving", "endorsement"),
    "acknowledgement": ("erkenning", "acknowledgement"),
}
_LEVELS = {"nominal": ("nominaal", "nominal"), "ordinal": ("ordinaal", "ordinal")}


class _Part(NamedTuple):
    """The verdicts on one scale of a register."""

    register: RegisterRow
    scale: Scale
    test: str


class _Units(NamedTuple):
    """Propositions in documents, and what each coder who is compared said of them."""

    places: tuple[tuple[str, str], ...]  # proposition and document
    values: tuple[tuple[Label | None, ...], ...]  # one row per coder


def lines(session: Session, found: Reliability) -> tuple[ValueLine, ...]:
    """Return agreement on every scale of every register that two coders used."""
    rows = []
    for part in _parts(session):
        levels: list[Level] = ["nominal"]
        if len({option.rank for option in part.scale.options} - {None}) >= LEAST_RANKS:
            levels.append("ordinal")
        rows += [_line(session, found, part, level) for level in levels]
    return tuple(row for row in rows if row is not None)


def passages(session: Session, found: Reliability, uid: str, language: str = "nl") -> Passages:
    """Return the propositions and documents on which coders gave different verdicts.

    Args:
        session: Where to read.
        found: Who is compared.
        uid: Of a line: register and scale.
        language: Of the options and wordings.
    """
    part = next(each for each in _parts(session) if _uid(each) == uid)
    units = _units(session, found, part, "nominal")
    rows = {row.uid: row for row in propositions.rows(session, part.register.uid)}
    titles = dict(zip(found.characters.documents, found.document_titles, strict=True))
    apart = [
        (place, said)
        for place, said in zip(units.places, zip(*units.values, strict=True), strict=True)
        if len({each for each in said if each is not None}) > 1 and place[1] in titles
    ]
    apart.sort(key=lambda one: found.characters.documents.index(one[0][1]))
    evidence = _evidence(session, found, part.register.uid)
    listed = tuple(
        _passage(session, found, rows[proposition], document, said, evidence, language)
        for (proposition, document), said in apart[:MOST]
    )
    return Passages(listed, len(apart), {Kind.OTHER_VALUE: len(apart)} if apart else {})


# Inside


def _uid(part: _Part) -> str:
    return f"{part.register.uid} {part.scale.uid}"


def _parts(session: Session) -> list[_Part]:
    found: dict[tuple[str, str], _Part] = {}
    for register in propositions.registers(session):
        for row in propositions.rows(session, register.uid):
            found.setdefault((register.uid, row.scale.uid), _Part(register, row.scale, row.test))
    return list(found.values())


def _units(session: Session, found: Reliability, part: _Part, level: Level) -> _Units:
    """Return the verdicts of the voices that are compared, each from its own round."""
    given: list[dict[tuple[str, str], Label | None]] = []
    places: dict[tuple[str, str], None] = {}
    for round_uid, coder_uid in found.places:
        data = verdict_data(
            session,
            part.register.uid,
            level=level,
            round_uid=round_uid,
            scale_uid=part.scale.uid,
        )
        at = data.coder_uids.index(coder_uid)
        given.append(dict(zip(data.units, data.values[at], strict=True)))
        places |= dict.fromkeys(data.units)
    values = tuple(tuple(own.get(place) for place in places) for own in given)
    return _Units(tuple(places), values)


def _line(session: Session, found: Reliability, part: _Part, level: Level) -> ValueLine | None:
    units = _units(session, found, part, level)
    if not units.places:
        return None
    if level == "nominal":
        known: list[Label] = [o.key for o in part.scale.options if o.key != OPEN]
    else:
        known = sorted({o.rank for o in part.scale.options if o.rank is not None})
    at = {label: i for i, label in enumerate(known)}
    ratings = np.array(
        [[at.get(said, -1) if said is not None else -1 for said in row] for row in units.values],
        np.int64,
    ).T
    data = UnitData(tuple(map(str, known)), ratings, ordered=level == "ordinal")
    numbers = {uid: i for i, uid in enumerate(dict.fromkeys(place[1] for place in units.places))}
    home = np.array([numbers[document] for _, document in units.places], np.int64)
    key = "alpha_ordinal" if level == "ordinal" else "alpha"
    return line(_about(part, level), data, home, key, with_ac1=level == "nominal")


def _about(part: _Part, level: Level) -> About:
    labels = []
    for title, side in ((part.register.title_nl, 0), (part.register.title_en, 1)):
        scale = _SCALES.get(part.test, (part.test, part.test))[side]
        labels.append(f"{title or part.register.title_nl}: {scale}, {_LEVELS[level][side]}")
    return About(_uid(part), part.register.key, *labels)


def _evidence(
    session: Session, found: Reliability, register_uid: str
) -> dict[tuple[str, str], list[str]]:
    """Return the codings that support verdicts, by proposition and document."""
    voices = set(found.places)
    linked: dict[tuple[str, str], list[str]] = {}
    for row in judgements.rows(session, register_uid=register_uid):
        if (row.round_uid, row.coder_uid) in voices:
            place = (row.proposition_uid, row.document_uid)
            linked.setdefault(place, []).extend(sorted(row.verdict.evidence))
    return linked


def _passage(
    session: Session,
    found: Reliability,
    row: PropositionRow,
    document: str,
    said: Sequence[Label | None],
    evidence: dict[tuple[str, str], list[str]],
    language: str,
) -> Passage:
    at = found.characters.documents.index(document)
    anchor, area, page_number, page_label = _place(
        session, found.revision_uids[at], evidence.get((row.uid, document), [])
    )
    wording = row.wording_nl if language == "nl" else row.wording_en or row.wording_nl
    return Passage(
        Kind.OTHER_VALUE,
        "",
        document,
        found.document_titles[at],
        found.revision_uids[at],
        anchor,
        page_number,
        page_label,
        f"{row.key} {wording}",
        0,
        0.0,
        tuple(
            Bar(
                coder,
                found.coder_names[coder],
                (),
                key is not None,
                said=_label(row, key, language),
            )
            for coder, key in enumerate(said)
        ),
        area,
    )


def _label(row: PropositionRow, key: Label | None, language: str) -> str:
    option = row.scale.option(str(key)) if key is not None else None
    if option is None:
        return ""
    return option.label_nl if language == "nl" else option.label_en


def _place(
    session: Session, revision_uid: str, linked: Sequence[str]
) -> tuple[TextAnchor, PageArea | None, int, str]:
    """Return the first piece of evidence, else the beginning of the document."""
    for uid in linked:
        coding = coding_rows.get(session, uid)
        if coding.revision_uid == revision_uid:
            return coding.anchor, coding.area, coding.page_number, coding.page_label
    first = documents.pages(session, revision_uid)[0]
    return TextAnchor(0, max(first.n_chars, 1)), None, first.number, first.label
