"""The bar with the work spaces at the left, the box for commands and the coder at the right."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.coder_switch import CoderSwitch
from qualcode_app.ui.widgets.command_box import CommandBox
from qualcode_app.ui.widgets.words import ElidedLabel, Ground


class WorkspaceBar(Ground):
    """Tabs in the order of a study; those without use are not there."""

    space_chosen = Signal(str)  # name of the work space

    def __init__(
        self,
        theme: Theme,
        spaces: dict[str, str],
        finding: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("workspace_bar", parent)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Work spaces"))
        self._spaces = spaces
        self.project = ElidedLabel("", "muted", self)
        self.project.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.command = CommandBox(theme, finding, self)
        self.coder = CoderSwitch(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(theme.space("l"))
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.project, 1)
        row.addWidget(self.command)
        row.addWidget(self.coder)
        self._theme = theme
        self._fit()
        theme.changed.connect(self._fit)
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.show_spaces()

    def show_space(self, name: str) -> None:
        """Mark the tab of a work space."""
        for number in range(self.tabs.count()):
            if self.tabs.tabData(number) == name:
                self.tabs.setCurrentIndex(number)

    def show_spaces(self, *, without: Collection[str] = ()) -> None:
        """Show the tabs, but for those that have no use in this file."""
        self.tabs.blockSignals(True)  # a hidden tab keeps its room, so they are made anew
        now = self.tabs.tabData(self.tabs.currentIndex())
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name, title in self._spaces.items():
            if name not in without:
                self.tabs.setTabData(self.tabs.addTab(title), name)
        self.show_space(now)
        self.tabs.blockSignals(False)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.size("workspace_bar"))

    def _on_tabs_current_changed(self, number: int) -> None:
        self.tabs.updateGeometry()  # the tab in front is in bold
        self.space_chosen.emit(self.tabs.tabData(number))
