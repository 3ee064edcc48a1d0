"""The guided tour: each step waits for the real act, on a copy of the sample."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qualcode_app.services.coding import coding_rows
from qualcode_app.ui.actions import SPECS
from qualcode_app.ui.dialogs.export import ExportDialog
from qualcode_app.ui.menus import MENUS

LONG_MS = 60_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def touring(qtbot, empty_window):
    """The window with the tour begun from the start page."""
    window = empty_window
    card = next(one for one in window.start_page.cards if one.accessibleName() == "Guided tour")
    qtbot.mouseClick(card, LEFT)
    qtbot.waitUntil(lambda: window.tour.card is not None, timeout=LONG_MS)
    qtbot.waitExposed(window)
    return window


def go_on(qtbot, window) -> None:
    assert window.tour.card.next_button.isEnabled()
    qtbot.mouseClick(window.tour.card.next_button, LEFT)


def n_codings(window) -> int:
    return len(window.workspace.read(coding_rows.rows))


def test_the_tour_waits_for_each_act_and_ends_with_a_written_file(
    qtbot, touring, answers, tmp_path
):
    window, tour = touring, touring.tour
    page = window.view.coding.page
    before = n_codings(window)
    steps = []

    def waits_for(title: str) -> None:
        steps.append(title)
        assert tour.card.title.text() == title
        assert not tour.card.next_button.isEnabled()
        assert tour.card.waiting.isVisible()

    waits_for("Select a passage")
    qtbot.keyClick(page.view, Qt.Key.Key_J)
    go_on(qtbot, window)

    waits_for("Give it a code")
    assert QApplication.focusWidget() is page.view
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "WON-2")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert n_codings(window) == before + 1
    go_on(qtbot, window)

    waits_for("See how two coders agree")
    window.actions_["space_agreement"].trigger()
    go_on(qtbot, window)

    waits_for("Look behind a figure")
    panel = window.view.agreement
    qtbot.waitUntil(lambda: panel.report is not None, timeout=LONG_MS)
    table = panel.pages.codes
    middle = table.visualRect(table.lines.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=middle)
    go_on(qtbot, window)

    waits_for("Take the results along")
    answers.paths = [tmp_path / "tour.xlsx"]
    qtbot.mouseClick(panel.head.export_button, LEFT)
    (dialog,) = window.findChildren(ExportDialog)
    with qtbot.waitSignal(window.exporting.told, timeout=LONG_MS):
        qtbot.mouseClick(dialog.act_button, LEFT)
    assert (tmp_path / "tour.xlsx").exists()
    assert not tour.card.stop_button.isVisible()
    go_on(qtbot, window)
    assert tour.card is None
    assert len(steps) == 5


def test_the_tour_follows_who_is_ahead_can_be_left_and_begins_anew_on_a_fresh_copy(qtbot, touring):
    window = touring
    card = window.tour.card
    for size in ((1440, 900), (1024, 640)):
        window.resize(*size)
        qtbot.waitUntil(lambda: window.rect().contains(card.geometry()))
    assert card.accessibleName() == "Guided tour, step 1 of 5"
    assert "press J" in card.accessibleDescription()
    first = n_codings(window)
    page = window.view.coding.page
    qtbot.keyClick(page.view, Qt.Key.Key_J)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)  # ahead of the card, which follows
    qtbot.keyClicks(QApplication.focusWidget(), "WON-2")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert n_codings(window) == first + 1
    assert window.tour.card.title.text() == "Give it a code"
    assert window.tour.card.next_button.isEnabled()
    qtbot.mouseClick(window.tour.card.stop_button, LEFT)
    assert window.tour.card is None
    assert window.view is not None
    window.actions_["tour"].trigger()
    qtbot.waitUntil(lambda: window.tour.card is not None, timeout=LONG_MS)
    assert n_codings(window) == first
    assert window.tour.card.title.text() == "Select a passage"
    window.tour.card.stop_button.setFocus()
    qtbot.keyClick(window.tour.card.stop_button, Qt.Key.Key_Escape)
    assert window.tour.card is None


def test_the_tour_is_in_the_help_menu():
    assert "tour" in SPECS
    assert "tour" in next(names for title, names in MENUS if title == "&Help")
