"""What goes wrong around the program, in the real window: one sentence, a remedy, work kept."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from qualcode_app.services.coding import coding_rows
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import links
from qualcode_app.ui.dialogs.memo import MemoDialog
from qualcode_app.ui.dialogs.trouble import TroubleDialog
from qualcode_app.ui.widgets.message_strip import MessageStrip

FIRST = "Erfpacht overwegen we niet."
SECOND = "Wij nemen\nde regie terug."


@pytest.fixture
def space(hand):
    """The coding work space with Kreekenburg open and one coding made just now."""
    row = next(row for row in hand.space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    code(hand, FIRST)
    return hand.space


def code(hand, words: str) -> None:
    """Drag over words and double-click a code."""
    hand.select(words)
    tree = hand.space.codes.tree
    tree.mark(hand.code("RUI-1").uid)
    place = tree.visualRect(tree.currentIndex()).center()
    hand.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hand.qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def quotes(window) -> list[str]:
    return [row.quote for row in window.workspace.read(coding_rows.rows)]


def told_once(hand, *words: str) -> MessageStrip:
    """Return where the window tells it, as one sentence and without a dialog."""
    (message,) = [
        region.message
        for region in hand.window.regions()
        if region.message.isVisibleTo(hand.window)
    ]
    said = message.sentence.text()
    assert all(word in said for word in words), said
    assert "Error" not in said
    assert hand.window.findChildren(TroubleDialog) == []
    return message


def test_a_file_that_is_gone_is_kept_elsewhere_with_one_click(
    hand, space, project_file, sample_file, answers, tmp_path, vanishes
):
    vanishes(project_file, sample_file)
    before = quotes(hand.window)
    code(hand, SECOND)
    message = told_once(hand, "moved, deleted or replaced", "Keep it as a new file")
    answers.paths = [tmp_path / "kept.qualcode"]
    message.button.click()
    assert hand.window.workspace.project.path == tmp_path / "kept.qualcode"
    assert FIRST in quotes(hand.window)
    assert quotes(hand.window) == before
    hand.window.viewing.look_at(
        next(r.uid for r in hand.space.documents.model.rows if "Kreekenburg" in r.title)
    )
    code(hand, SECOND)
    assert len(quotes(hand.window)) == len(before) + 1
    hand.window.desk.close()
    assert checking.check(tmp_path / "kept.qualcode") == []


@contextmanager
def full(project):
    """Let the file grow no more, as on a disk without room."""

    def limit(pages: int) -> None:
        with project.connection() as link:  # the one the next act has, too
            link.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    limit(1)
    yield
    limit(2**30)


def test_on_a_full_disk_the_last_act_alone_is_missing_and_work_goes_on(hand, space, project_file):
    project = hand.window.workspace.project
    with full(project):
        hand.window.actions_["memo_here"].trigger()
        dialog = hand.window.findChild(MemoDialog)
        dialog.text.setPlainText("niet " * 20_000)
        dialog.act_button.click()
        told_once(hand, "The disk is full", "kept", "make room")
    assert FIRST in quotes(hand.window)
    code(hand, SECOND)
    assert quotes(hand.window).count(FIRST) == 1
    hand.window.desk.close()
    assert checking.check(project_file) == []


def test_a_project_in_a_read_only_folder_is_opened_to_read_with_one_click(
    empty_window, project_file
):
    folder = project_file.parent
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("no folder is read-only for this user")
        assert not empty_window.desk.open(project_file)
        message = empty_window.start_page.message
        assert "Open it read-only" in message.sentence.text()
        message.button.click()
        assert empty_window.workspace.project.read_only
        assert quotes(empty_window)
        empty_window.desk.close()
    finally:
        folder.chmod(stat.S_IRWXU)


def test_a_clock_set_back_is_no_trouble_at_all(hand, space, project_file, monkeypatch):
    class Earlier(datetime):
        """The clock of a computer whose battery is empty."""

        @classmethod
        def now(cls, tz=None):
            return datetime(2001, 1, 1, tzinfo=tz)

    monkeypatch.setattr(links, "datetime", Earlier)
    code(hand, SECOND)
    assert hand.window.findChildren(TroubleDialog) == []
    assert FIRST in quotes(hand.window)
    made = hand.window.viewing.active_uid
    hand.window.workspace.undo_stack.undo()
    assert made not in [row.uid for row in hand.window.workspace.read(coding_rows.rows)]
    hand.window.desk.close()
    assert checking.check(project_file) == []
