"""The charts that go into a workbook of everything: themes, numbers of the same thing, years."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode_app.domain.charts import Chart
from qualcode_app.domain.terms import heading
from qualcode_app.services.analysis import matrix, number_answers, study, values
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.number_answers import Asked
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.values import Wanted
from qualcode_app.services.exporting.charting import Charts
from qualcode_app.services.store.project import Project

MOST_COLUMNS = 40  # documents in a heat map
MOST_STRIPS = 3  # things with the most numbers
FEWEST = 2  # documents that a comparison of numbers needs


def of(project: Project, language: str = "nl") -> dict[str, Chart]:
    """Return charts of a project by the name of their sheet; none of what is not there."""
    known = project.read(study.read)
    name = heading("Chart", language)
    found = _themes(project, known, language)
    numbers = _numbers(project, known, language)
    return {f"{name} {i}": chart for i, chart in enumerate([*found, *numbers], start=1)}


def _themes(project: Project, known: Study, language: str) -> Iterator[Chart]:
    found = matrix.table(known, Choice(level=1))
    if not found.count.any():
        return
    draw = Charts(known, project.title, language)
    yield draw.codes(found)
    if len(found.documents) <= MOST_COLUMNS:
        yield draw.heat(found, "count", found.columns(known))


def _numbers(project: Project, known: Study, language: str) -> Iterator[Chart]:
    listed = project.read(values.rows, known)
    draw, wanted = Charts(known, project.title, language), Wanted()
    amounts = [row for row in listed if not row.is_year]
    for thing, _ in values.things(amounts)[:MOST_STRIPS]:
        documents = {row.document for row in amounts if row.measured == thing}
        if len(documents) >= FEWEST:
            rows = [row for row in amounts if row.measured == thing]
            asked = (known, Asked.LISTED, wanted, thing, "", rows)
            yield draw.strip(project.read(number_answers.ask, *asked))
    if any(row.years for row in listed):
        years = (known, Asked.YEARS, wanted, None, "", listed)
        yield draw.timeline(project.read(number_answers.ask, *years))
