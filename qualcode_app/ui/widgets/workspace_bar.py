"""The bar with the work spaces at the left and the coder at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.coder_switch import CoderSwitch
from qualcode_app.ui.widgets.words import ElidedLabel, Ground


class WorkspaceBar(Ground):
    """Tabs in the order of a study; those without use are not there."""

    space_chosen = Signal(str)  # name of the work space

    def __init__(self, theme: Theme, spaces: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__("workspace_bar", parent)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Work spaces"))
        for name, title in spaces.items():
            self.tabs.setTabData(self.tabs.addTab(title), name)
        self.project = ElidedLabel("", "muted", self)
        self.project.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.coder = CoderSwitch(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(theme.space("l"))
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.project, 1)
        row.addWidget(self.coder)
        self.setFixedHeight(theme.size("workspace_bar"))
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)

    def show_space(self, name: str) -> None:
        """Mark the tab of a work space."""
        for number in range(self.tabs.count()):
            if self.tabs.tabData(number) == name:
                self.tabs.setCurrentIndex(number)

    def _on_tabs_current_changed(self, number: int) -> None:
        self.space_chosen.emit(self.tabs.tabData(number))
