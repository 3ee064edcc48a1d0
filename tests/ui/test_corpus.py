"""The corpus work space: a table edited in place, groups beside it, cases from a sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from qualcode_app.domain.changes import Kind
from qualcode_app.services.cases import attribute_edits, group_edits
from qualcode_app.services.cases.corpus import corpus
from qualcode_app.services.cases.sheet_plan import LEAVE
from qualcode_app.ui.item_models.corpus_grid import ROW_ROLE, What
from tests.ui.test_window import SIZES, app, cut_words  # noqa: F401  a fixture is found by name

SHEET = """Gemeente;Gemeentecode;Golf;Corpus;Reden;Groep: Grootte
gemeente Lindewater;0101;2026;in;;Klein
Oostervaart;102;2026;uit;Nog niet vastgesteld;Groot
Kreekenborg;103;2026;in;;Groot
"""


class Register:
    """The work space in the hands of a user."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot = window, qtbot
        window.bar.show_space("corpus")
        self.space = window.view.corpus_space
        self.panel, self.groups = self.space.panel, self.space.groups

    @property
    def now(self):
        return self.window.workspace.read(corpus)

    def document(self, case: str):
        return next(one for one in self.now.everything if one.name == case)

    def index(self, name: str, what: What, uid: str = ""):
        sieve = self.panel.sieve
        for number in range(sieve.rowCount()):
            row = sieve.index(number, 0).data(ROW_ROLE)
            if name in (row.case.name if row.case else "", row.uid):
                return sieve.index(number, self.column(what, uid))
        raise AssertionError(name)

    def column(self, what: What, uid: str) -> int:
        fields = [(field.what, field.uid) for field in self.panel.model.fields]
        return fields.index((what, uid))

    def shown(self, name: str, what: What, uid: str = "") -> str:
        return self.index(name, what, uid).data()

    def type(self, name: str, what: What, text: str, uid: str = "") -> None:
        """Double-click a cell, type, Enter."""
        index = self.index(name, what, uid)
        table = self.panel.table
        table.scrollTo(index)
        place = table.visualRect(index).center()
        for click in (self.qtbot.mouseClick, self.qtbot.mouseDClick):
            click(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        editor = table.viewport().findChild(QLineEdit)
        assert editor is not None
        editor.setText(text)
        self.qtbot.keyClick(editor, Qt.Key.Key_Return)
        self.settle()

    def settle(self) -> None:
        """Let Qt come back to its loop, where it stores what was typed."""
        for _ in range(3):
            QApplication.processEvents()

    def rename(self, text: str) -> None:
        """Type another name of the marked group, wave or attribute."""
        self.groups.tree.currentItem().setText(0, text)
        self.settle()

    def choose_rows(self, *names: str) -> None:
        table = self.panel.table
        table.clearSelection()
        for number, name in enumerate(names):
            keys = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier(0)
            place = table.visualRect(self.index(name, What.DOCUMENT)).center()
            self.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, place)

    def undo(self) -> None:
        self.window.actions_["undo"].trigger()


@pytest.fixture
def register(window, qtbot) -> Register:
    return Register(window, qtbot)


def test_the_table_shows_documents_and_how_many_count(register):
    assert register.panel.sieve.rowCount() == 3
    assert register.panel.title.text() == "3 documents in the corpus"
    assert register.shown("Lindewater", What.STATE) == "in"


def test_a_wave_is_typed_in_place_and_taken_back(register):
    register.type("Lindewater", What.WAVE, "2026")
    assert register.document("Lindewater").wave.title == "2026"
    assert register.shown("Lindewater", What.WAVE) == "2026"
    register.undo()
    assert register.document("Lindewater").wave is None
    assert register.now.waves == ()


