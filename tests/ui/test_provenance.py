"""Batches withdrawn, history and the check of a project, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes
from qualcode_app.services.coding import coding_rows, codings, reading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.batches import BatchesDialog
from qualcode_app.ui.dialogs.findings import FindingsDialog
from qualcode_app.ui.dialogs.history import HistoryDialog
from qualcode_app.ui.dialogs.join_coders import JoinDialog
from qualcode_app.ui.dialogs.whose_work import WhoseWork

LONG_MS = 60_000


@pytest.fixture
def merged(window, tmp_path):
    """The window's project after a merge that changed a note; returns that coding."""
    project = window.workspace.project
    other = tmp_path / "other.qualcode"
    copies.save_copy(project, other)
    row = project.read(coding_rows.rows)[0]
    with Project.open(other) as file:
        file.author_uid = row.coder_uid
        file.write(codings.resize, row.uid, TextAnchor(row.anchor.start, row.anchor.end + 40))
    merging.carry_out(project, merging.prepare(project, [other]))
    return row


def withdraw_first(window):
    window.actions_["batches"].trigger()
    dialog = window.findChild(BatchesDialog)
    assert dialog.list.item(0, 2).text() == "other.qualcode"
    dialog.act_button.click()


def test_a_merge_is_withdrawn_from_the_list(qtbot, window, merged):
    with qtbot.waitSignal(window.provenance.told, timeout=LONG_MS):
        withdraw_first(window)
    assert window.workspace.read(coding_rows.get, merged.uid).anchor == merged.anchor


def test_what_was_changed_since_is_named_first_and_stays(qtbot, window, answers, merged):
    place = TextAnchor(merged.anchor.start, merged.anchor.end + 90)
    window.workspace.project.write(codings.resize, merged.uid, place)
    now = window.workspace.read(coding_rows.get, merged.uid).anchor
    answers.is_certain = False
    withdraw_first(window)
    qtbot.waitUntil(lambda: not window.outfit.jobs.running, timeout=LONG_MS)
    assert any("Withdraw the other" in asked for asked in answers.asked)
    assert window.workspace.read(coding_rows.get, merged.uid).anchor == now
    answers.is_certain = True
    with qtbot.waitSignal(window.provenance.told, timeout=LONG_MS):
        withdraw_first(window)
    assert window.workspace.read(coding_rows.get, merged.uid).anchor == now


def listed(dialog):
    return range(dialog.list.rowCount())


