"""What tests do that walk through the whole window."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from qualcode_app.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)


def visible(root: QWidget, kind: type[W]) -> list[W]:
    """Return the widgets of a kind that are in sight."""
    return [widget for widget in root.findChildren(kind) if widget.isVisible()]


def settle(qtbot, window: MainWindow | None = None) -> None:
    """Let layouts come to rest; with a window, also the work it has begun."""
    if window is not None:
        qtbot.waitUntil(lambda: not window.outfit.jobs.running, timeout=20_000)
    for _ in range(4):
        QApplication.processEvents()
