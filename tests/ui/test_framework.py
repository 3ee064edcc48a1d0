"""Summaries beside their passages, codes from wave to wave, attention: by mouse and keys."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt

from qualcode_app.services.analysis import framework
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.cases import case_edits, case_rows, group_edits
from qualcode_app.services.documents import documents
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.code_links import CodeLinksDialog
from qualcode_app.ui.widgets import analysis_boxes as boxes
from tests.ui.analysis_tools import (
    LEFT,
    LONG_MS,
    ask,
    open_space,
    said,
    uid_of,
    wait_for_rows,
)


@pytest.fixture
def space(window, qtbot):
    return open_space(window, qtbot)


def open_framework(qtbot, space) -> None:
    space.tabs.show_region(space.framework)
    qtbot.waitUntil(lambda: space.framework.grid.rowCount() == 3, timeout=LONG_MS)


def click_theme(qtbot, space, name: str, key: str) -> None:
    """Click the cell of a case and a theme."""
    grid, view = space.framework.grid, space.framework.view
    row = next(i for i in range(grid.rowCount()) if grid.case(i).name == name)
    column = next(i for i in range(grid.columnCount()) if grid.code(i).key == key)
    index = grid.index(row, column)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())


def test_a_summary_is_written_beside_its_passages_and_taken_back(window, qtbot, space):
    open_framework(qtbot, space)
    panel = space.framework
    assert not panel.editor.isEnabled()
    click_theme(qtbot, space, "Lindewater", "WON")
    wait_for_rows(qtbot, space)
    assert space.evidence.current().document_name == "Lindewater"
    qtbot.mouseClick(panel.editor.viewport(), LEFT)
    qtbot.keyClicks(panel.editor, "Bouwt voor ouderen.")
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    index = panel.view.currentIndex()
    qtbot.waitUntil(lambda: index.data() == "Bouwt voor ouderen.", timeout=LONG_MS)
    assert not panel.keep_button.isEnabled()
    qtbot.keyClicks(panel.editor, "Ook sneller.")
    click_theme(qtbot, space, "Oostervaart", "WON")  # who goes elsewhere loses nothing
    assert panel.editor.toPlainText() == ""
    qtbot.waitUntil(lambda: "Ook sneller." in str(index.data()), timeout=LONG_MS)
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: index.data() == "Bouwt voor ouderen.", timeout=LONG_MS)
    click_theme(qtbot, space, "Lindewater", "WON")
    assert panel.editor.toPlainText() == "Bouwt voor ouderen."
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: index.data() == "", timeout=LONG_MS)
    assert panel.editor.toPlainText() == ""


def test_summaries_go_to_a_workbook_and_a_text(qtbot, space, answers, tmp_path):
    open_framework(qtbot, space)
    boxes.choose(space.framework.themes, uid_of(space, "WON"))
    grid = space.framework.grid
    qtbot.waitUntil(lambda: grid.code(0).key.startswith("WON-"), timeout=LONG_MS)
    click_theme(qtbot, space, "Kreekenburg", "WON-2")
    qtbot.keyClicks(space.framework.editor, "Wijst toe.")
    qtbot.mouseClick(space.framework.keep_button, LEFT)
    click_theme(qtbot, space, "Kreekenburg", "WON-1")
    qtbot.waitUntil(lambda: space.framework.found.n_written == 1, timeout=LONG_MS)
    for name in ("framework.xlsx", "framework.md"):
        answers.paths = [tmp_path / name]
        qtbot.mouseClick(space.framework.export_button, LEFT)
        qtbot.waitUntil((tmp_path / name).exists, timeout=LONG_MS)
    assert openpyxl.load_workbook(tmp_path / "framework.xlsx").sheetnames == ["Framework", "Cells"]
    assert "Wijst toe." in (tmp_path / "framework.md").read_text("utf-8")


def test_words_still_in_the_field_are_kept_when_the_project_closes(window, qtbot, space):
    open_framework(qtbot, space)
    click_theme(qtbot, space, "Lindewater", "WON")
    qtbot.keyClicks(space.framework.editor, "Nog niet bewaard.")
    path = window.workspace.project.path
    window.workspace.close()
    with Project.open(path) as project:
        (kept,) = project.read(framework.summaries)
    assert kept.text == "Nog niet bewaard."


def test_codes_are_linked_from_wave_to_wave_and_the_answer_follows(window, qtbot, space):
    workspace = window.workspace
    for title, year in (("2018", 2018), ("2022", 2022)):
        workspace.write(group_edits.add_wave, title, date(year, 1, 1), date(year, 12, 31))
    rows = {row.case_name: row.uid for row in workspace.read(documents.rows)}
    workspace.write(case_edits.place_in_case, rows["Oostervaart"], "Lindewater")
    workspace.write(group_edits.place_in_wave, rows["Lindewater"], "2018")
    workspace.write(group_edits.place_in_wave, rows["Oostervaart"], "2022")
    early, late = (row.uid for row in workspace.read(case_rows.waves))
    form = space.questions.form
    qtbot.waitUntil(lambda: form.wave.count() == 3, timeout=LONG_MS)
    ask(qtbot, space, Kind.WAVES, "ZOR-8")
    assert (form.wave.currentData(), form.later.currentData()) == (early, late)
    assert "only in 2018 1 (Lindewater)" in said(qtbot, space, "Of the 1 with")
    qtbot.mouseClick(space.questions.links_button, LEFT)
    dialog = window.findChild(CodeLinksDialog)
    boxes.choose(dialog.old, uid_of(space, "ZOR-8"))
    boxes.choose(dialog.new, uid_of(space, "ZOR-8"))
    qtbot.mouseClick(dialog.link_button, LEFT)
    assert dialog.message.isVisible()
    boxes.choose(dialog.new, uid_of(space, "WON-4"))
    qtbot.mouseClick(dialog.link_button, LEFT)
    sentence = space.evidence.sentence
    qtbot.waitUntil(lambda: "in both 1 (Lindewater)" in sentence.text(), timeout=LONG_MS)
    assert dialog.table.item(0, 1).text() == "is the same as"
    qtbot.mouseClick(dialog.unlink_button, LEFT)
    qtbot.waitUntil(lambda: "only in 2018 1" in sentence.text(), timeout=LONG_MS)
    dialog.reject()
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: "in both 1 (Lindewater)" in sentence.text(), timeout=LONG_MS)


def test_a_grouped_matrix_goes_out_with_the_attention_of_each_group(
    window, qtbot, space, answers, tmp_path
):
    window.workspace.write(group_edits.add_system, "Size", ["Small", "Large"])
    columns, grid = space.matrix.columns, space.matrix.grid
    qtbot.waitUntil(lambda: columns.count() == 3, timeout=LONG_MS)
    columns.setCurrentIndex(2)
    qtbot.waitUntil(lambda: grid.columnCount() == 2, timeout=LONG_MS)
    target = tmp_path / "matrix.xlsx"
    answers.paths = [target]
    qtbot.mouseClick(space.matrix.export_button, LEFT)
    qtbot.waitUntil(target.exists, timeout=LONG_MS)
    names = openpyxl.load_workbook(target).sheetnames
    assert names == ["Matrix", "Cells", "Attention", "Groups"]


@pytest.mark.parametrize("place", ["framework", "questions", "together"])
def test_everywhere_one_act_opens_the_passages_and_one_more_the_page(window, qtbot, space, place):
    if place == "framework":
        open_framework(qtbot, space)
        click_theme(qtbot, space, "Lindewater", "WON")
    elif place == "questions":
        ask(qtbot, space, Kind.ALL_OF, "ZOR-8")  # the answer itself opens its passages
    else:
        space.tabs.show_region(space.together)
        boxes.choose(space.together.near, "document")
        grid, view = space.together.grid, space.together.view
        qtbot.waitUntil(lambda: grid.rowCount() > 1, timeout=LONG_MS)
        columns = range(1, grid.columnCount())
        index = next(cell for j in columns if (cell := grid.index(0, j)).data())
        view.scrollTo(index)
        qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    wait_for_rows(qtbot, space)
    row = space.evidence.current()
    qtbot.mouseClick(space.evidence.page_button, LEFT)
    assert window.view.currentWidget() is window.view.coding
    assert window.viewing.document_uid == row.document_uid
