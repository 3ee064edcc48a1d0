"""Theme, size of text and language as menus, which tick what is chosen there or in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from qualcode_app.ui import menus
from qualcode_app.ui.preferences import LEAVES, Choice, Preferences
from qualcode_app.ui.wording import translate

IN_THE_MENU = ("theme", "text_percent", "language")


class LookMenus(QObject):
    """Adds a menu for each to a menu."""

    def __init__(self, menu: QMenu, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._groups: dict[str, QActionGroup] = {}
        menu.addSeparator()
        for name in IN_THE_MENU:
            leaf = LEAVES[name]
            if isinstance(leaf, Choice):
                title, now = translate("preferences", leaf.title), str(preferences.value(name))
                self._groups[name] = menus.add_choices(menu, title, leaf.offers(), now)
                self._groups[name].setObjectName(name)
                self._groups[name].triggered.connect(self._on_group_triggered)
        preferences.changed.connect(self._on_preferences_changed)

    def _on_group_triggered(self, action: QAction) -> None:
        self._preferences.choose(action.actionGroup().objectName(), action.data())

    def _on_preferences_changed(self, name: str) -> None:
        if name in self._groups:
            for action in self._groups[name].actions():
                action.setChecked(action.data() == str(self._preferences.value(name)))
