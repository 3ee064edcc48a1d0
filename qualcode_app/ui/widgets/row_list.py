"""A list whose rows a delegate paints: read, marked and opened, never edited in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QWidget

from qualcode_app.ui.theme import Theme


class RowList(QListView):
    """Scrolls smoothly, follows its width and the theme."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def take(
        self, model: QAbstractItemModel, delegate: QAbstractItemDelegate, theme: Theme
    ) -> None:
        """Show the rows of a model as a delegate paints them."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        theme.changed.connect(self.viewport().update)
