"""The framework: cases by themes with a written summary in each cell, written below the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from qualcode_app.services.analysis import framework
from qualcode_app.services.analysis.behind import Cell
from qualcode_app.services.analysis.framework import Framework
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.study import Study
from qualcode_app.ui.item_models.framework_grid import FrameworkGrid
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.choice_head import ChoiceHead
from qualcode_app.ui.widgets.framework_view import FrameworkView
from qualcode_app.ui.widgets.study_region import StudyRegion
from qualcode_app.ui.widgets.words import ElidedLabel, Ground, KeyCaps, label
from qualcode_app.ui.wording import label as label_of
from qualcode_app.ui.workspace import Workspace

EDITOR_PX = 104
THEMES_PX, NAMES_PX = 240, 360  # the box, and the list it opens
KEEP_KEY = "Ctrl+Return"


class FrameworkPanel(StudyRegion):
    """Shows the framework of the study it is given; tells what is written in a cell."""

    cell_chosen = Signal(object)  # Cell
    passages_wanted = Signal()
    summary_written = Signal(str, str, str)  # uids of case and code, text
    voices_chosen = Signal(object)  # Voices
    export_requested = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, jobs, theme, parent)
        self.setAccessibleName(self.tr("Framework"))
        self._shown: tuple[str, str, str] | None = None  # case, code, and what stands there
        self.found: Framework | None = None
        self.themes = boxes.box(self.tr("Themes"), self)
        self.themes.setMaximumWidth(round(THEMES_PX * theme.text_factor))
        self.themes.view().setMinimumWidth(round(NAMES_PX * theme.text_factor))
        self.wave = boxes.box(self.tr("Wave"), self)
        self.voices = boxes.box(self.tr("Coder"), self)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.grid = FrameworkGrid(self)
        self.view = FrameworkView(theme, self.grid, self)
        self.view.setAccessibleName(self.tr("Cases by themes"))
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.about = ElidedLabel("", "strong", self)
        self.editor = _Editor(self)
        self.editor.setAccessibleName(self.tr("Summary"))
        self.keep_button = QPushButton(self.tr("Keep"), self)
        self._lay_out()
        self._connect()
        self._show_cell(QModelIndex())

    def show_study(self, study: Study) -> None:
        """Show other data; the choices stay."""
        self.study = study
        families = [code for code in study.tree.codes if code.level == 1 and not code.is_retired]
        themes: list[tuple[str, object]] = [(self.tr("Families"), "")]
        below = self.tr("Codes of {family}")
        themes += [
            (below.format(family=f"{code.key} {label_of(code)}"), code.uid) for code in families
        ]
        boxes.offer(self.themes, themes)
        boxes.offer_waves(self.wave, study)
        self.put_off()

    def choice(self) -> Choice:
        """Return which themes and documents are shown."""
        family = self.themes.currentData() or ""
        wave = self.wave.currentData() or ""
        return Choice(level=2 if family else 1, family_uid=family, wave_uid=wave)

    def refresh(self) -> None:
        """Read the summaries anew, away from the window."""
        study, chosen = self.study, self.choice()
        if study is not None:
            self._read(
                self.tr("Reading summaries"),
                lambda project, _progress: project.read(framework.table, study, chosen),
                self._show_found,
            )

    def keep(self) -> None:
        """Tell what was written, if it says something else than what stands there."""
        if self._shown is None or self._workspace.project is None:
            return
        case_uid, code_uid, stands = self._shown
        text = self.editor.toPlainText().strip()
        if text != stands:
            self._shown = case_uid, code_uid, text
            self._show_state()
            self.summary_written.emit(case_uid, code_uid, text)

    # Inside

    def _lay_out(self) -> None:
        head = ChoiceHead(self)
        head.add_row(
            [
                (self.tr("Themes"), self.themes),
                (self.tr("Coder"), self.voices),
                ("", self.wave),
            ],
            self.export_button,
        )
        self.body.insertWidget(0, head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view, 1)
        self.foot = foot = Ground("foot", self)
        column = QVBoxLayout(foot)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.about)
        self.editor.setPlaceholderText(self.tr("What it says, in your own words"))
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(round(EDITOR_PX * self._theme.text_factor))
        column.addWidget(self.editor)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(KeyCaps(KEEP_KEY, self))
        row.addWidget(self.keep_button)
        column.addLayout(row)
        self.body.addWidget(foot)
        self.body.addStretch(0)

    def _connect(self) -> None:
        self.themes.currentIndexChanged.connect(self.refresh)
        self.wave.currentIndexChanged.connect(self.refresh)
        self.voices.currentIndexChanged.connect(self._on_voices_changed)
        self.export_button.clicked.connect(self.export_requested)
        self.view.selectionModel().currentChanged.connect(self._on_view_current_changed)
        self.view.activated.connect(self._on_view_activated)
        self.editor.textChanged.connect(self._show_state)
        self.editor.left.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)
        self._workspace.closing.connect(self.keep)

    def _show_cell(self, index: QModelIndex) -> None:
        """Put what the coder wrote of a cell into the field."""
        has_cell = index.isValid() and self.found is not None
        if has_cell:
            case, code = self.grid.case(index.row()), self.grid.code(index.column())
            text = self.grid.cell(index).of(self._workspace.coder_uid)
            same = self._shown is not None and self._shown[:2] == (case.uid, code.uid)
            if not same or not self._is_changed():
                self._shown = case.uid, code.uid, text
                self.editor.setPlainText(text)
            self.about.setText(self.grid.title(index))
        else:
            self._shown = None
            self.editor.setPlainText("")
            self.about.setText(self.tr("Choose a cell to write what a case says on a theme."))
        self.editor.setEnabled(has_cell)
        self._show_state()

    def _is_changed(self) -> bool:
        return self._shown is not None and self.editor.toPlainText().strip() != self._shown[2]

    def _show_state(self) -> None:
        self.keep_button.setEnabled(self._is_changed())

    def _show_found(self, found: Framework) -> None:
        self.found = found
        self.grid.show(found)
        self._show_cell(self.view.currentIndex())
        self.nothing.setText(self._missing(found))
        self.nothing.setVisible(bool(self.nothing.text()))
        for widget in (self.view, self.foot):
            widget.setVisible(bool(found.cases))
        self.export_button.setEnabled(bool(found.cases))

    def _missing(self, found: Framework) -> str:
        """Return what keeps documents out of the table."""
        if not found.cases:
            return self.tr("No document of the corpus belongs to a case. Say so under Corpus.")
        n = len(found.without_case)
        if n == 0:
            return ""
        return self.tr("%n documents belong to no case and have no row here.", "", n)

    def _on_voices_changed(self) -> None:
        self.voices_chosen.emit(self.voices.currentData())

    def _on_view_current_changed(self, index: QModelIndex) -> None:
        self.keep()
        self._show_cell(index)
        if self.found is None or not index.isValid():
            return
        case, code = self.grid.case(index.row()), self.grid.code(index.column())
        title = self.tr("{code} in {document}").format(code=code.key, document=case.name)
        uids = self.found.documents[case.uid]
        self.cell_chosen.emit(Cell(code.uid, uids, self.choice(), title))

    def _on_view_activated(self) -> None:
        self.editor.setFocus()


class _Editor(QPlainTextEdit):
    """A field that tells when it is done with: by its key, or because the writer left it."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Claim the key, which elsewhere in the window does something else."""
        is_claim = event.type() == QEvent.Type.ShortcutOverride
        if is_claim and isinstance(event, QKeyEvent) and _is_keep(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell that the key was pressed."""
        if _is_keep(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the writer went elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()


def _is_keep(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence(KEEP_KEY)
