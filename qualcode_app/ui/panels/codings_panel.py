"""The codings as a list: what was coded where, by whom, with which note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.facets import Facet
from qualcode_app.services.coding import coding_order, coding_rows
from qualcode_app.services.coding.came import ANYWHERE, Came
from qualcode_app.services.coding.coding_order import GroupBy, Listing, Ranks, Wanted
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.actions import Actions, Scope
from qualcode_app.ui.arranged import Arranged, Wish, arranged, nothing
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.item_models.codings_table import CodingsTable, Column
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.codings_head import CodingsHead
from qualcode_app.ui.widgets.codings_view import CodingsView
from qualcode_app.ui.widgets.facet_menu import marked_menu, option_menu
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.workspace import Workspace

AT_ONCE_MAX = 4_000  # codings put in order while the user waits; more are a job
NAMED_MAX = 300  # codings of one act that are put in one by one; with more all is listed anew
BOOK = (Kind.CODE, Kind.CODEBOOK, Kind.FACET)
REGISTER = (Kind.STUDY_CASE, Kind.WAVE, Kind.GROUP_SYSTEM, Kind.CASE_GROUP, Kind.MEMBERSHIP)
SORTED_BY = {
    Column.DOCUMENT: "place",
    Column.PAGE: "place",
    Column.CODE: "code",
    Column.PASSAGE: "passage",
    Column.CODER: "coder",
    Column.MEMO: "memo",
}


class CodingsPanel(Region):
    """Lists codings of this document or of all, and tells which one was chosen."""

    coding_activated = Signal(str)  # uid of the coding to be shown
    memo_written = Signal(str, str)  # uid of the coding, its new memo
    option_wished = Signal(list, str, str)  # uids of codings, uid of the facet, key of the option
    facet_typed = Signal(str, str, str)  # uid of the coding, uid of the facet, what was typed
    recode_wished = Signal()  # another code for all that are marked
    removal_wished = Signal()  # of all that are marked
    origin_wished = Signal(object)  # Came, by which the list is limited now

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        theme: Theme,
        actions: Actions,
        book: FacetBook,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "list_region", "", parent)
        self.setAccessibleName(self.tr("Codings"))
        self._workspace = workspace
        self._viewing = viewing
        self._book = book
        self._actions = actions
        self._jobs = jobs
        self._job: Job | None = None
        self._meanwhile: frozenset[str] = frozenset()  # codings written while the job reads
        self.in_all_documents = False
        self._wanted = Wanted()
        self._sorted_by = int(Column.PAGE)
        self._descending = False
        self._ranks: Ranks | None = None
        self._open: dict[str, frozenset[str]] = {}  # facets without an answer, by coding
        self._n_open: Counter[str] = Counter()

        self.model = CodingsTable(book, self._fetch, self)
        self.model.show_facets(self._columns())
        self.head = CodingsHead(theme, self)
        self.table = CodingsView(self.model, theme, self)
        self.nothing = label("", "empty", self)
        self.body.insertWidget(0, self.head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table, 1)
        actions.give(self.table, Scope.CODINGS)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        head, table = self.head, self.table
        head.words_typed.connect(self.show_words)
        head.without_chosen.connect(self.show_without)
        head.group_chosen.connect(self.group_by)
        head.fold_all_chosen.connect(self.fold_all)
        head.scope_chosen.connect(lambda in_all: self.show_scope(in_all=in_all))
        head.sort_chosen.connect(self.sort_by)
        head.origin_wished.connect(lambda: self.origin_wished.emit(self._wanted.came))
        head.origin_dropped.connect(lambda: self.show_came(ANYWHERE, ""))
        head.left.connect(lambda *_: table.setFocus())
        table.sort_wished.connect(self.sort_by)
        table.fold_wished.connect(self._on_table_fold_wished)
        table.delegate.menu_wished.connect(self._on_delegate_menu_wished)
        table.clicked.connect(self._on_table_chosen)
        table.activated.connect(self._on_table_activated)
        table.customContextMenuRequested.connect(self._on_table_menu_requested)
        self.model.memo_written.connect(self.memo_written)
        self.model.numbers_typed.connect(self.facet_typed)
        self._book.changed.connect(self._on_book_changed)
        self._workspace.changed.connect(self._on_workspace_changed)
        self._workspace.coder_changed.connect(self._on_view_changed)
        self._viewing.document_changed.connect(self._on_view_changed)
        self._viewing.coders_changed.connect(self.refresh)
        self._viewing.filter_changed.connect(self.refresh)
        self._viewing.active_changed.connect(self.table.mark)

    # What others ask

    def refresh(self) -> None:
        """List the codings as they now are; a long list comes a moment later."""
        self._forget_job()
        document_uid = "" if self.in_all_documents else self._viewing.document_uid
        text_uid = self._workspace.read(coding_order.text_of, document_uid) if document_uid else ""
        self._wanted = replace(
            self._wanted,
            revision_uid=text_uid,
            coder_uids=self._coder_uids(),
            code_uids=self._viewing.filter.code_uids,
        )
        same = self.model.keys.heads.by == self._wanted.group_by
        folded = self.model.keys.folded if same else frozenset()
        wish = Wish(self._wanted, self._descending, folded)
        if not text_uid and not self.in_all_documents:  # no document is open
            self._show(nothing(self._workspace))
        elif not self._workspace.read(coding_order.is_long, self._wanted, AT_ONCE_MAX):
            self._show(arranged(self._workspace, wish))
        else:
            work = partial(arranged, self._workspace, wish)
            self._job = self._jobs.start(self.tr("Listing codings"), work)
            self._job.succeeded.connect(self._on_job_succeeded)

    def show_scope(self, *, in_all: bool) -> None:
        """List the codings of all documents, or of the open one."""
        self.in_all_documents = in_all
        self.refresh()

    def show_without(self, facet_uid: str) -> None:
        """List only codings without an answer to a required facet; "" lists all again."""
        self._wanted = replace(self._wanted, without_facet=facet_uid)
        self.refresh()

    def show_words(self, words: str) -> None:
        """List only codings that hold these words."""
        self._wanted = replace(self._wanted, words=words)
        self.refresh()

    def show_came(self, came: Came, words: str) -> None:
        """List only codings of an origin and time, with a chip that says so in words."""
        self._wanted = replace(self._wanted, came=came)
        self.head.show_origin(words)
        self.refresh()

    def group_by(self, group: GroupBy) -> None:
        """Put the codings together by code, family, document, coder, case or group; "" by none."""
        self._wanted = replace(self._wanted, group_by=group)
        self.refresh()

    def fold_all(self, folded: bool) -> None:
        """Fold all groups away, or let all codings be seen."""
        for number in reversed(self.model.head_numbers()):
            self.model.fold(number, folded=folded)
        self.table.stretch_heads()

    def sort_by(self, column: int) -> None:
        """Sort by a column; by the same one again the list is turned around."""
        self._descending = column == self._sorted_by and not self._descending
        self._sorted_by = column
        facet = self.model.facet_of(column)
        by = SORTED_BY[Column(column)] if facet is None else facet.uid
        self._wanted = replace(self._wanted, sort_by=by)
        self.refresh()

    def marked_uids(self) -> list[str]:
        """Return the uids of the marked codings."""
        return self.table.marked_uids()

    def mark_all(self, uids: list[str]) -> None:
        """Mark several codings; the active one stays the current row."""
        self.table.mark_all(uids)

    def step(self, step: int) -> str:
        """Return the uid of the next (1) or previous (-1) coding of the list, "" at its end."""
        n = self.model.rowCount()
        at = self.model.number_of(self._viewing.active_uid)
        at = at + step if at >= 0 else (0 if step > 0 else n - 1)
        while 0 <= at < n and self.model.is_head(at):
            at += step
        return self.model.uid(at) if 0 <= at < n else ""

    def row_of(self, uid: str) -> CodingRow | None:
        """Return a listed coding."""
        return self.model.known_row(uid)

    # Inside

    def _fetch(self, uids: list[str]) -> list[CodingRow]:
        return self._workspace.read(coding_rows.rows, uids=uids, areas=True)

    def _coder_uids(self) -> frozenset[str] | None:
        """Return whose codings are listed; None for everybody's."""
        filtered = self._viewing.filter.coder_uids
        if self._viewing.all_coders:
            return filtered or None
        own = frozenset({self._workspace.coder_uid})
        return own & filtered if filtered else own

    def _forget_job(self) -> None:
        job, self._job = self._job, None
        self._meanwhile = frozenset()
        if job is not None and job.is_running:
            job.cancel()

    def _show(self, found: Arranged) -> None:
        by, marked = self._wanted.group_by, self.table.marked_uids()
        self._ranks = found.ranks
        self.model.name_documents(found.ranks.titles)
        self.model.show(found.rows)
        self._open, self._n_open = found.listing.missing, found.listing.n_missing
        self.table.setColumnHidden(Column.DOCUMENT, not self.in_all_documents)
        self.table.setColumnHidden(Column.CODER, not self._viewing.all_coders)
        self.table.stretch_heads()
        self.table.show_sorted(self._sorted_by, descending=self._descending)
        self.head.show_scope(in_all=self.in_all_documents)
        columns = [self.model.name_of(i) for i in range(self.model.columnCount())]
        self.head.show_order(by, columns, self._sorted_by, found.ranks.systems)
        self._show_count()
        self.table.mark(self._viewing.active_uid)
        if len(marked) > 1:  # as many are marked for the next act upon them
            self.table.mark_all(marked)

    def _columns(self) -> list[Facet]:
        """Return the facets that have a column: the required ones and numbers, then own ones."""
        shipped = [facet for facet in self._book.facets if facet.required or facet.kind == "number"]
        own = [facet for facet in self._book.facets if facet.key.startswith("own-")]
        return list(dict.fromkeys([*shipped, *own]))

    def _patch_open(self, uids: Collection[str], now: Listing) -> None:
        for uid in uids:
            self._n_open.subtract(self._open.pop(uid, ()))
        self._open.update(now.missing)
        self._n_open.update(now.n_missing)

    def _show_count(self) -> None:
        n = self.model.n_codings
        self.head.show_count(n)
        required = {
            facet.uid: self._book.name(facet) for facet in self._book.facets if facet.required
        }
        self.head.show_missing(required, self._n_open, self._wanted.without_facet)
        wanted = self._wanted
        limited = wanted.words or wanted.without_facet or wanted.came.is_on
        limited = limited or self._viewing.filter.is_on
        self.nothing.setText(
            self.tr("No coding is like this. Clear the filter to see the others.")
            if limited
            else with_keys(
                self._actions, self.tr("No codings here yet. Select text, then press {code_found}.")
            )
        )
        self.nothing.setVisible(n == 0)
        self.table.setVisible(n > 0)

    def _marked_with(self, number: int) -> list[str]:
        """Return the marked codings where this row is one of them, else this row alone."""
        uid, marked = self.model.uid(number), self.marked_uids()
        return marked if uid in marked else [uid]

    # What others tell

    def _on_delegate_menu_wished(self, index: QPersistentModelIndex) -> None:
        facet = self.model.facet_of(index.column())
        if not index.isValid() or facet is None:
            return
        uids = self._marked_with(index.row())
        menu = option_menu(
            self._book,
            self.model.row(index.row()),
            facet,
            lambda facet_uid, key: self.option_wished.emit(uids, facet_uid, key),
            self,
        )
        if menu is None:
            words = self.tr("{facet} is not asked on this coding.")
            self.message.tell(words.format(facet=self._book.name(facet)), "info")
            return
        place = self.table.visualRect(self.model.index(index.row(), index.column()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(place.bottomLeft()))

    def _on_table_menu_requested(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid() or self.model.is_head(index.row()):
            return
        uids = self._marked_with(index.row())
        menu = marked_menu(
            self._book,
            self.model.row(index.row()),
            len(uids),
            lambda facet_uid, key: self.option_wished.emit(uids, facet_uid, key),
            self,
        )
        menu.addAction(self.tr("Another code…")).triggered.connect(self.recode_wished)
        removing = self.tr("Remove %n codings", "", len(uids))
        menu.addAction(removing).triggered.connect(self.removal_wished)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _on_table_fold_wished(self, number: int, folded: bool) -> None:
        self.model.fold(number, folded=folded)
        self.table.stretch_heads()

    def _on_table_chosen(self, index: QModelIndex) -> None:
        if not self.model.is_head(index.row()) and len(self.marked_uids()) == 1:
            self.coding_activated.emit(self.model.uid(index.row()))

    def _on_table_activated(self, index: QModelIndex) -> None:
        if index.column() < len(Column) and index.column() != Column.MEMO:
            self._on_table_chosen(index)

    def _on_job_succeeded(self, found: Arranged) -> None:
        if self.sender() is self._job:
            self._job = None
            self._show(found)
            touched, self._meanwhile = self._meanwhile, frozenset()
            if touched:
                self._patch(self._fetch(list(touched)), touched)

    def _on_book_changed(self) -> None:
        self.model.show_facets(self._columns())
        self.table.arrange_columns()
        self.refresh()

    def _on_view_changed(self, _uid: str) -> None:
        self.refresh()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(*BOOK):
            return  # the book of facets tells it, and all is listed anew
        if changes.touches(Kind.DOCUMENT, Kind.CODER, *REGISTER):
            self.refresh()
        elif changes.touches(Kind.CODING):
            touched = changes[Kind.CODING].all
            if len(touched | self._meanwhile) > NAMED_MAX:
                self.refresh()
            elif self._job is not None and self._job.is_running:
                self._meanwhile |= touched
            elif self._job is not None:  # it was stopped: what is shown is of before it
                self.refresh()
            else:
                self._patch(self._workspace.codings_of(changes), touched)

    def _listing_of(self, rows: list[CodingRow], order: Ranks) -> Listing | None:
        """Put codings in order that were read already; None where the file must be asked."""
        keys = coding_order.keys_of(rows, self._wanted, order)
        if keys is None:
            return None
        missing = {row.uid: gone for row in rows if (gone := self._book.missing(row))}
        if self._wanted.without_facet:
            keys = [key for key in keys if self._wanted.without_facet in missing.get(key[-1], ())]
        listed = {key[-1] for key in keys}
        missing = {uid: gone for uid, gone in missing.items() if uid in listed}
        return Listing(keys, missing, Counter(uid for gone in missing.values() for uid in gone))

    def _patch(self, read: list[CodingRow], touched: frozenset[str]) -> None:
        if self._ranks is None or not (self._wanted.revision_uid or self.in_all_documents):
            return
        now = self._listing_of(read, self._ranks)
        if now is None:
            now = self._workspace.read(coding_order.listing, self._wanted, self._ranks, touched)
        self._patch_open(touched, now)
        wanted = {key[-1] for key in now.keys}
        rows = [row for row in read if row.uid in wanted]
        self.table.paint_soon()
        self.model.patch(now.keys, rows, touched - wanted)
        if self.model.keys.heads.by:
            self.table.stretch_heads()
        self._show_count()
