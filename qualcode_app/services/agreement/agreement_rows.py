"""What the report of agreement shows: rows of codes, pairs, coders and documents."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import Literal

from qualcode_app.agreement import summary
from qualcode_app.agreement.figure import Figure, Interval
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.services.agreement.reliability import Scope, Unread

RARE_SPANS = summary.FEW_SPANS
RARE_DOCUMENTS = summary.FEW_DOCUMENTS
TARGET = 0.667
# On codings most units are marked by nobody, and these count each of them as agreement.
COUNT_UNMARKED = ("percent", "percent_of_values", "all_equal", "pabak", "brennan_prediger", "ac1")
HIGH_TARGET = summary.HIGH_TARGET


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as shown: NaN goes with the reason why it is undefined."""

    value: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Agreement on one code; in the pooled row the code fields are empty."""

    code_uid: str
    code_key: str
    code_label_nl: str
    code_label_en: str
    colour: str
    alpha: Number
    low: float  # ends of the 95 % interval; NaN without one
    high: float
    no_interval: str  # why there is none
    below_target: float  # probability that alpha lies below 0.667; NaN if unknown
    below_high: float  # the same for 0.80
    f1: Number
    percent: Number
    kappas: tuple[Number, ...]  # one per pair of the table
    tolerant: Number | None  # alpha with spans widened to whole words; None if not asked for
    over_use: tuple[float, ...]  # per coder, units above the mean of the others
    n_characters: int  # units judged by at least two coders
    n_documents: int  # with such units
    n_documents_used: int  # in which anybody marked the code
    n_spans: tuple[int, ...]  # per coder
    n_marked: tuple[int, ...]  # units per coder
    notices: tuple[str, ...]  # what to know before the figures are believed

    @property
    def too_rare(self) -> bool:
        """Whether there is too little of the code to judge agreement on it."""
        return sum(self.n_spans) < RARE_SPANS or self.n_documents_used < RARE_DOCUMENTS


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Agreement pooled over codes: of a pair of coders, of one coder, or in a document."""

    of: Literal["pair", "coder", "document"]
    names: tuple[str, ...]
    members: tuple[int, ...]  # indices of coders, or of the document
    alpha: Number
    low: float
    high: float
    no_interval: str
    f1: Number
    kappa: Number | None  # of pairs only
    without: Number | None  # of coders only: alpha of all the others
    n_disagreeing: int  # units x codes on which coders differ
    n_documents: int
    n_spans: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How alpha is spread over the codes that have one."""

    least: float
    quartiles: tuple[float, float, float]
    below_target: tuple[str, ...]  # uids of codes
    below_high: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """Agreement on characters or units, code by code and group by group."""

    coders: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]  # indices into coders
    documents: tuple[str, ...]
    rows: tuple[AgreementRow, ...]  # codes that anybody used, in the order of the codebook
    pooled: AgreementRow
    by_pair: tuple[GroupLine, ...]
    by_coder: tuple[GroupLine, ...]
    by_document: tuple[GroupLine, ...]
    spread: Spread | None
    n_codes: int  # compared, used or not
    n_unread: int  # coder and document pairs without any theme marked as read
    n_unfinished_spans: int  # codings left out because their theme is not marked as read
    unread: tuple[Unread, ...]  # what is left out, by coder and document
    round_kind: str
    round_title: str
    scope: Scope

    @property
    def all_read(self) -> bool:
        """Whether the reading status was not asked."""
        return self.scope.all_read

    @property
    def coefficient(self) -> str:
        """Name in the literature of the coefficient that the rows show."""
        return COEFFICIENTS[self.scope.coefficient].name

    @property
    def warning(self) -> str:
        """What to mind with the coefficient, "" for nothing."""
        counted = self.scope.coefficient in COUNT_UNMARKED
        return str(summary.Notice.MEASURES_LENGTH.value) if counted else ""

    @property
    def level(self) -> int:
        """Level of the code tree that was compared."""
        return self.scope.level


def ends(alpha: Figure) -> tuple[float, float, str]:
    """Return the ends of the interval beside a figure, and why there is none."""
    if alpha.reason is not None:
        return nan, nan, ""
    if isinstance(alpha.interval, Interval):
        return alpha.interval.low, alpha.interval.high, ""
    return nan, nan, str(alpha.no_interval.value) if alpha.no_interval else ""


def number(figure: Figure) -> Number:
    """Return a figure as it is shown."""
    return Number(figure.value, str(figure.reason.value) if figure.reason else "")