def test_marked_documents_go_out_with_a_reason_and_come_back(register, answers, qtbot):
    answers.lines = ["Nog niet vastgesteld"]
    register.choose_rows("Lindewater", "Oostervaart")
    qtbot.mouseClick(register.panel.buttons["out"], Qt.MouseButton.LeftButton)
    assert [one.name for one in register.now.out] == ["Lindewater", "Oostervaart"]
    assert register.shown("Oostervaart", What.REASON) == "Nog niet vastgesteld"
    assert register.panel.title.text() == "1 document in the corpus, 2 out"
    assert "Lindewater and Oostervaart" in register.panel.outside.text()
    assert "codings count nowhere" in register.panel.outside.text()
    register.undo()
    assert len(register.now.documents) == 3


def test_without_a_reason_nothing_goes_out(register, answers, qtbot):
    register.choose_rows("Lindewater")
    qtbot.mouseClick(register.panel.buttons["out"], Qt.MouseButton.LeftButton)
    assert answers.asked == ["Out of the corpus"]
    assert len(register.now.documents) == 3


def test_a_state_is_chosen_in_its_cell(register, qtbot):
    table = register.panel.table
    table.setCurrentIndex(register.index("Lindewater", What.STATE))
    table.edit(table.currentIndex())
    choice = table.viewport().findChild(QComboBox)
    choice.setCurrentIndex(choice.findData("open"))
    choice.activated.emit(choice.currentIndex())
    register.settle()
    assert [one.name for one in register.now.undecided] == ["Lindewater"]


def test_groups_are_typed_with_their_days(register):
    register.window.workspace.write(group_edits.add_system, "Grootte", ["Klein"])
    (system,) = register.now.systems
    register.type("Lindewater", What.SYSTEM, "Klein (–2021); Groot (2022–)", system.uid)
    assert register.shown("Lindewater", What.SYSTEM, system.uid) == "Groot"
    register.panel.views.chosen.emit("cases")
    assert register.shown("Lindewater", What.SYSTEM, system.uid) == "Klein (–2021); Groot (2022–)"


def test_an_attribute_refuses_what_is_not_of_its_kind(register):
    register.window.workspace.write(attribute_edits.add, "Inwoners", "number", "case")
    (attribute,) = register.now.attributes
    register.type("Lindewater", What.ATTRIBUTE, "veel", attribute.uid)
    assert "no number" in register.panel.message.sentence.text()
    assert register.shown("Lindewater", What.ATTRIBUTE, attribute.uid) == ""
    register.type("Lindewater", What.ATTRIBUTE, "12500", attribute.uid)
    assert register.shown("Lindewater", What.ATTRIBUTE, attribute.uid) == "12,500"


def test_a_case_gets_its_code_and_other_names_in_the_table_of_cases(register):
    register.panel.views.chosen.emit("cases")
    register.type("Lindewater", What.CODE, "101")
    register.type("Lindewater", What.ALIASES, "Lindestad; Lindewaeter")
    case = next(row for row in register.now.cases if row.name == "Lindewater")
    assert case.code == "0101"
    assert case.aliases == ("Lindestad", "Lindewaeter")
    register.undo()
    register.undo()
    case = next(row for row in register.now.cases if row.name == "Lindewater")
    assert (case.code, case.aliases) == ("", ())


def test_the_table_of_cases_shows_the_documents_of_each_wave(register):
    register.type("Lindewater", What.WAVE, "2026")
    register.panel.views.chosen.emit("cases")
    (wave,) = register.now.waves
    assert register.shown("Lindewater", What.DOCUMENTS, wave.uid) == "Lindewater 2026"
    assert register.shown("Oostervaart", What.DOCUMENTS) == "Oostervaart 2026"


def test_a_case_without_document_is_added_and_pointed_out(register, answers, qtbot):
    answers.lines = ["Havenmond"]
    qtbot.mouseClick(register.panel.case_button, Qt.MouseButton.LeftButton)
    assert register.shown("Havenmond", What.STATE) == "no document"
    assert "Havenmond" in register.panel.outside.text()


def test_the_filter_finds_words_in_any_column(register, qtbot):
    register.type("Lindewater", What.WAVE, "Golf twee")
    qtbot.keyClicks(register.panel.search_field, "golf twee")
    assert register.panel.sieve.rowCount() == 1


