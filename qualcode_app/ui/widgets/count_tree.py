"""A tree whose columns at the right count: new, changed, same, deleted, clash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from qualcode_app.services.merging.outcomes import Effect
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import count, translate

EFFECTS = (Effect.NEW, Effect.CHANGED, Effect.SAME, Effect.DELETED, Effect.CLASH)
NOTHING = "·"
HEAD_EDGE_PX = 24  # left and right of the words of a head
COUNT_ROWS = 2.7  # width of a count, in heights of a row
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CountTree(QTreeWidget):
    """The first column takes the room that is left; counts stand below each other."""

    def __init__(self, theme: Theme, name: str, heads: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._n_words = len(heads)
        self.setAccessibleName(name)
        self.setProperty("kind", "counts")
        self.setHeaderLabels([*heads, *effect_names().values()])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(self._n_words, self.columnCount()):
            self.headerItem().setTextAlignment(column, RIGHT)
            words = self.headerItem().text(column)
            width = header.fontMetrics().horizontalAdvance(words) + HEAD_EDGE_PX
            header.resizeSection(column, max(width, round(theme.size("row") * COUNT_ROWS)))

    def add(
        self,
        parent: QTreeWidgetItem | None,
        words: Sequence[str],
        counts: Mapping[Effect, int],
        *,
        strong: bool = False,
    ) -> QTreeWidgetItem:
        """Add a row below another, or at the top, and return it."""
        numbers = [counts.get(effect, 0) for effect in EFFECTS]
        texts = [*words, *(count(number) if number else NOTHING for number in numbers)]
        item = QTreeWidgetItem(parent if parent is not None else self.invisibleRootItem(), texts)
        item.setSizeHint(0, QSize(0, self._theme.size("row_dense")))
        for column in range(len(texts)):
            if column >= self._n_words:
                item.setTextAlignment(column, RIGHT)
            if strong:
                item.setFont(column, self._theme.font("strong"))
        item.setToolTip(0, words[0])
        said = [
            f"{name} {count(number)}"
            for name, number in zip(effect_names().values(), numbers, strict=True)
            if number
        ]
        item.setData(
            0, Qt.ItemDataRole.AccessibleTextRole, ", ".join([*filter(None, words), *said])
        )
        return item


def effect_names() -> dict[Effect, str]:
    """Return what a merge does to a row, in one word each."""
    return {
        Effect.NEW: translate("merge", "New"),
        Effect.CHANGED: translate("merge", "Changed"),
        Effect.SAME: translate("merge", "Same"),
        Effect.DELETED: translate("merge", "Deleted"),
        Effect.CLASH: translate("merge", "Clash"),
    }
