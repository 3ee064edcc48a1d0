"""The window itself: regions, keys, looks, languages, and where messages are shown."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QTabBar,
    QWidget,
)

from qualcode_app.ui import theme_values
from qualcode_app.ui.actions import TABLE, Scope
from qualcode_app.ui.app import App
from qualcode_app.ui.garbage import GarbageKeeper
from qualcode_app.ui.menus import MENUS
from qualcode_app.ui.widgets.region import region_of
from qualcode_app.ui.widgets.words import ElidedLabel

LONG_MS = 30_000
SIZES = [(1280, 800), (1440, 900)]


# Keys and actions


def test_scopes_that_are_active_together_share_no_key():
    # These never have the page's keys.
    apart = {Scope.CONTENTS, Scope.MEMOS, Scope.AGREEMENT, Scope.ADJUDICATION}
    for alone in (*apart, None):
        others = {Scope.PAGE, Scope.CODINGS} | apart - {alone} if alone else apart
        keys = [key for spec in TABLE if spec.scope not in others for key in spec.keys]
        assert len(keys) == len(set(keys))


def test_every_key_is_one_that_all_keyboards_have():
    allowed = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    allowed |= {f"F{number}" for number in range(1, 13)}
    allowed |= {",", "Return", "Enter", "Esc", "Backspace", "Delete", "Up", "Down", "Left", "Right"}
    keys = [key.split("+") for spec in TABLE for key in spec.keys]
    assert [key for *_, key in keys if key not in allowed] == []
    assert [key for key in keys if {"Ctrl", "Alt"} <= set(key)] == []


def test_every_action_of_the_table_does_something(window):
    idle = [
        spec.name
        for spec in TABLE
        if not window.actions_[spec.name].isSignalConnected(
            window.actions_[spec.name]
            .metaObject()
            .method(
                window.actions_[spec.name]
                .metaObject()
                .indexOfSignal("toggled(bool)" if spec.checkable else "triggered(bool)")
            )
        )
    ]
    assert idle == []


def test_every_action_is_in_a_menu_or_only_a_key():
    in_menus = {name for _, names in MENUS for name in names}
    assert {spec.name for spec in TABLE} - in_menus == {"state_back"}


def test_single_keys_count_on_the_page_only(window):
    for spec in TABLE:
        for key in spec.keys:
            plain = "+" not in key and not key.startswith("F")
            if plain:
                assert spec.scope is not Scope.EVERYWHERE


def test_without_a_project_what_needs_one_is_off(empty_window):
    actions = empty_window.actions_
    assert not actions["add_documents"].isEnabled()
    assert not actions["export"].isEnabled()
    assert actions["new_project"].isEnabled()
    assert actions["merge_files"].isEnabled()


# Regions


def test_f6_walks_over_all_regions_and_comes_round(window, qtbot):
    window.view.coding.page.focus_page()
    seen = []
    for _ in range(5):
        window.actions_["next_region"].trigger()
        seen.append(region_of(QApplication.focusWidget()))
    assert len(set(seen)) == 5
    assert seen[-1] is window.view.coding.page
    window.actions_["previous_region"].trigger()
    assert region_of(QApplication.focusWidget()) is seen[-2]


def test_a_region_remembers_its_last_focus(window):
    space = window.view.coding
    space.codes.tree.setFocus()
    space.page.focus_page()
    space.codes.take_focus()
    assert space.codes.tree.hasFocus()


def test_the_sides_fold_and_only_the_page_stays(window):
    space, actions = window.view.coding, window.actions_
    actions["fold_left"].trigger()
    assert not space.documents.isVisible()
    actions["only_page"].trigger()
    assert not space.codes.isVisible()
    assert not space.listed.isVisible()
    assert space.page.isVisible()
    actions["only_page"].trigger()
    assert space.codes.isVisible()
    assert not space.documents.isVisible()
    actions["fold_left"].trigger()
    assert space.documents.isVisible()


def test_widths_are_kept_for_the_next_time(window, settings, qtbot):
    sides = window.view.coding.sides
    sides.moveSplitter(320, 1)
    kept = sides.sizes()
    path = window.workspace.project.path
    window.desk.close()
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.view.coding.sides.sizes() == kept)
    assert settings.widths_px["coding"] == kept


def test_the_page_has_the_most_room(window):
    left, middle, right = window.view.coding.sides.sizes()
    assert middle > left + right


# Messages


def test_an_error_is_shown_in_the_region_where_the_act_began(window):
    from qualcode_app.domain.errors import RefusedChange  # noqa: PLC0415

    space = window.view.coding
    for region in (space.documents, space.codes, space.page):
        region.take_focus()
        window.show_error(RefusedChange("A document needs a title. Type one."))
        assert region.message.isVisible()
        region.message.close_button.click()
        assert not region.message.isVisible()


def test_what_was_done_is_named_with_undo_beside_it(hand):
    window = hand.window
    hand.view.select(hand.space.listed.model.row(0).anchor)
    hand.space.hand.assign(hand.code("VEI-1").uid)
    assert window.status.last_act.text() == "Coding VEI-1 made"
    assert window.status.undo_link.isVisible()
    window.status.undo_link.click()
    assert window.status.last_act.text() == "Undone: coding VEI-1"
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["redo"].text() == "Redo: coding VEI-1"


def test_the_status_bar_counts(window, qtbot):
    assert "documents" in window.status.facts.text()
    assert window.status.saved.text() == "All saved"


def test_running_work_is_shown_with_a_bar_after_a_moment_and_can_be_cancelled(
    empty_window, jobs, qtbot
):
    def work(progress):
        while True:
            progress.report(3, 10)

    job = jobs.start("Reading files", work)
    qtbot.waitUntil(empty_window.status.bar.isVisible, timeout=LONG_MS)
    qtbot.waitUntil(lambda: empty_window.status.work.text() == "Reading files 3 of 10")
    with qtbot.waitSignal(job.cancelled):
        empty_window.status.cancel_link.click()
    assert not empty_window.status.bar.isVisible()


def test_work_in_steps_that_nobody_counts_tells_its_share(empty_window, jobs, qtbot):
    def work(progress):
        while True:
            progress.report(1747, 3000)

    job = jobs.start("Adding documents", work)
    qtbot.waitUntil(lambda: empty_window.status.work.text() == "Adding documents 58 %")
    with qtbot.waitSignal(job.cancelled):
        job.cancel()


# Looks and languages


def choose(window, title: str, name: str) -> None:
    """Choose an entry of a submenu of View."""
    for action in window.findChildren(QAction):
        menu = action.parent()
        if action.text() == name and getattr(menu, "title", lambda: "")() == title:
            action.trigger()
            return
    raise AssertionError(f"no {name} in {title}")


@pytest.mark.parametrize("name", ["Dark", "High contrast", "Light"])
def test_the_theme_changes_at_once_and_is_kept(window, settings, theme, name):
    choose(window, "Theme", name)
    wanted = name.lower().replace(" ", "_")
    assert theme.name == settings.theme == wanted
    ground = theme_values.load(wanted).role["surface"]
    image = window.bar.grab().toImage()
    assert image.pixelColor(image.width() // 2, 3).name().upper() == ground


def test_text_can_be_made_larger_without_cutting_rows(window, settings, theme):
    before = window.status.saved.sizeHint().height()
    choose(window, "Text size", "150 %")
    assert settings.text_percent == 150
    assert window.status.saved.sizeHint().height() > before
    theme.choose_text_percent(100)


@pytest.fixture
def app(qapp, settings, project_file):
    app = App(qapp, settings)
    app.show()
    app.window.desk.open(project_file)
    yield app
    app.shut_down()
    app.outfit.language.choose("en")
    app.window.close()
    app.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_nothing_is_collected_while_somebody_scrolls(app, qtbot):
    app.window.viewing.look_at(app.window.view.coding.documents.model.rows[1].uid)
    view = app.window.view.coding.page.view
    qtbot.waitUntil(lambda: not view.is_moving and not app.outfit.jobs.running, timeout=LONG_MS)
    keeper = app.findChild(GarbageKeeper)
    collected = []
    gc.callbacks.append(lambda phase, _: collected.append(phase))
    try:
        waste = [[] for _ in range(20_000)]  # more than the first generation may hold
        qtbot.keyClick(view, Qt.Key.Key_Down)
        keeper.look()
        assert not collected
        qtbot.waitUntil(lambda: not view.is_moving)
        keeper.look()
        assert collected
        del waste
    finally:
        gc.callbacks.pop()


def test_another_language_is_spoken_at_once_at_the_same_place(app, settings):
    rows = app.window.view.coding.documents.model.rows
    app.window.viewing.look_at(rows[1].uid)
    app.window.view.coding.page.view.go_to_page(4)
    choose(app.window, "Language", "Nederlands")
    window = app.window
    assert settings.language == "nl"
    assert window.bar.tabs.tabText(1) == "Coderen"
    assert window.viewing.document_uid == rows[1].uid
    assert window.view.coding.page.view.current_page == 4
    assert window.status.saved.text() == "Alles bewaard"
    assert app.outfit.workspace.undo_stack.count() == 0
    choose(window, "Taal", "English")
    assert app.window.bar.tabs.tabText(1) == "Coding"


def test_undo_survives_a_change_of_language(app):
    space = app.window.view.coding
    code = space.codes.model.rows[5]
    space.page.view.select(space.listed.model.row(0).anchor)
    space.hand.assign(code.uid)
    uid = app.window.viewing.active_uid
    choose(app.window, "Language", "Nederlands")
    assert app.window.viewing.active_uid == uid
    app.window.actions_["undo"].trigger()
    assert app.window.view.coding.listed.row_of(uid) is None


@pytest.mark.parametrize("tongue", ["en", "nl"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_on_a_control_is_cut(app, tongue, size, qtbot):
    app.outfit.language.choose(tongue)
    app.window.resize(*size)
    app.window.actions_["space_agreement"].trigger()
    qtbot.waitUntil(lambda: app.window.view.agreement.report is not None, timeout=LONG_MS)
    cut = [*cut_words(app.window)]
    app.window.actions_["space_coding"].trigger()
    space = app.window.view.coding
    space.hand.show_coding(space.listed.model.row(0).uid)
    for _ in range(5):
        QApplication.processEvents()
    cut += cut_words(app.window)
    assert cut == []


def cut_words(window) -> list[str]:
    """Return the texts of labels and buttons that do not fit into them."""
    cut = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            room = widget.contentsRect().width()
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed, room = widget.minimumSizeHint().width(), widget.width()
        elif isinstance(widget, QTabBar):  # tabs that do not fit are scrolled
            needed, room = widget.sizeHint().width(), widget.width()
        else:
            continue
        if needed > room + 1:
            said = widget.accessibleName() if isinstance(widget, QTabBar) else widget.text()
            cut.append(f"{type(widget).__name__} {said!r}: {needed} in {room}")
    return cut


def test_everything_focusable_has_a_visible_ring(window, theme):
    sheet = theme.style_sheet()
    focus = theme.colour("focus").name().upper()
    for kind in (
        "QPushButton:focus",
        "QLineEdit:focus",
        "QToolButton:focus",
        "QTabBar::tab:selected:focus",
    ):
        rule = sheet.split(kind, 1)[1].split("}", 1)[0]
        assert focus in rule.upper()


def test_keys_are_written_as_the_system_does(window):
    caps = window.status.undo_keys
    assert caps.accessibleName() == QKeySequence("Ctrl+Z").toString(
        QKeySequence.SequenceFormat.NativeText
    )
    assert window.actions_["undo"].shortcut() == QKeySequence(
        Qt.Key.Key_Z | Qt.KeyboardModifier.ControlModifier
    )


def test_a_wide_window_shows_two_pages_until_the_user_says_otherwise(window, qtbot):
    action = window.actions_["two_pages"]
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.width() == 1280)
    assert not action.isChecked()
    window.resize(2560, 1000)
    qtbot.waitUntil(action.isChecked)
    action.trigger()
    window.resize(1300, 800)
    window.resize(2500, 1000)
    qtbot.waitUntil(lambda: window.view.coding.width() == 2500)
    assert not action.isChecked()