def test_groups_are_added_renamed_moved_and_removed_beside_the_table(register, answers, qtbot):
    answers.lines = ["Grootte", "Klein", "Groot"]
    groups = register.groups
    groups.add_requested.emit(Kind.GROUP_SYSTEM)
    groups.mark(register.now.systems[0].uid)
    for _ in range(2):
        groups.group_action.trigger()
    assert [group.title for group in register.now.systems[0].groups] == ["Klein", "Groot"]
    groups.mark(register.now.systems[0].groups[1].uid)
    qtbot.mouseClick(groups.up_button, Qt.MouseButton.LeftButton)
    assert [group.title for group in register.now.systems[0].groups] == ["Groot", "Klein"]
    register.rename("Grootst")
    assert register.now.systems[0].groups[0].title == "Grootst"
    qtbot.mouseClick(groups.remove_button, Qt.MouseButton.LeftButton)
    assert [group.title for group in register.now.systems[0].groups] == ["Klein"]
    register.undo()
    assert len(register.now.systems[0].groups) == 2


def test_a_wave_gets_its_days_by_its_name(register):
    register.type("Lindewater", What.WAVE, "2022")
    (wave,) = register.now.waves
    register.groups.mark(wave.uid)
    register.rename("2022 (2022-03-16–2026-03-15)")
    (wave,) = register.now.waves
    assert (wave.title, str(wave.from_date)) == ("2022", "2022-03-16")


def test_an_attribute_is_made_in_a_dialog(register, window, qtbot):
    register.groups.add_requested.emit(Kind.ATTRIBUTE)
    dialog = next(child for child in window.children() if child.objectName() == "new_attribute")
    dialog.act_button.click()
    assert dialog.message.isVisible()
    dialog.title.setText("Partijen")
    dialog.many.setChecked(True)
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    (attribute,) = register.now.attributes
    assert (attribute.title, attribute.many, attribute.of) == ("Partijen", True, "case")


