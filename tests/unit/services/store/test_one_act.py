import itertools

import pytest

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import Cancelled
from qualcode_app.domain.progress import Silent
from qualcode_app.services.coding import coding_rows, marked
from qualcode_app.services.store.project import Project


@pytest.fixture
def project(project_file):
    with Project.open(project_file) as project:
        yield project


class StopAt:
    """Stops at the nth report."""

    def __init__(self, n):
        self.left = n

    def report(self, done, total):
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def removed(project, progress, uids):
    return project.write_watched(progress, marked.remove, uids)


def test_an_act_stopped_at_any_statement_changes_nothing(project):
    before = project.read(coding_rows.rows)
    uids = [row.uid for row in before][:2]
    for n in itertools.count():
        try:
            removed(project, StopAt(n), uids)
        except Cancelled:
            assert project.read(coding_rows.rows, uids=uids) == before[:2]
        else:
            break
    assert n > 3
    assert len(project.read(coding_rows.rows)) == len(before) - 2


def test_an_act_that_nobody_stops_is_carried_out_as_ever(project):
    row = project.read(coding_rows.rows)[0]
    changes = removed(project, Silent(), [row.uid])
    assert row.uid in changes[Kind.CODING].removed
