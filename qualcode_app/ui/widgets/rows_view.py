"""How a table looks that lists a row per value: one row chosen, sorted by a click on a heading."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import TypeVar

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from qualcode_app.ui.theme import Theme

C = TypeVar("C", bound=IntEnum)

LEAST_PX = 48  # width of a column


def set_up(table: QTableView, theme: Theme, widths_px: Mapping[C, int], stretched: C) -> None:
    """Let a table with a model list rows.

    Args:
        table: The table.
        theme: Gives the height of rows and the size of letters.
        widths_px: Width by column, at letters of usual size.
        stretched: The column that takes the room that is left.
    """
    table.setProperty("kind", "rows")
    table.setSortingEnabled(True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.size("row_dense"))
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    head.setMinimumSectionSize(round(LEAST_PX * theme.text_factor))
    for column, width_px in widths_px.items():
        table.setColumnWidth(column, round(width_px * theme.text_factor))