def test_alt_enter_opens_the_document_of_a_row(register, window, qtbot):
    other = register.document("Oostervaart")
    register.choose_rows("Oostervaart")
    qtbot.keyClick(register.panel.table, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert window.viewing.document_uid == other.uid
    assert window.view.coding.page.isVisibleTo(window)


@pytest.fixture
def sheet(register, answers, qtbot, tmp_path):
    """The dialog over a sheet with one doubt."""
    path = tmp_path / "gemeenten.csv"
    path.write_text(SHEET, "utf-8")
    answers.paths = [path]
    qtbot.mouseClick(register.panel.import_button, Qt.MouseButton.LeftButton)
    desk = register.window.view.corpus_desk
    qtbot.waitUntil(lambda: desk.dialog is not None, timeout=20_000)
    yield desk.dialog
    if desk.dialog is not None:
        desk.dialog.reject()


def choice(sheet, row: int, column: int) -> QComboBox:
    return sheet.lines.cellWidget(row, column)


def test_a_sheet_asks_its_doubt_first_and_then_sets_up_the_register(register, sheet, qtbot):
    assert not sheet.act_button.isEnabled()
    assert "To be decided: 1." in sheet.summary.text()
    box = choice(sheet, 0, 2)
    box.setCurrentIndex(box.findText("It is Kreekenburg"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(sheet.act_button.isEnabled, timeout=20_000)
    qtbot.mouseClick(sheet.act_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(register.window.actions_["undo"].isEnabled, timeout=20_000)
    now = register.now
    assert [one.name for one in now.documents] == ["Kreekenburg", "Lindewater"]
    assert [one.out_reason for one in now.out] == ["Nog niet vastgesteld"]
    assert next(row for row in now.cases if row.name == "Kreekenburg").aliases == ("Kreekenborg",)
    assert register.panel.title.text() == "2 documents in the corpus, 1 out"
    register.undo()
    assert len(register.now.documents) == 3
    assert register.now.systems == ()
    register.window.actions_["redo"].trigger()
    assert len(register.now.documents) == 2


def test_a_doubtful_line_may_be_left_out(register, sheet, qtbot):
    box = choice(sheet, 0, 2)
    box.setCurrentIndex(box.findData(LEAVE))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(sheet.act_button.isEnabled, timeout=20_000)
    assert "2 of 3 lines" in sheet.summary.text()


def test_a_column_left_out_is_told(register, sheet, qtbot):
    use = sheet.columns.cellWidget(5, 1)
    use.setCurrentIndex(use.findData("leave"))
    use.activated.emit(use.currentIndex())
    qtbot.waitUntil(lambda: "Columns left out" in sheet.summary.text(), timeout=20_000)
    assert "Groep: Grootte" in sheet.summary.text()


def test_a_line_that_was_matched_may_be_decided_otherwise(sheet):
    assert choice(sheet, 1, 2) is None
    sheet.lines.itemDoubleClicked.emit(sheet.lines.item(1, 1))
    assert choice(sheet, 1, 2).currentText() == "Lindewater"


def test_a_file_that_is_no_sheet_is_told_beside_the_table(register, answers, qtbot, tmp_path):
    path = tmp_path / "brief.docx"
    path.write_bytes(b"")
    answers.paths = [path]
    register.window.actions_["import_cases"].trigger()
    qtbot.waitUntil(register.panel.message.isVisible, timeout=20_000)
    assert "no sheet" in register.panel.message.sentence.text()


def test_the_reason_of_a_case_without_document_is_typed_in_its_row(register, answers, qtbot):
    answers.lines = ["Havenmond"]
    qtbot.mouseClick(register.panel.case_button, Qt.MouseButton.LeftButton)
    register.type("Havenmond", What.REASON, "Niet gereed")
    assert register.shown("Havenmond", What.REASON) == "Niet gereed"
    register.undo()
    assert register.shown("Havenmond", What.REASON) == ""


def test_the_list_of_documents_tells_group_and_what_does_not_count(
    register, window, answers, qtbot
):
    workspace, listed = window.workspace, window.view.coding.documents
    workspace.write(group_edits.add_system, "Grootte", ["Groot", "Klein"])
    (system,) = register.now.systems
    register.type("Lindewater", What.SYSTEM, "Groot", system.uid)
    register.type("Kreekenburg", What.SYSTEM, "Klein", system.uid)
    answers.lines = ["Nog niet vastgesteld"]
    register.choose_rows("Oostervaart")
    qtbot.mouseClick(register.panel.buttons["out"], Qt.MouseButton.LeftButton)
    window.bar.show_space("coding")
    menu = listed.group_button.menu()
    next(action for action in menu.actions() if action.text() == "Grootte").trigger()
    assert listed.group_button.text() == "Grootte"
    model = listed.model
    shown = [model.index(i) for i in range(model.rowCount())]
    titles = [index.data() for index in shown]
    assert titles == ["Lindewater 2026", "Kreekenburg 2026", "Oostervaart 2026"]
    assert shown[0].data(Qt.ItemDataRole.AccessibleTextRole).startswith("Lindewater 2026, Groot")
    tip = shown[2].data(Qt.ItemDataRole.ToolTipRole)
    assert "out of the corpus Nog niet vastgesteld" in tip
    qtbot.keyClicks(listed.filter_field, "klein")
    assert [model.index(i).data() for i in range(model.rowCount())] == ["Kreekenburg 2026"]


@pytest.mark.parametrize("tongue", ["en", "nl"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_the_corpus_is_cut(app, tongue, size):  # noqa: F811  the fixture
    app.outfit.language.choose(tongue)
    app.window.resize(*size)
    app.window.workspace.write(group_edits.add_system, "Grootte", ["Klein"])
    app.window.actions_["space_corpus"].trigger()
    for _ in range(5):
        QApplication.processEvents()
    assert cut_words(app.window) == []
