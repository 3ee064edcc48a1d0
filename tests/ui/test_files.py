"""Projects, documents, merging and exporting through the window."""

from __future__ import annotations

import csv
import shutil

import openpyxl
import pymupdf
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.export import ExportDialog
from qualcode_app.ui.dialogs.intake_report import IntakeReport
from qualcode_app.ui.dialogs.new_project import NewProjectDialog

LONG_MS = 60_000


def small_pdf(words: str = "Wij bouwen woningen.", **saved) -> bytes:
    document = pymupdf.open()
    document.new_page().insert_text((60, 80), words)
    return document.tobytes(**saved)


@pytest.fixture
def new_window(qtbot, empty_window, answers, tmp_path):
    """The window on a new project without documents."""
    answers.paths = [tmp_path / "new.qualcode"]
    empty_window.actions_["new_project"].trigger()
    dialog = empty_window.findChild(NewProjectDialog)
    qtbot.keyClicks(dialog.title, "Akkoorden 2026")
    qtbot.keyClicks(dialog.coder, "Fenna Proef")
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert empty_window.view is not None
    return empty_window


def add(qtbot, window, *files):
    """Add files through the menu and wait for what became of them."""
    window.outfit.ask.paths = list(files)
    with qtbot.waitSignal(window.desk.documents_added, timeout=LONG_MS) as told:
        window.actions_["add_documents"].trigger()
    return told.args[0]


def titles(window) -> list[str]:
    return [row.title for row in window.workspace.read(documents.rows)]


# Projects


def test_a_new_project_has_coder_codebook_and_file(new_window, tmp_path):
    workspace = new_window.workspace
    assert workspace.project.title == "Akkoorden 2026"
    assert [row.name for row in workspace.read(people.coders)] == ["Fenna Proef"]
    assert len(workspace.read(codebook.rows)) == 176
    assert (tmp_path / "new.qualcode").exists()
    assert new_window.windowTitle() == "Akkoorden 2026 (new.qualcode) – QualCode"
    assert new_window.view.coding.documents.nothing.isVisible()


def test_what_a_new_project_lacks_is_said_in_the_dialog(qtbot, empty_window, answers):
    empty_window.actions_["new_project"].trigger()
    dialog = empty_window.findChild(NewProjectDialog)
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.message.sentence.text() == "A project needs a title. Type one."
    assert answers.asked == []
    dialog.reject()


def test_the_same_person_is_the_same_coder_in_the_next_project(
    qtbot, new_window, answers, tmp_path
):
    first = new_window.workspace.coder_uid
    answers.paths = [tmp_path / "next.qualcode"]
    new_window.actions_["new_project"].trigger()
    dialog = new_window.findChildren(NewProjectDialog)[-1]
    assert dialog.coder.text() == "Fenna Proef"
    qtbot.keyClicks(dialog.title, "Volgende")
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert new_window.workspace.project.title == "Volgende"
    assert new_window.workspace.coder_uid == first


def test_a_project_is_opened_closed_and_then_recent(window, project_file):
    window.actions_["close_project"].trigger()
    assert window.view is None
    assert window.pages.currentWidget() is window.start_page
    recent = window.start_page.recent
    assert recent.item(0).text() == "project"
    recent.itemActivated.emit(recent.item(0))
    assert window.workspace.project.path == project_file


def test_a_recent_project_that_is_gone_says_so_and_can_be_taken_off(window, project_file):
    window.desk.close()
    project_file.unlink()
    start = window.start_page
    start.refresh()
    start.recent.setCurrentRow(0)
    assert "file not found" in start.recent.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    start.forget_button.click()
    assert start.recent.count() == 0


def test_a_file_that_is_no_project_is_refused_on_the_start_page(empty_window, answers, tmp_path):
    broken = tmp_path / "broken.qualcode"
    broken.write_bytes(b"no database at all")
    answers.paths = [broken]
    empty_window.actions_["open_project"].trigger()
    assert "is not a QualCode project" in empty_window.start_page.message.sentence.text()
    assert empty_window.view is None


