"""The base that is kept, updates of files that hold work, training and recoding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.history import Exchange, ExchangeRow
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.codebook import code_edits, codebook
from qualcode_app.services.coding import coding_rows, codings, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, merging
from qualcode_app.services.merging.merge_plan import Effect
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import arrivals, carrying, handout, tasks, training
from qualcode_app.services.teams.handout import Task


@pytest.fixture
def third(project):
    project.author_uid = project.read(people.coders)[0].uid
    new = NewCoder("Derde Codeur")
    project.write(people.add_coder, new)
    return new.uid


def uids(project):
    return [row.uid for row in project.read(documents.rows)]


def code(project, coder_uid, start=100, end=160):
    """Code a stretch of the first document as this coder, in the round of the file's task."""
    task = project.read(tasks.greeting)
    row = project.read(documents.rows)[0]
    key = next(one for one in project.read(codebook.rows) if one.level == 2)
    project.author_uid = coder_uid
    anchor = TextAnchor(start, end)
    new = NewCoding(row.revision_uid, task.round_uid, coder_uid, key.uid, anchor)
    project.write(codings.add, new)
    return new


def redefine(project, words):
    """Change a family's definition, in the lead's project."""
    family = project.read(codebook.families)[0]
    text = project.read(code_edits.get, family.uid)
    changed = replace(text, short_nl=words, example=f"Voorbeeld {words}")
    project.write(code_edits.write, family.uid, changed, "duidelijker")
    return family.uid


def definition(project, uid):
    return project.read(code_edits.get, uid).short_nl


def test_every_row_that_went_out_is_kept_with_what_it_said(project, third, tmp_path):
    path = tmp_path / "derde.qualcode"
    handout.hand_out(project, path, Task(third, tuple(uids(project)[:1])))

    def kept(session):
        (out,) = session.scalars(select(Exchange).where(Exchange.direction == "out"))
        count = select(func.count()).where(ExchangeRow.exchange_uid == out.uid)
        return out.replica_uid, session.scalar(count)

    replica, n_rows = project.read(kept)
    with Project.open(path) as new:
        assert replica == new.facts.replica_uid
        assert n_rows > len(new.read(codebook.rows))


def test_an_update_brings_documents_and_definitions_to_a_file_with_work(project, third, tmp_path):
    first, second = tmp_path / "eerste.qualcode", tmp_path / "bijwerking.qualcode"
    family = project.read(codebook.families)[0].uid
    handout.hand_out(project, first, Task(third, tuple(uids(project)[:1]), (family,)))
    changed = redefine(project, "Nieuwe omschrijving")
    update = Task(third, tuple(uids(project)[1:2]), (family,), message="Twee erbij.")
    handout.hand_out(project, second, update)
    with Project.open(first) as mine:
        made = code(mine, third)
        plan = merging.prepare(mine, [second])
        assert not plan.clashes
        with Project.open(second, read_only=True) as other:
            task = other.read(tasks.greeting)
        carrying.carry_in(mine, plan, task=task)
        assert len(mine.read(documents.rows)) == 2
        assert definition(mine, changed) == "Nieuwe omschrijving"
        assert made.uid in {row.uid for row in mine.read(coding_rows.rows)}
        said = mine.read(tasks.greeting)
        assert (said.n_documents, said.message) == (2, "Twee erbij.")
        batch = next(one for one in mine.read(batches.facts) if one.kind == "merge")
        mine.write(arrivals.withdraw, batch.uid)
        assert len(mine.read(documents.rows)) == 1
        assert made.uid in {row.uid for row in mine.read(coding_rows.rows)}
        said = mine.read(tasks.greeting)
        assert (said.n_documents, said.message) == (1, "")


def test_a_second_update_is_newer_than_the_first_and_the_lead_is_not_asked(
    project, third, tmp_path
):
    family = project.read(codebook.families)[0].uid
    task = Task(third, tuple(uids(project)[:1]), (family,))
    files = [tmp_path / f"{number}.qualcode" for number in range(3)]
    handout.hand_out(project, files[0], task)
    for number in (1, 2):
        changed = redefine(project, f"Versie {number}")
        handout.hand_out(project, files[number], task)
    with Project.open(files[0]) as mine:
        for number in (1, 2):
            plan = merging.prepare(mine, [files[number]])
            assert not plan.clashes
            merging.carry_out(mine, plan)
            assert definition(mine, changed) == f"Versie {number}"
    plan = merging.prepare(project, [files[0]])
    assert not plan.clashes
    assert plan.count(Effect.CHANGED) == plan.count(Effect.DELETED) == 0


