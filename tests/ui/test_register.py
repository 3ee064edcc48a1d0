"""Judging a register beside the document, by key and by click."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches
from qualcode_app.services.registers import evidence, judgements, loading, propositions
from qualcode_app.ui.item_models.propositions_list import OPTION_ROLE
from qualcode_app.ui.widgets.proposition_delegate import verdict_word


@pytest.fixture
def space(window, pledges_file, tmp_path):
    assert window.desk.open(Path(shutil.copy(pledges_file, tmp_path / "pledges.qualcode")))
    window.bar.show_space("register")
    return window.view.register_space


def choose(space, key: str):
    row = next(row for row in space.panel.model.all if row.key == key)
    assert space.panel.mark(row.uid)
    return row


def said(space, row):
    workspace, viewing = space._workspace, space._viewing
    place = Reading(workspace.coder_uid, workspace.round_uid, viewing.document_uid)
    return workspace.read(judgements.get, place, row.uid)


def offered(space, row):
    workspace = space._workspace
    return workspace.read(evidence.passages, space._reading(), row, frozenset())


def test_a_register_is_loaded_from_the_window(window, qtbot):
    window.bar.show_space("register")
    space = window.view.register_space
    assert space.panel.nothing.isVisibleTo(window)
    menu = space.panel.load_button.menu()
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: space.panel.model.rowCount() > 0, timeout=20_000)
    (row,) = window.workspace.read(propositions.registers)
    assert row.key == "trends"
    assert space.panel.progress.text() == "0 of 111 judged"
    window.actions_["undo"].trigger()
    assert window.workspace.read(propositions.registers) == []
    window.actions_["redo"].trigger()
    (row,) = window.workspace.read(propositions.registers)
    qtbot.mouseClick(space.verdict.options["not_applicable"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.workspace.failed):
        window.workspace.write(loading.withdraw, batch_of(window))


def batch_of(window) -> str:
    found = window.workspace.read(batches.facts)
    return next(one.uid for one in found if one.withdrawn_at is None and one.kind == "import")


def test_evidence_is_ticked_and_a_key_judges(window, space, qtbot):
    row = next(
        r
        for r in space.panel.model.all
        if any(key.startswith("WON-") for key in r.code_keys)
        and not r.parts
        and r.test == "adoption"
        and not r.asks_number
        and offered(space, r)
    )
    space.panel.mark(row.uid)
    assert space.verdict.evidence.count() > 0
    space.panel.list.setFocus()
    qtbot.keyClick(space.panel.list, Qt.Key.Key_1)
    assert said(space, row).option_key == "open"
    assert "needs evidence" in space.panel.message.sentence.text()
    space.verdict.evidence.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.keyClick(space.panel.list, Qt.Key.Key_1)
    assert said(space, row).option_key == "adopted"
    assert space.verdict.options["adopted"].isChecked()
    window.workspace.undo_stack.undo()
    assert said(space, row).option_key == "open"


def test_a_click_judges_and_the_next_open_one_follows(space, qtbot):
    row = choose(space, "P0155")
    button = space.verdict.options["not_applicable"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said(space, row).option_key == "not_applicable"
    qtbot.mouseClick(space.verdict.next_button, Qt.MouseButton.LeftButton)
    assert space.panel.current_uid() != row.uid


def test_an_opposite_is_offered_as_not_applicable(space, qtbot):
    choose(space, "P1150")
    if not space.verdict.evidence.count():
        pytest.fail("the sample has passages on waste")
    space.verdict.evidence.item(0).setCheckState(Qt.CheckState.Checked)
    space.judge("adopted")
    assert "P1149" in space.verdict.message.sentence.text()
    qtbot.mouseClick(space.verdict.message.button, Qt.MouseButton.LeftButton)
    other = next(row for row in space.panel.model.all if row.key == "P1149")
    assert said(space, other).option_key == "not_applicable"


def test_evidence_shows_its_page_and_the_page_goes_back(window, space, qtbot):
    choose(space, "P0166")
    item = space.verdict.evidence.item(space.verdict.evidence.count() - 1)
    space.verdict.evidence.itemClicked.emit(item)
    page = window.view.coding.page
    assert page.isVisibleTo(window)
    window.bar.show_space("coding")
    assert page.isVisibleTo(window)
    assert window.view.coding.middle.indexOf(page) == 0


def test_the_filter_shows_what_is_typed(space, qtbot):
    qtbot.keyClicks(space.panel.filter_field, "diftar geen")
    assert space.panel.model.rowCount() == 2  # the heading and P1150


@pytest.fixture
def table(window, space, qtbot):
    """The table of the register, opened by its button."""
    qtbot.mouseClick(space.panel.table_button, Qt.MouseButton.LeftButton)
    desk = window.view.register_desk
    qtbot.waitUntil(lambda: desk.dialog is not None, timeout=20_000)
    yield desk.dialog
    if desk.dialog is not None:
        desk.dialog.reject()


def double_click(qtbot, view, row: int, column: int) -> None:
    index = view.model().index(row, column)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_double_click_in_the_table_goes_to_proposition_and_document(window, space, table, qtbot):
    wanted = space.panel.model.all[5]
    other = window.workspace.read(documents.rows)[2]
    assert window.view.register_space._viewing.document_uid != other.uid
    qtbot.keyClicks(space.panel.filter_field, "diftar")
    double_click(qtbot, table.matrix, 5, 4)
    assert space.panel.current_uid() == wanted.uid
    assert space._viewing.document_uid == other.uid


def test_a_rate_in_the_table_leads_nowhere(table, qtbot):
    last = table.matrix.model().rowCount() - 1
    double_click(qtbot, table.matrix, last, 4)
    assert table.isVisible()
    assert "0/0" in table.matrix.model().index(last, 4).data()


def test_the_table_is_exported_from_its_dialog(table, answers, qtbot, tmp_path):
    target = tmp_path / "pledges.xlsx"
    answers.paths = [target]
    qtbot.mouseClick(table.act_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(table.message.isVisible, timeout=20_000)
    assert "pledges.xlsx" in table.message.sentence.text()
    assert len(load_workbook(target).sheetnames) >= 4


def test_a_csv_holds_the_table_in_sight(table, answers, qtbot, tmp_path):
    target = tmp_path / "rates.csv"
    answers.paths = [target]
    table.tabs.setCurrentWidget(table.rates)
    qtbot.mouseClick(table.act_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(table.message.isVisible, timeout=20_000)
    assert "Denominator" in target.read_text("utf-8-sig")


def test_a_proposition_without_evidence_says_so_and_an_open_one_has_its_sign_alone(window, space):
    model = space.panel.model
    bare = next((row for row in model.all if not offered(space, row)), None)
    linked = next(row for row in model.all if offered(space, row))
    for row in filter(None, (bare, linked)):
        assert space.panel.mark(row.uid)
        assert space.verdict.evidence.isHidden() is (row is bare)
        assert space.verdict.no_evidence.isHidden() is (row is linked)
    options = {
        option.key: option
        for line in range(model.rowCount())
        if (option := model.index(line).data(OPTION_ROLE)) is not None
    }
    assert verdict_word(options["open"]) == ""
    assert verdict_word(replace(options["open"], key="absent")) != ""


@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_in_a_small_window_the_page_has_half_and_the_strip_cuts_no_word(hand, language, spoken):
    language.choose(spoken)
    hand.window.resize(1280, 800)
    hand.window.bar.show_space("register")
    sizes = hand.window.view.register_space.sides.sizes()
    assert sizes[1] >= sum(sizes) // 2
    strip = hand.space.strip
    codings = hand.space.listed.model.rows()
    for row in {row.code_uid: row for row in codings}.values():
        hand.window.viewing.activate(row.uid)
        shown = [one for named in strip.facets.groups for one in named.group.segments]
        cut = [one.text() for one in shown if one.isVisible() and one.width() < one.needed_px]
        assert cut == []
