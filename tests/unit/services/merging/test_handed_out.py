"""What a plan tells of the time since a file was handed out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.services.codebook import code_edits, codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, clashes, copies, merging
from qualcode_app.services.merging.outcomes import Since, Story, Where
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout, sendback
from qualcode_app.services.teams.handout import Task


@pytest.fixture
def lead(project):
    project.author_uid = project.read(people.coders)[0].uid
    return project


@pytest.fixture
def noor(lead):
    """The coder the first document goes to."""
    return lead.read(people.coders)[1].uid


@pytest.fixture
def work(lead, noor, tmp_path):
    """The open file of that coder, blind, with what she coded before."""
    path = tmp_path / "noor.qualcode"
    first = lead.read(documents.rows)[0]
    define(lead, "WON-1", "Uitgelegd voor het uitdelen.")  # what is shown blind says less
    handout.hand_out(lead, path, Task(noor, (first.uid,)))
    with Project.open(path) as file:
        file.author_uid = noor
        yield file


def define(project, key, words):
    uid = next(row.uid for row in project.read(codebook.rows) if row.key == key)
    text = project.read(code_edits.get, uid)
    said = replace(text, short_nl=words, example=f"Voorbeeld: {words}")
    project.write(code_edits.write, uid, said, "duidelijker")
    return Kind.CODE, uid


def code(file, coder_uid):
    row = file.read(documents.rows)[0]
    codes = [one.uid for one in file.read(codebook.rows) if one.level == 2]
    round_uid = file.read(people.rounds)[0].uid
    file.write(
        codings.add,
        NewCoding(row.revision_uid, round_uid, coder_uid, codes[0], TextAnchor(100, 160)),
    )


def mine(file, coder_uid):
    first = file.read(documents.rows)[0]
    return file.read(coding_rows.rows, coder_uids=[coder_uid], revision_uid=first.revision_uid)


def without_note(file, coder_uid):
    """The last coding that nobody wrote a note about."""
    return [row for row in mine(file, coder_uid) if not row.memo][-1]


def back(work, tmp_path):
    path = tmp_path / "terug.qualcode"
    sendback.send_back(work, path)
    return path


def told(lead, path):
    (file,) = merging.prepare(lead, [path]).files
    return {(kind, where): n for (kind, where), n in file.since.counts.items() if n}


def test_what_comes_back_untouched_changed_on_no_side(lead, work, tmp_path):
    assert told(lead, work.path) == {}


def test_work_of_the_coder_changed_there_also_in_the_file_that_was_sent_back(
    lead, work, noor, tmp_path
):
    code(work, noor)
    shorter = mine(work, noor)[1]
    work.write(
        codings.resize, shorter.uid, TextAnchor(shorter.anchor.start, shorter.anchor.end - 4)
    )
    work.write(codings.remove, without_note(work, noor).uid)
    path = back(work, tmp_path)
    assert told(lead, path) == {(Kind.CODING, Where.THERE): 3}
    since = merging.prepare(lead, [path]).files[0].since
    assert since.coder_uid == noor
    became = sorted(story.there for story in since.stories.values() if story.where)
    assert became == [Since.CHANGED, Since.DELETED]  # what is new comes in as it is


def test_what_the_lead_changed_meanwhile_changed_here(lead, work, noor, tmp_path):
    define(lead, "WON-2", "Na het uitdelen.")
    lead.write(codings.remove, without_note(lead, noor).uid)
    code(work, noor)
    assert told(lead, back(work, tmp_path)) == {
        (Kind.CODE, Where.HERE): 1,
        (Kind.CODING, Where.HERE): 1,
        (Kind.CODING, Where.THERE): 1,
    }


def test_a_clash_tells_who_did_what_on_both_sides(lead, work, noor, tmp_path):
    one = define(lead, "WON-2", "Zoals de leiding het zegt.")
    define(work, "WON-2", "Zoals Noor het zegt.")
    row = without_note(lead, noor)
    gone = row.uid
    lead.write(codings.resize, gone, TextAnchor(row.anchor.start, row.anchor.end - 5))
    work.write(codings.remove, gone)
    plan = merging.prepare(lead, [back(work, tmp_path)])
    assert plan.files[0].since.count(Where.BOTH) == 2
    by_key = {clash.key: clash for clash in plan.clashes}
    assert clashes.stories(plan, by_key[one]) == {0: Story(Since.CHANGED, Since.CHANGED)}
    removed = by_key[Kind.CODING, gone]
    assert clashes.stories(plan, removed) == {0: Story(Since.CHANGED, Since.DELETED)}
    names = {coder.uid: coder.name for coder in lead.read(people.coders)}
    for clash in plan.clashes:
        wrote = {side.version.file: side.changed_by_uid for side in clashes.sides(clash)}
        assert {file: plan.people[uid] for file, uid in wrote.items()} == {
            -1: names[lead.author_uid],
            0: names[noor],
        }
        assert all(side.changed_at is not None for side in clashes.sides(clash))


def test_a_withdrawn_merge_counts_as_done_here(lead, work, noor, tmp_path):
    work.write(codings.remove, without_note(work, noor).uid)
    path = back(work, tmp_path)
    merging.carry_out(lead, merging.prepare(lead, [path]))
    assert told(lead, path) == {}
    (batch,) = (one for one in lead.read(batches.facts) if one.kind == "merge")
    lead.write(batches.withdraw, batch.uid)
    assert told(lead, path) == {(Kind.CODING, Where.THERE): 1}


def test_of_a_plain_copy_only_the_time_is_told(lead, tmp_path):
    path = tmp_path / "kopie.qualcode"
    copies.save_copy(lead, path)
    with Project.open(path) as file:
        define(file, "WON-2", "In de kopie.")
    since = merging.prepare(lead, [path]).files[0].since
    assert since.coder_uid is None
    assert not since.counts
    assert since.at is not None


def test_a_file_from_elsewhere_was_not_handed_out(lead, work, tmp_path):
    """What was handed out by the coder is none of ours."""
    path, further = tmp_path / "kopie.qualcode", tmp_path / "verder.qualcode"
    copies.save_copy(work, path)
    with Project.open(path) as file:
        copies.save_copy(file, further)
    assert merging.prepare(lead, [further]).files[0].since is None


def test_the_first_act_in_a_file_sent_after_another_is_not_taken_for_what_was_sent(
    lead, work, noor, tmp_path
):
    path = tmp_path / "later.qualcode"
    handout.hand_out(lead, path, Task(noor, (lead.read(documents.rows)[0].uid,)))
    with Project.open(path) as file:
        file.author_uid = noor
        key = define(file, "WON-1", "Zoals Noor het zegt.")
    (clash,) = merging.prepare(lead, [path]).clashes
    assert clash.key == key
