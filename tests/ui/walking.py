"""A walk through the whole window: every work space, every tab in it, and the dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget

from qualcode_app.ui.actions import TABLE
from qualcode_app.ui.main_window import MainWindow

SPACES = ("corpus", "register", "merge", "agreement", "adjudication", "analysis", "coding")
NO_DIALOG = ("quit", "close_project", "open_sample", "full_screen", "only_page")
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


def places(window: MainWindow, qtbot) -> Iterator[str]:
    """Go to every work space and every tab of it; yield what it is called."""
    assert window.view is not None
    for space in SPACES:
        window.actions_[f"space_{space}"].trigger()
        settle(qtbot, None if space == "agreement" else window)
        yield space
        for bar in visible(window.view.currentWidget(), QTabBar):
            for number in range(bar.count()):
                if number != bar.currentIndex() and bar.isTabEnabled(number):
                    bar.setCurrentIndex(number)
                    settle(qtbot)
                    yield f"{space}, {bar.tabText(number)}"


def dialogs(window: MainWindow, qtbot) -> Iterator[QDialog]:
    """Do every act of the table; yield each dialog that opens, and close it."""
    window.outfit.jobs.stop_all()
    for spec in TABLE:
        if spec.checkable or spec.name in NO_DIALOG or spec.name.startswith("space_"):
            continue
        window.actions_[spec.name].trigger()
        settle(qtbot, window)
        for dialog in visible(window, QDialog):
            yield dialog
            dialog.close()
            settle(qtbot)
