"""The portrait of a document: its codings in reading order, a lane for each theme."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qualcode_app.domain.charts import Lane, Stretch
from qualcode_app.services.analysis import portrait
from qualcode_app.services.analysis.behind import Cell
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.portrait import DocumentPortrait
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.exporting.charting import Charts
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.choice_head import ChoiceHead
from qualcode_app.ui.widgets.portrait_view import PortraitView
from qualcode_app.ui.widgets.study_region import StudyRegion
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.workspace import Workspace


class PortraitPanel(StudyRegion):
    """Shows one document of the study it is given; a theme or a coding opens its passages."""

    cell_chosen = Signal(object)  # Cell
    passage_chosen = Signal(object)  # Passage
    page_requested = Signal(object)  # Passage
    passages_wanted = Signal()
    voices_chosen = Signal(object)  # Voices
    picture_requested = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, jobs, theme, parent)
        self.setAccessibleName(self.tr("Portrait"))
        self.found: DocumentPortrait | None = None
        self.document = boxes.box(self.tr("Document"), self)
        self.voices = boxes.box(self.tr("Coder"), self)
        self.picture_button = QPushButton(self.tr("Picture…"), self)
        self.view = PortraitView(theme, self)
        self.view.setAccessibleName(self.tr("Codings by theme, in reading order"))
        self.told = label("", "muted", self)
        self.told.setWordWrap(True)
        head = ChoiceHead(self)
        head.add_row(
            [(self.tr("Document"), self.document), (self.tr("Coder"), self.voices)],
            self.picture_button,
        )
        self.told.setContentsMargins(14, 8, 14, 8)
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.body.insertWidget(0, head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.told)
        self.body.addStretch(0)
        self.document.currentIndexChanged.connect(self.refresh)
        self.voices.currentIndexChanged.connect(self._on_voices_current_index_changed)
        self.picture_button.clicked.connect(self.picture_requested)
        self.view.lane_chosen.connect(self._on_view_lane_chosen)
        self.view.stretch_chosen.connect(self._on_view_stretch_chosen)
        self.view.stretch_activated.connect(self._on_view_stretch_activated)
        self.view.activated.connect(self.passages_wanted)

    def show_study(self, study: Study) -> None:
        """Show other data; the document stays."""
        self.study = study
        listed: list[tuple[str, object]] = [(one.title, one.uid) for one in study.documents]
        boxes.offer(self.document, listed)
        missing = self._missing(study)
        self.nothing.setText(missing)
        self.nothing.setVisible(bool(missing))
        for widget in (self.view, self.told):
            widget.setVisible(not missing)
        self.picture_button.setEnabled(not missing)
        self.put_off()

    def refresh(self) -> None:
        """Draw the portrait anew; its codings are read away from the window."""
        study, uid = self.study, self.document.currentData()
        if study is not None and uid:
            self._read(
                self.tr("Reading codings"),
                lambda project, _progress: project.read(portrait.of, study, uid),
                self._show_found,
            )

    # Inside

    def _missing(self, study: Study) -> str:
        """Return what has to be there before a portrait can be drawn."""
        if not study.documents:
            return self.tr("No document to portray. Add documents under Coding.")
        if not study.tree.codes:
            return self.tr("No themes to portray. Import a codebook, or make codes under Coding.")
        return ""

    def _passage(self, stretch: Stretch) -> Passage | None:
        if self.found is None:
            return None
        rows = (row for theme in self.found.themes for row in theme.codings)
        row = next((row for row in rows if row.uid == stretch.uid), None)
        if row is None:
            return None
        document = self.found.document
        return Passage(
            document.uid,
            document.name,
            row.anchor,
            row.area,
            row.quote,
            row.page_number,
            row.page_label,
            (row,),
        )

    def _show_found(self, found: DocumentPortrait) -> None:
        project = self._workspace.project
        if self.study is None or project is None:
            return
        self.found = found
        drawn = Charts(self.study, project.title, language_code()).portrait(found)
        colours = [row.theme.colour for row in found.themes]  # a slot, which each theme colours
        lanes = (replace(lane, colour=c) for lane, c in zip(drawn.lanes, colours, strict=True))
        self.view.show_portrait(replace(drawn, lanes=tuple(lanes)))
        self.told.setText(f"{drawn.caption.subtitle} {' '.join(drawn.caption.notes)}")

    def _on_voices_current_index_changed(self) -> None:
        self.voices_chosen.emit(self.voices.currentData())

    def _on_view_lane_chosen(self, lane: Lane) -> None:
        if self.found is None or not lane.key:
            return
        theme = next(row.theme for row in self.found.themes if row.theme.key == lane.key)
        document = self.found.document
        title = self.tr("{code} in {document}").format(code=lane.key, document=document.name)
        self.cell_chosen.emit(Cell(theme.uid, (document.uid,), Choice(), title))

    def _on_view_stretch_chosen(self, _lane: Lane, stretch: Stretch) -> None:
        if (passage := self._passage(stretch)) is not None:
            self.passage_chosen.emit(passage)

    def _on_view_stretch_activated(self, stretch: Stretch) -> None:
        if (passage := self._passage(stretch)) is not None:
            self.page_requested.emit(passage)