def test_the_sample_is_made_once_and_opened(qtbot, empty_window):
    with qtbot.waitSignal(empty_window.workspace.opened, timeout=LONG_MS):
        empty_window.actions_["open_sample"].trigger()
    assert len(titles(empty_window)) == 3
    made = empty_window.workspace.project.path
    empty_window.desk.close()
    empty_window.actions_["open_sample"].trigger()
    assert empty_window.workspace.project.path == made


# Documents


def test_a_pdf_is_added_shown_and_listed(qtbot, new_window, tmp_path):
    shutil.copy(paths.samples() / "lindewater-2026.pdf", tmp_path / "Lindewater_2026.pdf")
    found = add(qtbot, new_window, tmp_path / "Lindewater_2026.pdf")
    assert [taken.n_pages for taken in found.taken] == [
        len(pymupdf.open(tmp_path / "Lindewater_2026.pdf"))
    ]
    assert titles(new_window) == ["Lindewater 2026"]
    space = new_window.view.coding
    assert space.page.document.title == "Lindewater 2026"
    assert space.documents.model.rowCount() == 1
    assert len(space.status.rows) == 15


def test_each_refused_file_gets_one_sentence_and_the_window_lives_on(qtbot, new_window, tmp_path):
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "words.pdf").write_text("these are words")
    (tmp_path / "good.pdf").write_bytes(small_pdf())
    files = [tmp_path / name for name in ("empty.pdf", "words.pdf", "good.pdf")]
    add(qtbot, new_window, *files)
    assert titles(new_window) == ["good"]
    told = new_window.view.coding.page.message.sentence.text().splitlines()
    assert len(told) == 2
    assert told[0].startswith("empty.pdf is empty.")
    assert told[1].startswith("words.pdf is not a PDF")
    add(qtbot, new_window, tmp_path / "good.pdf")
    assert "already in this project" in new_window.view.coding.page.message.sentence.text()


def test_many_refusals_are_shown_in_a_list(qtbot, new_window, tmp_path):
    for number in range(6):
        (tmp_path / f"{number}.pdf").write_bytes(b"")
    add(qtbot, new_window, *sorted(tmp_path.glob("*.pdf")))
    message = new_window.view.coding.page.message
    assert len(message.sentence.text().splitlines()) == 3
    assert message.button.text() == "Show all 6"
    message.button.click()
    report = new_window.findChild(IntakeReport)
    assert report.list.count() == 6
    report.reject()


def test_a_folder_is_added_with_all_below_it(qtbot, new_window, answers, tmp_path):
    folder = tmp_path / "agreements"
    (folder / "north").mkdir(parents=True)
    (folder / "a.pdf").write_bytes(small_pdf("Een."))
    (folder / "north" / "b.PDF").write_bytes(small_pdf("Twee."))
    answers.paths = [folder]
    with qtbot.waitSignal(new_window.desk.documents_added, timeout=LONG_MS):
        new_window.actions_["add_folder"].trigger()
    assert sorted(titles(new_window)) == ["a", "b"]


@pytest.mark.parametrize("knows", [True, False])
def test_a_password_is_asked_for(qtbot, new_window, answers, tmp_path, knows):
    locked = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": "dijk", "owner_pw": "lead"}
    (tmp_path / "locked.pdf").write_bytes(small_pdf(**locked))
    answers.passwords = {"locked.pdf": "dijk"} if knows else {}
    answers.paths = [tmp_path / "locked.pdf"]
    told = []
    new_window.desk.documents_added.connect(told.append)
    new_window.actions_["add_documents"].trigger()
    qtbot.waitUntil(lambda: any(each.taken or each.refused for each in told), timeout=LONG_MS)
    assert answers.asked.count("password of locked.pdf") == 1
    assert titles(new_window) == (["locked"] if knows else [])
    refused = new_window.view.coding.page.message.sentence.text()
    assert ("opens only with a password" in refused) is not knows


