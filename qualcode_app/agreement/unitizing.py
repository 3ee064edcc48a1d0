"""Krippendorff's unitizing coefficients: free spans on a continuum.

Documents are laid end to end. Only documents count where every coder is done with every code,
since these coefficients know no missing values.

Source:
    Krippendorff (1995), Sociological Methodology, 25, 47-76; Krippendorff (2004), Quality &
    Quantity, 38(6), 787-800; Krippendorff, Mathet, Bouvry & Widloecher (2016), Quality &
    Quantity, 50(6), 2347-2364; Krippendorff (2019), Content Analysis, 4th ed., section 12.6.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

from qualcode_app.agreement.alpha import coincidences
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.coefficient import Coefficient, Need
from qualcode_app.agreement.data import Floats, Ints, SpanData, UnitData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined
from qualcode_app.agreement.sweep import meetings


@dataclass(frozen=True, eq=False)
class Continuum:
    """All documents that every coder finished, end to end; spans by coder and start."""

    data: SpanData
    length: int
    coder: Ints
    code: Ints
    start: Ints
    end: Ints
    n: Counts

    @property
    def coders(self) -> int:
        """Number of coders."""
        return len(self.data.coders)


def continuum(data: SpanData) -> Continuum:
    """Lay the documents end to end that every coder finished for every code."""
    done = np.flatnonzero(data.counted.all(axis=(0, 1)))
    if len(done) < len(data.documents):
        data = data.only(documents=done.tolist())
    offset = np.cumsum(data.lengths) - data.lengths
    start, end = offset[data.document] + data.start, offset[data.document] + data.end
    order = np.lexsort((start, data.coder))
    n = replace(Study(data).counts(), units=int(data.lengths.sum()))
    return Continuum(
        data,
        int(data.lengths.sum()),
        data.coder[order],
        data.code[order],
        start[order],
        end[order],
        n,
    )


def alpha_u(data: SpanData) -> Figure:
    """Return alpha_U over all codes, with each code as its parts.

    `observed` and `expected` are disagreements. Codes may overlap each other. Over codes the
    disagreements are added up before they are divided.
    """
    parts, observed, expected = [], 0.0, 0.0
    done = [data.counted[:, code].all(axis=0) for code in range(len(data.codes))]
    for code, name in enumerate(data.codes):
        pick = None if done[code].all() else np.flatnonzero(done[code]).tolist()
        part = _alpha_u_of_code(continuum(data.only(codes=[code], documents=pick)))
        parts.append((name, part))
        if part.reason is None:
            observed, expected = observed + part.observed, expected + part.expected
    n = Study(data).counts()
    if expected == 0:
        reason = Reason.NO_SPANS if n.units else Reason.NO_UNITS
        return replace(undefined(reason, n), parts=tuple(parts))
    value = 1 - observed / expected
    return Figure(value, None, n, observed, expected, parts=tuple(parts))


def _alpha_u_of_code(line: Continuum) -> Figure:
    m, length = line.coders, float(line.length)
    if not line.start.size:
        return undefined(Reason.NO_SPANS if line.length else Reason.NO_UNITS, line.n)
    observed = sum(
        _apart(*_spans_of(line, i), *_spans_of(line, j)) for i, j in permutations(range(m), 2)
    ) / (m * (m - 1) * length**2)
    lengths = (line.end - line.start).astype(np.float64)
    possible = m * length * (m * length - 1) - (lengths * (lengths - 1)).sum()
    units = len(lengths)
    meeting = (units - 1) * (2 * lengths**3 - 3 * lengths**2 + lengths) / 3
    missing = lengths**2 * _ways_into_gaps(line, lengths)
    if possible <= 0:
        return undefined(Reason.ONE_UNIT, line.n)
    expected = 2 / length * float((meeting + missing).sum()) / possible
    if expected == 0:
        # One span over everything cannot lie elsewhere; spans of one character differ by nothing.
        return undefined(Reason.NO_VARIATION, line.n)
    return Figure(1 - observed / expected, None, line.n, observed, expected)


def _spans_of(line: Continuum, coder: int) -> tuple[Ints, Ints]:
    rows = slice(*np.searchsorted(line.coder, (coder, coder + 1)))
    return line.start[rows], line.end[rows]


def _apart(start: Ints, end: Ints, other_start: Ints, other_end: Ints) -> float:
    """Return what one coder's spans cost against another's; half of an overlap's cost each way."""
    mine, theirs = meetings(start, end, other_start, other_end)
    lonely = np.ones(len(start), np.bool_)
    lonely[mine] = False
    alone = (end - start)[lonely].astype(np.float64)
    begins = (start[mine] - other_start[theirs]).astype(np.float64)
    ends = (end[mine] - other_end[theirs]).astype(np.float64)
    # A pair of spans is met from both sides, a span in a gap is counted for span and for gap.
    return float((begins**2).sum() + (ends**2).sum() + 2 * (alone**2).sum())


