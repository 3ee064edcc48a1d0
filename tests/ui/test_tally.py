"""Counts of a project that is too large to be counted while the user waits.

A small project is counted in the same way here, by taking fewer codings for many.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qualcode_app.services.codebook import code_counts
from qualcode_app.services.coding import coding_rows
from qualcode_app.ui.dialogs.code_change import MergeCodes
from qualcode_app.ui.item_models.code_tree import TOTAL_ROLE
from qualcode_app.ui.item_models.documents_list import COUNT_ROLE
from qualcode_app.ui.panels import codings_panel
from qualcode_app.ui.viewing import CodingFilter

LONG_MS = 30_000
WORDS = "De gemeente"


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Let a few codings be too many to be counted at once."""
    monkeypatch.setattr(code_counts, "AT_ONCE_MAX", 10)


@pytest.fixture
def counted(window, qtbot):
    """Return what waits until the counts shown are those of the file."""

    def wait() -> code_counts.CodeCounts:
        tally = window.view.coding.tally

        def is_right() -> bool:
            return tally.counts == window.workspace.read(code_counts.read)

        qtbot.waitUntil(is_right, timeout=LONG_MS)
        return tally.counts

    wait()
    return wait


def spoken(window) -> str:
    model = window.view.coding.codes.model
    return model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_no_number_is_told_before_all_is_counted(empty_window, project_file, qtbot):
    assert empty_window.desk.open(project_file)
    space = empty_window.view.coding
    model, shelf = space.codes.model, space.documents.model
    first = model.rows[0]
    assert space.tally.counts is None
    assert spoken(empty_window) == f"{first.key} {first.label_en}"
    assert shelf.index(0).data(COUNT_ROLE) is None
    assert "codings" not in shelf.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "coding" not in empty_window.status.facts.text()
    opened = {row.uid for row in model.rows if space.codes.tree.isExpanded(model.index_of(row.uid))}

    qtbot.waitUntil(lambda: space.tally.counts is not None, timeout=LONG_MS)
    counts = empty_window.workspace.read(code_counts.read)
    assert space.tally.counts == counts
    assert (
        spoken(empty_window)
        == f"{first.key} {first.label_en}, {model.index(0, 0).data(TOTAL_ROLE)}"
    )
    text = shelf.rows[0].revision_uid
    assert shelf.index(0).data(COUNT_ROLE) == counts.by_text[text]
    assert f"{sum(counts.by_text.values())} codings" in empty_window.status.facts.text()
    assert opened == {
        row.uid for row in model.rows if space.codes.tree.isExpanded(model.index_of(row.uid))
    }


def test_counts_follow_coding_undo_and_redo(window, hand, counted):
    before = counted()
    uid = hand.code("RUI-1").uid
    hand.select(WORDS)
    window.view.coding.codes.code_chosen.emit(uid)
    assert window.view.coding.tally.counts is before  # the rest stands while one part is counted
    assert counted().own(uid) == before.own(uid) + 1
    window.actions_["undo"].trigger()
    assert counted() == before
    window.actions_["redo"].trigger()
    assert counted().own(uid) == before.own(uid) + 1
    assert hand.code("RUI-1").n_codings == counted().own(uid, window.workspace.coder_uid)


def test_counts_follow_codes_that_are_merged(window, hand, counted, qtbot):
    before = counted()
    merged, into = hand.code("WON-1").uid, hand.code("WON-2").uid
    window.view.coding.codes.tree.mark(merged)
    window.actions_["book_merge"].trigger()
    dialog = next(each for each in window.findChildren(MergeCodes) if each.isVisible())
    dialog.into.setCurrentIndex(dialog.into.findData(into))
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert counted().own(into) == before.own(merged) + before.own(into)
    window.actions_["undo"].trigger()
    assert counted() == before


def test_a_filter_limits_the_counts_without_counting_again(window, hand, counted):
    space = window.view.coding
    before = counted()
    row = hand.code("WON-1")
    window.viewing.filter_by(CodingFilter(code_uids=frozenset([row.uid])))
    assert space.tally.counts is before
    shown = [row.uid for row in space.codes.model.rows if row.n_codings]
    assert shown == [row.uid]
    window.viewing.filter_by(CodingFilter())
    assert hand.code("WON-1").n_codings == before.own(row.uid, window.workspace.coder_uid)


def test_a_project_closed_while_it_is_counted_is_counted_when_it_opens_again(
    empty_window, project_file, qtbot, jobs
):
    assert empty_window.desk.open(project_file)
    qtbot.waitUntil(lambda: bool(jobs.running), timeout=LONG_MS)
    empty_window.desk.close()
    assert jobs.running == []
    assert empty_window.desk.open(project_file)
    space = empty_window.view.coding
    qtbot.waitUntil(lambda: space.tally.counts is not None, timeout=LONG_MS)
    assert space.tally.counts == empty_window.workspace.read(code_counts.read)


def test_counting_goes_on_when_another_project_does_not_open(
    empty_window, project_file, tmp_path, qtbot, jobs
):
    assert empty_window.desk.open(project_file)
    qtbot.waitUntil(lambda: bool(jobs.running), timeout=LONG_MS)
    (tmp_path / "no.qualcode").write_text("This is no project.")
    assert not empty_window.desk.open(tmp_path / "no.qualcode")
    space = empty_window.view.coding
    assert space.tally.counts is None
    qtbot.waitUntil(lambda: space.tally.counts is not None, timeout=LONG_MS)


def test_what_is_coded_while_a_long_list_is_read_stands_in_it(
    window, hand, counted, qtbot, monkeypatch
):
    monkeypatch.setattr(codings_panel, "AT_ONCE_MAX", 0)
    panel = window.view.coding.listed
    hand.select(WORDS)
    panel.show_scope(in_all=True)
    before = {row.uid for row in window.workspace.read(coding_rows.rows, areas=True)}
    window.view.coding.codes.code_chosen.emit(hand.code("RUI-1").uid)
    (made,) = {row.uid for row in window.workspace.read(coding_rows.rows, areas=True)} - before
    qtbot.waitUntil(lambda: panel.model.number_of(made) >= 0, timeout=LONG_MS)
    own = window.workspace.coder_uid
    rows = window.workspace.read(coding_rows.rows, coder_uids=[own], areas=True)
    assert panel.model.n_codings == len(rows)
    counted()