def test_adding_can_be_cancelled_and_what_was_finished_stays(qtbot, new_window, answers, tmp_path):
    files = []
    for number in range(40):
        path = tmp_path / f"{number:02}.pdf"
        path.write_bytes(small_pdf(f"Zin {number}."))
        files.append(path)
    job = new_window.desk.add_documents(files)
    with qtbot.waitSignal(job.cancelled, timeout=LONG_MS):
        qtbot.waitUntil(lambda: bool(titles(new_window)), timeout=LONG_MS)
        new_window.status.cancel_link.click()
    n = len(titles(new_window))
    assert 0 < n < 40
    assert new_window.view.coding.documents.model.rowCount() == n


def test_an_empty_list_says_that_documents_are_on_their_way(qtbot, new_window, tmp_path):
    panel = new_window.view.coding.documents
    assert panel.nothing.text().startswith("No documents yet")
    (tmp_path / "later.pdf").write_bytes(small_pdf())
    job = new_window.desk.add_documents([tmp_path / "later.pdf"])
    assert panel.nothing.text().startswith("Documents are being added")
    assert panel.add_button.isHidden()
    with qtbot.waitSignal(job.cancelled, timeout=LONG_MS):
        job.cancel()
    assert panel.nothing.text().startswith("No documents yet")
    assert not panel.add_button.isHidden()


def test_pdfs_dropped_on_the_window_are_added(qtbot, new_window, tmp_path):
    (tmp_path / "dropped.pdf").write_bytes(small_pdf())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.pdf"))])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(new_window.desk.documents_added, timeout=LONG_MS):
        new_window.dropEvent(event)
    assert titles(new_window) == ["dropped"]


def test_a_document_is_renamed_and_the_name_taken_back(window, answers):
    answers.lines = ["Een andere titel"]
    before = window.view.coding.page.document.title
    window.actions_["rename_document"].trigger()
    assert window.view.coding.page.title.text() == "Een andere titel"
    window.actions_["undo"].trigger()
    assert window.view.coding.page.title.text() == before


def test_a_document_goes_with_its_codings_when_the_user_is_certain(window, answers):
    row = window.workspace.read(documents.get, window.viewing.document_uid)
    answers.is_certain = False
    window.actions_["remove_document"].trigger()
    assert answers.asked[-1] == f"Remove 1 document and {row.n_codings} codings"
    assert len(titles(window)) == 3
    answers.is_certain = True
    window.actions_["remove_document"].trigger()
    assert row.title not in titles(window)
    left = window.workspace.read(coding_rows.rows)
    assert left
    assert row.uid not in {one.document_uid for one in left}


def test_a_document_nobody_worked_on_is_removed_unasked_and_comes_back_as_it_was(
    qtbot, new_window, tmp_path
):
    (tmp_path / "a.pdf").write_bytes(small_pdf())
    add(qtbot, new_window, tmp_path / "a.pdf")
    new_window.actions_["document_read"].trigger()
    states = [row.state for row in new_window.view.coding.status.rows]
    asked = len(new_window.outfit.ask.asked)
    new_window.actions_["remove_document"].trigger()
    assert titles(new_window) == []
    assert new_window.viewing.document_uid == ""
    assert len(new_window.outfit.ask.asked) == asked
    new_window.actions_["undo"].trigger()
    assert titles(new_window) == ["a"]
    assert new_window.view.coding.page.title.text() == "a"
    assert [row.state for row in new_window.view.coding.status.rows] == states


# Merging


@pytest.fixture
def two_files(project_file, tmp_path):
    """The project and a copy in which another coder made one more coding."""
    other = tmp_path / "other.qualcode"
    with Project.open(project_file) as project:
        copies.save_copy(project, other)
    with Project.open(other) as copy:
        coder = copy.read(people.coders)[0]
        copy.author_uid = coder.uid
        row = copy.read(coding_rows.rows)[0]
        copy.write(codings.set_memo, row.uid, "from the other file")
        (round_, *_) = copy.read(people.rounds)
        copy.write(
            codings.add,
            codings.NewCoding(
                row.revision_uid, round_.uid, coder.uid, row.code_uid, TextAnchor(40, 60)
            ),
        )
    return other


def plan(qtbot, window, *files):
    window.outfit.ask.paths = list(files)
    window.actions_["merge_files"].trigger()
    qtbot.waitUntil(lambda: window.view.merge_space.plan is not None, timeout=LONG_MS)
    return window.view.merge_space


