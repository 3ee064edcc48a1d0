"""Values, portraits and pictures by mouse and keys: a number opens its passage and its page."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt

from qualcode_app.services.analysis.number_answers import Asked
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.chart import ChartDialog
from qualcode_app.ui.item_models.rows_table import ROW_ROLE
from qualcode_app.ui.item_models.values_table import Column
from qualcode_app.ui.widgets.portrait_view import axis
from tests import sample_numbers
from tests.ui.test_window import cut_words

LONG_MS = 30_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def numbered_file(sample_file, tmp_path_factory) -> Path:
    """The sample with groups and numbers."""
    path = tmp_path_factory.mktemp("numbers") / "numbers.qualcode"
    path.write_bytes(sample_file.read_bytes())
    with Project.open(path) as project:
        sample_numbers.add_to(project)
    return path


@pytest.fixture
def project_file(numbered_file, tmp_path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copy(numbered_file, tmp_path / "numbers.qualcode"))


@pytest.fixture
def space(window, qtbot):
    window.actions_["space_analysis"].trigger()
    space = window.view.analysis_space
    qtbot.waitUntil(lambda: isinstance(space.study, Study), timeout=LONG_MS)
    return space


@pytest.fixture
def values(qtbot, space):
    space.tabs.show_region(space.values)
    qtbot.waitUntil(lambda: space.values.model.rowCount() == 5, timeout=LONG_MS)
    return space.values


def choose_thing(values, words: str) -> None:
    values.thing.setCurrentIndex(values.thing.findText(words))


def ask(values, asked: Asked) -> None:
    values.asked.setCurrentIndex(values.asked.findData(asked.value))


def column(values, number: int) -> list[str]:
    sieve = values.sieve
    return [sieve.index(row, number).data() for row in range(sieve.rowCount())]


def click_row(qtbot, values, row: int) -> None:
    place = values.table.visualRect(values.sieve.index(row, Column.AMOUNT)).center()
    qtbot.mouseClick(values.table.viewport(), LEFT, pos=place)


def drawn(qtbot, window) -> ChartDialog:
    dialog = window.findChild(ChartDialog, "chart")
    qtbot.waitUntil(lambda: dialog.chart is not None, timeout=LONG_MS)
    return dialog


def test_one_act_leads_from_a_number_to_its_passage_and_one_to_its_page(
    window, qtbot, space, values
):
    click_row(qtbot, values, 0)
    row = values.sieve.index(0, 0).data(ROW_ROLE)
    assert space.evidence.current().quote == row.coding.quote
    assert space.evidence.title.text().startswith(row.what("en"))
    qtbot.keyClick(values.table, Qt.Key.Key_Return)
    assert window.view.currentWidget() is window.view.coding
    assert window.viewing.document_uid == row.about.uid
    assert window.view.coding.page.view.scene.flashed == row.coding.anchor


def test_numbers_are_sorted_by_value_and_filtered_by_words(qtbot, values):
    choose_thing(values, "woningen")
    values.table.sortByColumn(Column.AMOUNT, Qt.SortOrder.AscendingOrder)
    assert column(values, Column.AMOUNT) == ["250", "300", "≥ 1,200"]
    values.table.sortByColumn(Column.AMOUNT, Qt.SortOrder.DescendingOrder)
    assert column(values, Column.AMOUNT) == ["≥ 1,200", "300", "250"]
    qtbot.keyClicks(values.sought, "oostervaart")
    assert column(values, Column.AMOUNT) == ["≥ 1,200"]
    qtbot.keyClicks(values.sought, "xx")
    assert values.nothing.isVisible()
    assert not values.table.isVisible()


def test_a_finding_about_numbers_is_a_sentence_with_its_passages(qtbot, space, values):
    assert not space.evidence.foot.isVisible()  # numbers of several things are not compared
    choose_thing(values, "woningen")
    told = space.evidence.sentence
    qtbot.waitUntil(lambda: "give a number for ‘woningen’" in told.text(), timeout=LONG_MS)
    ask(values, Asked.HIGHEST)
    qtbot.waitUntil(lambda: told.text().startswith("The highest number"), timeout=LONG_MS)
    assert "Oostervaart ≥ 1,200 (in 2030, p. " in told.text()
    assert space.evidence.model.rowCount() == 1
    ask(values, Asked.GROUPS)
    qtbot.waitUntil(lambda: "Stad median 1,200 (1 of 1" in told.text(), timeout=LONG_MS)
    assert values.system.isVisible()
    space.evidence.language.setCurrentIndex(0)
    assert "Stad mediaan 1.200 (1 van 1" in told.text()


def test_target_years_are_asked_of_everything(qtbot, space, values):
    ask(values, Asked.YEARS)
    told = space.evidence.sentence
    beginning = "Target years: aardgasvrij: 2040 in Lindewater and Oostervaart"
    qtbot.waitUntil(lambda: told.text().startswith(beginning), timeout=LONG_MS)
    assert space.evidence.model.rowCount() == 3


def test_the_numbers_in_sight_are_exported(window, qtbot, values, answers, tmp_path):
    choose_thing(values, "woningen")
    target = tmp_path / "numbers.xlsx"
    answers.paths = [target]
    qtbot.mouseClick(values.export_button, LEFT)
    qtbot.waitUntil(target.exists, timeout=LONG_MS)
    (sheet,) = openpyxl.load_workbook(target)
    assert sheet.max_row == 4


def test_a_picture_is_shown_with_its_words_before_it_is_saved(
    window, qtbot, values, answers, tmp_path
):
    choose_thing(values, "woningen")
    qtbot.mouseClick(values.picture_button, LEFT)
    dialog = drawn(qtbot, window)
    kinds = [dialog.kind.itemText(i) for i in range(dialog.kind.count())]
    assert kinds == ["Strip plot", "Strip plot by Grootte", "Timeline of target years"]
    assert not dialog.picture.pixmap().isNull()
    dialog.chart = None
    dialog.kind.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.chart is not None, timeout=LONG_MS)
    assert (
        "Stad: Document Oostervaart; From 1200; Median 1200; n/N 1/1." in dialog.words.toPlainText()
    )
    assert dialog.picture.accessibleName() == dialog.words.toPlainText()
    assert not cut_words(dialog)
    target = tmp_path / "strip.png"
    answers.paths = [target]
    qtbot.mouseClick(dialog.act_button, LEFT)
    words = tmp_path / "strip.png.txt"
    qtbot.waitUntil(words.exists, timeout=LONG_MS)
    assert target.read_bytes().startswith(b"\x89PNG")
    qtbot.waitUntil(values.message.isVisible, timeout=LONG_MS)


def test_the_matrix_is_saved_as_a_heat_map_or_as_bars(window, qtbot, space, answers, tmp_path):
    qtbot.waitUntil(lambda: space.matrix.grid.rowCount() > 0, timeout=LONG_MS)
    qtbot.keyClicks(space.matrix.sought, "housing")
    space.matrix.view.setCurrentIndex(space.matrix.grid.index(0, 0))
    qtbot.mouseClick(space.matrix.picture_button, LEFT)
    dialog = drawn(qtbot, window)
    kinds = [dialog.kind.itemText(i) for i in range(dialog.kind.count())]
    assert kinds[:3] == ["Heat map", "Bars: documents by code", "WON: documents by Grootte"]
    assert "WON: Role by Grootte" in kinds
    assert len(dialog.chart.rows) == space.matrix.grid.rowCount()
    target = tmp_path / "heat.svg"
    answers.paths = [target]
    qtbot.mouseClick(dialog.act_button, LEFT)
    qtbot.waitUntil(target.exists, timeout=LONG_MS)
    assert "<title" in target.read_text("utf-8")


def test_what_cannot_be_drawn_is_said_in_the_dialog(window, qtbot, values):
    qtbot.mouseClick(values.picture_button, LEFT)  # numbers of two things
    dialog = window.findChild(ChartDialog, "chart")
    qtbot.waitUntil(dialog.message.isVisible, timeout=LONG_MS)
    assert not dialog.act_button.isEnabled()


def test_a_portrait_opens_the_coding_that_was_clicked_and_its_page(window, qtbot, space):
    space.tabs.show_region(space.portrait)
    panel = space.portrait
    qtbot.waitUntil(lambda: panel.view.lanes.rowCount() > 2, timeout=LONG_MS)
    lane = next(lane for lane in panel.view.portrait.lanes if lane.key == "WON")
    row = 1 + panel.view.portrait.lanes.index(lane)
    rect = panel.view.visualRect(panel.view.lanes.index(row, 0))
    left, width = axis(panel.view.viewport().rect())
    stretch = lane.stretches[-1]
    place = QPoint(left + round((stretch.start + stretch.end) / 2 * width), rect.center().y())
    qtbot.mouseClick(panel.view.viewport(), LEFT, pos=place)
    passage = space.evidence.current()
    assert passage.codings[0].uid == stretch.uid
    qtbot.mouseDClick(panel.view.viewport(), LEFT, pos=place)
    assert window.view.currentWidget() is window.view.coding
    assert window.view.coding.page.view.scene.flashed == passage.anchor


def test_a_theme_of_a_portrait_opens_its_passages_by_key(qtbot, space):
    space.tabs.show_region(space.portrait)
    panel = space.portrait
    qtbot.waitUntil(lambda: panel.view.lanes.rowCount() > 2, timeout=LONG_MS)
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.view.lanes.index(1, 0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    lane = panel.view.lanes.row(2)
    qtbot.waitUntil(lambda: space.evidence.model.rowCount() == len(lane.stretches), timeout=LONG_MS)
    assert space.evidence.title.text().startswith(lane.key)
    assert "3 documents read" in space.evidence.sentence.text()


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_no_word_is_cut_in_the_smallest_window(empty_window, project_file, tongue, qtbot):
    window = empty_window
    window.outfit.language.choose(tongue)
    window.resize(1024, 700)
    assert window.desk.open(project_file)
    window.actions_["space_analysis"].trigger()
    space = window.view.analysis_space
    space.tabs.show_region(space.values)
    qtbot.waitUntil(lambda: space.values.model.rowCount() == 5, timeout=LONG_MS)
    ask(space.values, Asked.GROUPS)
    choose_thing(space.values, "woningen")
    qtbot.waitUntil(space.evidence.foot.isVisible, timeout=LONG_MS)
    assert cut_words(window) == []
    space.tabs.show_region(space.portrait)
    qtbot.waitUntil(lambda: space.portrait.view.lanes.rowCount() > 2, timeout=LONG_MS)
    assert cut_words(window) == []
    values, portrait = space.values, space.portrait
    controls = (values.thing, values.asked, values.system, values.voices, values.sought)
    for widget in (*controls, values.table, portrait.document, portrait.view):
        assert widget.accessibleName()


def spot_place(values, name: str) -> tuple[str, QPoint]:
    spot = next(spot for spot in values.plot.spots if spot.words.startswith(name))
    return spot.uid, values.plot.place_of(spot).toPoint()


def test_a_mark_of_the_plot_opens_its_passage_and_its_page(window, qtbot, space, values):
    choose_thing(values, "woningen")
    ask(values, Asked.GROUPS)
    qtbot.waitUntil(lambda: len(values.plot.spots) == 3, timeout=LONG_MS)
    assert values.plot_place.isVisible()
    assert "Stad: Document Oostervaart" in values.plot.accessibleDescription()
    uid, place = spot_place(values, "Oostervaart")
    qtbot.mouseClick(values.plot, LEFT, pos=place)
    passage = space.evidence.current()
    assert passage.codings[0].uid == uid
    qtbot.mouseDClick(values.plot, LEFT, pos=place)
    assert window.view.currentWidget() is window.view.coding
    assert window.view.coding.page.view.scene.flashed == passage.anchor


def test_arrows_walk_the_marks_of_the_plot(qtbot, space, values):
    ask(values, Asked.YEARS)
    qtbot.waitUntil(lambda: len(values.plot.spots) == 3, timeout=LONG_MS)
    values.plot.setFocus()
    for spot in values.plot.spots:
        qtbot.keyClick(values.plot, Qt.Key.Key_Right)
        assert space.evidence.current().codings[0].uid == spot.uid
    qtbot.mouseClick(values.plot_button, LEFT)
    assert not values.plot_place.isVisible()
    ask(values, Asked.HIGHEST)  # of several things: nothing to draw
    qtbot.mouseClick(values.plot_button, LEFT)
    assert not values.plot_place.isVisible()
