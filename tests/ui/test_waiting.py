"""Acts on hundreds of codings: done beside the window, which tells of them and can stop them."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressBar

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import Cancelled, RefusedChange
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.ui.widgets.waiting import WaitingDialog
from qualcode_app.ui.workspace import MANY

N = MANY + 10


@pytest.fixture
def many(hand):
    """Codings of the coder at work, all marked in the list."""
    workspace, document = hand.window.workspace, hand.space.page.document
    code = hand.code("WON-1").uid
    new = [
        codings.NewCoding(
            document.revision_uid,
            workspace.round_uid,
            workspace.coder_uid,
            code,
            TextAnchor(200 + 3 * n, 260 + 3 * n),
        )
        for n in range(N)
    ]
    changes = workspace.write(codings.add_many, "coding.search", new)
    uids = [one.uid for one in new]
    assert len(changes[Kind.CODING].added) == N
    hand.space.listed.mark_all(uids)
    assert set(hand.space.listed.marked_uids()) == set(uids)
    return uids


def there(hand, uids):
    return {
        row.uid: row.code_key for row in hand.window.workspace.read(coding_rows.rows, uids=uids)
    }


def test_many_codings_are_recoded_removed_and_put_back_by_jobs(hand, many, jobs, qtbot):
    def undo():
        qtbot.waitUntil(hand.window.isActiveWindow)
        hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    titles = []
    jobs.started.connect(lambda job: titles.append(job.title))
    hand.space.hand.assign(hand.code("RUI-1").uid)
    assert set(there(hand, many).values()) == {"RUI-1"}
    hand.space.listed.mark_all(many)
    hand.space.hand.remove_marked()
    assert not there(hand, many)
    undo()
    assert set(there(hand, many).values()) == {"RUI-1"}
    undo()
    assert set(there(hand, many).values()) == {"WON-1"}
    assert titles.count(f"Writing {N} codings") == 4


def when_shown(act):
    """Do something with the dialog as soon as it stands there."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, WaitingDialog):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    look()


def until_stopped(progress):
    while True:
        progress.report(0, 0)


def test_an_act_that_takes_long_says_so_and_can_be_stopped(window, qtbot):
    names = []

    def stop(dialog):
        names.append(dialog.findChild(QProgressBar).accessibleName())
        qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)

    when_shown(stop)
    with pytest.raises(Cancelled):
        window.workspace.patience.wait_for("Working", until_stopped, can_stop=True)
    assert names == ["Working"]
    assert QApplication.activeModalWidget() is None


def test_an_act_that_is_undone_cannot_be_stopped_half_way(window, qtbot):
    goes_on = threading.Event()

    def work(progress):
        assert goes_on.wait(20)
        progress.report(0, 0)
        return "done"

    def try_to_stop(dialog):
        assert not dialog.stop.isVisible()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        goes_on.set()

    when_shown(try_to_stop)
    assert window.workspace.patience.wait_for("Working", work, can_stop=False) == "done"


def test_what_a_worker_refuses_is_told_as_ever(window):
    def refuse(progress):
        raise RefusedChange("This is refused. Do something else.")

    with pytest.raises(RefusedChange):
        window.workspace.patience.wait_for("Working", refuse, can_stop=True)


def test_an_act_that_was_stopped_leaves_no_step(hand, many, monkeypatch):
    stack = hand.window.workspace.undo_stack
    before = stack.count()

    def stopped(title, work, *, can_stop):
        assert can_stop
        raise Cancelled

    monkeypatch.setattr(hand.window.workspace.patience, "wait_for", stopped)
    hand.space.hand.remove_marked()
    assert stack.count() == before
    assert set(there(hand, many)) == set(many)


def test_codings_by_others_stay_where_all_marked_ones_are_removed(hand, many):
    listed, workspace = hand.space.listed, hand.window.workspace
    hand.window.actions_["all_coders"].setChecked(True)
    other = next(
        row for row in workspace.read(coding_rows.rows) if row.coder_uid != workspace.coder_uid
    )
    listed.show_scope(in_all=True)
    listed.mark_all([many[0], many[1], other.uid])
    hand.space.hand.remove_marked()
    assert set(there(hand, [many[0], many[1], other.uid])) == {other.uid}
    assert "1 of these is by another coder" in listed.message.sentence.text()
