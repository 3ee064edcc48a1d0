"""Find words in this document or in all, with the hits listed per document."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.services.documents import documents
from qualcode_app.services.search import search, search_groups, search_runs
from qualcode_app.services.search.search_places import Found, Hit, Places
from qualcode_app.services.search.search_runs import NewRun, RunRow
from qualcode_app.ui.item_models.hits_list import HitsList
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.hit_delegate import HitDelegate
from qualcode_app.ui.widgets.kept_searches import KeptSearches
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, error_sentence
from qualcode_app.ui.workspace import Workspace

AT_MOST = 50_000  # hits; whoever finds more has to ask for something else
MARKED_AT_MOST = 2_000  # hits painted on the pages of a document
GROUPED_BY = (Kind.STUDY_CASE, Kind.WAVE, Kind.GROUP_SYSTEM, Kind.CASE_GROUP)


class SearchPanel(Region):
    """Asks for words, lists hits, and tells which is chosen, kept or to be coded."""

    hit_chosen = Signal(object)  # Found
    hits_changed = Signal()
    keep_requested = Signal(object)  # NewRun
    coding_requested = Signal(object, str)  # list of Hit, the words searched
    left = Signal()  # done here: back to the page

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        jobs: Jobs,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Search"))
        self._workspace = workspace
        self._viewing = viewing
        self._jobs = jobs
        self._places = Places()
        self._job: Job | None = None
        self._query = Query("")
        self._kept_uid = ""  # of the result that is listed, once it was kept
        self._runs: list[RunRow] = []
        self._waiting: deque[Sequence[Hit]] = deque()  # filled by the worker

        self.field = SearchField(theme, "search", self.tr("Find words"), self)
        self.modes = QComboBox(self)
        self.modes.setAccessibleName(self.tr("How the words are matched"))
        for mode, name in self._mode_names():
            self.modes.addItem(name, mode)
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(self.tr("Where to search"))
        self.scope.addItem(self.tr("In all documents"), True)
        self.scope.addItem(self.tr("In this document"), False)
        self.groups = QComboBox(self)
        self.groups.setAccessibleName(self.tr("How hits are grouped"))
        self.case = QPushButton("Aa", self)
        self.case.setCheckable(True)
        self.case.setAccessibleName(self.tr("Capitals count"))
        self.case.setToolTip(self.tr("Capitals count"))
        self.told = label("", "muted", self)
        self.told.setWordWrap(True)
        self.keep_button = QPushButton(self.tr("Keep result"), self)
        self.code_button = QPushButton(self.tr("Code hits…"), self)
        theme.set_icon(self.code_button, "tag")
        self.kept = KeptSearches(self)
        self.model = HitsList(self._resolve, self)
        self.list = QListView(self)
        self._set_up_list(theme)
        self._lay_out(theme)
        self._connect()
        self._tell()
        self._show_kept()
        self._show_ways()

    # What others ask

    def ask(self, *, in_all: bool, words: str = "") -> None:
        """Let the user type what to find, here or in all documents."""
        self.scope.setCurrentIndex(0 if in_all else 1)
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()

    def search(self) -> None:
        """Find what is typed; hits are listed as they come."""
        project = self._workspace.project
        if project is None:
            return
        self._stop()
        rows = self._workspace.read(documents.rows, counted=False)
        in_all = bool(self.scope.currentData())
        if not in_all:
            rows = [row for row in rows if row.uid == self._viewing.document_uid]
        mode = Mode(self.modes.currentData())  # Qt hands it back as a plain string
        query = Query(self.field.text().strip(), mode, exact_case=self.case.isChecked())
        self._query, self._kept_uid = query, ""
        self.message.hide()
        self.model.begin(rows)
        self._group()
        uids = None if in_all else frozenset(row.revision_uid for row in rows)
        waiting = self._waiting = deque()

        def work(progress: Progress) -> object:
            return search.run(
                project,
                query,
                revision_uids=uids,
                at_most=AT_MOST,
                progress=progress,
                tell=waiting.append,
            )

        self._job = self._jobs.start(self.tr("Searching"), work)
        self._job.progressed.connect(self._take_waiting)
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)
        self._job.cancelled.connect(self._on_job_cancelled)
        self._tell()

    def search_for(self, query: Query) -> None:
        """Search all documents for something that was asked elsewhere."""
        self.field.setText(query.words)
        self.modes.setCurrentIndex(self.modes.findData(query.mode))
        self.case.setChecked(query.exact_case)
        self.scope.setCurrentIndex(0)
        self.search()

    def step(self, step: int) -> None:
        """Choose the next or previous hit."""
        at = self.model.step(self.list.currentIndex().row(), step)
        if at >= 0:
            self._choose(at)

    def step_on_page(self, step: int, offset: int) -> None:
        """Choose the next or previous hit; without a chosen one, the first in sight."""
        if not self.list.currentIndex().isValid():
            at = self.model.row_near(self._viewing.document_uid, offset)
            if at >= 0:
                self._choose(at)
                return
        self.step(step)

    def found_here(self) -> list[Found]:
        """Return the hits in the open document."""
        return self.model.hits_in(self._viewing.document_uid, MARKED_AT_MOST)

    def current(self) -> Found | None:
        """Return the hit chosen last."""
        index = self.list.currentIndex()
        return self.model.found_at(index.row()) if index.isValid() else None

    # Inside

    def _connect(self) -> None:
        self.field.returnPressed.connect(self.search)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.moved.connect(self.step)
        self.field.left.connect(self.left)
        self.modes.activated.connect(self._search_again)
        self.scope.activated.connect(self._search_again)
        self.groups.activated.connect(self._group)
        self.case.clicked.connect(self._search_again)
        self.list.clicked.connect(self._on_list_chosen)
        self.list.activated.connect(self._on_list_chosen)
        self.list.selectionModel().selectionChanged.connect(self._show_buttons)
        self.kept.chosen.connect(self.search_for)
        self.keep_button.clicked.connect(self._on_keep_button_clicked)
        self.code_button.clicked.connect(self._on_code_button_clicked)
        self._workspace.changed.connect(self._on_workspace_changed)

    def _mode_names(self) -> tuple[tuple[Mode, str], ...]:
        return (
            (Mode.WORD, self.tr("Whole word")),
            (Mode.START, self.tr("Start of a word")),
            (Mode.FAMILY, self.tr("Word family (Dutch)")),
            (Mode.INSIDE, self.tr("Part of a word")),
            (Mode.WILDCARD, self.tr("Wildcards * and ?")),
            (Mode.REGEX, self.tr("Regular expression")),
        )

    def _set_up_list(self, theme: Theme) -> None:
        self.list.setAccessibleName(self.tr("Hits"))
        self.list.setProperty("ground", "frame")
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def _lay_out(self, theme: Theme) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 6)
        head.setSpacing(theme.space("s"))
        how = QHBoxLayout()
        how.setSpacing(theme.space("s"))
        how.addWidget(self.modes, 1)
        how.addWidget(self.case)
        head.addWidget(self.field)
        head.addLayout(how)
        for widget in (self.scope, self.told, self.keep_button, self.code_button):
            head.addWidget(widget)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 4, 10, 4)
        foot.addWidget(self.groups)
        foot.addStretch(1)
        foot.addWidget(self.kept)
        self.body.addLayout(foot)

    def _resolve(self, hits: Sequence[Hit]) -> list[Found]:
        return self._workspace.read(self._places.of, hits)

    def _choose(self, number: int) -> None:
        index = self.model.index(number)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flags)
        self.list.scrollTo(index)
        self._on_list_chosen(index)

    def _chosen_hits(self) -> list[Hit]:
        rows = [index.row() for index in self.list.selectionModel().selectedIndexes()]
        chosen = self.model.hits_at(rows)
        return chosen if len(chosen) > 1 else self.model.all_hits()

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None and job.is_running:
            job.cancel()

    def _tell(self) -> None:
        """Say how many hits there are, and offer what can be done with them."""
        if not self._query.words:
            self.told.setText(
                self.tr(
                    "Type words and press Enter. They are found in any form of "
                    "print: over line ends, hyphens and page ends."
                )
            )
        else:
            self.told.setText(self._summary())
        self._show_buttons()

    def _summary(self) -> str:
        n_hits, n_searched = self.model.n_hits, len(self.model.searched)
        if self._job is not None and not n_hits:
            return self.tr("Searching…")
        hits = self.tr("%n hits", "", n_hits)
        searched = self.tr("%n documents", "", n_searched)
        if not n_hits or n_searched == 1:
            return self.tr("{hits} in {documents}.").format(hits=hits, documents=searched)
        told = self.tr("{hits} in {found} of {documents}.").format(
            hits=hits, found=count(len(self.model.documents)), documents=searched
        )
        cases = {row.case_name for row in self.model.documents if row.case_name}
        more = []
        if 1 < len(cases) < len(self.model.documents):
            more.append(self.tr("%n cases.", "", len(cases)))
        if n_hits >= AT_MOST:
            more.append(self.tr("The rest is not listed."))
        return " ".join([told, *more])

    def _show_buttons(self) -> None:
        is_done = self._job is None and bool(self._query.words) and bool(self.model.searched)
        can_write = self._workspace.project is not None and not self._workspace.project.read_only
        is_kept = any(run.uid == self._kept_uid for run in self._runs)
        is_whole = self.model.n_hits < AT_MOST  # else it is not known how many there are
        self.keep_button.setVisible(is_done and can_write and is_whole)
        self.keep_button.setEnabled(not is_kept)
        self.keep_button.setText(self.tr("Result kept") if is_kept else self.tr("Keep result"))
        self.code_button.setVisible(is_done and can_write and self.model.n_hits > 0)
        n_chosen = len(self._chosen_hits()) if is_done else 0
        self.code_button.setText(self.tr("Code %n hits…", "", n_chosen))

    def _show_kept(self) -> None:
        self._runs = self._workspace.read(search_runs.rows)
        self.kept.show_runs(self._runs)

    def _show_ways(self) -> None:
        """Offer the ways in which documents of this project can be grouped."""
        chosen = self.groups.currentData()
        said = {search_groups.CASE: self.tr("By case"), search_groups.WAVE: self.tr("By wave")}
        by = self.tr("By {grouping}")
        self.groups.clear()
        self.groups.addItem(self.tr("Hits by document"), "")
        for way in self._workspace.read(search_groups.ways):
            self.groups.addItem(said.get(way.key, by.format(grouping=way.title)), way.key)
        self.groups.setCurrentIndex(max(0, self.groups.findData(chosen)))
        self.groups.setVisible(self.groups.count() > 1)

    def _group(self) -> None:
        """Put the documents together as is wished."""
        way = self.groups.currentData()
        self.model.group(self._workspace.read(search_groups.groups, way) if way else {})

    def _search_again(self) -> None:
        if self._query.words:
            self.search()

    def _take_waiting(self) -> None:
        found: list[Hit] = []
        while self._waiting:
            found += self._waiting.popleft()
        if not found:
            return
        at, bar = self.list.currentIndex().row(), self.list.verticalScrollBar()
        chosen, scrolled = self.model.hits_at([at])[:1] if at >= 0 else [], bar.value()
        self.model.add(found)
        if chosen:  # what comes late moves nothing that is looked at
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            index = self.model.index(self.model.row_of(chosen[0]))
            self.list.selectionModel().setCurrentIndex(index, flags)
            bar.setValue(scrolled)
        self._tell()

    def _end(self) -> None:
        self._take_waiting()
        self._job = None
        self._tell()
        self.hits_changed.emit()

    def _on_job_succeeded(self, _hits: object) -> None:
        if self.sender() is self._job:
            self._end()

    def _on_job_cancelled(self) -> None:
        if self.sender() is self._job:
            self._query = Query("")  # a search that was stopped is no result
            self._end()

    def _on_job_failed(self, error: QualcodeError) -> None:
        if self.sender() is not self._job:
            return
        self._query = Query("")
        self._end()
        self.message.tell(error_sentence(error), "warning")

    def _on_field_text_changed(self, words: str) -> None:
        if not words:
            self._stop()
            self._query = Query("")
            self.model.begin([])
            self._end()

    def _on_list_chosen(self, index: QModelIndex) -> None:
        found = self.model.found_at(index.row())
        if found is not None:
            self._viewing.look_at(self.model.document_of(found.hit).uid)
            self.hit_chosen.emit(found)

    def _on_keep_button_clicked(self) -> None:
        uids = [row.revision_uid for row in self.model.searched]
        new = NewRun(self._workspace.coder_uid, self._query, uids, self.model.n_hits)
        self._kept_uid = new.uid
        self.keep_requested.emit(new)

    def _on_code_button_clicked(self) -> None:
        self.coding_requested.emit(self._chosen_hits(), self._query.words)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SEARCH_RUN, Kind.CODER):
            self._show_kept()
            self._show_buttons()
        if changes.touches(*GROUPED_BY):
            self._show_ways()
        if changes.touches(Kind.DOCUMENT):
            rows = self._workspace.read(documents.rows, counted=False)
            if self.model.is_outdated(rows, in_all=bool(self.scope.currentData())):
                self._search_again()
