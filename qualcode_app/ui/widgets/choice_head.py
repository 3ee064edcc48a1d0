"""The rows of choices above a panel of the analysis, each with its word before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcode_app.ui.widgets.flow import Flow
from qualcode_app.ui.widgets.words import Ground, label

MARGINS_PX = (12, 6, 12, 6)
Choice = tuple[str, QWidget]  # a word, perhaps none, and the control it stands before


class ChoiceHead(Ground):
    """A ground with rows of controls; buttons stand at the right end of a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("panel_head", parent)
        self._last: QWidget | None = None  # the control that Tab leaves for the next row
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*MARGINS_PX)
        self._column.setSpacing(6)

    def add(self, form: QWidget) -> None:
        """Lay a whole form below what is there."""
        self._column.addWidget(form)

    def add_row(self, choices: Sequence[Choice], *buttons: QWidget) -> None:
        """Lay one more row of choices, then buttons at the right."""
        row = Flow()
        for words, control in choices:
            if words:
                row.add(label(words, "muted", self), control)
            else:
                row.add(control)
        row.add_right(*buttons)
        self._walk_by_tab([*(control for _, control in choices), *buttons])
        self._column.addLayout(row)

    def _walk_by_tab(self, controls: Sequence[QWidget]) -> None:
        """Let Tab go through the controls as they stand, whichever was made first."""
        for control in controls:
            if self._last is not None:
                self.setTabOrder(self._last, control)
            self._last = control
