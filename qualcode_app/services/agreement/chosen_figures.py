"""The report with another coefficient than alpha, or another interval than the jackknife."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isnan, nan

import numpy as np

from qualcode_app.agreement import summary
from qualcode_app.agreement.bases import home_of
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.coefficient import Coefficient
from qualcode_app.agreement.data import Floats, SpanData
from qualcode_app.agreement.figure import Figure, NoInterval, Reason
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.agreement.sweep import coded_or_not
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.services.agreement import coefficients
from qualcode_app.services.agreement.agreement_rows import (
    HIGH_TARGET,
    AgreementRow,
    AgreementTable,
    GroupLine,
    Number,
    Spread,
    ends,
    number,
)
from qualcode_app.services.agreement.reliability import Reliability, Scope


@dataclass(frozen=True, slots=True)
class Offer:
    """A coefficient that can be chosen for the report."""

    key: str
    name: str  # in the literature
    formula: str  # in words
    source: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """One figure, its interval and the chances to lie below the targets."""

    figure: Figure
    below_low: float = nan
    below_high: float = nan


def offers() -> tuple[Offer, ...]:
    """Return the coefficients that work on codings, in the order of their families."""
    return tuple(
        Offer(each.key, each.name, each.formula, each.source)
        for each in COEFFICIENTS.values()
        if each.on_spans is not None
    )


def is_default(scope: Scope) -> bool:
    """Tell whether the report shows alpha with the document jackknife."""
    return scope.coefficient == "alpha" and scope.interval == "jackknife"


def check(scope: Scope) -> None:
    """Refuse what cannot be computed.

    Raises:
        RefusedChange: No such coefficient on codings, or an interval that does not fit.
    """
    known = {offer.key for offer in offers()}
    if scope.coefficient not in known:
        raise RefusedChange(
            "There is no coefficient {key} for codings. Choose one of: {keys}.",
            key=scope.coefficient,
            keys=", ".join(sorted(known)),
        )
    if scope.interval == "bootstrap" and scope.coefficient != "alpha":
        raise RefusedChange(
            "Only alpha has a bootstrap over documents. Leave documents out in turn instead."
        )
    if scope.interval == "units" and scope.base == "character":
        raise RefusedChange(
            "Characters beside each other are no independent units, so their interval would be "
            "far too narrow. Choose words, sentences, paragraphs, pages or documents as units."
        )


def put_in(
    table: AgreementTable, found: Reliability, progress: Progress | None = None
) -> AgreementTable:
    """Return the report with the chosen coefficient and interval in the place of alpha.

    Raises:
        RefusedChange: The choice cannot be computed.
        Cancelled: The progress asked to stop.
    """
    check(found.scope)
    with np.errstate(invalid="ignore"):
        return _Chosen(found, table, progress or Silent()).table()


class _Chosen:
    """Computes one coefficient for every line of the report."""

    def __init__(self, found: Reliability, table: AgreementTable, progress: Progress) -> None:
        self._found = found
        self._table = table
        self._each: Coefficient = COEFFICIENTS[found.scope.coefficient]
        self._progress = progress
        self._done = 0
        n_coders, n_pairs = len(table.coders), len(table.pairs)
        self._steps = 1 + len(table.rows) + n_pairs + n_coders + len(table.by_document)

    def table(self) -> AgreementTable:
        table, codes = self._table, {row.uid: at for at, row in enumerate(self._found.codes)}
        rows = tuple(
            self._row(row, {"codes": [codes[row.code_uid]]}) for row in table.rows
        )  # code by code, in the order of the table
        pairs = tuple(self._line(line, {"coders": line.members}) for line in table.by_pair)
        return replace(
            table,
            rows=rows,
            pooled=self._row(table.pooled, {}),
            by_pair=pairs,
            by_coder=tuple(self._coder(line, pairs) for line in table.by_coder),
            by_document=tuple(
                self._line(line, {"documents": line.members}) for line in table.by_document
            ),
            spread=_spread(rows),
        )

    def _row(self, row: AgreementRow, part: dict[str, Sequence[int]]) -> AgreementRow:
        answer = self._answer(part)
        low, high, why = ends(answer.figure)
        tolerant = row.tolerant
        if tolerant is not None and self._found.tolerant is not None:
            widened = self._found.tolerant.only(**part)
            tolerant = number(self._each.compute(widened)) if not self._each.slow else None
        return replace(
            row,
            alpha=number(answer.figure),
            low=low,
            high=high,
            no_interval=why,
            below_target=answer.below_low,
            below_high=answer.below_high,
            tolerant=tolerant,
        )

    def _line(self, line: GroupLine, part: dict[str, Sequence[int]]) -> GroupLine:
        low, high, why = ends(figure := self._answer(part).figure)
        return replace(line, alpha=number(figure), low=low, high=high, no_interval=why)

    def _coder(self, line: GroupLine, pairs: Sequence[GroupLine]) -> GroupLine:
        """Return a coder's mean over the pairs with the others, and the figure of these."""
        (coder,) = line.members
        own = [pair.alpha.value for pair in pairs if coder in pair.members]
        mean = Number(float(np.mean(own)))
        if isnan(mean.value):
            mean = Number(nan, str(Reason.UNDEFINED_PAIR.value))
        without = line.without
        others = [at for at in range(len(self._table.coders)) if at != coder]
        if without is not None:
            without = number(self._answer({"coders": others}).figure)
        else:
            self._step()
        return replace(line, alpha=mean, low=nan, high=nan, no_interval="", without=without)

    def _answer(self, part: dict[str, Sequence[int]]) -> _Answer:
        data = self._found.spans.only(**part)
        progress = self._step()
        figure = self._each.compute(data, progress)
        if figure.reason is not None:
            return _Answer(figure)
        return self._with_interval(figure, data, part, progress)

    def _with_interval(
        self, figure: Figure, data: SpanData, part: dict[str, Sequence[int]], progress: Progress
    ) -> _Answer:
        match self._found.scope.interval:
            case "bootstrap":
                return _bootstrap(figure, data)
            case "units":
                return _Answer(_analytic(self._each, figure, data))
            case "blocks" if self._found.blocks is not None:
                data = self._blocks(self._found.blocks, part)
        found = coefficients.left_out(self._each, figure, data, progress)
        if isinstance(found, NoInterval):
            return _Answer(figure.with_interval(found))
        below = [float(found.below(target)) for target in (summary.LOW_TARGET, HIGH_TARGET)]
        return _Answer(figure.with_interval(found.interval()), *below)

    def _blocks(self, blocks: SpanData, part: dict[str, Sequence[int]]) -> SpanData:
        """Return the part of the blocks: those of a document carry its uid in their name."""
        if "documents" not in part:
            return blocks.only(**part)
        wanted = {self._found.spans.documents[at] for at in part["documents"]}
        inside = [at for at, name in enumerate(blocks.documents) if home_of(name) in wanted]
        return blocks.only(documents=inside)

    def _step(self) -> Progress:
        self._done += 1
        self._progress.report(self._done - 1, self._steps)
        return Part(self._progress, self._done - 1, self._steps)


