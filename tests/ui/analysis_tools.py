"""A hand in the analysis work space: cells, questions, and what they say."""

from __future__ import annotations

from PySide6.QtCore import Qt

from qualcode_app.services.analysis.questions import Kind

LONG_MS = 30_000
LEFT = Qt.MouseButton.LeftButton


def open_space(window, qtbot):
    """Go to the analysis and wait for its matrix."""
    window.actions_["space_analysis"].trigger()
    space = window.view.analysis_space
    qtbot.waitUntil(lambda: space.matrix.grid.rowCount() > 0, timeout=LONG_MS)
    return space


def uid_of(space, key: str) -> str:
    return space.study.tree.keyed(key).uid


def click_cell(qtbot, space, key: str, name: str) -> None:
    grid, view = space.matrix.grid, space.matrix.view
    row = grid.row_of(uid_of(space, key))
    names = [grid.column(i).name for i in range(grid.columnCount())]
    index = grid.index(row, names.index(name))
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())


def wait_for_rows(qtbot, space) -> None:
    qtbot.waitUntil(lambda: space.evidence.model.rowCount() > 0, timeout=LONG_MS)


def ask(qtbot, space, kind: Kind, *keys: str) -> None:
    """Choose a kind and type the keys of codes."""
    space.tabs.show_region(space.questions)
    form = space.questions.form
    form.kind.setCurrentIndex(form.kind.findData(kind))
    for key in keys:
        field = form.codes.box.lineEdit()
        qtbot.keyClicks(field, key)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def said(qtbot, space, beginning: str) -> str:
    label = space.evidence.sentence
    qtbot.waitUntil(lambda: label.text().startswith(beginning), timeout=LONG_MS)
    return label.text()
