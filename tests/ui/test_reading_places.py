"""Where one was reading: kept per document, gone back to over documents, not lost by an undo."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.merging import batches
from qualcode_app.services.search import search_codings

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(hand):
    """The page with Kreekenburg open, the first of the list."""
    rows = hand.space.documents.model.rows
    hand.window.viewing.look_at(next(row.uid for row in rows if "Kreekenburg" in row.title))
    return hand.space.page


def test_a_document_opens_again_where_it_was_left(hand, page):
    hand.view.go_to_page(3)
    left = hand.view.here()
    hand.key(Qt.Key.Key_Down, ALT)
    assert "Kreekenburg" not in page.document.title
    assert hand.view.current_page == 1
    hand.key(Qt.Key.Key_Up, ALT)
    assert "Kreekenburg" in page.document.title
    assert hand.view.here().index == left.index
    assert hand.view.here().y_pt == pytest.approx(left.y_pt, abs=2)


def test_back_and_forward_go_over_documents(hand, page):
    hand.view.go_to_page(3)
    hand.key(Qt.Key.Key_Down, ALT)
    second = page.document.title
    hand.view.go_to_page(2)
    hand.key(Qt.Key.Key_Left, ALT)
    assert (page.document.title, hand.view.current_page) == (second, 1)
    hand.key(Qt.Key.Key_Left, ALT)
    assert "Kreekenburg" in page.document.title
    assert hand.view.current_page == 3
    hand.key(Qt.Key.Key_Right, ALT)
    hand.key(Qt.Key.Key_Right, ALT)
    assert (page.document.title, hand.view.current_page) == (second, 2)


def test_a_coding_of_another_document_is_looked_at_and_left_again(hand, page):
    hand.view.go_to_page(2)
    hand.space.listed.show_scope(in_all=True)
    model = hand.space.listed.model
    other = next(
        row
        for row in map(model.row, range(model.rowCount()))
        if row.document_uid != page.document.uid
    )
    hand.space.hand.show_coding(other.uid)
    assert page.document.uid == other.document_uid
    while page.document.uid == other.document_uid:
        hand.key(Qt.Key.Key_Left, ALT)
    assert "Kreekenburg" in page.document.title
    assert hand.view.current_page == 2


def test_a_batch_that_is_withdrawn_leaves_the_reader_where_he_is(hand, page):
    workspace, code = hand.window.workspace, hand.code("RUI-1")
    new = NewCoding(
        page.document.revision_uid,
        workspace.round_uid,
        workspace.coder_uid,
        code.uid,
        TextAnchor(10, 60),
        origin="search",
    )
    hand.view.go_to_page(3)
    left = hand.view.here()
    batch = {"label": "woorden", "batch_uid": str(uuid4())}
    assert workspace.write(search_codings.add, [new], **batch)
    assert workspace.write(batches.withdraw, batch["batch_uid"])
    assert hand.view.here().index == left.index
    assert hand.view.here().y_pt == pytest.approx(left.y_pt, abs=2)


def test_a_project_opens_again_at_the_document_and_place_read_last(hand, page, project_file):
    hand.key(Qt.Key.Key_Down, ALT)
    title = page.document.title
    hand.view.go_to_page(2)
    left = hand.view.here()
    hand.window.actions_["close_project"].trigger()
    assert hand.window.view is None
    assert hand.window.desk.open(project_file)
    assert hand.space.page.document.title == title
    assert hand.view.here().index == left.index
    assert hand.view.here().y_pt == pytest.approx(left.y_pt, abs=2)


@pytest.mark.parametrize("left", [["gone", 0, 0.0, 0.0], ["", -1, 0.0, 0.0], [3], []])
def test_a_place_that_is_no_place_any_more_opens_the_first_document(
    hand, page, project_file, settings, left
):
    hand.window.actions_["close_project"].trigger()
    settings.left_at = dict.fromkeys(settings.left_at, left)
    assert hand.window.desk.open(project_file)
    assert hand.space.page.document.title == hand.space.documents.model.rows[0].title
    assert hand.view.current_page == 1
