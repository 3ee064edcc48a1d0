"""Files that came in are known by name, and leave together with what they brought."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.services.coding import came, coding_rows, codings
from qualcode_app.services.coding.came import Came
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.provenance import history
from qualcode_app.services.provenance.history import About
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import arrivals, carrying, handout, tasks
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
    carrying.carry_in(project, merging.prepare(project, paths))
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
                task = other.read(tasks.greeting)
            carrying.carry_in(mine, merging.prepare(mine, [path]), task=task)
            made.append(mine.read(batches.facts)[0].uid)
        assert mine.read(tasks.greeting).message == words[2]
        mine.write(arrivals.withdraw, made[0])
        assert mine.read(tasks.greeting).message == words[2]
        mine.write(arrivals.withdraw, made[1])
        said = mine.read(tasks.greeting)
        assert (said.message, said.n_documents) == (words[0], 1)


def code(project, path, at):
    """Code a stretch in a copy; returns the coding."""
    with Project.open(path) as file:
        row = project.read(coding_rows.rows)[0]
        place = TextAnchor(at, at + 20)
        round_uid = file.read(people.rounds)[0].uid
        new = NewCoding(row.revision_uid, round_uid, row.coder_uid, row.code_uid, place)
        file.author_uid = row.coder_uid
        file.write(codings.add, new)
    return new.uid


def test_each_coding_tells_its_own_file_of_several_and_can_be_asked_by_it(project, others):
    made = [code(project, path, 30 * number) for number, path in enumerate(others)]
    merge(project, *others)
    told = project.read(arrivals.origins_of, Kind.CODING)
    assert [told[uid].file for uid in made] == ["noor.qualcode", "sem.qualcode"]
    alone = [project.read(arrivals.origin_of, Kind.CODING, uid) for uid in made]
    assert [one.name for one in alone] == ["noor.qualcode", "sem.qualcode"]
    whole, noor, sem = project.read(arrivals.origins)
    for origin, uids in ((whole, set(made)), (noor, {made[0]}), (sem, {made[1]})):
        asked = Came(origin.batch.uid, origin.replica_uids)
        assert set(project.read(came.uids, asked)) == uids


def test_a_file_sent_back_as_a_copy_of_a_copy_still_tells_where_it_was_coded(
    project, others, tmp_path
):
    made = code(project, others[0], 30)
    back = tmp_path / "terug.qualcode"
    with Project.open(others[0]) as file:
        copies.save_copy(file, back, with_pdfs=False)
    merge(project, back, others[1])
    assert project.read(arrivals.origins_of, Kind.CODING)[made].file == "terug.qualcode"


def test_codings_are_asked_by_the_moment_they_were_made(project):
    rows = sorted(project.read(coding_rows.rows), key=lambda row: row.made_at)
    middle = rows[len(rows) // 2].made_at
    later = set(project.read(came.uids, Came(since=middle)))
    before = set(project.read(came.uids, Came(until=middle)))
    assert later | before == {row.uid for row in rows}
    assert not later & before
    assert rows[-1].uid in later


def test_history_is_told_by_file(project, others):
    code(project, others[0], 30)
    merge(project, *others)
    noor = next(one for one in project.read(arrivals.origins) if one.file == "noor.qualcode")
    about = About(came=Came(replica_uids=noor.replica_uids))
    told = project.read(history.events, about)
    assert {one.source for one in told} == {"noor.qualcode"}
    assert "coding.add" in {one.act for one in told}
