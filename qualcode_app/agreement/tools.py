"""The figures that other programs show, by the name of the program and with their formulas.

For comparison only: each panel says what the program says it computes. Where a program shows 1
or 0 for an undefined figure, the panel shows that it is undefined.

Source:
    NVivo help, "Run a coding comparison query"; MAXQDA manual, "Intercoder agreement"; ATLAS.ti
    manual, "Inter-coder agreement"; Freelon (2010), International Journal of Internet Science,
    5(1), 20-33 (ReCal); Hayes & Krippendorff (2007), Communication Methods and Measures, 1(1),
    77-89 (KALPHA).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from qualcode_app.agreement import alpha, more_coders, raw, segments, two_coders, unitizing
from qualcode_app.agreement.characters import Study, kappa, percent
from qualcode_app.agreement.data import Floats, SpanData, UnitData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined
from qualcode_app.agreement.intervals import (
    SEED,
    krippendorff_bootstrap,
    percentile_interval,
    share_below,
)
from qualcode_app.agreement.label_sets import SetDistance, set_alpha_on_characters


@dataclass(frozen=True)
class Line:
    """One figure as a program shows it, with the formula in words."""

    name: str
    figure: Figure
    formula: str


@dataclass(frozen=True, eq=False)
class NVivoPanel:
    """NVivo's coding comparison of two coders; NaN where undefined or not judged by both.

    Args:
        table: Characters by both, only the first, only the second, neither; shape (codes,
            documents, 4).
        percent: Shape (codes, documents).
        kappa: Shape (codes, documents).
    """

    table: Floats
    percent: Floats
    kappa: Floats

    def mean_kappa(self, by_size: bool = False) -> float:
        """Return what users make of it: the mean kappa, plain or by the size of documents."""
        known = ~np.isnan(self.kappa)
        if not known.any():
            return float("nan")
        weights = self.table.sum(axis=-1)[known] if by_size else None
        return float(np.average(self.kappa[known], weights=weights))


def nvivo(study: Study, pair: tuple[int, int]) -> NVivoPanel:
    """Return percent agreement and kappa on characters of each code in each document.

    NVivo calls the chance of agreement EF = (A B + (N - A)(N - B)) / N, with A and B the
    characters of either coder; K = (agreements - EF) / (N - EF), which is Cohen's kappa.
    """
    table = study.table(pair)
    units = table.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = (table[..., 0] + table[..., 3]) / units
    return NVivoPanel(table, share, kappa(table))


def maxqda(
    data: SpanData,
    theta: float = segments.THETA,
    denominator: segments.Denominator = segments.Denominator.LONGER,
) -> tuple[Line, ...]:
    """Return MAXQDA's three levels of agreement of two coders: existence, frequency, segments."""
    both = data.counted.all(axis=0)
    numbers = data.spans_per_coder()
    n = Counts(int(both.sum()), 2, int(both.any(axis=0).sum()))
    levels = []
    for alike in ((numbers[0] > 0) == (numbers[1] > 0), numbers[0] == numbers[1]):
        share = float(alike[both].mean()) if both.any() else float("nan")
        levels.append(undefined(Reason.NO_UNITS, n) if isnan(share) else Figure(share, n=n))
    found = segments.match(data, theta, denominator)
    return (
        Line(
            "Code existence in the document",
            levels[0],
            "Codes x documents that both coders used or neither did / all of them.",
        ),
        Line(
            "Code frequency in the document",
            levels[1],
            "Codes x documents with the same number of segments of both coders / all of them.",
        ),
        Line(
            "Code overlap at segments",
            found.percent,
            "Segments of either coder that the other matched with the same code and the chosen "
            "overlap / all segments.",
        ),
        Line(
            "Kappa (RK)",
            found.kappa,
            "(matched - 1 / codes) / (1 - 1 / codes).",
        ),
    )


def _same_or_not(a: Floats, b: Floats) -> Floats:
    shared = a @ b.T
    return np.asarray(
        (shared != a.sum(axis=1)[:, None]) | (shared != b.sum(axis=1)[None, :]), np.float64
    )


