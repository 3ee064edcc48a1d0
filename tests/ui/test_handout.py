"""Files for coders: written from the real window, opened in it, updated and sent back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qualcode_app.services.cases import case_edits
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import tasks
from qualcode_app.ui.dialogs.handout import HandoutDialog
from qualcode_app.ui.dialogs.send_back import SendBackDialog
from qualcode_app.ui.task_words import greeting_words
from qualcode_app.ui.widgets.deal_grid import CHOSEN

LONG_MS = 20_000


@pytest.fixture
def dialog(window):
    window.actions_["hand_out"].trigger()
    (dialog,) = window.findChildren(HandoutDialog)
    return dialog


def write(qtbot, window, dialog):
    """Press the button and return the files."""
    folder = dialog.folder.text()
    with qtbot.waitSignal(window.handing.told, timeout=LONG_MS):
        dialog.act_button.click()
    return sorted(type(window.workspace.project.path)(folder).iterdir())


def tabs(window):
    bar = window.bar.tabs
    return [bar.tabText(number) for number in range(bar.count())]


def choose_kind(dialog, kind):
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def test_a_plan_becomes_a_file_per_coder_that_greets_with_its_task(qtbot, window, dialog):
    dialog.each_by.setValue(1)
    dialog.message_line.setText("Before Friday please.")
    dialog.has_due.setChecked(True)
    tasks = dialog.tasks()
    n = len(window.workspace.read(documents.rows))
    assert sum(len(task.document_uids) for task in tasks) == n
    files = write(qtbot, window, dialog)
    assert len(files) == len(tasks)
    assert window.desk.open(files[0])
    said = window.view.coding.page.message.sentence.text()
    assert "Before Friday please." in said
    assert "back before" in said
    assert "Blind" in said
    assert len(window.workspace.coders()) == 1
    assert not {"Merge", "Agreement", "Adjudication"} & set(tabs(window))


def test_the_plan_is_a_grid_that_the_seed_gives_again(dialog):
    dialog.each_by.setValue(1)
    dialog.seed.setValue(7)
    first = dialog.tasks()
    dialog.seed.setValue(8)
    dialog.seed.setValue(7)
    assert dialog.tasks() == first


def test_a_document_that_does_not_take_part_is_dealt_to_nobody(dialog):
    dialog.grid.item(0, CHOSEN).setCheckState(Qt.CheckState.Unchecked)
    uid = dialog._documents[0].uid
    assert all(uid not in task.document_uids for task in dialog.tasks())
    assert not dialog.grid.item(0, 1).flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_hand_changes_the_plan_and_the_load_above_it(dialog):
    dialog.each_by.setValue(1)
    before = dialog.grid.horizontalHeaderItem(1).text()
    for row in range(dialog.grid.rowCount()):
        dialog.grid.item(row, 1).setCheckState(Qt.CheckState.Checked)
    assert dialog.grid.horizontalHeaderItem(1).text() != before
    assert len(dialog.tasks()[0].document_uids) == dialog.grid.rowCount()


def test_chosen_themes_and_an_open_file_reach_the_task(dialog):
    for number in range(1, dialog.themes.count()):
        dialog.themes.item(number).setCheckState(Qt.CheckState.Unchecked)
    dialog.blind.setChecked(False)
    (task, *_) = dialog.tasks()
    assert task.family_uids == (dialog.themes.item(0).data(Qt.ItemDataRole.UserRole),)
    assert not task.blind


def test_without_a_document_nothing_is_written_and_the_dialog_says_so(window, dialog):
    for row in range(dialog.grid.rowCount()):
        dialog.grid.item(row, CHOSEN).setCheckState(Qt.CheckState.Unchecked)
    dialog.act_button.click()
    assert "Nobody has a document" in dialog.message.sentence.text()
    assert dialog.isVisible()


def test_the_folder_is_asked_for(window, dialog, answers, tmp_path):
    answers.paths = [tmp_path / "elders"]
    dialog.folder_button.click()
    assert dialog.folder.text() == str(tmp_path / "elders")


def test_a_coding_file_asks_who_is_at_work_and_remembers_it(qtbot, window, dialog, answers):
    (path, *_) = write(qtbot, window, dialog)
    window.workspace.settings.coder_uid = "somebody of another study"
    answers.lines = [window.workspace.coders()[0].name]
    assert window.desk.open(path)
    assert answers.asked[-1] == "who"
    (coder,) = window.workspace.coders()
    assert window.workspace.coder_uid == coder.uid
    assert window.bar.coder.accessibleName().endswith(coder.name)
    window.desk.close()
    asked = len(answers.asked)
    assert window.desk.open(path)
    assert len(answers.asked) == asked


def test_somebody_new_joins_a_copy_that_was_mailed(window, answers, tmp_path):
    path = tmp_path / "copy.qualcode"
    copies.save_copy(window.workspace.project, path)
    window.workspace.settings.coder_uid = "somebody new"
    answers.lines = ["Ilse Nieuw"]
    assert window.desk.open(path)
    assert "Ilse Nieuw" in {coder.name for coder in window.workspace.coders()}
    assert window.bar.coder.accessibleName().endswith("Ilse Nieuw")


def test_what_is_sent_back_tells_its_size_and_holds_no_pdfs(qtbot, window, answers, tmp_path):
    window.actions_["send_back"].trigger()
    (dialog,) = window.findChildren(SendBackDialog)
    assert "MB" in dialog.weight.text()
    answers.paths = [tmp_path / "back"]
    with qtbot.waitSignal(window.handing.told, timeout=LONG_MS) as told:
        dialog.act_button.click()
    assert "MB" in told.args[0]
    with Project.open(tmp_path / "back.qualcode") as back:
        assert not any(row.has_file for row in back.read(documents.rows))


def test_a_page_without_its_pdf_is_shown_as_text_with_a_note(qtbot, window, answers, tmp_path):
    lead = window.workspace.project.path
    path = tmp_path / "small.qualcode"
    copies.save_copy(window.workspace.project, path, with_pdfs=False)
    assert window.desk.open(path)
    page = window.view.coding.page
    assert "you see its text" in page.message.sentence.text()
    number = page.view.current_page
    qtbot.waitUntil(lambda: page.view.images.best(number) is not None, timeout=LONG_MS)
    pdf = tmp_path / "anders genoemd.pdf"
    with Project.open(lead, read_only=True) as whole:
        pdf.write_bytes(whole.read(documents.content, window.viewing.document_uid))
    with qtbot.waitSignal(window.desk.documents_added, timeout=LONG_MS):
        window.desk.add_documents([pdf])
    assert not page.message.isVisible()
    assert page.document.has_file


def test_an_update_is_shown_as_a_plan_and_greets_with_the_new_task(
    qtbot, window, dialog, answers, tmp_path
):
    lead = window.workspace.project.path
    dialog.grid.item(0, CHOSEN).setCheckState(Qt.CheckState.Unchecked)
    (mine, *_) = write(qtbot, window, dialog)
    window.actions_["hand_out"].trigger()
    again = window.findChildren(HandoutDialog)[-1]
    again.message_line.setText("One document more.")
    files = write(qtbot, window, again)
    update = next(path for path in files if path.stem.startswith(mine.stem) and path != mine)
    answers.lines = [None, None]
    assert window.desk.open(mine)
    n = len(window.workspace.read(documents.rows))
    answers.paths = [update]
    window.actions_["take_update"].trigger()
    space = window.view.merge_space
    qtbot.waitUntil(lambda: space.plan is not None, timeout=LONG_MS)
    assert "Merge" in tabs(window)  # also in a blind file, while an update is taken in
    with qtbot.waitSignal(window.merging.told, timeout=LONG_MS) as told:
        space.side.act_button.click()
    assert "One document more." in told.args[0]
    assert len(window.workspace.read(documents.rows)) == n + 1
    assert lead.exists()
    with qtbot.waitSignal(window.provenance.told, timeout=LONG_MS):
        space.side.after.withdraw_button.click()
    assert len(window.workspace.read(documents.rows)) == n
    assert "One document more." not in greeting_words(window.workspace.read(tasks.greeting))


def test_an_update_in_a_file_without_a_task_is_refused(qtbot, window, answers, project_file):
    answers.paths = [project_file]
    with qtbot.waitSignal(window.handing.failed):
        window.actions_["take_update"].trigger()


def test_model_answers_are_offered_when_a_document_is_read(qtbot, window, dialog):
    workspace = window.workspace
    choose_kind(dialog, "training")
    tasks = dialog.tasks()
    assert {task.kind for task in tasks} == {"training"}
    (path, *_) = write(qtbot, window, dialog)
    assert window.desk.open(path)
    assert workspace.read(coding_rows.rows) == []
    window.actions_["document_read"].trigger()
    message = window.view.coding.page.message
    assert "model answers can be shown" in message.sentence.text()
    message.button.click()
    rows = workspace.read(coding_rows.rows)
    assert rows
    assert {row.document_uid for row in rows} == {window.viewing.document_uid}
    assert window.viewing.all_coders


def test_a_sample_is_coded_again_in_a_round_of_its_own(qtbot, window, dialog):
    choose_kind(dialog, "recoding")
    n = len({uid for task in dialog.tasks() for uid in task.document_uids})
    assert n == 1
    (path, *_) = write(qtbot, window, dialog)
    first = window.workspace.round_uid
    assert window.desk.open(path)
    assert window.workspace.round_uid != first
    assert window.workspace.read(coding_rows.rows) == []


def test_a_document_out_of_the_corpus_takes_part_only_when_it_is_chosen(window):
    out = window.workspace.read(documents.rows)[0]
    act = Act(case_edits.set_state, [out.uid], "out", "te kort")
    window.workspace.project.write(act.do)
    window.actions_["hand_out"].trigger()
    (dialog,) = window.findChildren(HandoutDialog)
    assert "out of the corpus" in dialog.grid.verticalHeaderItem(0).text()
    assert all(out.uid not in task.document_uids for task in dialog.tasks())
    dialog.grid.item(0, CHOSEN).setCheckState(Qt.CheckState.Checked)
    assert any(out.uid in task.document_uids for task in dialog.tasks())


def test_who_coded_nothing_gets_no_sample_to_code_again(window, answers):
    answers.lines = ["Ilse Nieuw"]
    window.bar.coder.new_coder_requested.emit()
    window.actions_["hand_out"].trigger()
    (dialog,) = window.findChildren(HandoutDialog)
    choose_kind(dialog, "recoding")
    new = next(one.uid for one in window.workspace.coders() if one.name == "Ilse Nieuw")
    tasks = dialog.tasks()
    assert tasks
    assert new not in {task.coder_uid for task in tasks}
    for row in range(dialog.grid.rowCount()):
        dialog.grid.item(row, CHOSEN).setCheckState(Qt.CheckState.Unchecked)
    dialog.act_button.click()
    assert "Nobody coded one of these" in dialog.message.sentence.text()
