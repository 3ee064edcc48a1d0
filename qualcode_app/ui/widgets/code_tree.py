"""The tree of codes as a view: arrows in the row itself, keys, dragging and dropping."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from qualcode_app.ui.item_models.code_tree import CODE_MIME, ROW_ROLE, CodeTreeModel
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.code_delegate import (
    ARROW_PX,
    INDENT_PX,
    CodeTreeDelegate,
    has_shown_children,
)


class CodeTree(QTreeView):
    """Shows codes; Enter and double-click choose one, a click on its arrow opens it."""

    chosen = Signal(str)  # uid of the code
    marked = Signal(str)  # uid of the code in focus, "" for none

    def __init__(self, theme: Theme, model: CodeTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Codes"))
        self.setProperty("ground", "frame")
        self.setModel(model)
        self.setItemDelegate(CodeTreeDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setIndentation(0)  # the delegate indents, so that the whole row is the ground
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self.setDropIndicatorShown(True)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self.viewport().update)

    def mark(self, uid: str) -> None:
        """Put the focus of the tree on a code and open what is above it."""
        model = self.model()
        assert isinstance(model, CodeTreeModel)  # noqa: S101  set in __init__
        index = model.index_of(uid)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def marked_uid(self) -> str:
        """Return the code in focus, "" for none."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).uid if index.isValid() else ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a code go between others too, but selected text only onto a code."""
        self.setDragDropOverwriteMode(not event.mimeData().hasFormat(CODE_MIME))
        super().dragEnterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or fold when the arrow is hit, mark otherwise."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and has_shown_children(self, index):
            left = 4 + (index.data(ROW_ROLE).level - 1) * INDENT_PX
            if left <= event.position().x() < left + ARROW_PX:
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter; letters are keys of the program, so there is no type-ahead."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_double_clicked(self.currentIndex())
        elif event.text() and event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(ROW_ROLE).uid)

    def _on_current_changed(self, index: QModelIndex) -> None:
        self.marked.emit(index.data(ROW_ROLE).uid if index.isValid() else "")
