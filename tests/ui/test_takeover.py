"""Highlights of other programs, taken over in the real window."""

from __future__ import annotations

import pytest

from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import intake
from qualcode_app.ui.dialogs.takeover import TakeoverDialog


@pytest.fixture
def document(hand, corpus):
    workspace = hand.window.workspace
    path = corpus / "awkward" / "highlights.pdf"
    taken = intake.take_in(workspace.project, [path])
    workspace.changed.emit(taken.changes)
    hand.window.viewing.look_at(taken.taken[0].document_uid)
    return hand.space.documents.open_document()


@pytest.mark.corpus
def test_colours_get_codes_are_counted_made_and_undone(hand, document):
    hand.window.actions_["take_over_highlights"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(TakeoverDialog)))
    (dialog,) = hand.window.findChildren(TakeoverDialog)
    assert dialog.table.rowCount() == 6
    assert not dialog.act_button.isEnabled()
    code = hand.code("WON-2")
    choice = dialog.choices[1]
    choice.setCurrentIndex(choice.findData(code.uid))
    n = int(dialog.table.item(1, 1).text())
    assert dialog.preview.text().startswith(f"{n} of ")
    dialog.act_button.click()

    workspace = hand.window.workspace
    rows = workspace.read(coding_rows.rows, revision_uid=document.revision_uid)
    assert [row.code_key for row in rows] == ["WON-2"] * n
    assert all(hand.view.scene.highlights.get(row.uid) is not None for row in rows)
    told = hand.window.status.last_act
    codings = "1 coding" if n == 1 else f"{n} codings"
    assert told.text() == f"{codings} made of highlights of {document.title}"
    other = next(row for row in hand.space.documents.model.rows if row.uid != document.uid)
    hand.window.viewing.look_at(other.uid)
    hand.window.actions_["undo"].trigger()
    assert told.text() == f"Undone: {codings} of highlights of {document.title}"
    assert workspace.read(coding_rows.rows, revision_uid=document.revision_uid) == []
    assert hand.space.page.document.uid == document.uid
    assert hand.view.scene.flashed == rows[0].anchor
    workspace.undo_stack.redo()
    assert len(workspace.read(coding_rows.rows, revision_uid=document.revision_uid)) == n


def test_a_document_without_highlights_says_so(hand):
    hand.window.actions_["take_over_highlights"].trigger()
    hand.qtbot.waitUntil(hand.space.page.message.isVisible)
    assert not hand.window.findChildren(TakeoverDialog)
