"""One setting as a row: its name, a control, a sentence, and the way back to the usual."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.ui.preferences import Choice, Flag, Folder, Preference, Preferences, Value
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import translate

CONTROL_PX = 280


class PreferenceRow(QWidget):
    """Changes one setting as soon as something else is chosen."""

    folder_requested = Signal(str)  # name of the setting

    def __init__(
        self, theme: Theme, leaf: Preference, preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.leaf = leaf
        self._preferences = preferences
        title = translate("preferences", leaf.title)
        self.control = self._made_control()
        self.control.setAccessibleName(title)
        self.control.setFixedWidth(round(CONTROL_PX * theme.text_factor))
        name = label(title, "strong", self)
        name.setBuddy(self.control)
        says = label(translate("preferences", leaf.sentence), "caption", self)
        says.setWordWrap(True)
        self.control.setAccessibleDescription(says.text())
        self.usual = label("", "caption", self)
        self.reset_button = QPushButton(self.tr("Back to usual"), self)
        self.reset_button.setProperty("kind", "link")
        self.reset_button.setAutoDefault(False)
        self.reset_button.setAccessibleName(self.tr("{title}: back to usual").format(title=title))
        keeping = self.reset_button.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # nothing jumps when a value is changed
        self.reset_button.setSizePolicy(keeping)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self.control)
        foot = QHBoxLayout()
        foot.addWidget(self.usual, 1)
        foot.addWidget(self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space("s"), 0, theme.space("s"))
        column.setSpacing(theme.space("xs"))
        column.addLayout(head)
        column.addWidget(says)
        column.addLayout(foot)
        self.reset_button.clicked.connect(self._on_reset_button_clicked)
        preferences.changed.connect(self._on_preferences_changed)
        self._show()

    def _made_control(self) -> QWidget:
        leaf = self.leaf
        if isinstance(leaf, Choice):
            box = QComboBox(self)
            for value, name in leaf.offers().items():
                box.addItem(name, value)
            box.activated.connect(lambda: self._choose(box.currentData()))
            return box
        if isinstance(leaf, Flag):
            tick = QCheckBox(self.tr("On"), self)
            tick.toggled.connect(self._choose)
            return tick
        if isinstance(leaf, Folder):
            button = QPushButton(self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda: self.folder_requested.emit(leaf.name))
            return button
        field = QLineEdit(self)
        field.editingFinished.connect(lambda: self._choose(field.text().strip()))
        return field

    def _choose(self, value: Value) -> None:
        self._preferences.choose(self.leaf.name, value)

    def _show(self) -> None:
        """Show what is chosen now, and what is usual."""
        value = self._preferences.value(self.leaf.name)
        with QSignalBlocker(self.control):
            if isinstance(self.control, QComboBox):
                self.control.setCurrentIndex(self.control.findData(str(value)))
            elif isinstance(self.control, QCheckBox):
                self.control.setChecked(bool(value))
            elif isinstance(self.control, QPushButton):
                self.control.setText(Path(str(value)).name or self.tr("Choose a folder…"))
                self.control.setToolTip(str(value))
            elif isinstance(self.control, QLineEdit):
                self.control.setText(str(value))
        self.usual.setText(self.tr("Usual: {value}").format(value=self._usual_words()))
        self.reset_button.setVisible(not self._preferences.is_default(self.leaf.name))

    def _usual_words(self) -> str:
        usual = self._preferences.default(self.leaf.name)
        if isinstance(self.leaf, Choice):
            return self.leaf.offers()[str(usual)]
        if isinstance(self.leaf, Flag):
            return self.tr("on") if usual else self.tr("off")
        if isinstance(self.leaf, Folder):
            return self.tr("beside each project")
        return str(usual) or self.tr("empty")

    def _on_reset_button_clicked(self) -> None:
        self.control.setFocus()  # the button goes with the click
        self._preferences.reset(self.leaf.name)

    def _on_preferences_changed(self, name: str) -> None:
        if name == self.leaf.name:
            self._show()
