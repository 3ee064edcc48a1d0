"""A new project asks for title, coder, language, codebook and documents, and for nothing else."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from qualcode_app import paths
from qualcode_app.models.documents import Document
from qualcode_app.services.codebook import codebook
from qualcode_app.ui.dialogs.new_project import NewProjectDialog

LONG_MS = 60_000
LEFT = Qt.MouseButton.LeftButton


def drop(widget, *dropped) -> None:
    """Drag files over a widget and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in dropped])
    how = Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    for event in (QDragEnterEvent(QPoint(9, 9), *how), QDropEvent(QPoint(9, 9), *how)):
        QApplication.sendEvent(widget, event)


@pytest.fixture
def folder(tmp_path):
    """A folder with one agreement."""
    made = tmp_path / "agreements"
    made.mkdir()
    shutil.copy(paths.samples() / "kreekenburg-2026.pdf", made)
    return made


@pytest.fixture
def dialog(empty_window):
    empty_window.actions_["new_project"].trigger()
    return empty_window.findChild(NewProjectDialog)


def test_a_project_begins_with_the_folder_dropped_and_the_language_chosen(
    qtbot, empty_window, dialog, answers, folder, tmp_path
):
    qtbot.keyClicks(dialog.title, "Akkoorden")
    qtbot.keyClicks(dialog.coder, "Fenna Proef")
    dialog.language.setFocus()
    qtbot.keyClicks(dialog.language, "German")
    drop(dialog.drop_field, folder)
    assert dialog.drop_field.text() == "agreements"
    answers.paths = [tmp_path / "new.qualcode"]
    with qtbot.waitSignal(empty_window.desk.documents_added, timeout=LONG_MS) as told:
        qtbot.mouseClick(dialog.act_button, LEFT)
    assert len(told.args[0].taken) == 1
    workspace = empty_window.workspace
    assert workspace.read(lambda session: session.query(Document).one().language) == "de"
    assert len(workspace.read(codebook.rows)) == 176
    assert empty_window.view.coding.page.document is not None


def test_who_names_no_place_goes_back_to_what_was_typed(qtbot, empty_window, dialog, answers):
    qtbot.keyClicks(dialog.title, "Akkoorden")
    qtbot.keyClicks(dialog.coder, "Fenna Proef")
    qtbot.mouseClick(dialog.act_button, LEFT)
    assert answers.asked == ["new_project"]
    assert dialog.isVisible()
    assert dialog.title.text() == "Akkoorden"
    assert empty_window.workspace.project is None
    dialog.reject()


def test_the_codebook_is_shown_before_it_is_taken(qtbot, dialog):
    assert "176 codes under 17 headings" in dialog.preview.toPlainText()
    assert "WON  Housing (" in dialog.preview.toPlainText()
    dialog.codebook.setFocus()
    qtbot.keyClick(dialog.codebook, Qt.Key.Key_End)
    assert dialog.codebook.currentText() == "No codebook"
    assert "no codes" in dialog.preview.toPlainText()
    dialog.reject()


def test_documents_are_chosen_by_a_button_too_and_taken_off_again(qtbot, dialog, answers, folder):
    answers.paths = sorted(paths.samples().glob("*.pdf"))
    qtbot.mouseClick(dialog.choose_button, LEFT)
    qtbot.mouseClick(dialog.choose_button, LEFT)
    assert dialog.drop_field.text().endswith("and 1 more")
    qtbot.mouseClick(dialog.none_button, LEFT)
    assert dialog.documents == ()
    assert dialog.none_button.isHidden()
    dialog.reject()


def test_documents_dropped_on_the_start_page_begin_the_new_project(qtbot, empty_window, folder):
    drop(empty_window.start_page.drop_field, folder)
    dialog = empty_window.findChild(NewProjectDialog)
    assert dialog.documents == (folder,)
    dialog.reject()