NOMINAL_SETS: SetDistance = _same_or_not


def atlas(data: SpanData, domains: Mapping[str, Sequence[int]]) -> tuple[Line, ...]:
    """Return ATLAS.ti's figures per semantic domain, and over the domains.

    Args:
        data: Any number of coders.
        domains: Indices of codes that exclude each other, by the name of their domain.
    """
    lines = []
    for name, codes in domains.items():
        inside = data.only(codes=list(codes))
        domain = data.union_of_codes({name: codes})
        lines += [
            Line(
                f"{name}: alpha binary",
                alpha.alpha_on_characters(domain),
                "Krippendorff's alpha on characters, the domain marked or not.",
            ),
            Line(
                f"{name}: percent agreement",
                _percent(domain),
                "Characters on which the coders agree whether the domain applies / all.",
            ),
            Line(
                f"{name}: Holsti",
                raw.f1_on_characters(domain),
                "Twice the characters that both marked / all characters they marked.",
            ),
            Line(
                f"{name}: cu-alpha",
                _exclusive(inside),
                "Krippendorff's cu-alpha among the codes of the domain, unmarked text left out.",
            ),
        ]
    over = data.union_of_codes(domains)
    lines.append(
        Line(
            "Cu-alpha",
            set_alpha_on_characters(over, NOMINAL_SETS),
            "Nominal alpha on the set of domains that each coder marked, on characters anybody "
            "marked. Our reading: the formula is not published.",
        )
    )
    return tuple(lines)


def _exclusive(data: SpanData) -> Figure:
    if data.has_overlapping_codes():
        return undefined(Reason.OVERLAPPING_CODES)
    return unitizing.cu(data)


def _percent(data: SpanData) -> Figure:
    study = Study(data)
    share = float(percent(study.sums.sum(axis=(0, 1))))
    n = study.counts()
    return undefined(Reason.NO_UNITS, n) if isnan(share) else Figure(share, n=n)


def recal(data: UnitData) -> tuple[Line, ...]:
    """Return what ReCal2 (two coders) or ReCal3 (more) shows for nominal data."""
    agreement = Line(
        "Percent agreement", raw.percent(data), "Agreeing pairs / pairs, mean of units."
    )
    last = Line(
        "Krippendorff's alpha (nominal)", alpha.alpha(data), "1 - observed / expected disagreement."
    )
    if data.coders == 2:
        return (
            agreement,
            Line("Scott's pi", two_coders.scott(data), "Chance from both coders' categories."),
            Line("Cohen's kappa", two_coders.cohen(data), "Chance from each coder's categories."),
            last,
        )
    return (
        agreement,
        Line("Fleiss' kappa", more_coders.fleiss(data), "Chance from all coders' categories."),
        Line(
            "Average pairwise Cohen's kappa",
            more_coders.light(data),
            "Mean of the kappas of all pairs; undefined if one of them is.",
        ),
        last,
    )


@dataclass(frozen=True)
class KalphaPanel:
    """KALPHA's output: alpha with its bootstrap, and the chance to stay below some targets."""

    alpha: Figure
    below: tuple[tuple[float, float], ...]  # target, probability


KALPHA_TARGETS = (0.9, 0.8, 0.7, 0.67, 0.6, 0.5)


def kalpha(
    data: UnitData, distance: alpha.Distance = alpha.nominal, draws: int = 10_000, seed: int = SEED
) -> KalphaPanel:
    """Return alpha with KALPHA's own interval, which is too narrow."""
    whole = alpha.alpha(data, distance)
    if whole.reason:
        return KalphaPanel(whole, ())
    values = krippendorff_bootstrap(data, distance, draws, seed)
    found = percentile_interval(values, "KALPHA bootstrap", seed)
    below = tuple((target, share_below(values, target)) for target in KALPHA_TARGETS)
    return KalphaPanel(whole.with_interval(found), below)
