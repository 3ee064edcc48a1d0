"""Which charts can be drawn of what the analysis shows now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qualcode_app.domain.charts import Chart
from qualcode_app.domain.facets import Facet
from qualcode_app.services.analysis import number_answers, ratings
from qualcode_app.services.analysis.number_answers import Asked
from qualcode_app.services.analysis.portrait import DocumentPortrait
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.exporting.charting import Charts
from qualcode_app.services.store.project import Project
from qualcode_app.ui.language import language_code
from qualcode_app.ui.panels.matrix_panel import MatrixPanel
from qualcode_app.ui.panels.values_panel import ValuesPanel
from qualcode_app.ui.wording import label as label_of
from qualcode_app.ui.wording import translate

Groupings = Sequence[tuple[str, str]]  # title and uid of ways of grouping; "" for none


@dataclass(frozen=True, slots=True)
class Offer:
    """A chart that can be drawn: its kind in words, and what makes it."""

    words: str
    make: Callable[[Project], Chart]


def of_values(study: Study, panel: ValuesPanel) -> list[Offer]:
    """Return strip plots of the chosen numbers, and their target years."""
    thing, wanted, language = panel.thing.currentData(), panel.wanted(), language_code()
    rows = panel.rows

    def strip(system_uid: str) -> Callable[[Project], Chart]:
        asked = Asked.GROUPS if system_uid else Asked.LISTED
        return lambda project: Charts(study, project.title, language).strip(
            project.read(number_answers.ask, study, asked, wanted, thing, system_uid, rows)
        )

    def years(project: Project) -> Chart:
        found = project.read(number_answers.ask, study, Asked.YEARS, wanted, thing, "", rows)
        return Charts(study, project.title, language).timeline(found)

    timeline = Offer(translate("charts", "Timeline of target years"), years)
    strips = [
        Offer(_by(translate("charts", "Strip plot"), title), strip(uid))
        for title, uid in groupings(study)
    ]
    first = panel.asked.currentData() == Asked.YEARS
    return [timeline, *strips] if first else [*strips, timeline]


def of_matrix(study: Study, panel: MatrixPanel, facets: Sequence[Facet]) -> list[Offer]:
    """Return the matrix as it is shown, its codes as bars, and the marked code by group."""
    found, language = panel.matrix, language_code()
    if found is None:
        return []
    measure, columns = panel.chosen_measure(), panel.shown_columns()
    shown = panel.grid.rows_shown
    offers = [
        Offer(
            translate("charts", "Heat map"),
            lambda project: Charts(study, project.title, language).heat(
                found, measure, columns, shown
            ),
        ),
        Offer(
            translate("charts", "Bars: documents by code"),
            lambda project: Charts(study, project.title, language).codes(found, shown),
        ),
    ]
    at = panel.view.currentIndex()
    if at.isValid():
        offers += _of_code(study, panel.grid.code(at.row()).uid, facets)
    return offers


def of_portrait(study: Study, found: DocumentPortrait) -> list[Offer]:
    """Return the portrait of a document."""
    language = language_code()
    return [
        Offer(
            translate("charts", "Portrait"),
            lambda project: Charts(study, project.title, language).portrait(found),
        )
    ]


def groupings(study: Study) -> Groupings:
    """Return no grouping, and every way of grouping."""
    return [("", ""), *((one.title, one.uid) for one in study.corpus.systems)]


def _of_code(study: Study, code_uid: str, facets: Sequence[Facet]) -> list[Offer]:
    code = study.tree.codes[study.tree.index(code_uid)]
    language = language_code()

    def documents(system_uid: str) -> Callable[[Project], Chart]:
        return lambda project: Charts(study, project.title, language).groups(code, system_uid)

    def rated(facet: Facet, system_uid: str) -> Callable[[Project], Chart]:
        question = Question(Kind.ANY_OF, (code_uid,), facet=(facet.uid, ""))
        return lambda project: Charts(study, project.title, language).ratings(
            project.read(ratings.ask, study, question, system_uid)
        )

    bars = translate("charts", "{code}: documents").format(code=code.key)
    offers = [Offer(_by(bars, title), documents(uid)) for title, uid in groupings(study) if uid]
    for facet in facets:
        if facet.options and facet.kind != "number":
            words = f"{code.key}: {label_of(facet)}"
            offers += [Offer(_by(words, t), rated(facet, uid)) for t, uid in groupings(study)]
    return offers


def _by(words: str, grouping: str) -> str:
    """Return what is drawn, and by which grouping where there is one."""
    if not grouping:
        return words
    return translate("charts", "{what} by {grouping}").format(what=words, grouping=grouping)
