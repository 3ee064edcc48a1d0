"""The agreement work space by mouse and keys: from a figure to the page and back."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import PageArea
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.agreement_passages import Behind, passages
from qualcode_app.services.codebook import codebook
from qualcode_app.services.codebook.boundaries import of
from qualcode_app.services.coding import area_codings
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.ui.dialogs.boundary_rule import BoundaryRuleDialog
from qualcode_app.ui.dialogs.export import ExportDialog
from qualcode_app.ui.dialogs.left_out import LeftOutDialog
from qualcode_app.ui.widgets.agreement_head import Tab

LONG_MS = 30_000
KEY = "WON-2"


@pytest.fixture
def space(window, qtbot):
    window.actions_["space_agreement"].trigger()
    space = window.view.agreement_space
    qtbot.waitUntil(lambda: space.panel.report is not None, timeout=LONG_MS)
    return space


def line_of(table, key: str) -> int:
    names = [table.lines.index(row, 0).data() for row in range(table.lines.rowCount())]
    return next(row for row, name in enumerate(names) if name.startswith(key))


def click(qtbot, table, row: int) -> None:
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def open_passages(qtbot, space, key: str = KEY) -> None:
    row = line_of(space.panel.pages.codes, key)
    space.panel.pages.codes.scrollTo(space.panel.pages.codes.lines.index(row, 0))
    click(qtbot, space.panel.pages.codes, row)
    qtbot.waitUntil(lambda: space.passages.model.rowCount() > 0, timeout=LONG_MS)


def test_from_a_figure_to_the_place_on_the_page_takes_three_acts(window, qtbot, space):
    acts = 0
    open_passages(qtbot, space)
    acts += 1
    qtbot.keyClick(space.panel.pages.codes, Qt.Key.Key_Return)
    acts += 1
    assert QApplication.focusWidget() is space.passages.list
    row = space.passages.current()
    qtbot.keyClick(space.passages.list, Qt.Key.Key_Return)
    acts += 1
    assert acts <= 3
    view = window.view
    assert view.currentWidget() is view.coding
    assert window.viewing.document_uid == row.document_uid
    assert window.viewing.all_coders
    assert view.coding.page.view.scene.flashed == row.anchor
    assert QApplication.focusWidget() is view.coding.page.view


def test_escape_comes_back_to_the_same_passage(window, qtbot, space):
    open_passages(qtbot, space)
    qtbot.keyClick(space.panel.pages.codes, Qt.Key.Key_Return)
    qtbot.keyClick(space.passages.list, Qt.Key.Key_Down)
    row = space.passages.current()
    qtbot.keyClick(space.passages.list, Qt.Key.Key_Return)
    qtbot.keyClick(window.view.coding.page.view, Qt.Key.Key_Escape)
    assert window.view.currentWidget() is space
    assert QApplication.focusWidget() is space.passages.list
    assert space.passages.current() == row
    assert not window.viewing.all_coders
    assert space.panel.pages.codes.current().code_key == KEY
    qtbot.keyClick(space.passages.list, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is space.panel.pages.codes


def test_a_row_opens_the_passages_of_the_service(window, qtbot, space):
    open_passages(qtbot, space)
    report = space.panel.report
    uid = next(row.uid for row in report.data.codes if row.key == KEY)
    expected = window.workspace.read(passages, report.data, Behind(uid))
    shown = [space.passages.model.row(i) for i in range(space.passages.model.rowCount())]
    assert shown == list(expected.rows)


def test_a_chip_leaves_one_kind_of_difference(qtbot, space):
    open_passages(qtbot, space)
    everything = space.passages.model.rowCount()
    chip = next(each for each in space.passages.kinds.buttons() if each.text().startswith("Other"))
    chip.click()
    kinds = {space.passages.model.row(i).kind for i in range(space.passages.model.rowCount())}
    assert len(kinds) == 1
    assert 0 < space.passages.model.rowCount() < everything


@pytest.mark.parametrize("tab", [Tab.PAIRS, Tab.DOCUMENTS, Tab.DRIFT])
def test_every_table_opens_passages(qtbot, space, tab):
    panel = space.panel
    panel.head.tabs.setCurrentIndex(tab)
    table = panel.pages.currentWidget()
    qtbot.waitUntil(lambda: table.lines.rowCount() > 0, timeout=LONG_MS)
    click(qtbot, table, 0)
    qtbot.waitUntil(lambda: space.passages.model.rowCount() > 0, timeout=LONG_MS)
    if tab != Tab.PAIRS:
        title = table.lines.index(0, 0).data()
        model = space.passages.model
        assert {model.row(i).document_title for i in range(model.rowCount())} == {title}


def test_a_cell_of_the_confusion_opens_its_passages(qtbot, space):
    panel = space.panel
    panel.head.tabs.setCurrentIndex(Tab.CONFUSION)
    matrix = panel.pages.heat.matrix
    qtbot.waitUntil(lambda: matrix.table is not None, timeout=LONG_MS)
    size = matrix.rowCount() - 1
    cells = [(i, j) for i in range(size) for j in range(size) if i != j]
    most = max(cells, key=lambda at: matrix.table.characters[at[0]][at[1]])
    index = matrix.index(*most)
    panel.pages.heat.scrollTo(index)
    place = panel.pages.heat.visualRect(index).center()
    qtbot.mouseClick(panel.pages.heat.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: space.passages.model.rowCount() > 0, timeout=LONG_MS)
    other = matrix.codes_at(index)[1]
    assert all(
        other in space.passages.model.row(i).other_uids
        for i in range(space.passages.model.rowCount())
    )
    assert panel.head.about.text()


def test_a_boundary_rule_goes_into_both_codes_and_can_be_undone(window, qtbot, space):
    open_passages(qtbot, space)
    qtbot.keyClick(space.passages.list, Qt.Key.Key_G)
    (dialog,) = window.findChildren(BoundaryRuleDialog)
    other_uid = dialog.other.currentData()
    dialog.not_one.setPlainText("the text is about the ground and not about who moves in")
    dialog.not_other.setPlainText("the text says who comes first")
    dialog.act_button.click()
    workspace = window.workspace
    one_uid = next(row.uid for row in workspace.read(codebook.rows) if row.key == KEY)
    assert workspace.read(of, one_uid)[-1].neighbour_uid == other_uid
    assert workspace.read(of, other_uid)[-1].neighbour_uid == one_uid
    assert workspace.read(of, other_uid)[-1].text == "the text says who comes first"
    window.actions_["undo"].trigger()
    texts = [each.text for each in workspace.read(of, other_uid)]
    assert "the text says who comes first" not in texts


def test_the_methods_sentence_is_on_the_clipboard_after_its_key(window, qtbot, space):
    qtbot.keyClick(
        space.panel.pages.codes,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    table = window.workspace.read(agreements.table)
    assert f"{table.pooled.alpha.value:.3f}" in QGuiApplication.clipboard().text()


def test_the_chip_opens_the_list_of_what_is_left_out(window, qtbot, space):
    space.panel.head.left_out.click()
    (dialog,) = window.findChildren(LeftOutDialog)
    assert dialog.list.rowCount() == len(space.panel.report.table.unread) > 0


def test_another_unit_is_computed_and_named(qtbot, space):
    at = space.panel.head.choices.unit.findText("Page")
    space.panel.head.choices.unit.setCurrentIndex(at)
    qtbot.waitUntil(lambda: space.panel.report.table.scope.base == "page", timeout=LONG_MS)
    assert "on pages" in space.panel.head.subtitle.text()
    pages = sum(space.panel.report.data.spans.lengths.tolist())
    assert space.panel.report.table.pooled.n_characters % pages != 1


def test_a_heading_sorts_and_the_marked_row_stays_marked(qtbot, space):
    open_passages(qtbot, space)
    table = space.panel.pages.codes
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 10, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    values = [table.lines.row(i).alpha.value for i in range(1, table.lines.rowCount())]
    known = [value for value in values if value == value]
    assert known == sorted(known)
    assert table.current().code_key == KEY


def test_what_is_exported_is_what_is_looked_at(window, qtbot, space, answers, tmp_path):
    at = space.panel.head.choices.unit.findText("Page")
    space.panel.head.choices.unit.setCurrentIndex(at)
    qtbot.waitUntil(lambda: space.panel.report.table.scope.base == "page", timeout=LONG_MS)
    window.actions_["export"].trigger()
    (dialog,) = window.findChildren(ExportDialog)
    offers = [button.text() for button in dialog.choices.buttons()]
    dialog.choices.buttons()[offers.index("Agreement data for R (.csv)")].click()
    path = tmp_path / "matrix.csv"
    answers.paths = [path]
    dialog.act_button.click()
    qtbot.waitUntil(path.exists, timeout=LONG_MS)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["code"] == KEY]
    pages = sum(space.panel.report.data.spans.lengths.tolist())
    assert sum(int(row["weight"]) for row in rows) == pages


def test_words_in_the_filter_leave_the_codes_that_hold_them(qtbot, space):
    qtbot.keyClicks(space.panel.head.sought, "won-")
    names = [
        space.panel.pages.codes.lines.index(i, 0).data()
        for i in range(1, space.panel.pages.codes.lines.rowCount())
    ]
    assert names
    assert all(name.startswith("WON-") for name in names)


def test_an_area_behind_a_figure_is_three_acts_from_its_page(window, qtbot, space):
    workspace = window.workspace
    (round_, *_), document = workspace.read(people.rounds), workspace.read(documents.rows)[0]
    code = next(row for row in workspace.read(codebook.rows) if row.key == KEY)
    area = PageArea(1, 100, 100, 200, 200)
    drawn = NewAreaCoding(
        document.revision_uid, round_.uid, workspace.read(people.coders)[0].uid, code.uid, area
    )
    assert workspace.write(area_codings.add, drawn)
    panel = space.panel
    panel.head.tabs.setCurrentIndex(Tab.AREAS)  # the first act
    qtbot.waitUntil(lambda: panel.pages.areas.lines.rowCount() == 2, timeout=LONG_MS)
    click(qtbot, panel.pages.areas, 1)
    qtbot.waitUntil(lambda: space.passages.model.rowCount() == 1, timeout=LONG_MS)
    row = space.passages.current()
    assert row.area == area
    space.passages.page_button.click()
    assert window.viewing.document_uid == row.document_uid
    assert window.view.currentWidget() is window.view.coding


def test_a_tab_without_figures_says_why(qtbot, space):
    space.panel.head.tabs.setCurrentIndex(Tab.AREAS)
    qtbot.waitUntil(lambda: "area" in space.panel.head.about.text(), timeout=LONG_MS)
    assert space.panel.pages.areas.lines.rowCount() == 0


def test_a_coder_alone_is_shown_the_way_to_the_work_of_another(window, qtbot, answers, tmp_path):
    assert window.workspace.create(tmp_path / "leeg.qualcode", "Leeg", "Els Boom", None)
    window.actions_["space_agreement"].trigger()
    message = window.view.agreement.message
    qtbot.waitUntil(message.isVisible, timeout=20_000)
    assert "two coders" in message.sentence.text()
    qtbot.mouseClick(message.button, Qt.MouseButton.LeftButton)
    assert answers.asked[-1] == "projects"
