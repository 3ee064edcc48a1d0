"""Files that came in are known by name, and leave together with what they brought."""

from __future__ import annotations

import pytest

from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import arrivals, handout
from qualcode_app.services.teams.handout import Task


@pytest.fixture
def others(project, tmp_path):
    """Two copies in which somebody new joined."""
    paths = [tmp_path / f"{name}.qualcode" for name in ("noor", "sem")]
    for path in paths:
        copies.save_copy(project, path)
        with Project.open(path) as file:
            file.author_uid = file.read(people.coders)[0].uid
            file.write(people.add_coder, NewCoder(f"Proef {path.stem}"))
    return paths


def merge(project, *paths):
    project.author_uid = project.read(people.coders)[0].uid
    arrivals.carry_in(project, merging.prepare(project, paths))
    return project.read(arrivals.latest)


def test_every_file_of_a_merge_is_known_by_its_name(project, others):
    batch = merge(project, *others)
    (listed,) = [project.read(arrivals.files)[batch.uid]]
    assert [one.name for one in listed] == [path.name for path in others]
    assert len({one.replica_uid for one in listed}) == 2


def test_a_merge_that_changed_nothing_is_no_batch_to_withdraw(project, others):
    merge(project, *others)
    assert merge(project, *others) is None


def test_a_file_that_was_withdrawn_before_is_told_when_it_comes_again(project, others):
    assert project.read(arrivals.withdrawn_before, merging.prepare(project, others)) == []
    batch = merge(project, *others)
    project.write(arrivals.withdraw, batch.uid)
    again = merging.prepare(project, others[1:])
    (before,) = project.read(arrivals.withdrawn_before, again)
    assert before.name == others[1].name
    assert before.merged_at == batch.made_at


def test_the_task_that_stands_is_that_of_the_last_update_not_withdrawn(project, tmp_path):
    lead = project.read(people.coders)[0].uid
    project.author_uid = lead
    uids = [row.uid for row in project.read(documents.rows)]
    words = ("Begin.", "Eerst dit.", "Dan dat.")
    files = [tmp_path / f"{number}.qualcode" for number in range(3)]
    for number, path in enumerate(files):
        task = Task(lead, tuple(uids[: number + 1]), message=words[number])
        handout.hand_out(project, path, task)
    with Project.open(files[0]) as mine:
        mine.author_uid = lead
        made = []
        for path in files[1:]:
            with Project.open(path, read_only=True) as other:
                task = other.read(handout.greeting)
            arrivals.carry_in(mine, merging.prepare(mine, [path]), task=task)
            made.append(mine.read(batches.facts)[0].uid)
        assert mine.read(handout.greeting).message == words[2]
        mine.write(arrivals.withdraw, made[0])
        assert mine.read(handout.greeting).message == words[2]
        mine.write(arrivals.withdraw, made[1])
        said = mine.read(handout.greeting)
        assert (said.message, said.n_documents) == (words[0], 1)
