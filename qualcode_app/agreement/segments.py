"""Agreement on whole segments: a span is matched where the other coder has one much like it.

Made after the published description of MAXQDA's intercoder agreement at the level of segments;
which length the overlap is measured against is for the user to choose, and is told.

Source:
    Raediker & Kuckartz (2019), Analyse qualitativer Daten mit MAXQDA, chapter 19; Brennan &
    Prediger (1981), Educational and Psychological Measurement, 41(3), 687-699.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from qualcode_app.agreement.data import Bools, Floats, Ints, SpanData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined
from qualcode_app.agreement.sweep import meetings

THETA = 0.9


class Denominator(StrEnum):
    """What the shared characters are divided by."""

    LONGER = "longer"
    SHORTER = "shorter"
    UNION = "union"


@dataclass(frozen=True)
class SegmentMatch:
    """How many spans of each of two coders the other one matched."""

    matched: tuple[int, int]
    spans: tuple[int, int]
    codes: int
    percent: Figure
    kappa: Figure  # with chance 1 / codes


@dataclass(frozen=True, eq=False)
class Meetings:
    """All pairs of overlapping spans of two coders with the same code.

    Args:
        first: Index of the first coder's span in the data.
        second: Index of the second coder's.
        shared: Characters in both.
    """

    first: Ints
    second: Ints
    shared: Ints


def same_code_meetings(data: SpanData, pair: tuple[int, int]) -> Meetings:
    """Return where spans of two coders with the same code overlap, documents both finished."""
    i, j = pair
    both = data.counted[i] & data.counted[j]
    place = (data.code * len(data.documents) + data.document) << data.axis_bits
    usable = both[data.code, data.document]
    first = np.flatnonzero(usable & (data.coder == i))
    second = np.flatnonzero(usable & (data.coder == j))
    start, end = place + data.start, place + data.end
    mine, theirs = meetings(start[first], end[first], start[second], end[second])
    first, second = first[mine], second[theirs]
    shared = np.minimum(end[first], end[second]) - np.maximum(start[first], start[second])
    return Meetings(first, second, shared)


def overlap_share(data: SpanData, met: Meetings, denominator: Denominator) -> Floats:
    """Return how much of two overlapping spans is shared, between 0 and 1."""
    length = data.end - data.start
    a, b = length[met.first], length[met.second]
    whole = {
        Denominator.LONGER: np.maximum(a, b),
        Denominator.SHORTER: np.minimum(a, b),
        Denominator.UNION: a + b - met.shared,
    }[denominator]
    return np.asarray(met.shared / whole, np.float64)


def match(
    data: SpanData, theta: float = THETA, denominator: Denominator = Denominator.LONGER
) -> SegmentMatch:
    """Count the spans of two coders that the other matched with the same code.

    Args:
        data: Exactly two coders.
        theta: The least share of overlap, above 0 and at most 1.
        denominator: What the overlap is a share of.

    Raises:
        ValueError: There are not two coders, or theta is out of range.
    """
    if len(data.coders) != 2 or not 0 < theta <= 1:
        raise ValueError("expected two coders and an overlap above 0, at most 1")
    met = same_code_meetings(data, (0, 1))
    like = overlap_share(data, met, denominator) >= theta
    usable = (data.counted[0] & data.counted[1])[data.code, data.document]
    spans = tuple(int((usable & (data.coder == coder)).sum()) for coder in (0, 1))
    matched = tuple(len(np.unique(found[like])) for found in (met.first, met.second))
    return _result(data, (matched[0], matched[1]), (spans[0], spans[1]), usable)


def _result(
    data: SpanData, matched: tuple[int, int], spans: tuple[int, int], usable: Bools
) -> SegmentMatch:
    codes, total = len(data.codes), sum(spans)
    n = Counts(total, 2, len(np.unique(data.document[usable])), spans)
    if not total:
        nothing = undefined(Reason.NO_SPANS, n)
        return SegmentMatch(matched, spans, codes, nothing, nothing)
    share = sum(matched) / total
    percent = Figure(share, n=n, observed=share)
    if codes < 2:
        return SegmentMatch(matched, spans, codes, percent, undefined(Reason.ONE_CATEGORY, n))
    value = (share - 1 / codes) / (1 - 1 / codes)
    kappa = Figure(value, n=n, observed=share, expected=1 / codes)
    return SegmentMatch(matched, spans, codes, percent, kappa)
