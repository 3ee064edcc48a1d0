"""The open document: a row of tools and its pages with the codings on them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.pdf.client import Renderer
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import citations, documents
from qualcode_app.services.documents.documents import DocumentRow, PageRow
from qualcode_app.ui.actions import Actions, Scope
from qualcode_app.ui.highlights import StripeLook, highlight, page_colours, page_source
from qualcode_app.ui.page.history import Place
from qualcode_app.ui.page.page_view import PageView
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.fields import PlaceField
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import ElidedLabel, Ground, label
from qualcode_app.ui.wording import count, quotation
from qualcode_app.ui.workspace import Workspace

PAGE_FIELD_PX = 48
ZOOMS = (50, 75, 100, 125, 150, 200, 300)


class PagePanel(Region):
    """Owns the page view and keeps it in step with the project and with what is looked at."""

    page_turned = Signal(int)  # sheet number

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        theme: Theme,
        actions: Actions,
        renderer: Renderer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "middle", "", parent)
        self.setAccessibleName(self.tr("Document"))
        self._workspace = workspace
        self._viewing = viewing
        self._theme = theme
        self._actions = actions
        self.document: DocumentRow | None = None
        self._look = StripeLook()
        self._hidden: set[str] = set()  # codings here that the filter keeps out of sight
        self._pages: tuple[PageRow, ...] = ()
        self._read_at: dict[str, Place] = {}  # where each document was left, by its uid

        self.view = PageView(page_colours(theme), renderer, self)
        actions.give(self.view, Scope.PAGE, Scope.CODINGS)
        self._nothing = self._empty_ground()
        self._grounds = QStackedWidget(self)
        self._grounds.addWidget(self._nothing)
        self._grounds.addWidget(self.view)
        self._tools = self._tool_row()
        self.body.insertWidget(0, self._tools)
        self.body.addWidget(self._grounds, 1)

        self.view.page_changed.connect(self._on_view_page_changed)
        self.view.place_wished.connect(self._on_view_place_wished)
        self.view.zoom_changed.connect(self._on_view_zoom_changed)
        self.page_field.returnPressed.connect(self._on_page_field_return_pressed)
        self.page_field.left.connect(self.focus_page)
        viewing.document_changed.connect(self._on_viewing_document_changed)
        viewing.active_changed.connect(self._on_viewing_active_changed)
        viewing.coders_changed.connect(self.show_codings)
        viewing.filter_changed.connect(self.message.forget)
        viewing.filter_changed.connect(self.show_codings)
        workspace.changed.connect(self._on_workspace_changed)
        workspace.coder_changed.connect(self._on_workspace_coder_changed)
        theme.changed.connect(self._on_theme_changed)
        self.open_document(viewing.document_uid)

    # What others ask

    def let_go(self) -> None:
        """Forget the PDF and follow nothing any more: the project is closed."""
        self._viewing.document_changed.disconnect(self._on_viewing_document_changed)
        self.open_document("")

    def open_document(self, uid: str) -> None:
        """Show a document where it was left, at first from its first page; without one, say so."""
        if self.view.scene is not None:
            left = self.view.here()
            self._read_at[left.document_uid] = left
        self.document = self._workspace.read(documents.get, uid) if uid else None
        self._tools.setEnabled(self.document is not None)
        self._grounds.setCurrentIndex(0 if self.document is None else 1)
        self.message.hide()
        if self.document is None:
            self._pages = ()
            for told in (self.title, self.page_count):
                told.setText("")
            self.page_field.show_place("")
            self.view.set_document(None)
            return
        source = page_source(self._workspace, self.document)
        self._pages = self._workspace.read(documents.pages, self.document.revision_uid)
        self.title.setText(self.document.title)
        self._fit_page_field()
        self.view.set_document(source)
        if uid in self._read_at:
            self.view.stand_at(self._read_at[uid])
        self.show_codings()
        self._show_page(self.view.current_page)
        self._on_view_zoom_changed(self.view.zoom)
        if not self.document.has_file:
            self.message.tell(
                self.tr("The PDF is not in this project: you see its text, not its look."), "info"
            )

    def show_codings(self) -> None:
        """Show the codings of the open document, of those coders that are shown."""
        if self.document is None:
            return
        shown = None if self._viewing.all_coders else [self._workspace.coder_uid]
        rows = self._workspace.read(
            coding_rows.rows,
            revision_uid=self.document.revision_uid,
            coder_uids=shown,
            areas=True,
        )
        self.view.show_initials(self._viewing.all_coders or self._look.by == "coder")
        lets = self._viewing.filter.lets_through
        shown_rows = [row for row in rows if lets(row.code_uid, row.coder_uid)]
        self._hidden = {row.uid for row in rows} - {row.uid for row in shown_rows}
        self._show_filter()
        self.view.set_codings([highlight(row, self._theme, self._look) for row in shown_rows])
        self.view.set_active(self._viewing.active_uid or None)

    def _show_filter(self) -> None:
        """Say on a chip that not all is shown; a click shows all again."""
        on = self._viewing.filter.is_on
        self.filter_chip.setVisible(on)
        self.filter_chip.setChecked(on)
        if on:
            words = self.tr("Filter: %n hidden", "", len(self._hidden))
            self.filter_chip.setText(f"{words}  ×")
            self.filter_chip.setAccessibleName(words)

    def change_stripes(self) -> None:
        """Colour the stripes by the next of code, coder and family, and say so."""
        says = {
            "code": self.tr("Stripes are coloured by code."),
            "coder": self.tr("Stripes are coloured by coder."),
            "family": self.tr("Stripes are coloured by family."),
        }
        kinds = list(says)
        by = kinds[(kinds.index(self._look.by) + 1) % len(kinds)]
        coders = tuple(coder.uid for coder in self._workspace.coders())
        self._look = StripeLook(by, coders)
        self.show_codings()
        self.message.tell(says[by], "info")

    def focus_page(self) -> None:
        """Give the page the focus, so that single keys count."""
        self.view.setFocus()

    def ask_page(self) -> None:
        """Let the user type where to go."""
        self.page_field.setFocus()
        self.page_field.selectAll()

    def text(self, anchor: TextAnchor) -> str:
        """Return the words at a place, without the footnotes and running heads in between."""
        scene = self.view.scene
        return scene.selection.words(anchor) if scene is not None else ""

    def copy_text(self) -> None:
        """Copy the selected words, or those of the active coding."""
        place = self._cited()
        if isinstance(place, TextAnchor):
            QGuiApplication.clipboard().setText(self.text(place))

    def copy_quote(self) -> None:
        """Copy selection or active coding as a quotation, with document, year, printed page."""
        place = self._cited()
        if place is not None and self.document is not None:
            cited = self._workspace.read(citations.of, self.document.uid, place)
            QGuiApplication.clipboard().setText(quotation(cited))

    # Inside

    def _cited(self) -> TextAnchor | PageArea | None:
        """Return what is to be copied; without anything say so."""
        scene = self.view.scene
        active = scene.highlights.get(scene.active_uid or "") if scene is not None else None
        place: TextAnchor | PageArea | None = self.view.selection()
        if place is None and active is not None:
            place = active.anchor or active.area
        if place is None:
            words = self.tr("Select the words first that are to be copied, or click a coding.")
            self.message.tell(words, "info")
        return place

    def _empty_ground(self) -> QWidget:
        ground = Ground("space", self)
        column = QVBoxLayout(ground)
        column.addStretch(2)
        for words, kind in (
            (self.tr("No document is open."), "title"),
            (self.tr("Choose one at the left, or drag documents onto the window."), "muted"),
        ):
            line = label(words, kind, ground)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(line)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        return ground

    def _tool_row(self) -> QWidget:
        theme, actions = self._theme, self._actions
        tools = Ground("tool_row", self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(theme.space("xs"))
        self.title = ElidedLabel("", "title", tools)
        self.page_field = PlaceField(tools)
        self.page_field.setAccessibleName(self.tr("Page"))
        self.page_field.setToolTip(actions["go_to_page"].toolTip())
        self.page_count = label("", "muted", tools)
        self.previous_button = self._tool("chevron_left", self.tr("Previous page"))
        self.next_button = self._tool("chevron_right", self.tr("Next page"))
        self.zoom_button = QPushButton(tools)
        self.zoom_button.setMenu(self._zoom_menu())
        self.zoom_button.setMinimumWidth(64)
        self.coders_button = QPushButton(self.tr("All coders"), tools)
        self.coders_button.setCheckable(True)
        self.coders_button.setChecked(self._viewing.all_coders)
        self.coders_button.setToolTip(self.tr("Show the codings of all coders, not only your own"))
        self.filter_chip = QPushButton(tools)
        self.filter_chip.setProperty("kind", "chip")
        self.filter_chip.setCheckable(True)
        self.filter_chip.setToolTip(actions["clear_filter"].toolTip())
        self.filter_chip.clicked.connect(actions["clear_filter"].trigger)
        self.filter_chip.hide()
        row.addWidget(self.title, 1)
        row.addWidget(self.filter_chip)
        row.addWidget(self.previous_button)
        row.addWidget(self.page_field)
        row.addWidget(self.page_count)
        row.addWidget(self.next_button)
        row.addSpacing(theme.space("s"))
        row.addWidget(self.zoom_button)
        row.addSpacing(theme.space("xs"))
        row.addWidget(self.coders_button)
        self.previous_button.clicked.connect(self.view.previous_page)
        self.next_button.clicked.connect(self.view.next_page)
        self.coders_button.toggled.connect(actions["all_coders"].setChecked)
        actions["all_coders"].toggled.connect(self.coders_button.setChecked)
        return tools

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        self._theme.set_icon(button, icon, "text_muted")
        return button

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        fits = ("fit_width", "fit_page", "two_pages")
        menu.addActions([self._actions[name] for name in fits])
        menu.addSeparator()
        for percent in ZOOMS:
            action = menu.addAction(f"{percent} %")
            action.triggered.connect(lambda _=False, p=percent: self.view.set_zoom(p / 100))
        return menu

    def _show_page(self, number: int) -> None:
        if not self._pages or not 1 <= number <= len(self._pages):
            return
        printed = self._pages[number - 1].label or str(number)
        self.page_field.show_place(printed)
        text = self.tr("of {total}").format(total=count(len(self._pages)))
        if printed != str(number):
            text = self.tr("of {total} (sheet {sheet})").format(
                total=count(len(self._pages)), sheet=number
            )
        self.page_count.setText(text)
        self.previous_button.setEnabled(number > 1)
        self.next_button.setEnabled(number < len(self._pages))

    def _fit_page_field(self) -> None:
        """Give the page box room for the longest printed label, within reason."""
        metrics = self.page_field.fontMetrics()
        widest_px = max(metrics.horizontalAdvance(row.label) for row in self._pages)
        self.page_field.setFixedWidth(min(120, max(PAGE_FIELD_PX, widest_px + 26)))

    def _sheet_called(self, typed: str) -> int | None:
        """Return the sheet with that printed label, or the sheet of that number."""
        typed = typed.strip().casefold()
        for row in self._pages:
            if row.label.casefold() == typed:
                return row.number
        if typed.isdecimal() and 1 <= int(typed) <= len(self._pages):
            return int(typed)
        return None

    def _on_page_field_return_pressed(self) -> None:
        typed = self.page_field.text().strip()
        number = self._sheet_called(typed)
        if number is not None:
            self.view.go_to_page(number)
        elif typed:
            words = self.tr("There is no page {typed} in this document.").format(typed=typed)
            self.message.tell(words, "info")
            return
        self.message.forget()  # it may have refused a page typed before
        self.focus_page()

    def _on_view_page_changed(self, number: int) -> None:
        self._show_page(number)
        self.page_turned.emit(number)

    def _on_view_place_wished(self, place: Place) -> None:
        if self._workspace.read(documents.get, place.document_uid) is not None:
            self._viewing.look_at(place.document_uid)
            self.view.stand_at(place)

    def _on_view_zoom_changed(self, zoom: float) -> None:
        self.zoom_button.setText(f"{round(zoom * 100)} %")
        self.zoom_button.setAccessibleName(self.tr("Zoom") + f" {round(zoom * 100)} %")

    def _on_viewing_document_changed(self, uid: str) -> None:
        self.open_document(uid)

    def _on_viewing_active_changed(self, uid: str) -> None:
        self.view.set_active(uid or None)

    def _on_workspace_changed(self, changes: Changes) -> None:
        uid = self._viewing.document_uid
        if changes.bulk or uid in changes[Kind.DOCUMENT].removed:
            self.open_document(uid)
        elif uid in changes[Kind.DOCUMENT].changed:
            before = self.document
            self.document = self._workspace.read(documents.get, uid) or self.document
            self.title.setText(self.document.title if self.document else "")
            if before and self.document and _looks_new(before, self.document):
                self.open_document(uid)  # it has another text now, or its PDF came back
                return
        elif changes.touches(Kind.CODE, Kind.CODER):
            self.show_codings()
        if changes.touches(Kind.CODING) and not changes.bulk:
            self._patch(changes)

    def _patch(self, changes: Changes) -> None:
        touched = changes[Kind.CODING]
        if self.document is None:
            return
        lets = self._viewing.filter.lets_through
        rows = [
            row
            for row in self._workspace.codings_of(changes)
            if row.revision_uid == self.document.revision_uid
            and self._viewing.shows(row.coder_uid, self._workspace.coder_uid)
        ]
        kept = [row for row in rows if lets(row.code_uid, row.coder_uid)]
        shown = [highlight(row, self._theme, self._look) for row in kept]
        left = {row.uid for row in rows} - {each.uid for each in shown}
        if left - self._hidden:
            words = self.tr("The filter hides this coding. {clear_filter} shows all codings again.")
            self.message.tell(with_keys(self._actions, words), "info")
        self._hidden = (self._hidden - touched.removed - {row.uid for row in rows}) | left
        self._show_filter()
        self.view.patch_codings(shown, touched.removed | left)

    def _on_workspace_coder_changed(self, _uid: str) -> None:
        self._viewing.activate("")
        self.show_codings()

    def _on_theme_changed(self) -> None:
        self.view.set_colours(page_colours(self._theme))
        self.show_codings()


def _looks_new(before: DocumentRow, now: DocumentRow) -> bool:
    return (before.revision_uid, before.has_file) != (now.revision_uid, now.has_file)