def test_history_is_narrowed_by_coder_file_and_time_and_exported(
    qtbot, window, answers, merged, tmp_path
):
    window.actions_["history"].trigger()
    dialog = window.findChild(HistoryDialog)
    everything = dialog.list.rowCount()
    assert everything
    coders = dialog.boxes[2]
    coders.setCurrentIndex(coders.findData(merged.coder_uid))
    assert {dialog.list.item(row, 1).text() for row in range(dialog.list.rowCount())} <= {
        coders.currentText()
    }
    coders.setCurrentIndex(0)
    dialog.origin.box.setCurrentIndex(1)  # the merge
    assert 0 < dialog.list.rowCount() < everything
    assert "other.qualcode" in {dialog.list.item(row, 5).text() for row in listed(dialog)}
    dialog.origin.until.setDate(QDate(2001, 1, 1))
    assert dialog.list.rowCount() == 0
    dialog.origin.until.setDate(QDate.currentDate())
    answers.paths = [tmp_path / "history.csv"]
    with qtbot.waitSignal(window.provenance.told, timeout=LONG_MS):
        dialog.export_button.click()
    lines = (tmp_path / "history.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + dialog.list.rowCount()


def test_a_whole_project_is_said_to_be_whole(qtbot, window):
    window.actions_["check_project"].trigger()
    qtbot.waitUntil(lambda: window.findChild(FindingsDialog) is not None, timeout=LONG_MS)
    assert not window.findChild(FindingsDialog).act_button.isVisible()


def test_a_project_with_a_wrong_quote_is_repaired_into_a_copy(qtbot, window, answers, tmp_path):
    project = window.workspace.project

    def spoil(session):
        session.connection().exec_driver_sql(
            "UPDATE coding SET start_char = start_char + 2, end_char = end_char + 2"
        )
        return Changes()

    project.write(spoil)
    window.actions_["check_project"].trigger()
    qtbot.waitUntil(lambda: window.findChild(FindingsDialog) is not None, timeout=LONG_MS)
    answers.paths = [tmp_path / "repaired.qualcode"]
    with qtbot.waitSignal(window.provenance.told, timeout=LONG_MS):
        window.findChild(FindingsDialog).act_button.click()
    left = checking.check(tmp_path / "repaired.qualcode")
    assert checking.Fault.QUOTE not in {one.fault for one in left}


def test_two_coders_are_joined_in_the_window_and_part_again(qtbot, window):
    before = {row.uid: row.coder_uid for row in window.workspace.read(coding_rows.rows)}
    window.actions_["whose_work"].trigger()
    dialog = window.findChild(WhoseWork)
    name = dialog.after.currentText()
    new = NewCoder("Nieuwe Naam")
    window.workspace.project.write(people.add_coder, new)
    dialog.before.addItem(new.name, new.uid)
    dialog.before.setCurrentIndex(dialog.before.count() - 1)
    dialog.join.setChecked(True)
    dialog.act_button.click()
    names = [row.name for row in window.workspace.read(people.coders)]
    assert names.count(name) == 1
    assert "Nieuwe Naam" not in names
    window.workspace.undo_stack.undo()
    assert "Nieuwe Naam" in [row.name for row in window.workspace.read(people.coders)]
    assert {row.uid: row.coder_uid for row in window.workspace.read(coding_rows.rows)} == before


def test_codings_of_a_document_go_to_another_coder_and_back(qtbot, window):
    new = NewCoder("Nieuwe Naam")
    window.workspace.project.write(people.add_coder, new)
    window.actions_["whose_work"].trigger()
    dialog = window.findChild(WhoseWork)
    dialog.document.setCurrentIndex(1)
    dialog.after.addItem(new.name, new.uid)
    dialog.after.setCurrentIndex(dialog.after.count() - 1)
    owner = dialog.before.currentData()
    before = [row.coder_uid for row in window.workspace.read(coding_rows.rows)]
    dialog.act_button.click()
    after = [row.coder_uid for row in window.workspace.read(coding_rows.rows)]
    assert 0 < after.count(new.uid) < before.count(owner)
    window.workspace.undo_stack.undo()
    assert [row.coder_uid for row in window.workspace.read(coding_rows.rows)] == before


def test_where_two_identities_differ_the_user_chooses_before_they_are_joined(qtbot, window):
    project, mine = window.workspace.project, window.workspace.coder_uid
    new = NewCoder("Tweede Naam")
    project.write(people.add_coder, new)
    document = project.read(documents.rows)[0].uid
    places = [Reading(uid, window.workspace.round_uid, document) for uid in (new.uid, mine)]
    family = next(iter(project.read(reading.states, places[0])))
    for place, state in zip(places, ("busy", "done"), strict=True):
        project.write(reading.set_states, place, {family: state})
    window.provenance._on_join_requested(new.uid, mine)
    (dialog,) = window.findChildren(JoinDialog)
    assert dialog.table.rowCount() == 1
    assert not dialog.act_button.isEnabled()
    dialog.table.item(0, 1).setCheckState(Qt.CheckState.Checked)
    dialog.all_buttons[1].click()
    assert dialog.table.item(0, 1).checkState() is Qt.CheckState.Unchecked
    dialog.all_buttons[0].click()
    dialog.act_button.click()
    stays = min(new.uid, mine)
    assert "Tweede Naam" not in [row.name for row in project.read(people.coders)]
    assert window.workspace.coder_uid == project.author_uid == stays
    place = Reading(stays, window.workspace.round_uid, document)
    assert project.read(reading.states, place)[family] == "busy"
    window.workspace.undo_stack.undo()
    assert [project.read(reading.states, each)[family] for each in places] == ["busy", "done"]
    assert window.workspace.coder_uid == mine
