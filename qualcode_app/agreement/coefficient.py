"""What every coefficient is: a name, a source, a formula in words, and how to compute it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from math import nan

from qualcode_app.agreement.data import SpanData, UnitData
from qualcode_app.agreement.figure import Figure, Reason, undefined
from qualcode_app.agreement.sweep import coded_or_not
from qualcode_app.domain.progress import Progress

Data = SpanData | UnitData
MANY_UNITS = 1000  # more rows than this are first searched for alike ones


class Need(Enum):
    """What a coefficient asks of its data beyond two coders."""

    TWO_CODERS = auto()
    TWO_CATEGORIES = auto()
    ORDER = auto()
    NUMBERS = auto()
    SETS = auto()
    EQUAL_RATINGS = auto()
    EXCLUSIVE_CODES = auto()


@dataclass(frozen=True)
class Coefficient:
    """One coefficient.

    Args:
        key: Short name for files and the command line; never changes.
        name: Name in the literature.
        formula: The formula in words; a template that the window translates.
        source: Where it was published.
        on_units: Computes it on fixed units, where it applies to them.
        on_spans: Computes it on free spans, where it applies to them.
        needs: What it asks of the data.
        slow: Whether it samples; its function on spans then takes a progress too.
    """

    key: str
    name: str
    formula: str
    source: str
    on_units: Callable[[UnitData], Figure] | None = None
    on_spans: Callable[..., Figure] | None = None
    needs: frozenset[Need] = frozenset()
    slow: bool = False

    def why_not(self, data: Data) -> Reason | None:
        """Tell why the coefficient does not fit the data, or None where it fits."""
        if isinstance(data, SpanData):
            return Reason.WRONG_DATA if self.on_spans is None else self._why_not_spans(data)
        return Reason.WRONG_DATA if self.on_units is None else self._why_not_units(data)

    def compute(self, data: Data, progress: Progress | None = None) -> Figure:
        """Return the figure; NaN with the reason where it does not fit or is undefined."""
        reason = self.why_not(data)
        if reason is not None:
            return undefined(reason)
        if isinstance(data, SpanData):
            if self.on_spans is None:
                return undefined(Reason.WRONG_DATA)
            return self.on_spans(data, progress) if self.slow else self.on_spans(data)
        if len(data.ratings) > MANY_UNITS:
            data = data.collapsed
        return self.on_units(data) if self.on_units else undefined(Reason.WRONG_DATA)

    def _why_not_spans(self, data: SpanData) -> Reason | None:
        if len(data.coders) < 2:
            return Reason.MORE_CODERS
        if Need.TWO_CODERS in self.needs and len(data.coders) != 2:
            return Reason.TWO_CODERS
        if Need.EXCLUSIVE_CODES in self.needs and data.has_overlapping_codes():
            return Reason.OVERLAPPING_CODES
        return None

    def _why_not_units(self, data: UnitData) -> Reason | None:
        if data.coders < 2:
            return Reason.MORE_CODERS
        lacks: dict[Need, tuple[Callable[[], bool], Reason]] = {
            Need.TWO_CODERS: (lambda: data.coders != 2, Reason.TWO_CODERS),
            Need.TWO_CATEGORIES: (lambda: data.q < 2, Reason.ONE_CATEGORY),
            Need.ORDER: (lambda: not data.ordered, Reason.NOT_ORDERED),
            Need.NUMBERS: (lambda: data.values is None, Reason.NOT_NUMERIC),
            Need.SETS: (lambda: data.sets is None, Reason.NOT_SETS),
            Need.EQUAL_RATINGS: (lambda: not data.equally_rated(), Reason.UNEQUAL_RATINGS),
        }
        for need, (is_lacking, reason) in lacks.items():
            if need in self.needs and is_lacking():
                return reason
        return None


def on_characters(on_units: Callable[[UnitData], Figure]) -> Callable[[SpanData], Figure]:
    """Let a coefficient for fixed units judge characters as coded or not coded.

    Its standard error is dropped: neighbouring characters are no independent units, and an
    interval that takes them for such covers the truth in one study out of ten.
    """

    def on_spans(data: SpanData) -> Figure:
        return replace(on_units(coded_or_not(data)), error=nan, interval=None)

    return on_spans
