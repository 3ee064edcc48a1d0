"""What the keywords of the codes suggest for the open document; nothing is applied by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.services.codebook import codebook
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.documents import documents
from qualcode_app.services.search import suggestions
from qualcode_app.services.search.suggestions import Suggestion
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.flow import Flow
from qualcode_app.ui.widgets.painting import draw_focus, draw_stripe, draw_words
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.row_delegate import draw_ground
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import error_sentence
from qualcode_app.ui.wording import label as label_of
from qualcode_app.ui.workspace import Workspace

LOOK_AFTER_MS = 400  # the page comes first
PAGE_PX, CODE_PX, WORDS_PX = 56, 190, 150
ROW_ROLE = Qt.ItemDataRole.UserRole  # a pair of Suggestion and CodeRow

Index = QModelIndex | QPersistentModelIndex


class SuggestionDelegate(QStyledItemDelegate):
    """Page, code, the keywords found, and the sentence."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of one row."""
        return QSize(200, self._theme.size("row_dense"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one suggestion."""
        theme, rect = self._theme, QRect(option.rect)
        draw_ground(painter, theme, option, rect)
        row, code = index.data(ROW_ROLE)
        text, muted, body = theme.colour("text"), theme.colour("text_muted"), theme.font("body")
        part = rect.adjusted(14, 0, 0, 0)
        draw_words(
            painter,
            QRect(part.topLeft(), QSize(PAGE_PX - 8, part.height())),
            row.page_label,
            body,
            muted,
        )
        part.adjust(PAGE_PX, 0, 0, 0)
        draw_stripe(painter, theme.code_colours(code.colour).stripe, part)
        cell = QRect(part.left() + 12, part.top(), CODE_PX - 20, part.height())
        used = draw_words(painter, cell, code.key, theme.font("strong"), text)
        draw_words(painter, cell.adjusted(used + 8, 0, 0, 0), label_of(code), body, text)
        part.adjust(CODE_PX, 0, 0, 0)
        words = QRect(part.left(), part.top(), WORDS_PX - 10, part.height())
        draw_words(painter, words, ", ".join(row.words), body, muted)
        draw_words(painter, part.adjusted(WORDS_PX, 0, -8, 0), row.quote, body, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)


class SuggestionsPanel(Region):
    """Lists suggestions in the order of the text and tells which one is looked at or taken."""

    chosen = Signal(object)  # Suggestion to be shown on the page
    taken = Signal(object)  # Suggestion to become a coding
    search_requested = Signal(str)  # uid of a code whose keywords are looked for everywhere
    counted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        jobs: Jobs,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "list_region", "", parent)
        self.setAccessibleName(self.tr("Suggestions"))
        self._workspace = workspace
        self._viewing = viewing
        self._jobs = jobs
        self._job: Job | None = None
        self._codes: dict[str, CodeRow] = {}
        self.rows: list[Suggestion] = []
        self.model = QStandardItemModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(SuggestionDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.take_button = QPushButton(self.tr("Take the marked suggestion (Q)"), self)
        self.take_button.setProperty("kind", "link")
        theme.set_icon(self.take_button, "tag")
        self.search_button = QPushButton(self.tr("Find its keywords in all documents"), self)
        self.search_button.setProperty("kind", "link")
        theme.set_icon(self.search_button, "search")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER_MS)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list, 1)
        foot = Flow()
        foot.add(self.take_button)
        foot.add(self.search_button)
        self.body.addLayout(foot)

        self._timer.timeout.connect(self.refresh)
        self.list.clicked.connect(self._on_list_clicked)
        self.list.activated.connect(self._on_list_clicked)
        self.take_button.clicked.connect(self.take_marked)
        self.search_button.clicked.connect(self._on_search_button_clicked)
        workspace.changed.connect(self._on_workspace_changed)
        workspace.coder_changed.connect(self._look_later)
        viewing.filter_changed.connect(self._look_later)
        viewing.document_changed.connect(self._on_viewing_document_changed)
        self._on_viewing_document_changed("")

    def refresh(self) -> None:
        """Look for suggestions anew, away from the window."""
        project = self._workspace.project
        uid = self._viewing.document_uid
        document = self._workspace.read(documents.get, uid) if project is not None and uid else None
        if project is None or document is None:
            self._show([])
            return
        revision = document.revision_uid
        rows = self._workspace.read(codebook.rows, counted=False)
        self._codes = {row.uid: row for row in rows}
        coder_uid, round_uid = self._workspace.coder_uid, self._workspace.round_uid

        def work(progress: Progress) -> object:
            return project.read_beside(
                suggestions.of_document,
                revision,
                coder_uid=coder_uid,
                round_uid=round_uid,
                progress=progress,
            )

        self._stop()
        self._job = self._jobs.start(self.tr("Looking for keywords"), work)
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)

    def at(self, anchor: TextAnchor | None) -> Suggestion | None:
        """Return the suggestion at a place with most keywords; without a place the marked one."""
        if anchor is None:
            index = self.list.currentIndex()
            return self.rows[index.row()] if index.isValid() else None
        here = [
            row
            for row in self.rows
            if row.anchor.start < anchor.end and anchor.start < row.anchor.end
        ]
        return max(here, key=lambda row: len(row.words), default=None)

    def take_marked(self) -> None:
        """Tell that the marked suggestion is taken."""
        row = self.at(None)
        if row is not None:
            self.taken.emit(row)

    def _show(self, rows: Sequence[Suggestion]) -> None:
        marked = self.list.currentIndex().row()
        wanted = self._viewing.filter.code_uids or self._codes
        self.rows = [row for row in rows if row.code_uid in wanted and row.code_uid in self._codes]
        self.model.clear()
        for row in self.rows:
            code = self._codes[row.code_uid]
            item = QStandardItem(f"{row.page_label} {code.key} {label_of(code)}: {row.quote}")
            item.setData((row, code), ROW_ROLE)
            item.setToolTip(row.quote)
            self.model.appendRow(item)
        if self.rows:
            self.list.setCurrentIndex(self.model.index(max(0, min(marked, len(self.rows) - 1)), 0))
        self._show_count()

    def _show_count(self) -> None:
        self.nothing.setText(
            self.tr("The keywords of the codes suggest nothing more in this document.")
            if self._viewing.document_uid and self._codes
            else self.tr("Places of the open document with keywords of the codes will be here.")
        )
        self.nothing.setVisible(not self.rows)
        self.list.setVisible(bool(self.rows))
        self.take_button.setVisible(bool(self.rows))
        self.search_button.setVisible(bool(self.rows))
        self.counted.emit(len(self.rows))

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None and job.is_running:
            job.cancel()

    def _look_later(self) -> None:
        self._timer.start()

    def _on_job_succeeded(self, rows: list[Suggestion]) -> None:
        if self.sender() is self._job:
            self._job = None
            self._show(rows)

    def _on_job_failed(self, error: QualcodeError) -> None:
        self.message.tell(error_sentence(error), "warning")

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows[index.row()])

    def _on_search_button_clicked(self) -> None:
        row = self.at(None)
        if row is not None:
            self.search_requested.emit(row.code_uid)

    def _on_viewing_document_changed(self, _uid: str) -> None:
        self._stop()  # what it finds belongs to another document
        self._show([])
        self._look_later()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.CODE, Kind.REVISION, Kind.ROUND):
            self._look_later()
        elif changes.touches(Kind.CODING):
            touched = changes[Kind.CODING]
            if touched.changed or touched.removed:
                self._look_later()
            else:
                self._drop_coded(self._workspace.codings_of(changes))

    def _drop_coded(self, made: Sequence[CodingRow]) -> None:
        """Take out what was coded just now, without looking for keywords again."""
        for coding in made:
            place = coding.anchor
            is_here = coding.document_uid == self._viewing.document_uid
            if not is_here or coding.coder_uid != self._workspace.coder_uid:
                continue
            for number in range(len(self.rows) - 1, -1, -1):
                row = self.rows[number]
                if row.code_uid != coding.code_uid:
                    continue
                if row.anchor.start < place.end and place.start < row.anchor.end:
                    del self.rows[number]
                    self.model.removeRow(number)
        self._show_count()
