"""Files for coders, written from the real window and opened in it."""

from __future__ import annotations

from qualcode_app.services.documents import documents
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.handout import HandoutDialog

LONG_MS = 20_000


def test_a_plan_becomes_a_file_per_coder_that_greets_with_its_task(qtbot, window):
    window.actions_["hand_out"].trigger()
    (dialog,) = window.findChildren(HandoutDialog)
    dialog.each_by.setValue(1)
    dialog.message_line.setText("Before Friday please.")
    tasks = dialog.tasks()
    n = len(window.workspace.read(documents.rows))
    assert sum(len(task.document_uids) for task in tasks) == n
    with qtbot.waitSignal(window.team.told, timeout=LONG_MS):
        dialog.act_button.click()
    path = window.workspace.project.path
    files = sorted((path.parent / f"{path.stem} handed out").iterdir())
    assert len(files) == len(tasks)
    assert window.desk.open(files[0])
    assert "Before Friday please." in window.view.coding.page.message.sentence.text()
    assert len(window.workspace.coders()) == 1


def test_what_is_sent_back_holds_no_pdfs(qtbot, window, answers, tmp_path):
    answers.paths = [tmp_path / "back"]
    with qtbot.waitSignal(window.team.told, timeout=LONG_MS):
        window.actions_["send_back"].trigger()
    with Project.open(tmp_path / "back.qualcode") as back:
        assert not any(row.has_file for row in back.read(documents.rows))
