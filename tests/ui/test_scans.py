"""Scanned pages read by text recognition, in the real window."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt

from qualcode_app.services.documents import intake
from qualcode_app.ui.dialogs.text_quality import TextQuality

pytestmark = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed here"
)


@pytest.fixture
def opened(hand, scan):
    workspace = hand.window.workspace
    found = intake.take_in(workspace.project, [scan])
    workspace.changed.emit(found.changes)
    (one,) = found.taken
    hand.window.viewing.look_at(one.document_uid)
    return one.document_uid


def row(hand, uid):
    return hand.space.documents.model.row_of(uid)


def test_a_scan_that_was_read_can_be_selected_and_undone(hand, opened):
    assert "woningen" not in hand.view.scene.source.text
    hand.window.actions_["read_scans"].trigger()
    hand.qtbot.waitUntil(lambda: "woningen" in hand.view.scene.source.text, timeout=30_000)
    assert row(hand, opened).text_source == "mixed"
    index = hand.space.documents.model.index_of(opened)
    assert "OCR" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "text recognition" in hand.space.page.message.sentence.text()
    hand.window.actions_["undo"].trigger()
    assert "woningen" not in hand.view.scene.source.text
    assert row(hand, opened).text_source == "pdf"
    hand.window.actions_["redo"].trigger()
    assert "woningen" in hand.view.scene.source.text


def test_the_report_offers_to_read_what_has_no_text(hand, opened):
    hand.window.actions_["text_quality"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(TextQuality)))
    (shown,) = hand.window.findChildren(TextQuality)
    shown.read_button.click()
    hand.qtbot.waitUntil(lambda: row(hand, opened).text_source == "mixed", timeout=30_000)


def test_without_tesseract_the_window_says_what_to_install(hand, opened, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with hand.qtbot.waitSignal(hand.window.workspace.failed) as told:
        hand.window.actions_["read_scans"].trigger()
    assert "tesseract-ocr-nld" in str(told.args[0])


def test_a_scan_is_read_as_it_comes_in(hand, scan, qtbot):
    window = hand.window
    window.outfit.ask.paths = [scan]
    with qtbot.waitSignal(window.desk.documents_added, timeout=30_000) as told:
        window.actions_["add_documents"].trigger()
    (one,) = told.args[0].taken
    message = window.view.coding.page.message
    assert message.button.text() == "Read with OCR"
    qtbot.mouseClick(message.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row(hand, one.document_uid).text_source == "mixed", timeout=30_000)


def test_the_page_in_sight_is_read_alone(hand, opened):
    hand.view.set_zoom(3)
    hand.view.go_to_page(1)
    hand.window.actions_["read_page"].trigger()
    hand.qtbot.waitUntil(lambda: "woningen" in hand.view.scene.source.text, timeout=30_000)
    assert hand.space.page.message.sentence.text().startswith("1 page was read")
