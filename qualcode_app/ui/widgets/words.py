"""Labels in the kinds the style sheet knows, and signs for keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QWidget,
)

from qualcode_app.ui.wording import key_name, key_parts


def label(text: str = "", kind: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label of one kind: muted, empty, caption, strong, title, heading, display, chip."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        made.setProperty("kind", kind)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a hairline that parts two regions."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget another kind and let the style sheet see it."""
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class KeyCaps(QWidget):
    """The keys that do the same as the control beside them: small caps in a row."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(3)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Show another key; an empty one shows nothing."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        for part in key_parts(key) if key else ():
            self._row.addWidget(label(part, "key", self))
        self.setAccessibleName(key_name(key) if key else "")


class ActionKey(KeyCaps):
    """The key of an action, which stays right when the action is given another."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._action = action
        self._shown = ""
        action.changed.connect(self._show_key)
        self._show_key()

    def _show_key(self) -> None:
        key = self._action.shortcut().toString()
        if key != self._shown:
            self._shown = key
            self.set_key(key)


class ElidedLabel(QLabel):
    """A label that gives way: what does not fit ends in dots and is told whole by its tooltip."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if kind:
            self.setProperty("kind", kind)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        """Show a text, shortened to the width there is."""
        self._whole = text
        self.setAccessibleName(text)
        self._shorten()

    def text(self) -> str:
        """Return the whole text."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text anew."""
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the text anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._shorten()

    def _shorten(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class Ground(QWidget):
    """A plain widget whose ground the style sheet paints, by its object name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the ground."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