def test_merging_shows_a_plan_first_and_changes_nothing_until_then(qtbot, two_files, window):
    n = len(window.workspace.read(coding_rows.rows))
    space = plan(qtbot, window, two_files)
    first = space.panel.files.topLevelItem(0)
    assert first.text(0) == "other.qualcode"
    assert first.text(2) != "·"
    space.side.drop_button.click()
    assert len(window.workspace.read(coding_rows.rows)) == n


def test_merging_takes_the_work_of_the_other_file(qtbot, two_files, window):
    n = len(window.workspace.read(coding_rows.rows))
    space = plan(qtbot, window, two_files)
    with qtbot.waitSignal(window.merging.told, timeout=LONG_MS):
        space.side.act_button.click()
    rows = window.workspace.read(coding_rows.rows)
    assert len(rows) == n + 1
    assert "from the other file" in [row.memo for row in rows]
    window.actions_["all_coders"].setChecked(True)
    window.view.coding.listed.show_scope(in_all=True)
    assert window.view.coding.listed.model.rowCount() == n + 1


def test_a_copy_for_a_coder_is_a_project_of_the_same_study(qtbot, window, answers, tmp_path):
    answers.paths = [tmp_path / "noor"]
    with qtbot.waitSignal(window.handing.told, timeout=LONG_MS):
        window.actions_["save_copy"].trigger()
    here = window.workspace.project.facts
    with Project.open(tmp_path / "noor.qualcode") as copy:
        assert copy.facts.study_uid == here.study_uid
        assert copy.facts.replica_uid != here.replica_uid


def test_opening_a_copy_of_what_is_open_shows_its_pages(qtbot, hand, answers, tmp_path):
    window, renderer = hand.window, hand.window.outfit.renderer
    renderer.start()
    qtbot.waitUntil(lambda: not hand.view.images.is_waiting, timeout=LONG_MS)
    answers.paths = [tmp_path / "noor.qualcode"]
    with qtbot.waitSignal(window.handing.told, timeout=LONG_MS):
        window.actions_["save_copy"].trigger()
    hand.view.go_to_page(6)
    assert window.desk.open(tmp_path / "noor.qualcode")
    images = window.view.coding.page.view.images
    qtbot.waitUntil(lambda: images.has_pdf and not images.is_waiting, timeout=LONG_MS)
    renderer.close()


# Exporting


@pytest.mark.parametrize("name", ["export.xlsx", "export"])
def test_a_workbook_holds_every_coding(qtbot, window, answers, tmp_path, name):
    answers.paths = [tmp_path / name]
    window.actions_["export"].trigger()
    dialog = window.findChild(ExportDialog)
    with qtbot.waitSignal(window.exporting.told, timeout=LONG_MS):
        dialog.act_button.click()
    book = openpyxl.load_workbook(tmp_path / "export.xlsx", read_only=True)
    sheet = book[book.sheetnames[0]]
    assert len(list(sheet.rows)) == 1 + len(window.workspace.read(coding_rows.rows))
    book.close()


def test_segments_go_to_csv_and_exactly_when_asked(qtbot, window, answers, tmp_path):
    answers.paths = [tmp_path / "segments.csv"]
    window.actions_["export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert not dialog.options.exact.isVisible()
    dialog.choices.button(1).click()
    assert dialog.options.exact.isVisible()
    dialog.options.exact.click()
    with qtbot.waitSignal(window.exporting.told, timeout=LONG_MS):
        dialog.act_button.click()
    with (tmp_path / "segments.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    rows = window.workspace.read(coding_rows.rows)
    assert len(lines) == 1 + len(rows)
    formula = next(row for row in rows if row.quote.startswith("="))
    assert formula.quote in [cell for line in lines for cell in line]


def test_an_export_that_cannot_be_written_is_refused_in_words(qtbot, window, answers, tmp_path):
    answers.paths = [tmp_path / "no such folder" / "export.xlsx"]
    window.actions_["export"].trigger()
    with qtbot.waitSignal(window.exporting.failed, timeout=LONG_MS):
        window.findChild(ExportDialog).act_button.click()
    assert "export.xlsx" in window.view.coding.page.message.sentence.text()
