"""One door for writing; what was done can be undone, what was refused leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from uuid import uuid4

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings, reading
from qualcode_app.services.documents import documents
from qualcode_app.services.store.project import Project
from qualcode_app.ui.undo.codings import AddCoding, Recode, RemoveCoding, Resize, SetMemo
from qualcode_app.ui.undo.documents import RenameDocument
from qualcode_app.ui.undo.reading import SetReading


@pytest.fixture
def document(workspace):
    return workspace.read(documents.rows)[0]


@pytest.fixture
def codes(workspace):
    return {row.key: row for row in workspace.read(codebook.rows)}


@pytest.fixture
def new_coding(workspace, document, codes):
    return codings.NewCoding(
        revision_uid=document.revision_uid,
        round_uid=workspace.round_uid,
        coder_uid=workspace.coder_uid,
        code_uid=codes["WON-6"].uid,
        anchor=TextAnchor(1000, 1040),
    )


@pytest.fixture
def made(workspace, new_coding):
    workspace.do(AddCoding(workspace, new_coding, "WON-6"))
    return new_coding


def row(workspace, uid):
    found = workspace.read(coding_rows.rows, uids=[uid])
    return found[0] if found else None


def test_a_coding_is_made_taken_back_and_made_again_as_the_same_row(workspace, new_coding):
    assert workspace.do(AddCoding(workspace, new_coding, "WON-6"))
    first = row(workspace, new_coding.uid)
    workspace.undo_stack.undo()
    assert row(workspace, new_coding.uid) is None
    workspace.undo_stack.redo()
    again = row(workspace, new_coding.uid)
    assert (again.uid, again.anchor, again.quote) == (first.uid, first.anchor, first.quote)


def test_a_refused_coding_leaves_nothing_to_undo(qtbot, workspace, made):
    with qtbot.waitSignal(workspace.failed):
        assert not workspace.do(AddCoding(workspace, replace(made, uid=str(uuid4())), "WON-6"))
    assert workspace.undo_stack.count() == 1


def test_a_removed_coding_comes_back_with_its_memo(workspace, made):
    workspace.do(SetMemo(workspace, row(workspace, made.uid), "ask the lead"))
    workspace.do(RemoveCoding(workspace, row(workspace, made.uid)))
    assert row(workspace, made.uid) is None
    workspace.undo_stack.undo()
    assert row(workspace, made.uid).memo == "ask the lead"
    workspace.undo_stack.undo()
    assert row(workspace, made.uid).memo == ""


def test_another_code_and_other_ends_are_taken_back(workspace, made, codes):
    before = row(workspace, made.uid)
    workspace.do(Recode(workspace, before, codes["WON-5"].uid, "WON-5"))
    workspace.do(Resize(workspace, row(workspace, made.uid), TextAnchor(1000, 1100)))
    after = row(workspace, made.uid)
    assert after.code_key == "WON-5"
    assert len(after.anchor) > 60
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert row(workspace, made.uid) == before


def test_each_theme_gets_its_own_state_back(workspace, document):
    place = {"coder_uid": workspace.coder_uid, "round_uid": workspace.round_uid}
    rows = workspace.read(reading.status, document_uid=document.uid, **place)
    first, second = rows[0], rows[1]
    workspace.do(SetReading(workspace, [first], "busy", document.title))
    workspace.do(SetReading(workspace, [second], "not_started", document.title))
    rows = workspace.read(reading.status, document_uid=document.uid, **place)
    workspace.do(SetReading(workspace, rows, "done", document.title))
    workspace.undo_stack.undo()
    now = {
        each.family_uid: each.state
        for each in workspace.read(reading.status, document_uid=document.uid, **place)
    }
    assert now[first.family_uid] == "busy"
    assert now[second.family_uid] == "not_started"
    assert now[rows[2].family_uid] == rows[2].state


def test_a_new_title_is_taken_back(workspace, document):
    workspace.do(RenameDocument(workspace, document, "Another title"))
    assert workspace.read(documents.rows)[0].title == "Another title"
    workspace.undo_stack.undo()
    assert document.title in [each.title for each in workspace.read(documents.rows)]


def test_an_act_has_a_name_for_the_status_bar_and_one_for_the_menu(workspace, made):
    assert workspace.undo_stack.text(0) == "Coding WON-6 made"
    assert workspace.undo_stack.undoText() == "coding WON-6"


def test_a_write_tells_what_it_changed(qtbot, workspace, new_coding):
    with qtbot.waitSignal(workspace.changed) as told:
        workspace.write(codings.add, new_coding)
    assert told.args[0][Kind.CODING].added == {new_coding.uid}
    (read,) = workspace.codings_of(told.args[0])
    assert read.uid == new_coding.uid


def test_everything_is_on_disk_before_the_act_returns(workspace, made, project_file, tmp_path):
    with Project.open(project_file, read_only=True) as other:
        assert other.read(coding_rows.get, made.uid).quote == row(workspace, made.uid).quote


def test_a_project_open_for_reading_refuses_in_words(qtbot, workspace, new_coding, project_file):
    workspace.close()
    assert workspace.open(project_file, read_only=True)
    with qtbot.waitSignal(workspace.failed) as told:
        assert workspace.write(codings.add, new_coding) is None
    assert "read-only" in str(told.args[0])


HOLDER = """
import sys
from pathlib import Path
from qualcode_app.services.store.project import Project
with Project.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_program_is_told_who_has_the_project(qtbot, workspace, project_file):
    workspace.close()
    command = [sys.executable, "-c", HOLDER, str(project_file)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout.readline() == "open\n"
        with qtbot.waitSignal(workspace.failed) as told:
            assert not workspace.open(project_file)
        assert workspace.open(project_file, read_only=True)
        workspace.close()
        holder.stdin.close()
    assert "has had this project open" in str(told.args[0])
    assert workspace.open(project_file)


def test_what_cannot_be_opened_leaves_the_open_project_alone(qtbot, workspace, tmp_path):
    broken = tmp_path / "broken.qualcode"
    broken.write_bytes(b"not a database")
    before = workspace.project
    with qtbot.waitSignal(workspace.failed):
        assert not workspace.open(broken)
    assert workspace.project is before


def test_the_acting_coder_is_remembered(qtbot, workspace, settings, project_file):
    other = next(each for each in workspace.coders() if each.uid != workspace.coder_uid)
    with qtbot.waitSignal(workspace.coder_changed):
        workspace.choose_coder(other.uid)
    workspace.close()
    workspace.open(project_file)
    assert workspace.coder_uid == other.uid
    assert workspace.project.author_uid == other.uid