def test_an_update_for_somebody_else_is_refused(project, third, tmp_path):
    mine, theirs = tmp_path / "mijn.qualcode", tmp_path / "ander.qualcode"
    handout.hand_out(project, mine, Task(third, tuple(uids(project)[:1])))
    other = project.read(people.coders)[0].uid
    handout.hand_out(project, theirs, Task(other, tuple(uids(project)[:1])))
    with Project.open(theirs, read_only=True) as file:
        task = file.read(tasks.greeting)
    with Project.open(mine) as file, pytest.raises(RefusedChange, match="another coder"):
        file.write(tasks.adopt, task, "")


def test_documents_stand_in_a_random_order_that_can_be_made_again(project, third, tmp_path):
    everything = tuple(uids(project))
    orders = []
    for seed in (1, 1, 2, 3, 4):
        path = tmp_path / f"{len(orders)}.qualcode"
        handout.hand_out(project, path, Task(third, everything, order_seed=seed))
        with Project.open(path) as new:
            orders.append(uids(new))
    assert orders[0] == orders[1]
    assert len({tuple(order) for order in orders}) > 1
    assert all(sorted(order) == sorted(everything) for order in orders)


def test_a_sample_holds_its_share_and_at_least_one():
    many = [f"{number}" for number in range(40)]
    assert len(training.sample(many, many, 0.1, 1)) == 4
    assert training.sample(many, many, 0.1, 1) == training.sample(many, many, 0.1, 1)
    assert len(training.sample(many[:3], many, 0.1, 1)) == 1


def test_a_sample_is_taken_of_what_the_coder_coded_among_the_documents_chosen():
    many = [f"{number}" for number in range(40)]
    coded = set(many[:20])
    assert len(training.sample(many, coded, 0.1, 1)) == 2
    assert set(training.sample(many, coded, 0.5, 1)) <= coded
    assert training.sample(many[30:], coded, 0.5, 1) == ()


def test_a_document_counts_as_coded_by_who_coded_it_or_began_to_read_it(project, third):
    everything = set(uids(project))
    first = project.read(people.coders)[0].uid
    assert project.read(training.coded_by, first) == everything
    assert project.read(training.coded_by, third) == set()
    round_uid = project.read(people.rounds)[0].uid
    one = min(everything)
    family = project.read(codebook.families)[0].uid
    project.write(reading.set_states, Reading(third, round_uid, one), {family: "busy"})
    assert project.read(training.coded_by, third) == {one}


def test_who_codes_again_does_not_see_the_first_work_and_is_compared_with_it(project, tmp_path):
    coder = project.read(people.coders)[0]
    project.author_uid = coder.uid
    path = tmp_path / "nogmaals.qualcode"
    handout.hand_out(project, path, Task(coder.uid, tuple(uids(project)[:1]), kind="recoding"))
    with Project.open(path) as again:
        assert again.read(coding_rows.rows) == []
        code(again, coder.uid)
        task = again.read(tasks.greeting)
        at = Reading(coder.uid, task.round_uid, uids(again)[0])
        again.write(reading.mark_done, at)
    merging.carry_out(project, merging.prepare(project, [path]))
    table = project.read(agreements.table, Scope(recoding_of=coder.uid))
    assert len(table.rows) > 0


def test_model_answers_are_shown_after_the_coder_read_the_document(project, third, tmp_path):
    lead = project.read(people.coders)[0]
    document = uids(project)[0]
    model = project.read(coding_rows.rows, coder_uids=[lead.uid])
    wanted = {row.uid for row in model if row.document_uid == document}
    path = tmp_path / "oefening.qualcode"
    task = Task(third, (document,), kind="training", model_uid=lead.uid)
    handout.hand_out(project, path, task)
    with Project.open(path) as new:
        new.author_uid = third
        assert new.read(coding_rows.rows) == []
        at = Reading(third, new.read(tasks.greeting).round_uid, document)
        with pytest.raises(RefusedChange, match="after your own work"):
            new.write(training.reveal, at)
        new.write(reading.mark_done, at)
        assert new.read(training.is_ready, at)
        new.write(training.reveal, at)
        assert {row.uid for row in new.read(coding_rows.rows)} == wanted
        assert not new.read(training.waiting, document)
        with pytest.raises(RefusedChange, match="no model answers"):
            new.write(training.reveal, at)
    plan = merging.prepare(project, [path])
    assert not plan.clashes
    assert plan.count(Effect.CHANGED) == plan.count(Effect.DELETED) == 0
