"""The codes: find one by typing, pinned ones, the tree, and the card of the code in focus."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.codebook import code_counts, codebook
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.codebook.search_words import SearchWords, search_words
from qualcode_app.settings import PIN_DIGITS
from qualcode_app.ui.code_finder import find, prepare
from qualcode_app.ui.item_models.code_tree import TOTAL_ROLE, CodeTreeModel
from qualcode_app.ui.pins import Pins
from qualcode_app.ui.tally import Tally
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import CodingFilter
from qualcode_app.ui.widgets.code_card import CodeCard
from qualcode_app.ui.widgets.code_list import CodeList
from qualcode_app.ui.widgets.code_tree import CodeTree
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.key_menu import KeyMenu
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import label, rule
from qualcode_app.ui.wording import count, in_language
from qualcode_app.ui.wording import label as label_of
from qualcode_app.ui.workspace import Workspace

FOUND_MAX = 200  # more are not looked through but typed on for


class CodebookPanel(Region):
    """Shows the codes and tells which one was chosen."""

    code_chosen = Signal(str)  # uid of the code
    selection_dropped = Signal(str)  # uid of the code the selected text was dropped on
    left = Signal()  # done here: back to the page
    import_requested = Signal()  # of a codebook, where there is no code yet
    menu_requested = Signal(QPoint)  # for the code in focus; where on the screen
    move_requested = Signal(str, str, str)  # code, code above or "", brother it goes before or ""

    def __init__(
        self,
        workspace: Workspace,
        pins: Pins,
        tally: Tally,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Codebook"))
        self._workspace = workspace
        self._pins = pins
        self._tally = tally
        self._recent: list[str] = []
        self._filter = CodingFilter()
        self._words: dict[str, SearchWords] | None = None  # read when they are first needed
        self._hides = False  # codes that are not in play
        self._shown_uid = ""  # the code on the card
        self._pin_words = ""  # how a code is pinned
        self._key_wanted = False  # the box was opened for one code; then back to the page

        self.find_field = SearchField(theme, "search", self.tr("Find a code"), self)
        self.model = CodeTreeModel(self)
        self.tree = CodeTree(theme, self.model, self)
        self.found = CodeList(theme, self.tr("Codes found"), self)
        self.nothing = label("", "empty", self)
        self.pinned = CodeList(theme, self.tr("Pinned codes"), self)
        self.card = CodeCard(theme, self)
        self.only_active = QToolButton(self)
        self.only_active.setCheckable(True)
        self.only_active.setAutoRaise(True)
        says = self.tr("Only the codes of this round")
        self.only_active.setAccessibleName(says)
        self.only_active.setToolTip(says)
        theme.set_icon(self.only_active, "filter", "text_muted")
        self._prepare_timer = QTimer(self)  # as soon as the tree is on the screen
        self._prepare_timer.setSingleShot(True)
        self._prepare_timer.timeout.connect(self._prepare)
        workspace.closed.connect(self._prepare_timer.stop)
        self._lay_out(theme)

        self.find_field.textChanged.connect(self._on_find_text_changed)
        self.find_field.moved.connect(self.found.step)
        self.find_field.returnPressed.connect(self._on_find_return_pressed)
        self.find_field.left.connect(self.left)
        for view in (self.tree, self.found, self.pinned):
            view.chosen.connect(self._on_view_chosen)
            view.marked.connect(self._on_view_marked)
        self.pinned.offer_taken.connect(pins.pin)
        self.model.selection_dropped.connect(self.selection_dropped)
        self.model.code_dropped.connect(self.move_requested)
        for view in (self.tree, self.found):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._on_view_menu_requested)
        tally.changed.connect(self._show_counts)
        self.only_active.toggled.connect(self._show_active)
        pins.changed.connect(self._show_pins)
        workspace.changed.connect(self._on_workspace_changed)
        workspace.coder_changed.connect(self._on_workspace_coder_changed)
        self.refresh()

    def _lay_out(self, theme: Theme) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 6)
        head.addWidget(self.find_field)
        self._pinned_head = QWidget(self)
        pinned_row = QHBoxLayout(self._pinned_head)
        pinned_row.setContentsMargins(12, 0, 12, 4)
        self._pinned_title = label("", "caption", self)
        self._pinned_keys = label("", "caption", self)
        pinned_row.addWidget(self._pinned_title)
        pinned_row.addStretch(1)
        pinned_row.addWidget(self._pinned_keys)
        tree_row = QHBoxLayout()
        tree_row.setContentsMargins(12, 6, 12, 4)
        self._tree_title = label(self.tr("Codes"), "strong", self)
        self._tree_count = label("", "caption", self)
        tree_row.setSpacing(theme.space("s"))
        tree_row.addWidget(self._tree_title)
        tree_row.addWidget(self._tree_count)
        tree_row.addStretch(1)
        tree_row.addWidget(self.only_active)
        self._views = QStackedWidget(self)
        found = QWidget(self)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        self.nothing.setWordWrap(True)
        column.addWidget(self.nothing)
        column.addWidget(self.found, 1)
        self._views.addWidget(self.tree)
        self._views.addWidget(found)
        self.body.addLayout(head)
        self.body.addWidget(self._pinned_head)
        self.body.addWidget(self.pinned)
        self.body.addSpacing(theme.space("xs"))
        self.body.addWidget(rule(self))
        self.body.addLayout(tree_row)
        self.body.addWidget(self._views, 1)
        self.body.addLayout(self._first_codes(theme))
        self.body.addWidget(self.card)

    def _first_codes(self, theme: Theme) -> QHBoxLayout:
        """Return what helps a project that has no codes yet."""
        says = self.tr("No codes yet. Select words on a page to make one, or import a codebook.")
        Vacancy(self.tree, says)
        self.import_button = QPushButton(self.tr("Import codebook…"), self)
        theme.set_icon(self.import_button, "import")
        self.import_button.clicked.connect(self.import_requested)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 6, 10, 10)
        foot.addWidget(self.import_button)
        return foot

    # What others ask

    def tell_how_to_pin(self, words: str) -> None:
        """Say it beside the codes used most, while none is pinned."""
        self._pin_words = words
        self._show_pins()

    def refresh(self) -> None:
        """Show codes and counts of the acting coder as they now are."""
        round_uid = self._workspace.round_uid
        rows = self._workspace.read(codebook.rows, round_uid=round_uid, counted=False)
        first_time = not self.model.rows
        self.model.show(rows)
        self.import_button.setVisible(not rows)
        self._prepare_timer.start()
        self._show_counts()
        if first_time:
            self._open_families()
        n_active = sum(row.is_active for row in rows)
        words = self.tr("{active} of {all}") if n_active < len(rows) else "{all}"
        numbers = {"active": count(n_active), "all": count(len(rows))}
        self._tree_count.setText(words.format(**numbers))
        says = self.tr("{active} of the {all} codes are coded with in this round.")
        self._tree_count.setToolTip(says.format(**numbers))
        self.only_active.setVisible(n_active < len(rows))
        self._show_active()
        self._show_card(self._shown_uid or self.marked_uid())

    def count_only(self, wanted: CodingFilter) -> None:
        """Count only the codings that are shown elsewhere too."""
        self._filter = wanted
        self._show_counts()

    def row_of(self, uid: str) -> CodeRow | None:
        """Return a code."""
        return self.model.row_of(uid)

    def marked_uid(self) -> str:
        """Return the uid of the code in focus, "" for none."""
        view = self.found if self._views.currentIndex() else self.tree
        return view.marked_uid()

    def mark(self, uid: str) -> None:
        """Show the card of a code; the tree keeps its folding."""
        if uid != self._shown_uid:
            self._on_view_marked(uid)

    def show_boundaries(self, uid: str) -> None:
        """Show on the card of a code what the code is not for."""
        self.mark(uid)
        self.card.show_boundaries()

    def note_used(self, uid: str) -> None:
        """Remember that a code was used just now: it comes first among equals."""
        self._recent = [uid, *(other for other in self._recent if other != uid)]

    def ask_code(self) -> None:
        """Let the user type which code is meant; afterwards the page has the focus again."""
        self._key_wanted = True
        self.find_field.clear()
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_digit(self) -> None:
        """Let the user press the digit that the code in focus is pinned to."""
        row = self.model.row_of(self.marked_uid())
        if row is None:
            self.message.tell(self.tr("Mark the code first that a digit is to assign."), "info")
            return
        menu = self.digit_menu(row)
        menu.popup(self.mapToGlobal(QPoint(12, self.find_field.geometry().bottom())))

    def digit_menu(self, row: CodeRow) -> QMenu:
        """Return the menu of digits for a code; pressing a digit chooses its line."""
        menu = KeyMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("Pin {key} to").format(key=row.key))
        taken = self._pins.pinned()
        for digit in PIN_DIGITS:
            there = self.model.row_of(taken.get(digit, ""))
            says = f"{there.key} {label_of(there)}" if there else self.tr("free")
            action = menu.addAction(f"&{digit}   {says}")
            action.triggered.connect(lambda _=False, d=digit: self._pins.pin(d, row.uid))
        mine = [digit for digit, uid in taken.items() if uid == row.uid]
        if mine:
            menu.addSeparator()
            free = menu.addAction(self.tr("Unpin from {digit}").format(digit=mine[0]))
            free.triggered.connect(lambda: self._pins.unpin(mine[0]))
        return menu

    # Inside

    def _on_view_menu_requested(self, at: QPoint) -> None:
        view = self.found if self._views.currentIndex() else self.tree
        self.menu_requested.emit(view.viewport().mapToGlobal(at))

    def _open_families(self) -> None:
        """Open the families in use, or the first one, so that the tree explains itself."""
        families = [row for row in self.model.rows if row.is_family]
        indexes = [self.model.index_of(row.uid) for row in families]
        if self._tally.counts is None:
            known = self._workspace.read(code_counts.used)
            own = {row.family_uid for row in self.model.rows if row.uid in known}
            used = [self.model.index_of(row.uid) for row in families if row.uid in own]
        else:
            used = [index for index in indexes if index.data(TOTAL_ROLE)]
        for index in used or indexes[:1]:
            self.tree.expand(index)

    def _prepare(self) -> None:
        prepare(self.model.rows, self._search_words())

    def _search_words(self) -> dict[str, SearchWords]:
        if self._words is None:
            self._words = self._workspace.read(search_words)
        return self._words

    def _show_counts(self) -> None:
        """Show counts as they now are; the codes themselves are not read again."""
        names = {coder.uid: coder.name for coder in self._workspace.coders()}
        counts = self._tally.counts
        if counts is not None:
            counts = counts.limited(self._filter.code_uids, self._filter.coder_uids)
        self.model.show_counts(counts, self._workspace.coder_uid, names)
        self._show_pins()

    def _show_active(self) -> None:
        """Hide the codes that are not in play, where that is wished."""
        only = self.only_active.isChecked()
        if not only and not self._hides:
            return  # nothing was ever hidden: no need to look at every code
        self._hides = True
        needed: set[str | None] = {None}
        for row in reversed(self.model.rows):  # children come after their parents
            if row.is_active or row.uid in needed:
                needed |= {row.uid, row.parent_uid}
        for row in self.model.rows:
            index = self.model.index_of(row.uid)
            hidden = only and row.uid not in needed
            if self.tree.isRowHidden(index.row(), index.parent()) != hidden:
                self.tree.setRowHidden(index.row(), index.parent(), hidden)

    def _show_changed(self, uids: Collection[str]) -> bool:
        """Show codes that say something else now; False: the tree itself looks different."""
        known = [row for uid in uids if (row := self.model.row_of(uid)) is not None]
        rows = self._workspace.read(codebook.patched, known) if len(known) == len(uids) else None
        if rows is None:
            return False
        if self._words is not None:
            self._words |= self._workspace.read(search_words, code_uids=uids)
        self.model.patch(rows)
        self._show_pins()
        if self._shown_uid in uids:
            self._show_card(self._shown_uid)
        return True

    def _show_pins(self) -> None:
        pinned = {
            digit: row
            for digit, uid in self._pins.pinned().items()
            if (row := self.model.row_of(uid)) is not None
        }
        self.pinned.show_digits(pinned, self._pins.offered(self.model.rows))
        self._pinned_title.setText(self.tr("Pinned") if pinned else self.tr("Used most"))
        self._pinned_keys.setText(self.tr("keys 1–9") if pinned else self._pin_words)
        self._pinned_head.setVisible(self.pinned.model().rowCount() > 0)

    def _on_find_text_changed(self, typed: str) -> None:
        rows = find(self.model.rows, typed, self._search_words(), self._recent)
        self._views.setCurrentIndex(1 if typed.strip() else 0)
        self.found.show_codes(rows[:FOUND_MAX])
        says = self.tr("No code found for “{typed}”.").format(typed=typed.strip())
        if rows:
            says = self.tr("The first {n} of {all}: type more to find the others.").format(
                n=count(FOUND_MAX), all=count(len(rows))
            )
        self.nothing.setText(says)
        self.nothing.setVisible(bool(typed.strip()) and not 0 < len(rows) <= FOUND_MAX)

    def _on_find_return_pressed(self) -> None:
        uid = self.marked_uid()
        if not uid:
            return
        self._on_view_chosen(uid)

    def _on_view_chosen(self, uid: str) -> None:
        back = self._key_wanted
        self._key_wanted = False
        self.find_field.clear()
        self.code_chosen.emit(uid)
        if back:
            self.left.emit()

    def _on_view_marked(self, uid: str) -> None:
        self._shown_uid = uid
        self._show_card(uid)

    def _show_card(self, uid: str) -> None:
        row = self.model.row_of(uid)
        full = in_language(*self._workspace.read(codebook.full_definition, uid)) if row else ""
        self.card.show_code(row, full)

    def _on_workspace_changed(self, changes: Changes) -> None:
        codes = changes[Kind.CODE]
        if changes.touches(Kind.CODEBOOK, Kind.FACET, Kind.ROUND) or codes.added or codes.removed:
            self._words = None
            self.refresh()
        elif codes.changed and not self._show_changed(codes.changed):
            self.refresh()

    def _on_workspace_coder_changed(self, _uid: str) -> None:
        self.refresh()
