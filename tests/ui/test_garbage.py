from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from qualcode_app.ui.garbage import GarbageKeeper


@pytest.fixture
def by_python():
    """Python collects by itself, as where the program begins."""
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def keeper(qapp, by_python):
    parent = QObject()
    yield GarbageKeeper(parent)
    destroy(parent)


def destroy(parent):
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)


def test_python_collects_again_only_when_all_that_was_kept_is_gone(qtbot, by_python):
    parent, among = QObject(), []
    GarbageKeeper(parent)
    last = QObject(parent)  # destroyed after the keeper
    last.destroyed.connect(lambda: among.append(gc.isenabled()))
    assert not gc.isenabled()
    destroy(parent)
    assert among == [False]
    qtbot.waitUntil(gc.isenabled)


class Ring:
    """Something only the collector can find."""

    def __init__(self) -> None:
        self.me = self


def test_a_busy_thread_collects_nothing(keeper):
    gone = weakref.ref(Ring())

    def work():
        kept = [[] for _ in range(200_000)]
        del kept

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert gone() is not None


def test_the_interface_thread_collects_when_it_is_due(keeper):
    gc.collect()
    gone = weakref.ref(Ring())
    waste = [[] for _ in range(5000)]  # more than the first generation may hold
    keeper.look()
    del waste
    assert gone() is None


def test_nothing_is_collected_while_work_is_done_elsewhere(qapp):
    parent, busy = QObject(), [True]
    keeper = GarbageKeeper(parent, lambda: busy[0])
    gc.collect()
    gone = weakref.ref(Ring())
    waste = [[] for _ in range(5000)]
    keeper.look()
    assert gone() is not None
    busy[0] = False
    keeper.look()
    del waste
    assert gone() is None
    destroy(parent)
