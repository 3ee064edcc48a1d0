"""What other programs report on the same data, each figure with its formula in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from qualcode_app.agreement import alpha as alphas
from qualcode_app.agreement import tools
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.data import SpanData, UnitData
from qualcode_app.agreement.figure import Reason
from qualcode_app.agreement.sweep import coded_or_not
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.agreement.agreement_rows import Number, number
from qualcode_app.services.agreement.reliability import Reliability

DISTANCES: Mapping[str, alphas.Distance] = {
    "nominal": alphas.nominal,
    "ordinal": alphas.ordinal,
    "interval": alphas.interval,
    "ratio": alphas.ratio,
}
_DRAWN = "10,000 draws of pairs of values against a fixed chance; narrower than it should be."


@dataclass(frozen=True, slots=True)
class ProgramLine:
    """A figure as another program reports it, with the formula in words."""

    program: str
    name: str
    figure: Number
    formula: str
    coders: tuple[int, ...] = ()  # who are compared, where that is a pair

    @property
    def alpha(self) -> Number:
        """The figure, by the name that the lines of all tables use."""
        return self.figure


def other_programs(found: Reliability, pair: tuple[int, int]) -> tuple[ProgramLine, ...]:
    """Return what other programs would report on a pair of coders.

    NVivo, MAXQDA and ATLAS.ti on codings; ReCal and KALPHA on the units of the report, where each
    unit is coded or not with each code.
    """
    data = found.characters.only(coders=pair)
    panel = tools.nvivo(Study(data), (0, 1))
    why = "" if np.isfinite(panel.kappa).any() else str(Reason.NO_UNITS.value)
    lines = [
        ProgramLine(
            "NVivo",
            "Kappa, mean over codes and documents",
            Number(panel.mean_kappa(by_size=weighted), why),
            f"K = (agreements - EF) / (N - EF), on characters; {how}.",
        )
        for weighted, how in ((False, "every pair alike"), (True, "weighted by length"))
    ]
    lines += [
        ProgramLine("MAXQDA", line.name, number(line.figure), line.formula)
        for line in tools.maxqda(data, found.scope.overlap)
    ]
    domains: dict[str, list[int]] = {}
    keys = {row.uid: row.key for row in found.codes}
    for at, row in enumerate(found.codes):
        domains.setdefault(keys.get(row.family_uid, row.key), []).append(at)
    lines += [
        ProgramLine("ATLAS.ti", line.name, number(line.figure), line.formula)
        for line in tools.atlas(data, domains)
    ]
    units = coded_or_not(found.spans.only(coders=pair))
    return tuple(replace(line, coders=pair) for line in (*lines, *recal(units), *kalpha(units)))


def of_units(
    data: UnitData | SpanData, program: str, level: str = "nominal"
) -> tuple[ProgramLine, ...]:
    """Return what ReCal or KALPHA shows for data from a file.

    Raises:
        RefusedChange: The data are spans, or not of that level.
    """
    if isinstance(data, SpanData):
        raise RefusedChange(
            "ReCal and KALPHA compare units, and this file holds spans. Give one line per unit and "
            "one column per coder."
        )
    if level in ("interval", "ratio") and data.values is None:
        raise RefusedChange(
            "The categories are not numbers, so they have no {level} level. Choose nominal or "
            "ordinal, or give numbers.",
            level=level,
        )
    return recal(data) if program == "recal" else kalpha(data, level)


@dataclass(frozen=True, slots=True)
class NVivoLine:
    """What NVivo shows of one code in one document for two coders."""

    code_key: str
    document: str
    percent: float
    kappa: float  # NaN where undefined
    characters: tuple[int, int, int, int]  # of both, only the first, only the second, neither


def nvivo_lines(found: Reliability, pair: tuple[int, int]) -> tuple[NVivoLine, ...]:
    """Return percent agreement and kappa on characters of each code in each document with it."""
    panel = tools.nvivo(Study(found.characters), pair)
    lines = []
    for code, document in np.argwhere(panel.table[..., :3].any(axis=-1)).tolist():
        both, first, second, neither = panel.table[code, document].astype(int).tolist()
        lines.append(
            NVivoLine(
                found.codes[code].key,
                found.document_titles[document],
                float(panel.percent[code, document]),
                float(panel.kappa[code, document]),
                (both, first, second, neither),
            )
        )
    return tuple(lines)


def recal(data: UnitData) -> tuple[ProgramLine, ...]:
    """Return what ReCal2, or ReCal3 with more coders, shows for fixed units."""
    program = "ReCal2" if data.coders == 2 else "ReCal3"
    return tuple(
        ProgramLine(program, line.name, number(line.figure), line.formula)
        for line in tools.recal(data)
    )


def kalpha(data: UnitData, level: str = "nominal") -> tuple[ProgramLine, ...]:
    """Return what KALPHA shows for fixed units: alpha, its own interval, and the targets."""
    panel = tools.kalpha(data, DISTANCES[level])
    alpha = number(panel.alpha)
    lines = [
        ProgramLine("KALPHA", f"Alpha ({level})", alpha, "1 - observed / expected disagreement.")
    ]
    interval = panel.alpha.interval
    if interval is None:
        return tuple(lines)
    lines += [
        ProgramLine("KALPHA", name, Number(value), _DRAWN)
        for name, value in (("95 % from", interval.low), ("95 % to", interval.high))
    ]
    lines += [
        ProgramLine("KALPHA", f"P(alpha < {target:.2f})", Number(share), _DRAWN)
        for target, share in panel.below
    ]
    return tuple(lines)
