"""A chart as it will be saved, with what it says in words below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QWidget

from qualcode_app.domain.charts import Chart
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.formats.chart_frame import told
from qualcode_app.services.exporting import chart_files
from qualcode_app.services.store.project import Project
from qualcode_app.ui.chart_offers import Offer
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.wording import error_sentence

SIZE_PX = (940, 700)
PREVIEW = 0.85  # of the drawing, so that most of it is seen at once
WORDS_PX = 96


@dataclass(frozen=True, slots=True)
class _Drawn:
    chart: Chart
    png: bytes


class ChartDialog(Dialog):
    """Draws the charts it is offered, one at a time, away from the window."""

    wanted = Signal(object)  # Chart to save

    def __init__(
        self, theme: Theme, parent: QWidget, jobs: Jobs, project: Project, offers: Sequence[Offer]
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName("chart")
        self.name_it(self.tr("Picture"), self.tr("Save picture…"))
        self._jobs = jobs
        self._project = project
        self._job: Job | None = None
        self.chart: Chart | None = None
        self.kind = boxes.box(self.tr("Kind of chart"), self)
        boxes.offer(self.kind, [(offer.words, offer) for offer in offers])
        self.kind.setVisible(len(offers) > 1)
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place = QScrollArea(self)
        self.place.setWidget(self.picture)
        self.place.setWidgetResizable(True)
        self.place.setAccessibleName(self.tr("Preview of the picture"))
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(round(WORDS_PX * theme.text_factor))
        self.content.addWidget(self.kind)
        self.content.addWidget(self.place, 1)
        self.add_field(
            self.tr("In words"),
            self.words,
            self.tr("These words go with the picture, for those who do not see it."),
        )
        self.take_room(*SIZE_PX)
        self.kind.currentIndexChanged.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Draw the chosen chart."""
        offer: Offer = self.kind.currentData()
        project, scale = self._project, PREVIEW * self.devicePixelRatioF()
        self.act_button.setEnabled(False)
        if self._job is not None:
            self._job.cancel()

        def work(_progress: object) -> _Drawn:
            chart = project.still(offer.make)
            return _Drawn(chart, chart_files.png(chart, scale))

        self._job = self._jobs.start(self.tr("Drawing"), work)
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)

    def accept(self) -> None:
        """Tell which chart is to be saved."""
        if self.chart is not None:
            self.wanted.emit(self.chart)
            super().accept()

    def _on_job_succeeded(self, found: _Drawn) -> None:
        if self.sender() is not self._job:
            return
        self.message.hide()
        self.chart = found.chart
        shown = QPixmap()
        shown.loadFromData(found.png)
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(shown)
        words = told(found.chart)
        self.picture.setAccessibleName(words)
        self.words.setPlainText(words)
        self.act_button.setEnabled(True)

    def _on_job_failed(self, error: QualcodeError) -> None:
        if self.sender() is self._job:
            self.chart = None
            self.picture.clear()
            self.words.clear()
            self.message.tell(error_sentence(error))
