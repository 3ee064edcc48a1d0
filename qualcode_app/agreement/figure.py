"""What a coefficient answers: a number, or NaN with the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import isnan, nan


class Reason(StrEnum):
    """Why there is no figure. The texts are templates that the window translates."""

    NO_UNITS = "Nothing was judged by two coders, so there is nothing to compare."
    NO_VARIATION = (
        "Everybody used one and the same category throughout, so agreement cannot be told "
        "from chance."
    )
    UNUSED = "Nobody used this code here."
    NEVER_ABSENT = "Everybody marked everything, so nothing is left to agree on leaving out."
    TWO_CODERS = "This coefficient compares exactly two coders."
    MORE_CODERS = "This coefficient needs at least two coders."
    TWO_CATEGORIES = "This coefficient is defined for exactly two categories."
    ONE_CATEGORY = "This coefficient needs at least two available categories."
    NOT_ORDERED = "The categories have no order."
    NOT_NUMERIC = "The categories are not numbers."
    NOT_SETS = "The units do not hold sets of labels."
    UNEQUAL_RATINGS = "Not every unit was judged by the same number of coders."
    NO_DECISIONS = "The coders made no decision."
    UNDEFINED_PAIR = "At least one pair of coders has no kappa of its own, so there is no mean."
    NO_SPANS = "Nobody marked anything."
    ONE_UNIT = "Only one character was judged, too few to tell chance."
    NO_GAP = "Everybody marked everything, so there is no unmarked text to compare with."
    NOTHING_SHARED = "No stretch was marked by two coders."
    OVERLAPPING_CODES = (
        "A coder put several codes on one stretch. Compare code by code, or choose codes that "
        "exclude each other."
    )
    ONE_SEGMENT = "Nobody set a boundary."
    NO_CHANCE = "Chance samples show no disorder, so there is nothing to compare with."
    WRONG_DATA = "This coefficient does not work on this kind of data."
    TOO_MANY_SETS = "There are too many different sets of codes to compare each with each."


class NoInterval(StrEnum):
    """Why there is no confidence interval beside a figure. Templates, as in Reason."""

    FEW_DOCUMENTS = "An interval needs at least two documents that hold data."
    FEW_UNITS = "An interval needs at least two units."
    NOT_WITHOUT = "Without one of the documents the figure is undefined."
    SLOW = "Computing this again without each document would take too long."
    NOT_ANALYTIC = "This coefficient has no analytic interval."
    UNDEFINED = "Too many samples have no figure of their own."


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval and how it was made."""

    low: float
    high: float
    level: float
    method: str  # "document jackknife", "Gwet", "unit bootstrap" ...
    error: float = nan  # standard error, where the method gives one
    draws: int = 0
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a figure rests on."""

    units: int = 0  # characters, or fixed units, judged by at least two coders
    coders: int = 0
    documents: int = 0  # documents that hold at least one such unit
    spans: tuple[int, ...] = ()  # per coder
    marked: tuple[int, ...] = ()  # characters per coder


@dataclass(frozen=True, slots=True)
class Figure:
    """One coefficient's answer; `value` is NaN exactly when `reason` is given."""

    value: float
    reason: Reason | None = None
    n: Counts = field(default_factory=Counts)
    observed: float = nan  # observed agreement; disagreement or disorder where that is usual
    expected: float = nan  # the same by chance
    error: float = nan  # standard error
    interval: Interval | None = None
    no_interval: NoInterval | None = None
    parts: tuple[tuple[str, Figure], ...] = ()  # per category, code or document

    def __post_init__(self) -> None:
        for name in ("value", "observed", "expected", "error"):
            object.__setattr__(self, name, float(getattr(self, name)))
        if isnan(self.value) != (self.reason is not None):
            raise ValueError(f"value {self.value} does not go with reason {self.reason}")

    def with_interval(self, found: Interval | NoInterval) -> Figure:
        """Return the same figure with an interval beside it, or why there is none."""
        if isinstance(found, NoInterval):
            return replace(self, interval=None, no_interval=found)
        return replace(self, interval=found, no_interval=None, error=found.error)

    def part(self, name: str) -> Figure:
        """Return the figure of one category, code or document."""
        return dict(self.parts)[name]


def undefined(reason: Reason, n: Counts | None = None) -> Figure:
    """Return the figure that there is none, and why."""
    return Figure(nan, reason, n or Counts())
