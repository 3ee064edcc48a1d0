"""Values, portraits and pictures of the analysis: what is found there, shown and saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from qualcode_app.domain.charts import Chart
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.number_answers import NumberAnswer
from qualcode_app.services.analysis.number_sentences import sentence
from qualcode_app.services.analysis.values import NumberRow
from qualcode_app.services.coding import facets
from qualcode_app.services.exporting import analysis_tables, chart_files, value_tables
from qualcode_app.ui import chart_offers
from qualcode_app.ui.chart_offers import Offer
from qualcode_app.ui.dialogs.chart import ChartDialog
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.spaces.analysis_space import AnalysisSpace
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.wording import error_sentence, listing


class ChartDesk(QObject):
    """Serves the panels of values and portraits, and every button that asks for a picture."""

    def __init__(self, outfit: Outfit, space: AnalysisSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._space = space
        values, portrait = space.values, space.portrait
        values.row_chosen.connect(self._on_values_row_chosen)
        values.answered.connect(self._on_values_answered)
        values.page_requested.connect(space.page_requested)
        values.export_requested.connect(self._on_values_export_requested)
        values.picture_requested.connect(self._on_values_picture_requested)
        portrait.passage_chosen.connect(self._on_portrait_passage_chosen)
        portrait.page_requested.connect(space.page_requested)
        portrait.passages_wanted.connect(space.evidence.focus_list)
        portrait.picture_requested.connect(self._on_portrait_picture_requested)
        space.matrix.picture_requested.connect(self._on_matrix_picture_requested)
        space.tabs.shown.connect(self._on_space_tabs_shown)

    # What is shown

    def _on_space_tabs_shown(self, panel: Region) -> None:
        if panel is self._space.values:
            self._space.values.look()
            self._on_values_answered(self._space.values.answer)
        elif panel is self._space.portrait:
            self._space.portrait.look()

    def _on_values_row_chosen(self, row: NumberRow) -> None:
        evidence = self._space.evidence
        what = f"{row.what(language_code())}: {row.amount(language_code())}"
        evidence.show_head(what, row.name)
        evidence.show_rows((row.passage,), 1, "")

    def _on_values_answered(self, found: NumberAnswer | None) -> None:
        evidence = self._space.evidence
        if not self._space.values.isVisible():
            return
        self._space.keeper.offer(None)
        if found is None:
            words = self.tr("Choose of what, to compare numbers; or a number, to see its passage.")
            evidence.show_head("", "")
            evidence.show_sentences({})
            evidence.show_rows((), 0, words)
            return
        passages = tuple(row.passage for row in found.rows)
        evidence.show_head(self.tr("Finding"), self.tr("%n passages", "", len(passages)))
        evidence.show_rows(passages, len(passages), self.tr("None."))
        evidence.show_sentences({code: sentence(found, code) for code in ("nl", "en")})
        evidence.offer_no_keeping()  # a finding is kept with a question about codes

    def _on_portrait_passage_chosen(self, passage: Passage) -> None:
        evidence = self._space.evidence
        self._space.keeper.offer(None)
        evidence.show_head(", ".join(passage.code_keys), passage.document_name)
        evidence.show_sentences({})
        evidence.show_rows((passage,), 1, "")

    # What is saved

    def _on_values_export_requested(self) -> None:
        rows, language = self._space.values.shown(), language_code()
        table = self._outfit.workspace.read(value_tables.table, rows, language)
        book = analysis_tables.alone("Values", table, language)
        self._space.export_requested.emit(book, self.tr("values"))

    def _on_values_picture_requested(self) -> None:
        if self._space.study is not None:
            self._show(chart_offers.of_values(self._space.study, self._space.values))

    def _on_portrait_picture_requested(self) -> None:
        study, found = self._space.study, self._space.portrait.found
        if study is not None and found is not None:
            self._show(chart_offers.of_portrait(study, found))

    def _on_matrix_picture_requested(self) -> None:
        study, workspace = self._space.study, self._outfit.workspace
        if study is not None:
            known = workspace.read(facets.rows)
            self._show(chart_offers.of_matrix(study, self._space.matrix, known))

    def _show(self, offers: Sequence[Offer]) -> None:
        project, outfit = self._outfit.workspace.project, self._outfit
        if project is None or not offers:
            return
        dialog = ChartDialog(outfit.theme, self._space.window(), outfit.jobs, project, offers)
        dialog.wanted.connect(self._on_dialog_wanted)
        dialog.open()

    def _on_dialog_wanted(self, chart: Chart) -> None:
        project = self._outfit.workspace.project
        if project is None:
            return
        name = "".join(c if c.isalnum() or c in " -" else " " for c in chart.caption.title)
        suggestion = project.path.with_name(f"{' '.join(name.split())}.png")
        kinds = self.tr("Picture (*.png);;Drawing (*.svg);;Workbook (*.xlsx)")
        path = self._outfit.ask.export_file(self._space.window(), suggestion, kinds)
        if path is None:
            return
        job = self._outfit.jobs.start(
            self.tr("Writing {name}").format(name=path.name),
            lambda _progress: chart_files.write(chart, path),
        )
        job.succeeded.connect(self._on_job_succeeded)
        job.failed.connect(self._on_job_failed)

    def _on_job_succeeded(self, files: tuple[Path, ...]) -> None:
        names = listing([path.name for path in files])
        words = self.tr("Written: {path}").format(path=f"{names} ({files[0].parent})")
        self._space.shown_region().message.tell(words, "info")

    def _on_job_failed(self, error: QualcodeError) -> None:
        self._space.shown_region().message.tell(error_sentence(error))
