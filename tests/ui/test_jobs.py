"""Work away from the window: watched, stopped, and told exactly once."""

from __future__ import annotations

import threading

import pytest

from qualcode_app.domain.errors import CannotWrite


def test_a_job_tells_its_result_and_its_steps(qtbot, jobs):
    steps = []

    def work(progress):
        for done in range(1, 4):
            progress.report(done, 3)
        return "ready"

    job = jobs.start("Counting", work)
    job.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(job.succeeded) as told:
        pass
    assert told.args == ["ready"]
    assert steps[-1] == (3, 3)
    assert jobs.running == []


def test_work_runs_beside_the_window(qtbot, jobs):
    job = jobs.start("Looking", lambda _progress: threading.current_thread().name)
    with qtbot.waitSignal(job.succeeded) as told:
        pass
    assert told.args[0].startswith("job")


def test_a_cancelled_job_stops_at_its_next_report(qtbot, jobs):
    go = threading.Event()

    def work(progress):
        go.wait(10)
        while True:
            progress.report(1, 2)

    job = jobs.start("Endless", work)
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        go.set()
    assert jobs.running == []


def test_a_job_that_fails_tells_why(qtbot, jobs):
    def work(_progress):
        raise CannotWrite("The disk is full. What you did before is kept; make room and go on.")

    job = jobs.start("Writing", work)
    with qtbot.waitSignal(job.failed) as told:
        pass
    assert isinstance(told.args[0], CannotWrite)


def test_a_mistake_of_ours_ends_the_job_and_is_raised_where_it_is_seen(qtbot, jobs):
    def work(_progress):
        raise ZeroDivisionError

    job, told = jobs.start("Dividing", work), []
    job.failed.connect(told.append)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(job.cancelled):
        pass
    qtbot.wait(50)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert told == []
    assert jobs.running == []


def test_stopping_everything_waits_for_it(qtbot, jobs):
    stopped = []

    def work(progress):
        try:
            while True:
                progress.report(1, 2)
        finally:
            stopped.append(True)

    jobs.start("Endless", work)
    jobs.stop_all()
    assert stopped == [True]
    assert jobs.running == []


@pytest.mark.parametrize("outcome", ["value", "error"])
def test_the_outcome_is_told_once(qtbot, jobs, outcome):
    told = []

    def work(_progress):
        if outcome == "error":
            raise CannotWrite("The disk is full. What you did before is kept; make room and go on.")

    job = jobs.start("Once", work)
    for signal in (job.succeeded, job.failed, job.cancelled):
        signal.connect(lambda *_: told.append(1))
    with qtbot.waitSignal(job.ended):
        pass
    qtbot.wait(120)
    assert told == [1]
