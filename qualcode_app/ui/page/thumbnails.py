"""Small pictures of all pages, to see where one is and to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.images import PageImages
from qualcode_app.ui.page.layout import view_size
from qualcode_app.ui.page.page_view import PageView
from qualcode_app.ui.page.source import PageRow

PICTURE_PX = 120  # the longer side
PADDING_PX = 8
_Index = QModelIndex | QPersistentModelIndex
PAGE_ROLE = Qt.ItemDataRole.UserRole


class _Pages(QAbstractListModel):
    """The pages of one document."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[PageRow, ...] = ()

    def show_rows(self, rows: tuple[PageRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {label}").format(label=row.label)
        return row if role == PAGE_ROLE else None


class _Painter(QStyledItemDelegate):
    """Draws a page small, with its printed number below."""

    def __init__(self, images: PageImages, colours: PageColours, parent: QWidget) -> None:
        super().__init__(parent)
        self._images = images
        self.colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        words = option.fontMetrics.height()
        return QSize(PICTURE_PX + 2 * PADDING_PX, PICTURE_PX + words + 3 * PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: PageRow = index.data(PAGE_ROLE)
        frame = option.rect.adjusted(PADDING_PX, PADDING_PX, -PADDING_PX, -PADDING_PX)
        words = option.fontMetrics.height() + PADDING_PX
        width, height = view_size(row)
        size = QSize(round(width), round(height)).scaled(
            frame.width(), frame.height() - words, Qt.AspectRatioMode.KeepAspectRatio
        )
        picture = QStyle.alignedRect(
            option.direction, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, size, frame
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(self.colours.accent_soft))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        kept = self._images.small(row.number)
        if kept is None:
            painter.fillRect(picture, QColor(self.colours.page))
        else:
            painter.drawImage(picture, kept.image)
        painter.setPen(QPen(QColor(self.colours.line_strong)))
        painter.drawRect(picture.adjusted(0, 0, -1, -1))
        ink = self.colours.on_accent_soft if chosen else self.colours.text
        painter.setPen(QColor(ink))
        below = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(frame, below, row.label)
        painter.restore()


class Thumbnails(QListView):
    """The pages of the document in a page view, small; a click goes there.

    It draws nothing itself but asks the page view's images, after all that the page view needs.
    """

    page_chosen = Signal(int)  # sheet number

    def __init__(self, view: PageView, colours: PageColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._pages = _Pages(self)
        self._painter = _Painter(view.images, colours, self)
        self.setModel(self._pages)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Thumbnails of the pages"))
        view.document_shown.connect(self.show_document)
        view.page_changed.connect(self._on_view_page_changed)
        view.images.arrived.connect(self._on_images_arrived)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._ask)
        self.show_document()

    def set_colours(self, colours: PageColours) -> None:
        """Draw in the colours of another theme."""
        self._painter.colours = colours
        self.viewport().update()

    def show_document(self) -> None:
        """Show the pages of the document the page view now shows."""
        scene = self._view.scene
        self._pages.show_rows(scene.source.pages if scene is not None else ())
        self._on_view_page_changed(self._view.current_page)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        self._ask()

    def _ask(self) -> None:
        """Ask for the pictures in sight; a hidden list asks for none."""
        numbers: list[int] = []
        if self.isVisible():
            area = self.viewport().rect()
            for row, page in enumerate(self._pages.rows):
                if self.visualRect(self._pages.index(row)).intersects(area):
                    numbers.append(page.number)
        self._view.images.previews_wanted = numbers
        self._view.look()

    def _on_view_page_changed(self, number: int) -> None:
        if number and self._pages.rows:
            index = self._pages.index(self._view.index_of(number))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _on_images_arrived(self, number: int) -> None:
        if self.isVisible() and self._pages.rows:
            self.update(self._pages.index(self._view.index_of(number)))

    def _on_clicked(self, index: QModelIndex) -> None:
        number = index.data(PAGE_ROLE).number
        self._view.go_to_page(number)
        self.page_chosen.emit(number)
