"""Facets: the typed dimensions of a coding, and which of them are asked on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FacetKind = Literal["nominal", "ordinal", "number", "text"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A facet or option is offered only where another facet holds one of these options."""

    facet: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedWhen:
    """All of this must be so before a facet or an option is offered."""

    facets: tuple[Condition, ...] = ()
    poles: bool | None = None  # True: only on codes with poles; False: only on codes without


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One value a facet can have."""

    key: str
    label_nl: str
    label_en: str
    rank: int | None = None
    wording_nl: str = ""
    wording_en: str = ""
    pole: str | None = None  # "a" or "b": the code's own pole is its label
    default_for: str | None = None
    asked_when: AskedWhen | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """A dimension that a codebook or a project defines."""

    uid: str
    codebook_uid: str
    key: str
    label_nl: str
    label_en: str
    kind: FacetKind
    many: bool
    required: bool
    hint_nl: str = ""
    hint_en: str = ""
    asked_when: AskedWhen | None = None
    options: tuple[FacetOption, ...] = ()

    def option(self, key: str | None) -> FacetOption | None:
        """Return the option with a key."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """What a coder said about one facet; a number has bounds, and what else was said of it."""

    facet_uid: str
    option_key: str | None = None
    text: str | None = None
    value_min: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    object: str | None = None
    base: str | None = None
    number_kind: str | None = None
    year: int | None = None


Values = tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class CodeTraits:
    """What of a code decides which facets are asked."""

    codebook_uid: str
    side: str = "none"
    pole_a: str = ""
    pole_b: str = ""

    @property
    def has_poles(self) -> bool:
        """Whether the code has two poles of its own."""
        return bool(self.pole_a and self.pole_b)


@dataclass(frozen=True, slots=True)
class Question:
    """A facet as it is asked on one coding: options of which one holds, or several.

    A facet whose options depend on other values asks once for each group of options that
    belong together: a passage that is diagnosis and measure has a direction of each.
    """

    facet: Facet
    options: tuple[FacetOption, ...]
    chosen: tuple[FacetValue, ...]

    @property
    def is_open(self) -> bool:
        """Whether an answer is wanted and missing."""
        return self.facet.required and not self.chosen

    @property
    def chosen_keys(self) -> tuple[str, ...]:
        """The keys of the options that hold."""
        return tuple(value.option_key for value in self.chosen if value.option_key)


def questions(facets: Sequence[Facet], code: CodeTraits, values: Values) -> list[Question]:
    """Return what is asked on a coding with this code and these values, in the facets' order."""
    return list(_asked(facets, code, values))


def missing(facets: Sequence[Facet], code: CodeTraits, values: Values) -> frozenset[str]:
    """Return the uids of required facets without an answer."""
    return frozenset(
        question.facet.uid for question in _asked(facets, code, values) if question.is_open
    )


def fitting(facets: Sequence[Facet], code: CodeTraits, values: Values) -> Values:
    """Return the values that are still asked with this code, in their order.

    Taking one value away can take the question of another away, so this goes on until
    nothing changes.
    """
    kept = values
    while True:
        asked = {value for question in _asked(facets, code, kept) for value in question.chosen}
        now = tuple(value for value in kept if value in asked)
        if now == kept:
            return now
        kept = now


def defaults(facets: Sequence[Facet], code: CodeTraits) -> Values:
    """Return the values that the side of a code proposes."""
    return tuple(
        FacetValue(facet.uid, option_key=option.key)
        for facet in facets
        if facet.codebook_uid == code.codebook_uid
        for option in facet.options
        if option.default_for == code.side and code.side != "none"
    )


def toggled(
    facets: Sequence[Facet], code: CodeTraits, values: Values, facet: Facet, key: str
) -> Values:
    """Return the values after choosing an option, or after choosing it off again.

    Steps of a scale exclude each other. In a facet where options are proposed by the side of a
    code these go together, and an option that no side proposes stands alone.
    """
    question = next(
        (
            question
            for question in _asked(facets, code, values)
            if question.facet.uid == facet.uid and any(o.key == key for o in question.options)
        ),
        None,
    )
    if question is None:
        return values
    if key in question.chosen_keys:
        now = _without(values, facet.uid, {key})
    else:
        now = _without(values, facet.uid, _excluded_by(question, key))
        now = (*now, FacetValue(facet.uid, option_key=key))
    return fitting(facets, code, now)


