"""Findings by mouse and keys: kept from an answer, asked again, confirmed, and contradicted."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.claims import claims
from qualcode_app.services.claims.contradiction import Check
from qualcode_app.services.claims.recheck import State
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.ui.dialogs.memo import MemoDialog
from tests.ui.test_analysis import LEFT, LONG_MS, ask, click_cell, said, uid_of, wait_for_rows
from tests.ui.test_window import cut_words

KEY = "ZOR-8"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def space(window, qtbot):
    window.actions_["space_analysis"].trigger()
    space = window.view.analysis_space
    qtbot.waitUntil(lambda: space.matrix.grid.rowCount() > 0, timeout=LONG_MS)
    qtbot.waitUntil(lambda: space.findings.register is not None, timeout=LONG_MS)
    return space


def rows(space):
    register = space.findings.register
    return register.rows if register is not None else ()


def keep_cell(qtbot, space) -> None:
    """Keep what the cell of one document says, by the key."""
    click_cell(qtbot, space, KEY, "Lindewater")
    said(qtbot, space, "Only Lindewater")
    wait_for_rows(qtbot, space)
    qtbot.keyClick(space.matrix.view, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: len(rows(space)) == 1, timeout=LONG_MS)


def code_elsewhere(window, space) -> str:
    """Code the same in a document that did not have it; returns the coding."""
    workspace = window.workspace
    text = next(r for r in workspace.read(documents.rows) if r.case_name == "Oostervaart")
    place = TextAnchor(1000, 1080)
    new = NewCoding(
        text.revision_uid, workspace.round_uid, workspace.coder_uid, uid_of(space, KEY), place
    )
    assert workspace.write(codings.add, new) is not None
    return new.uid


def show_findings(qtbot, space) -> None:
    space.tabs.show_region(space.findings)
    qtbot.waitUntil(lambda: space.findings.current() is not None, timeout=LONG_MS)


def test_a_cell_is_kept_as_a_finding_in_one_act_and_taken_back(window, qtbot, space):
    keep_cell(qtbot, space)
    (row,) = rows(space)
    assert row.claim.sentence.startswith("Only Lindewater says something about ")
    assert row.state == State.TRUE
    assert space.evidence.message.isVisible()
    assert space.evidence.model.rowCount() > 0  # what was looked at stays
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not rows(space), timeout=LONG_MS)
    window.actions_["redo"].trigger()
    qtbot.waitUntil(lambda: len(rows(space)) == 1, timeout=LONG_MS)


def test_passages_are_picked_by_keys_before_it_is_kept(window, qtbot, space):
    ask(qtbot, space, Kind.ALL_OF, KEY)
    said(qtbot, space, "Only Lindewater")
    wait_for_rows(qtbot, space)
    passage = space.evidence.current()
    assert isinstance(passage, Passage)
    qtbot.keyClick(space.evidence.list, Qt.Key.Key_E)
    assert space.evidence.marks.buttons["example"].isChecked()
    qtbot.keyClick(space.evidence.list, Qt.Key.Key_X)
    assert [button.isChecked() for button in space.evidence.marks.buttons.values()] == [False, True]
    qtbot.mouseClick(space.evidence.keep_button, LEFT)
    qtbot.waitUntil(lambda: len(rows(space)) == 1, timeout=LONG_MS)
    uids = {coding.uid for coding in passage.codings}
    assert set(rows(space)[0].claim.coding_uids("exception")) == uids


def test_letters_that_are_typed_keep_nothing(qtbot, space):
    click_cell(qtbot, space, KEY, "Lindewater")
    said(qtbot, space, "Only Lindewater")
    qtbot.keyClicks(space.matrix.sought, "fex")
    assert space.matrix.sought.text() == "fex"
    assert not rows(space)


def test_a_coding_elsewhere_changes_the_finding_and_tells_both_sides(window, qtbot, space):
    keep_cell(qtbot, space)
    show_findings(qtbot, space)
    code_elsewhere(window, space)
    panel = space.findings
    qtbot.waitUntil(lambda: rows(space)[0].state == State.CHANGED, timeout=LONG_MS)
    assert space.tabs.tabs.tabText(space.tabs.tabs.count() - 1) == "Findings (1 ✕)"
    assert "Came: Oostervaart" in panel.card.moves.text()
    assert panel.card.now.text().startswith("2 of the 3 documents read")
    (clash,) = panel.found
    assert clash.check == Check.ONLY
    view = panel.card.clashes
    place = view.visualRect(panel.card.model.index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)

    def shown() -> str:
        row = space.evidence.current()
        return row.document_name if row is not None else ""

    qtbot.waitUntil(lambda: shown() == "Oostervaart", timeout=LONG_MS)
    qtbot.mouseClick(space.evidence.page_button, LEFT)
    assert window.view.currentWidget() is window.view.coding
    assert window.view.coding.page.view.scene.flashed.end == 1080


def test_a_question_out_of_sight_leaves_the_evidence_of_a_finding_alone(window, qtbot, space):
    ask(qtbot, space, Kind.ALL_OF, KEY)
    said(qtbot, space, "Only Lindewater")
    qtbot.keyClick(space.questions.tree, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: len(rows(space)) == 1, timeout=LONG_MS)
    show_findings(qtbot, space)
    code_elsewhere(window, space)
    qtbot.waitUntil(lambda: rows(space)[0].state == State.CHANGED, timeout=LONG_MS)
    qtbot.waitUntil(lambda: space.evidence.model.rowCount() == 2, timeout=LONG_MS)
    assert space.evidence.title.text() == "Evidence of the finding"
    assert not space.evidence.keep_button.isVisible()


def test_what_is_found_now_is_kept_and_the_contradiction_is_gone(window, qtbot, space):
    keep_cell(qtbot, space)
    show_findings(qtbot, space)
    code_elsewhere(window, space)
    panel = space.findings
    qtbot.waitUntil(panel.card.confirm_button.isVisible, timeout=LONG_MS)
    qtbot.mouseClick(panel.card.confirm_button, LEFT)
    qtbot.waitUntil(lambda: rows(space)[0].state == State.TRUE, timeout=LONG_MS)
    assert panel.card.sentence.toPlainText().startswith("2 of the 3 documents read")
    assert panel.found == ()
    assert not panel.card.confirm_button.isVisible()


def test_a_sentence_is_reworded_and_held_against_its_number(window, qtbot, space):
    keep_cell(qtbot, space)
    show_findings(qtbot, space)
    card = space.findings.card
    assert not card.reword_button.isEnabled()
    qtbot.keyClick(card.sentence, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(card.sentence, "Nearly all of the agreements say this.")
    qtbot.mouseClick(card.reword_button, LEFT)
    qtbot.waitUntil(lambda: len(space.findings.found) == 1, timeout=LONG_MS)
    assert space.findings.found[0].check == Check.QUANTIFIER
    assert "does not fit 1 of 3" in card.model.index(0, 0).data()
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not space.findings.found, timeout=LONG_MS)
    assert card.sentence.toPlainText().startswith("Only Lindewater")


def test_evidence_of_a_finding_is_picked_and_let_go(window, qtbot, space):
    keep_cell(qtbot, space)
    show_findings(qtbot, space)
    wait_for_rows(qtbot, space)
    qtbot.mouseClick(space.evidence.marks.buttons["example"], LEFT)
    qtbot.waitUntil(lambda: len(rows(space)[0].claim.evidence) > 0, timeout=LONG_MS)
    wait_for_rows(qtbot, space)
    index = space.evidence.model.index(0, 0)
    assert "example" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.mouseClick(space.evidence.marks.buttons["example"], LEFT)
    qtbot.waitUntil(lambda: not rows(space)[0].claim.evidence, timeout=LONG_MS)


def test_findings_are_filtered_exported_and_removed(window, qtbot, space, answers, tmp_path):
    panel = space.findings
    space.tabs.show_region(panel)
    assert panel.nothing.isVisible()
    space.tabs.show_region(space.matrix)
    keep_cell(qtbot, space)
    show_findings(qtbot, space)
    panel.shown.setCurrentIndex(1)
    assert panel.model.rowCount() == 1  # what contradicts in the whole project
    panel.shown.setCurrentIndex(0)
    panel.mark(rows(space)[0].claim.uid)
    target = tmp_path / "findings.xlsx"
    answers.paths = [target]
    qtbot.mouseClick(panel.export_button, LEFT)
    qtbot.waitUntil(target.exists, timeout=LONG_MS)
    qtbot.waitUntil(panel.message.isVisible, timeout=LONG_MS)
    assert openpyxl.load_workbook(target).sheetnames == ["Findings", "Contradictions"]
    qtbot.mouseClick(panel.card.remove_button, LEFT)
    qtbot.waitUntil(panel.nothing.isVisible, timeout=LONG_MS)
    assert window.workspace.read(claims.rows) == []


def test_a_memo_says_what_the_analyst_makes_of_a_finding(window, qtbot, space):
    keep_cell(qtbot, space)
    show_findings(qtbot, space)
    card = space.findings.card
    qtbot.mouseClick(card.memo_button, LEFT)
    dialog = window.findChild(MemoDialog)
    qtbot.keyClicks(dialog.text, "A missed chance.")
    qtbot.mouseClick(dialog.act_button, LEFT)
    qtbot.waitUntil(lambda: card.memos.text() == "A missed chance.", timeout=LONG_MS)
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not card.memos.isVisible(), timeout=LONG_MS)


@pytest.mark.parametrize("code", ["en", "nl"])
def test_nothing_is_cut_at_1280_by_800(window, qtbot, space, language, code):
    keep_cell(qtbot, space)
    code_elsewhere(window, space)
    window.resize(1280, 800)
    language.choose(code)
    show_findings(qtbot, space)
    QApplication.processEvents()
    assert cut_words(space.findings) == []
    assert cut_words(space.evidence) == []
