"""The manual in a window of its own: contents, search, and the page at the heading that fits."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from qualcode_app.ui import manual
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.language import language_code
from qualcode_app.ui.manual import ManualPage, Spot
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.manual_view import ManualView
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import label

SPOT_ROLE = Qt.ItemDataRole.UserRole
SIZE_PX = (1180, 740)
CONTENTS_PX = 280
HEADING_FONTS = {1: "heading", 2: "title"}


class HelpWindow(Dialog):
    """Shows the shipped manual in the window's language; nothing is fetched from anywhere."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.name_it(self.tr("Manual"))
        self._pages = {page.key: page for page in manual.pages(language_code())}
        self._shown: ManualPage | None = None
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Search the manual"))
        self.field.setPlaceholderText(self.tr("Search the manual"))
        self.field.setClearButtonEnabled(True)
        self.found = label("", "caption", self)
        self.contents = QTreeWidget(self)
        self.contents.setHeaderHidden(True)
        self.contents.setProperty("kind", "contents")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        Vacancy(self.contents, self.tr("No page says that. Try another word."))
        self.browser = ManualView(theme, self)
        self.browser.setAccessibleName(self.tr("Page of the manual"))
        row = QHBoxLayout()
        row.setSpacing(theme.space("m"))
        row.addWidget(self.field, 1)
        row.addWidget(self.found)
        self.found.hide()
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.contents)
        halves.addWidget(self.browser)
        halves.setSizes([CONTENTS_PX, SIZE_PX[0] - CONTENTS_PX])
        self.content.addLayout(row)
        self.content.addWidget(halves, 1)
        self.take_room(*SIZE_PX)
        self._fill_contents(list(self._pages.values()))
        self.contents.currentItemChanged.connect(self._on_contents_current_changed)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.returnPressed.connect(self._find_next)
        self.browser.anchorClicked.connect(self._on_browser_anchor_clicked)
        self.browser.width_changed.connect(self._on_browser_width_changed)
        theme.changed.connect(self._draw)

    def show_spot(self, spot: Spot) -> None:
        """Turn to a page, at one of its headings."""
        self.field.clear()
        page = self.contents.topLevelItem(list(self._pages).index(spot.page))
        if page is None:
            return
        self.contents.setCurrentItem(page.child(spot.heading - 1) or page)
        self._turn(spot)

    # Inside

    def _fill_contents(self, pages: list[ManualPage]) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for page in pages:
            item = self._entry(page.title, Spot(page.key))
            self.contents.addTopLevelItem(item)
            for number, heading in enumerate(page.headings[1:], 1):
                item.addChild(self._entry(heading, Spot(page.key, number)))
            item.setExpanded(True)
        self.contents.blockSignals(False)

    def _entry(self, words: str, spot: Spot) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words])
        item.setToolTip(0, words)
        item.setData(0, SPOT_ROLE, spot)
        return item

    def _turn(self, spot: Spot) -> None:
        page = self._pages[spot.page]
        if self._shown is not page:
            self._shown = page
            self._draw()
        blocks = [block for block in _blocks(self.browser.document()) if _level(block)]
        if spot.heading < len(blocks):
            self._scroll_to(QTextCursor(blocks[spot.heading]))

    def _scroll_to(self, cursor: QTextCursor) -> None:
        """Bring a place to the top."""
        self.browser.setTextCursor(cursor)
        top = self.browser.cursorRect(cursor).top()
        bar = self.browser.verticalScrollBar()
        bar.setValue(bar.value() + top - self.theme.space("s"))

    def _draw(self) -> None:
        """Set the page anew: fonts and colours are the theme's."""
        if self._shown is None:
            return
        document = self.browser.document()
        document.setDefaultFont(self.theme.font("body"))
        document.setBaseUrl(QUrl.fromLocalFile(str(self._shown.path)))
        self.browser.setMarkdown(self._shown.text)
        for block in _blocks(document):
            self._dress(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress(self, block: QTextBlock) -> None:
        """Give a paragraph its font and room, and set what is typed in a ground of its own."""
        level = _level(block)
        space = self.theme.space
        room = QTextBlockFormat()
        room.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level:
            room.setTopMargin(space("l") if level > 1 else 0)
            room.setBottomMargin(space("s"))
        cursor = QTextCursor(block)
        if not level and cursor.currentTable() is None:
            gap = space("xs") if block.textList() is not None else space("s")
            room.setTopMargin(gap)
            room.setBottomMargin(gap)
        cursor.mergeBlockFormat(room)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        if level:
            words = QTextCharFormat()
            words.setFont(self.theme.font(HEADING_FONTS.get(level, "strong")))
            cursor.mergeCharFormat(words)
            return
        typed = QTextCharFormat()
        typed.setBackground(self.theme.colour("sunken"))
        for start, length in _typed(block):
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(typed)

    def _dress_table(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorder(1)
        look.setBorderBrush(self.theme.colour("line"))
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderCollapse(True)
        look.setCellPadding(self.theme.space("s"))
        look.setCellSpacing(0)
        look.setTopMargin(self.theme.space("s"))
        look.setBottomMargin(self.theme.space("m"))
        table.setFormat(look)

    def _on_contents_current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._turn(item.data(0, SPOT_ROLE))
            self._mark()

    def _on_field_text_changed(self, words: str) -> None:
        """List the pages with the words, and turn to the first place."""
        pages = manual.pages_with(language_code(), words) if words else list(self._pages.values())
        self._fill_contents(pages)
        self.found.setVisible(bool(words))
        if not words:
            self.found.clear()
            return
        self.found.setText(self.tr("%n pages", "", len(pages)))
        if pages and self._shown not in pages:
            self._turn(Spot(pages[0].key))
        self._mark()

    def _mark(self) -> None:
        """Mark the first of the words that are searched."""
        words = self.field.text()
        if words:
            self.browser.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
            if not self.browser.find(words):
                self.browser.moveCursor(QTextCursor.MoveOperation.Start)
                self.browser.find(words)

    def _find_next(self) -> None:
        """Go to the next place with the words, over all pages and round."""
        words = self.field.text()
        pages = manual.pages_with(language_code(), words) if words else []
        if not pages or self.browser.find(words):
            return
        at = pages.index(self._shown) if self._shown in pages else -1
        self._turn(Spot(pages[(at + 1) % len(pages)].key))
        self._mark()

    def _on_browser_width_changed(self) -> None:
        """Set the page in its new width, at the words that were on top."""
        top = self.browser.cursorForPosition(QPoint(0, 0)).position()
        self._draw()
        place = QTextCursor(self.browser.document())
        place.setPosition(top)
        self._scroll_to(place)

    def _on_browser_anchor_clicked(self, link: QUrl) -> None:
        """Turn to another page of the manual; no other link leads anywhere."""
        for page in self._pages.values():
            if page.path.name == link.fileName():
                self.show_spot(Spot(page.key))


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _level(block: QTextBlock) -> int:
    return block.blockFormat().headingLevel()


def _typed(block: QTextBlock) -> list[tuple[int, int]]:
    """Return where in a paragraph something stands in a fixed width: keys and commands."""
    found = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.charFormat().fontFixedPitch():
            found.append((piece.position(), piece.length()))
        pieces += 1
    return found