def option_label(option: FacetOption, code: CodeTraits) -> tuple[str, str]:
    """Return the label in Dutch and English; on a pole it is the code's own word."""
    if option.pole and code.has_poles:
        pole = code.pole_a if option.pole == "a" else code.pole_b
        return pole, pole
    return option.label_nl, option.label_en


def with_values(values: Values, facet_uid: str, new: Values) -> Values:
    """Return the values with those of one facet replaced."""
    return (*(value for value in values if value.facet_uid != facet_uid), *new)


def _excluded_by(question: Question, key: str) -> set[str]:
    facet, others = question.facet, {option.key for option in question.options} - {key}
    if not facet.many or any(option.rank is not None for option in question.options):
        return others
    proposed = {option.key for option in question.options if option.default_for}
    if not proposed:
        return set()
    return others - proposed if key in proposed else others


def _without(values: Values, facet_uid: str, keys: Collection[str]) -> Values:
    return tuple(
        value
        for value in values
        if value.facet_uid != facet_uid or value.option_key is None or value.option_key not in keys
    )


def _asked(facets: Sequence[Facet], code: CodeTraits, values: Values) -> Iterator[Question]:
    own = [facet for facet in facets if facet.codebook_uid == code.codebook_uid]
    held = _held(own, values)
    for facet in own:
        if not _holds(facet.asked_when, code, held):
            continue
        mine = tuple(value for value in values if value.facet_uid == facet.uid)
        if facet.kind in {"number", "text"}:
            yield Question(facet, facet.options, mine)
            continue
        groups: dict[AskedWhen | None, list[FacetOption]] = {}
        for option in facet.options:
            if _holds(option.asked_when, code, held):
                groups.setdefault(option.asked_when, []).append(option)
        for options in groups.values():
            offered = {option.key for option in options}
            chosen = tuple(value for value in mine if value.option_key in offered)
            yield Question(facet, tuple(options), chosen)


def _held(facets: Sequence[Facet], values: Values) -> dict[str, set[str]]:
    """Return the options that hold, by the key of their facet."""
    keys = {facet.uid: facet.key for facet in facets}
    held: dict[str, set[str]] = {}
    for value in values:
        if value.option_key and value.facet_uid in keys:
            held.setdefault(keys[value.facet_uid], set()).add(value.option_key)
    return held


def _holds(asked: AskedWhen | None, code: CodeTraits, held: dict[str, set[str]]) -> bool:
    if asked is None:
        return True
    if asked.poles is not None and asked.poles != code.has_poles:
        return False
    return all(
        not held.get(condition.facet, set()).isdisjoint(condition.any_of)
        for condition in asked.facets
    )


def numbered(value: FacetValue) -> str:
    """Return a number as it is listed: bounds, unit, per what, of what, year."""
    year = str(value.year) if value.year else ""
    parts = [_bounds(value), value.unit, value.base, value.object, year]
    return " ".join(part for part in parts if part)


def dutch_number(number: Decimal) -> str:
    """Return a number with points between thousands and a decimal comma."""
    plain = f"{number:,f}"
    whole, _, rest = plain.partition(".")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def _bounds(value: FacetValue) -> str:
    low, high = value.value_min, value.value_max
    shown = [dutch_number(bound) for bound in (low, high) if bound is not None]
    if low is not None and low == high:
        return shown[0]
    if low is not None and high is not None:
        return " – ".join(shown)
    sign = "≥ " if high is None else "≤ "
    return f"{sign}{shown[0]}" if shown else ""


def only(values: Values, facet_uid: str) -> Values:
    """Return the values of one facet."""
    return tuple(value for value in values if value.facet_uid == facet_uid)
