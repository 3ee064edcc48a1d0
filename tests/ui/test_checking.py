"""The quotation check and the report on texts in the real window."""

from __future__ import annotations

import docx
import pytest
from PySide6.QtGui import QGuiApplication

from qualcode_app.services.cases import case_edits
from qualcode_app.services.cases.corpus import corpus
from qualcode_app.services.documents import quotations
from qualcode_app.ui.dialogs.quotation_check import ROW_ROLE, QuotationCheck
from qualcode_app.ui.dialogs.text_quality import TextQuality

WORDS = "Erfpacht overwegen we niet."


@pytest.fixture
def dialog(hand) -> QuotationCheck:
    hand.window.actions_["check_quotations"].trigger()
    (found,) = hand.window.findChildren(QuotationCheck)
    return found


def check(hand, dialog, draft: str) -> list:
    dialog.draft.setPlainText(draft)
    dialog.act_button.click()
    hand.qtbot.waitUntil(lambda: dialog.list.count() > 0)
    return [dialog.list.item(row).data(ROW_ROLE) for row in range(dialog.list.count())]


def test_what_is_not_literal_comes_first_and_is_marked_in_the_draft(hand, dialog):
    found = check(hand, dialog, f"Zij zeggen “{WORDS}” en “xylofoon kwartet”.")
    assert [one.verdict for one in found] == [quotations.NOWHERE, quotations.LITERAL]
    (mark,) = dialog.draft.extraSelections()
    assert mark.cursor.selectedText() == "xylofoon kwartet"


def test_a_case_that_does_not_count_is_pointed_out_in_a_draft(hand, dialog):
    workspace = hand.window.workspace
    document = next(x for x in workspace.read(corpus).documents if x.name == "Oostervaart")
    workspace.write(case_edits.set_state, [document.uid], "out", "Niet vastgesteld")
    check(hand, dialog, f"In Lindewater en Oostervaart staat “{WORDS}”.")
    words = dialog.message.sentence.text()
    assert "Named, but not in the corpus: Oostervaart (Niet vastgesteld)." in words


def test_a_word_document_is_opened_and_checked(hand, dialog, answers, tmp_path):
    draft = docx.Document()
    draft.add_paragraph(f"Zij zeggen “{WORDS}” en “xylofoon kwartet”.")
    draft.save(tmp_path / "draft.docx")
    answers.paths = [tmp_path / "draft.docx"]
    dialog.open_button.click()
    hand.qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert WORDS in dialog.draft.toPlainText()


def test_a_broken_draft_is_refused_in_the_dialog(dialog, answers, tmp_path):
    (tmp_path / "draft.docx").write_bytes(b"PK nothing")
    answers.paths = [tmp_path / "draft.docx"]
    dialog.open_button.click()
    assert "draft.docx is damaged" in dialog.message.sentence.text()


def test_a_click_on_a_quotation_goes_to_its_place(hand, dialog):
    (one,) = check(hand, dialog, f"Zij zeggen “{WORDS}”.")
    dialog.list.itemClicked.emit(dialog.list.item(0))
    assert hand.window.viewing.document_uid == one.document_uid
    assert hand.view.current_page == one.page_number


def test_changed_words_forget_the_verdicts(hand, dialog):
    check(hand, dialog, "“xylofoon kwartet”")
    dialog.draft.setPlainText("Iets anders")
    assert dialog.list.count() == 0
    assert dialog.draft.extraSelections() == []


def test_a_copied_quotation_passes_the_check(hand, dialog):
    row = next(row for row in hand.space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    hand.select(WORDS)
    hand.window.actions_["copy_quote"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"“{WORDS}” ({row.title}")
    (one,) = check(hand, dialog, f"Er staat {copied}.")
    assert one.verdict == quotations.LITERAL


def test_the_report_names_every_document(hand):
    hand.window.actions_["text_quality"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(TextQuality)))
    (shown,) = hand.window.findChildren(TextQuality)
    titles = {shown.table.item(row, 0).text() for row in range(shown.table.rowCount())}
    assert titles == {row.title for row in hand.space.documents.model.rows}
