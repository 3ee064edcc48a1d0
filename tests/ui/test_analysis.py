"""The analysis work space by mouse and keys: a figure opens its passages, a passage its page."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QTableView,
    QTreeView,
    QWidget,
)

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.analysis.evidence import Silence
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.analysis.study import State
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings, reading, relations
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.ui.dialogs.own_scale import OwnScaleDialog
from qualcode_app.ui.widgets import analysis_boxes as boxes
from tests.ui.analysis_tools import (
    LEFT,
    LONG_MS,
    ask,
    click_cell,
    open_space,
    said,
    uid_of,
    wait_for_rows,
)
from tests.ui.test_window import cut_words

KEY = "WON-3"


@pytest.fixture
def space(window, qtbot):
    return open_space(window, qtbot)


def test_from_a_cell_to_its_passages_is_one_act_and_to_the_page_one_more(window, qtbot, space):
    acts = 0
    click_cell(qtbot, space, KEY, "Lindewater")
    acts += 1
    wait_for_rows(qtbot, space)
    row = space.evidence.current()
    assert row.document_name == "Lindewater"
    qtbot.mouseClick(space.evidence.page_button, LEFT)
    acts += 1
    assert acts == 2
    view = window.view
    assert view.currentWidget() is view.coding
    assert window.viewing.document_uid == row.document_uid
    assert view.coding.page.view.scene.flashed == row.anchor


def test_escape_comes_back_from_the_page_to_the_passage_and_to_the_cell(window, qtbot, space):
    click_cell(qtbot, space, KEY, "Lindewater")
    wait_for_rows(qtbot, space)
    qtbot.keyClick(space.matrix.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is space.evidence.list
    qtbot.keyClick(space.evidence.list, Qt.Key.Key_Return)
    assert window.view.currentWidget() is window.view.coding
    qtbot.keyClick(window.view.coding.page.view, Qt.Key.Key_Escape)
    assert window.view.currentWidget() is space
    assert QApplication.focusWidget() is space.evidence.list
    qtbot.keyClick(space.evidence.list, Qt.Key.Key_Escape)
    assert space.matrix.has_focus


def test_the_cell_says_its_finding_as_a_sentence_in_both_languages(qtbot, space):
    click_cell(qtbot, space, KEY, "Lindewater")
    english = "All 3 documents read say something about ‘Housing for specific groups’."
    assert said(qtbot, space, "All 3") == english
    space.evidence.language.setCurrentIndex(0)
    assert space.evidence.sentence.text().startswith("In alle 3 gelezen documenten staat iets")
    qtbot.mouseClick(space.evidence.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == space.evidence.sentence.text()


def test_an_empty_cell_names_who_read_it(qtbot, space):
    click_cell(qtbot, space, "DEM-1", "Oostervaart")
    wait_for_rows(qtbot, space)
    rows = [space.evidence.model.row(i) for i in range(space.evidence.model.rowCount())]
    assert {type(row) for row in rows} == {Silence}
    assert {row.coder_name for row in rows} == {"Bram Stel", "Noor de Wit"}
    assert not space.evidence.page_button.isEnabled()


def test_an_unread_cell_is_no_nought(window, qtbot, space):
    workspace = window.workspace
    family = next(r.uid for r in workspace.read(codebook.families) if r.key == "DUU")
    for coder in workspace.coders():
        for row in workspace.read(documents.rows):
            if row.case_name == "Oostervaart":
                place = Reading(coder.uid, workspace.round_uid, row.uid)
                workspace.write(reading.set_state, place, [family], "busy")
    grid = space.matrix.grid

    def state() -> State:
        return grid.cell(grid.row_of(uid_of(space, "DUU-1")), 2).state

    names = [grid.column(i).name for i in range(grid.columnCount())]
    assert names[2] == "Oostervaart"
    qtbot.waitUntil(lambda: state() == State.UNREAD, timeout=LONG_MS)
    row = grid.row_of(uid_of(space, "DUU-1"))
    assert grid.share(row) == "2/2"
    assert grid.index(row, 2).data() == ""
    assert "not read" in grid.index(row, 2).data(Qt.ItemDataRole.AccessibleTextRole)


def test_choices_change_rows_cells_and_voices(qtbot, space):
    matrix = space.matrix
    boxes.choose(matrix.level, 1)
    qtbot.waitUntil(lambda: matrix.grid.rowCount() < 20, timeout=LONG_MS)
    assert {matrix.grid.code(i).level for i in range(matrix.grid.rowCount())} == {1}
    boxes.choose(matrix.measure, "share")
    qtbot.waitUntil(lambda: "." in str(matrix.grid.index(1, 0).data()), timeout=LONG_MS)
    boxes.choose(matrix.level, 2)
    boxes.choose(matrix.measure, "present")
    qtbot.waitUntil(lambda: matrix.grid.rowCount() > 50, timeout=LONG_MS)
    assert matrix.grid.share(matrix.grid.row_of(uid_of(space, "ZOR-8"))) == "1/3"
    boxes.choose(matrix.voices, Voices(at_least=2))
    qtbot.waitUntil(lambda: space.study.voices.at_least == 2, timeout=LONG_MS)
    assert space.questions.voices.currentData() == Voices(at_least=2)


def test_the_matrix_is_filtered_and_sorted(qtbot, space):
    matrix, grid = space.matrix, space.matrix.grid
    qtbot.keyClicks(matrix.sought, "WON-")
    assert {grid.code(i).key[:4] for i in range(grid.rowCount())} == {"WON-"}
    matrix.sought.clear()
    boxes.choose(matrix.shown, "not_found")
    assert {grid.share(i)[0] for i in range(grid.rowCount())} == {"0"}
    boxes.choose(matrix.shown, "all")
    header = matrix.view.horizontalHeader()
    place = header.sectionViewportPosition(1) + 5
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(place, 20))
    figures = [int(grid.index(i, 1).data() or 0) for i in range(grid.rowCount())]
    assert figures == sorted(figures, reverse=True)
    qtbot.mouseClick(matrix.as_before, LEFT)
    assert grid.code(0).level == 1


def test_the_matrix_goes_to_a_workbook(window, qtbot, space, answers, tmp_path):
    target = tmp_path / "matrix.xlsx"
    answers.paths = [target]
    qtbot.mouseClick(space.matrix.export_button, LEFT)
    qtbot.waitUntil(target.exists, timeout=LONG_MS)
    qtbot.waitUntil(space.matrix.message.isVisible, timeout=LONG_MS)
    assert openpyxl.load_workbook(target).sheetnames == ["Matrix", "Cells"]


def test_a_question_is_answered_as_it_is_put_together(qtbot, space):
    ask(qtbot, space, Kind.ALL_OF, "ZOR-8")
    assert said(qtbot, space, "Only Lindewater says something about ")
    wait_for_rows(qtbot, space)
    ask(qtbot, space, Kind.NONE_OF)
    assert said(qtbot, space, "2 of the 3 documents read (Kreekenburg and Oostervaart) say nothing")
    qtbot.mouseClick(
        space.questions.form.codes.findChildren(type(space.evidence.copy_button))[0], LEFT
    )
    assert space.questions.form.codes.chosen == []
    assert space.questions.missing.text() == "Choose a code. The answer will be here."


def test_ticked_documents_are_named_as_examples(qtbot, space):
    ask(qtbot, space, Kind.ALL_OF, "WON-1")
    said(qtbot, space, "All 3 documents read")
    top = space.questions.tree.topLevelItem(0)
    top.child(1).setCheckState(0, Qt.CheckState.Checked)
    assert space.evidence.sentence.text().endswith("such as Lindewater and 2 more.")


def test_words_of_the_text_are_a_question_too(qtbot, space):
    ask(qtbot, space, Kind.WORDS)
    field = space.questions.form.words
    qtbot.keyClicks(field, "woningen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said(qtbot, space, "The word ‘woningen’ is in 3 of the 3 documents (")
    wait_for_rows(qtbot, space)
    assert "woningen" in space.evidence.current().quote.casefold()


def test_two_codes_together_and_a_relation_between_them(window, qtbot, space):
    space.tabs.show_region(space.together)
    boxes.choose(space.together.near, "section")
    qtbot.waitUntil(lambda: space.together.grid.rowCount() > 1, timeout=LONG_MS)
    grid, view = space.together.grid, space.together.view
    size = range(grid.rowCount())
    row, column = next((i, j) for i in size for j in size if grid.index(i, j).data() and i != j)
    index = grid.index(row, column)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    wait_for_rows(qtbot, space)
    passage = space.evidence.current()
    uids = [coding.uid for coding in passage.codings]
    qtbot.mouseClick(space.evidence.relation_buttons["tension"], LEFT)
    (laid,) = window.workspace.read(relations.rows, uids)
    assert (laid.kind, {laid.from_uid, laid.to_uid}) == ("tension", set(uids))
    button = space.evidence.relation_buttons["tension"]
    qtbot.waitUntil(lambda: "tension" in space.evidence.current().relations, timeout=LONG_MS)
    assert button.isChecked()
    qtbot.mouseClick(button, LEFT)
    assert not window.workspace.read(relations.rows, uids)
    window.actions_["undo"].trigger()
    assert window.workspace.read(relations.rows, uids) == [laid]
    window.actions_["undo"].trigger()
    assert not window.workspace.read(relations.rows, uids)
    qtbot.waitUntil(lambda: not space.evidence.current().relations, timeout=LONG_MS)
    assert not button.isChecked()


def test_a_new_coding_is_counted_when_the_space_is_looked_at_again(window, qtbot, space):
    grid, workspace = space.matrix.grid, window.workspace
    row = grid.row_of(uid_of(space, "DEM-1"))
    assert (grid.column(2).name, grid.index(row, 2).data()) == ("Oostervaart", "0")
    window.actions_["space_coding"].trigger()
    document = next(r for r in workspace.read(documents.rows) if r.case_name == "Oostervaart")
    new = NewCoding(
        document.revision_uid,
        workspace.round_uid,
        workspace.coder_uid,
        uid_of(space, "DEM-1"),
        TextAnchor(200, 240),
    )
    workspace.write(codings.add, new)
    window.actions_["space_analysis"].trigger()
    qtbot.waitUntil(lambda: grid.index(row, 2).data() == "1", timeout=LONG_MS)


@pytest.mark.parametrize("tongue", ["en", "nl"])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 800)])
def test_no_word_is_cut_and_every_control_has_a_name(
    empty_window, project_file, tongue, size, qtbot
):
    window = empty_window
    window.outfit.language.choose(tongue)
    window.resize(*size)
    assert window.desk.open(project_file)
    window.actions_["space_analysis"].trigger()
    space = window.view.analysis_space
    qtbot.waitUntil(lambda: space.matrix.grid.rowCount() > 0, timeout=LONG_MS)
    click_cell(qtbot, space, KEY, "Lindewater")
    wait_for_rows(qtbot, space)
    jobs = window.outfit.jobs
    qtbot.waitUntil(lambda: not jobs.running, timeout=LONG_MS)  # words of a job grow meanwhile
    cut, nameless = cut_words(window), []
    for panel in (space.questions, space.together, space.framework):
        space.tabs.show_region(panel)
        qtbot.wait(50)
        qtbot.waitUntil(lambda: not jobs.running, timeout=LONG_MS)
        cut += cut_words(window)
        nameless += [
            widget
            for widget in panel.findChildren(QWidget)
            if isinstance(widget, QComboBox | QLineEdit | QTableView | QTreeView | QSpinBox)
            and widget.isVisible()
            and not widget.accessibleName()
            and not isinstance(widget.parentWidget(), QComboBox | QSpinBox)
        ]
    assert cut == []
    assert nameless == []


def test_words_for_how_many_are_set_in_the_window_and_taken_back(window, qtbot, space):
    ask(qtbot, space, Kind.ALL_OF, KEY)
    plain = said(qtbot, space, "All 3")
    qtbot.mouseClick(space.questions.scale_button, LEFT)
    dialog = window.findChild(OwnScaleDialog)
    dialog.lines.setPlainText("50: a / b")
    qtbot.mouseClick(dialog.act_button, LEFT)
    assert dialog.message.isVisible()
    dialog.lines.setPlainText("50: weinig / few\n100: heel veel / very many")
    qtbot.mouseClick(dialog.act_button, LEFT)
    told = f"{plain} In words: very many (3 of 3)."
    qtbot.waitUntil(lambda: space.evidence.sentence.text() == told, timeout=LONG_MS)
    assert space.questions.tree.topLevelItem(0).text(2) == "very many"
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: space.evidence.sentence.text() == plain, timeout=LONG_MS)


def test_where_nothing_can_be_counted_it_says_what_has_to_be_there(window, qtbot, tmp_path):
    assert window.workspace.create(tmp_path / "leeg.qualcode", "Leeg", "Els Boom", None)
    window.actions_["space_analysis"].trigger()
    space = window.view.analysis_space
    qtbot.waitUntil(space.matrix.nothing.isVisible, timeout=LONG_MS)
    assert "Add documents" in space.matrix.nothing.text()
    assert not space.matrix.export_button.isEnabled()
    assert not space.evidence.head.isVisible()
