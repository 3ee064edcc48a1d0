"""Regions that share one place in the window, with a tab for each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import Ground


class TabbedRegions(QWidget):
    """Shows one of its regions; F6 walks to the one that is shown."""

    shown = Signal(object)  # the Region now shown

    def __init__(self, title: str, ground: str, parent: QWidget | None = None) -> None:
        """Make it empty.

        Args:
            title: What the row of tabs is called.
            ground: Name of the style of the row: "side" or "panel_head".
            parent: The widget it lies in.
        """
        super().__init__(parent)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        if ground == "side":
            self.tabs.setProperty("kind", "dense")  # three names beside each other, in bold too
        self.tabs.setAccessibleName(title)
        if ground == "side":
            self.tabs.setProperty("kind", "dense")  # a narrow region shows all its tabs
        self._stack = QStackedWidget(self)
        head = Ground(ground, self)
        self._beside: dict[Region, QWidget] = {}
        self._row = row = QHBoxLayout(head)
        row.setContentsMargins(6, 0, 6, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)

    @property
    def regions(self) -> list[Region]:
        """All regions, in the order of the tabs."""
        found = [self._stack.widget(number) for number in range(self._stack.count())]
        return [region for region in found if isinstance(region, Region)]

    def add(self, region: Region, title: str) -> None:
        """Put a region behind the others."""
        self._stack.addWidget(region)
        self.tabs.addTab(title)

    def put_beside(self, region: Region, widget: QWidget) -> None:
        """Put a widget at the right of the tabs, in sight while a region is."""
        self._beside[region] = widget
        self._row.addWidget(widget)
        widget.setVisible(self._stack.currentWidget() is region)

    def name(self, region: Region, title: str) -> None:
        """Give the tab of a region another title, for instance with a count."""
        at = self._stack.indexOf(region)
        if self.tabs.tabText(at) != title:  # Qt lays all tabs out again, also for the same words
            self.tabs.setTabText(at, title)

    def show_region(self, region: Region) -> None:
        """Bring a region to the front."""
        self.tabs.setCurrentIndex(self._stack.indexOf(region))

    def _on_tabs_current_changed(self, number: int) -> None:
        self.tabs.updateGeometry()  # the tab in front is in bold
        self._stack.setCurrentIndex(number)
        for region, widget in self._beside.items():
            widget.setVisible(self._stack.currentWidget() is region)
        self.shown.emit(self._stack.currentWidget())