def _ways_into_gaps(line: Continuum, lengths: Floats) -> Floats:
    """Return in how many places of all coders' gaps each span would fit."""
    gaps = []
    for coder in range(line.coders):
        start, end = _spans_of(line, coder)
        gaps.append(np.append(start, line.length) - np.concatenate(([0], end)))
    sizes = np.sort(np.concatenate(gaps)).astype(np.float64)
    sums = np.append(np.cumsum(sizes[::-1])[::-1], 0.0)
    first = np.searchsorted(sizes, lengths, side="left")
    return np.asarray(sums[first] - (len(sizes) - first) * (lengths - 1), np.float64)


@dataclass(frozen=True, eq=False)
class Partition:
    """Everything the u family needs of a continuum on which codes exclude each other.

    Args:
        coincidence: Characters by the codes of two coders, the last code meaning a gap.
        weight: Squared lengths of the spans of each code, and the length of all gaps.
        shared: Squared lengths that a span shares with each other coder's spans, per code.
        n: What it rests on.
    """

    coincidence: Floats
    weight: Floats
    shared: Floats
    n: Counts


def partition(line: Continuum) -> Partition:
    """Cut the continuum into spans and gaps of each coder."""
    m, gap = line.coders, len(line.data.codes)
    cuts = np.unique(np.concatenate((line.start, line.end, [0, line.length])))
    lengths = np.diff(cuts)
    state = np.full((len(lengths), m), gap, np.int64)
    of_span = np.full((len(lengths), m), -1, np.int64)
    for coder in range(m):
        start, end = _spans_of(line, coder)
        if not start.size:
            continue
        rows = np.searchsorted(line.coder, coder)
        found = np.searchsorted(start, cuts[:-1], side="right") - 1
        inside = (found >= 0) & (end[found] > cuts[:-1])
        state[inside, coder] = line.code[rows + found[inside]]
        of_span[inside, coder] = rows + found[inside]
    units = UnitData((*map(str, range(gap)), "gap"), state, lengths)
    span_lengths = (line.end - line.start).astype(np.float64)
    weight: Floats = np.bincount(line.code, span_lengths**2, gap + 1).astype(np.float64)
    weight[gap] = m * line.length - span_lengths.sum()
    shared = np.zeros(gap)
    for i, j in permutations(range(m), 2):
        both = (of_span[:, i] >= 0) & (of_span[:, j] >= 0)
        common = np.bincount(of_span[both, i], lengths[both], len(line.start))
        shared += np.bincount(line.code, common**2, gap)
    return Partition(coincidences(units), weight, shared / (m - 1), line.n)


def u(data: SpanData) -> Figure:
    """Return u: agreement on spans, gaps and codes of mutually exclusive codes."""
    line = continuum(data)
    if not line.length:
        return undefined(Reason.NO_UNITS, line.n)
    cut = partition(line)
    if not line.start.size:
        return undefined(Reason.NO_SPANS, line.n)
    return _u_figure(cut.coincidence, cut.weight, cut.n)


def _u_figure(coincidence: Floats, weight: Floats, n: Counts) -> Figure:
    total, margin = coincidence.sum(), coincidence.sum(axis=1)
    chance = np.outer(margin, margin) - np.diag(weight)
    left = total**2 - weight.sum()
    apart = chance.sum() - np.trace(chance)
    if left <= 0 or apart <= 0:
        return undefined(Reason.NO_GAP if margin[-1] == 0 else Reason.NO_VARIATION, n)
    observed = 1 - np.trace(coincidence) / total
    expected = apart / left
    return Figure(float(1 - observed / expected), None, n, float(observed), float(expected))


def u_binary(data: SpanData) -> Figure:
    """Return |u: agreement on what was marked, whatever the code.

    Spans of one coder that overlap, whatever their codes, become one.
    """
    joined = data.union_of_codes({"any": range(len(data.codes))})
    figure = u(joined)
    if figure.reason is Reason.NO_VARIATION:
        return undefined(Reason.NO_GAP, figure.n)
    return figure


