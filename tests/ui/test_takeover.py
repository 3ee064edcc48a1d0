"""Highlights of other programs, taken over in the real window."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

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


def test_colours_are_named_as_people_call_them_and_no_two_alike(hand, tmp_path):
    path = tmp_path / "marked.pdf"
    sheet = Canvas(str(path), pagesize=(500, 300))
    for number, colour in enumerate(([1, 0.92, 0.3], [1, 0.9, 0.1], [0.55, 0.9, 0.55])):
        top = 240 - 40 * number
        sheet.drawString(40, top, "Wij bouwen tweehonderd woningen.")
        corners = [40, top + 12, 200, top + 12, 40, top - 3, 200, top - 3]
        sheet.highlightAnnotation("", [40, top - 3, 200, top + 12], corners, colour)
    sheet.save()
    workspace = hand.window.workspace
    taken = intake.take_in(workspace.project, [path])
    workspace.changed.emit(taken.changes)
    hand.window.viewing.look_at(taken.taken[0].document_uid)
    hand.window.actions_["take_over_highlights"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(TakeoverDialog)))
    (dialog,) = hand.window.findChildren(TakeoverDialog)
    names = {dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())}
    assert names == {"yellow", "yellow 2", "green"}
    dialog.close()


def test_a_document_without_highlights_says_so(hand):
    hand.window.actions_["take_over_highlights"].trigger()
    hand.qtbot.waitUntil(hand.space.page.message.isVisible)
    assert not hand.window.findChildren(TakeoverDialog)
