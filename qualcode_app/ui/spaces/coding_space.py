"""The coding work space: documents and status, the page and its codings, the codes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcode_app.pdf.client import Renderer
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.hands.coding_hand import CodingHand
from qualcode_app.ui.hands.return_hand import ReturnHand
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.panels.codebook_panel import CodebookPanel
from qualcode_app.ui.panels.codings_panel import CodingsPanel
from qualcode_app.ui.panels.contents_panel import ContentsPanel
from qualcode_app.ui.panels.documents_panel import DocumentsPanel
from qualcode_app.ui.panels.memos_panel import MemosPanel
from qualcode_app.ui.panels.page_panel import PagePanel
from qualcode_app.ui.panels.reading_panel import ReadingPanel
from qualcode_app.ui.pins import Pins
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.tally import Tally
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import CodingFilter, Viewing
from qualcode_app.ui.widgets.facet_drawer import FacetDrawer
from qualcode_app.ui.widgets.hand_strip import HandStrip
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.widgets.tabbed_regions import TabbedRegions
from qualcode_app.ui.workspace import Workspace

TWO_PAGES_FROM_PX = 2200  # width of the window, sides and margins included
SHOWN_FOR = {  # the sides that these acts need
    "code_found": "fold_right",
    "codes_box": "fold_right",
    "pin_code": "fold_right",
    "documents_filter": "fold_left",
    "thumbnails": "fold_left",
    "codings_list": "only_page",
}


class CodingSpace(QWidget):
    """Lays out the panels; the hand wires them."""

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        theme: Theme,
        actions: Actions,
        renderer: Renderer,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.actions_ = actions
        self._columns_chosen = False  # whether the user said how many pages stand side by side
        self._workspace = workspace
        self._viewing = viewing
        self.theme = theme
        pins = Pins(workspace, self)
        self.facets = FacetBook(workspace, self)
        self.tally = Tally(workspace, jobs, self)
        self.documents = DocumentsPanel(workspace, viewing, self.tally, theme, actions, self)
        self.status = ReadingPanel(workspace, viewing, theme, actions, self)
        self.page = PagePanel(workspace, viewing, theme, actions, renderer, self)
        self.contents = ContentsPanel(workspace, viewing, theme, actions, self.page.view, self)
        self.shelf = TabbedRegions(self.tr("What to work on"), "side", self)
        self.shelf.add(self.documents, self.tr("Documents"))
        self.shelf.add(self.contents, self.tr("Contents"))
        self.strip = HandStrip(theme, actions, self.facets, self)
        self.drawer = FacetDrawer(self.facets, theme, self)
        self.listed = CodingsPanel(workspace, viewing, theme, actions, self.facets, jobs, self)
        self.lists = TabbedRegions(self.tr("What is coded"), "panel_head", self)
        self.lists.add(self.listed, self.tr("Codings"))
        self.lists.put_beside(self.listed, self.listed.head.beside)
        self.memos = MemosPanel(workspace, viewing, theme, actions, self)
        self.lists.add(self.memos, self.tr("Memos"))
        self.lists.put_beside(self.memos, self.memos.new_button)
        self.codes = CodebookPanel(workspace, pins, self.tally, theme, self)

        settings = workspace.settings
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.left = Splitter("coding.left", vertical, settings, theme, self)
        self.left.put(self.shelf, self.status, sizes=(490, 230), stretch=0)
        self.page.body.addWidget(self.strip)
        self.page.body.addWidget(self.drawer)
        self.middle = middle = Splitter("coding.middle", vertical, settings, theme, self)
        middle.put(self.page, self.lists, sizes=(560, theme.size("list_region")), stretch=0)
        self.sides = Splitter("coding", horizontal, settings, theme, self)
        left_px, right_px = theme.size("left_region"), theme.size("right_region")
        self.sides.put(self.left, middle, self.codes, sizes=(left_px, 800, right_px), stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)

        self.hand = CodingHand(workspace, viewing, pins, self)
        self.returning = ReturnHand(workspace, viewing, self)
        self._connect(actions, viewing)

    @property
    def regions(self) -> list[Region]:
        """The regions in the order F6 walks them."""
        return [*self.shelf.regions, self.status, self.page, *self.lists.regions, self.codes]

    def take_page(self) -> None:
        """Take the page back that another work space borrowed, as high as it was."""
        if self.middle.indexOf(self.page) < 0:
            lower = self.lists.height()
            self.middle.insertWidget(0, self.page)
            self.middle.setSizes([max(1, self.middle.height() - lower), lower])

    def _connect(self, actions: Actions, viewing: Viewing) -> None:
        for name, side in SHOWN_FOR.items():  # first, for what is hidden cannot have the focus
            actions.on(name, partial(self._unfold, side), self)
        self.hand.take_actions(actions)
        view = self.page.view
        for name, act in (
            ("zoom_in", view.zoom_in),
            ("zoom_out", view.zoom_out),
            ("fit_width", view.fit_width),
            ("fit_page", view.fit_page),
            ("go_to_page", self.page.ask_page),
            ("thumbnails", self._show_thumbnails),
            ("filter", self.ask_filter),
            ("stripes", self.page.change_stripes),
            ("clear_filter", partial(viewing.filter_by, CodingFilter())),
            ("codings_list", self._list_codings),
            ("documents_filter", self._filter_documents),
            ("codes_box", self.codes.find_field.setFocus),
            ("copy_text", self.page.copy_text),
            ("copy_quote", self.page.copy_quote),
            ("next_document", partial(self.documents.step, 1)),
            ("previous_document", partial(self.documents.step, -1)),
        ):
            actions.on(name, act, self)
        self.codes.import_requested.connect(actions["book_import"].trigger)
        actions["pin_code"].changed.connect(self._tell_keys)
        self._tell_keys()
        viewing.filter_changed.connect(self._on_viewing_filter_changed)
        self.documents.theme_chosen.connect(self.status.mark)
        actions["all_coders"].toggled.connect(viewing.show_all_coders)
        actions["two_pages"].toggled.connect(self._on_two_pages_toggled)
        actions["two_pages"].triggered.connect(self._on_two_pages_triggered)
        actions["fold_left"].toggled.connect(self._on_fold_left_toggled)
        actions["fold_right"].toggled.connect(self._on_fold_right_toggled)
        actions["only_page"].toggled.connect(self._on_only_page_toggled)

    def _unfold(self, side: str) -> None:
        for name in ("only_page", side):
            self.actions_[name].setChecked(False)

    def ask_filter(self) -> None:
        """Let the user tick what all panels are to show."""
        from qualcode_app.ui.dialogs.coding_filter import CodingFilterDialog  # noqa: PLC0415  when asked for

        rows, coders = self.codes.model.rows, self._workspace.coders()
        now = self._viewing.filter
        dialog = CodingFilterDialog(self.theme, rows, coders, now, self.window())
        dialog.wanted.connect(self._filter_by)
        dialog.open()

    def _filter_by(self, wanted: CodingFilter) -> None:
        """Show only these; with another coder among them, the codings of all coders first."""
        if wanted.coder_uids - {self._workspace.coder_uid}:
            self.actions_["all_coders"].setChecked(True)
        self._viewing.filter_by(wanted)

    def _tell_keys(self) -> None:
        self.codes.tell_how_to_pin(with_keys(self.actions_, self.tr("{pin_code} pins one")))

    def _show_thumbnails(self) -> None:
        self.shelf.show_region(self.contents)
        self.contents.pages_button.setChecked(True)
        self.contents.thumbnails.setFocus()

    def _filter_documents(self) -> None:
        self.shelf.show_region(self.documents)
        self.documents.filter_field.setFocus()

    def _list_codings(self) -> None:
        self.lists.show_region(self.listed)
        self.listed.table.setFocus()

    def _on_viewing_filter_changed(self) -> None:
        self.codes.count_only(self._viewing.filter)
        self.tally.count_only(self._viewing.filter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show two pages where one would be far larger than on paper."""
        super().resizeEvent(event)
        if not self._columns_chosen:
            self.actions_["two_pages"].setChecked(self.width() >= TWO_PAGES_FROM_PX)

    def _on_two_pages_triggered(self) -> None:
        self._columns_chosen = True

    def _on_two_pages_toggled(self, two: bool) -> None:
        self.page.view.set_columns(2 if two else 1)

    def _on_fold_left_toggled(self, folded: bool) -> None:
        self.left.setVisible(not folded)

    def _on_fold_right_toggled(self, folded: bool) -> None:
        self.codes.setVisible(not folded)

    def _on_only_page_toggled(self, only: bool) -> None:
        self.left.setVisible(not only and not self.actions_["fold_left"].isChecked())
        self.codes.setVisible(not only and not self.actions_["fold_right"].isChecked())
        self.lists.setVisible(not only)