def _analytic(each: Coefficient, figure: Figure, data: SpanData) -> Figure:
    """Return the figure with the interval that takes units of each code for independent."""
    if each.on_units is None:
        return figure.with_interval(NoInterval.NOT_ANALYTIC)
    units = coded_or_not(data)
    error = each.on_units(units).error
    return figure.with_interval(coefficients.of_units(each, replace(figure, error=error), units))


def _bootstrap(figure: Figure, data: SpanData) -> _Answer:
    """Return the percentile interval of pooled alpha over drawn documents."""
    study = Study(data)
    drawn, low = summary.overall_bootstrap(study, summary.LOW_TARGET)
    _, high = summary.overall_bootstrap(study, HIGH_TARGET)
    found = drawn.interval or drawn.no_interval or NoInterval.FEW_DOCUMENTS
    return _Answer(figure.with_interval(found), low, high)


def _spread(rows: Sequence[AgreementRow]) -> Spread | None:
    known = [row for row in rows if not row.alpha.reason]
    if not known:
        return None
    values: Floats = np.array([row.alpha.value for row in known])
    first, middle, third = np.quantile(values, [0.25, 0.5, 0.75]).tolist()

    def below(target: float) -> Iterator[str]:
        return (row.code_uid for row in known if row.alpha.value < target)

    return Spread(
        float(values.min()),
        (first, middle, third),
        tuple(below(summary.LOW_TARGET)),
        tuple(below(HIGH_TARGET)),
    )