def _valued(cut: Partition) -> tuple[Floats, Floats]:
    """Return observed and expected coincidences of what two coders marked."""
    seen = cut.coincidence[:-1, :-1]
    total, margin = seen.sum(), seen.sum(axis=1)
    left = total**2 - cut.shared.sum()
    if left <= 0:
        return seen, np.zeros_like(seen)
    return seen, total * (np.outer(margin, margin) - np.diag(cut.shared)) / left


def cu(data: SpanData) -> Figure:
    """Return cu: given that two coders marked a stretch, whether they chose the same code.

    The part "coverage" is the share of the continuum that two coders marked.
    """
    line = continuum(data)
    if not line.length:
        return undefined(Reason.NO_UNITS, line.n)
    cut = partition(line)
    seen, chance = _valued(cut)
    total = seen.sum()
    coverage = Figure(float(total / cut.coincidence.sum()), n=line.n)
    parts = (("coverage", coverage),)
    apart = chance.sum() - np.trace(chance)
    if total == 0 or apart <= 0:
        reason = Reason.NO_VARIATION if total else Reason.NOTHING_SHARED
        return replace(undefined(reason, line.n), parts=parts)
    observed, expected = float(1 - np.trace(seen) / total), float(apart / chance.sum())
    return Figure(1 - observed / expected, None, line.n, observed, expected, parts=parts)


def ku(data: SpanData) -> Figure:
    """Return (k)u of each code as the parts; the value is cu, which weighs them together.

    Each part again has a part "coverage": the share of the code's characters that another
    coder marked with any code.
    """
    line = continuum(data)
    if not line.length:
        return undefined(Reason.NO_UNITS, line.n)
    cut = partition(line)
    seen, chance = _valued(cut)
    parts = []
    for k, name in enumerate(data.codes):
        used = cut.coincidence[k].sum()
        row, expected_row = seen[k].sum(), chance[k].sum()
        apart = expected_row - chance[k, k]
        if row == 0 or apart <= 0:
            reason = Reason.NOTHING_SHARED if row == 0 else Reason.NO_VARIATION
            part = undefined(reason if used else Reason.UNUSED, line.n)
        else:
            value = 1 - (expected_row / row) * (row - seen[k, k]) / apart
            part = Figure(float(value), n=line.n)
        covered = Figure(float(row / used), n=line.n) if used else undefined(Reason.UNUSED, line.n)
        parts.append((name, replace(part, parts=(("coverage", covered),))))
    return replace(cu(data), parts=tuple(parts))


_2016 = "Krippendorff, Mathet, Bouvry & Widloecher (2016), Quality & Quantity, 50(6), 2347-2364"

ALPHA_U = Coefficient(
    "alpha_u",
    "Krippendorff's alpha_U (1995)",
    "1 - observed / expected disagreement; two overlapping spans differ by the squared distances "
    "of their ends, a span in another coder's gap by its squared length.",
    "Krippendorff (1995), Sociological Methodology, 25, 47-76",
    on_spans=alpha_u,
)
U = Coefficient(
    "u",
    "Krippendorff's u-alpha (2016)",
    "1 - observed / expected share of characters that two coders gave different codes or left "
    "unmarked; chance keeps the lengths of the spans.",
    _2016,
    on_spans=u,
    needs=frozenset({Need.EXCLUSIVE_CODES}),
)
U_BINARY = Coefficient(
    "u_binary",
    "Krippendorff's |u-alpha (2016)",
    "u-alpha on marked or unmarked, whatever the code, that is, whether the coders marked the "
    "same passages.",
    _2016,
    on_spans=u_binary,
)
CU = Coefficient(
    "cu",
    "Krippendorff's cu-alpha (2016)",
    "1 - observed / expected share of different codes among characters that both coders marked, "
    "that is, whether they chose the same code.",
    _2016,
    on_spans=cu,
    needs=frozenset({Need.EXCLUSIVE_CODES}),
)
KU = Coefficient(
    "ku",
    "Krippendorff's (k)u-alpha per code (2016)",
    "Of the characters one coder gave a code and another marked as well: 1 - observed / expected "
    "share that got another code.",
    _2016,
    on_spans=ku,
    needs=frozenset({Need.EXCLUSIVE_CODES}),
)
