from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import CannotWrite, RefusedChange
from qualcode_app.services.adjudication import board, consensus, decisions
from qualcode_app.services.adjudication.decisions import Decision
from qualcode_app.services.cases import attribute_edits, group_edits
from qualcode_app.services.cases.corpus import corpus
from qualcode_app.services.cases.group_edits import Term
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings, in_vivo, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.in_vivo import NewCode, free_key
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import merging
from qualcode_app.services.merging.outcomes import Effect
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout, tasks
from qualcode_app.services.teams.handout import Task

SECRET = "geheimtaal van een ander"


@pytest.fixture
def third(project):
    project.author_uid = project.read(people.coders)[0].uid
    new = NewCoder("Derde Codeur")
    project.write(people.add_coder, new)
    return new.uid


def task(project, coder_uid, *, n=1, **more):
    uids = tuple(row.uid for row in project.read(documents.rows)[:n])
    return Task(coder_uid, uids, **more)


def leave_traces(project):
    """Let others write a memo, make a code, change the example of one, and settle differences."""
    places = project.read(board.read).differences
    project.write(decisions.decide, Decision(places[0], "discuss", note=SECRET))
    project.write(decisions.decide, decisions.accept(places[1], places[1].said[0].coder_uid))
    row = project.read(coding_rows.rows)[0]
    project.write(codings.set_memo, row.uid, SECRET)
    parent = next(one for one in project.read(codebook.rows) if one.level == 1)
    new = NewCode(parent.uid, project.read(free_key, parent.uid), SECRET)
    project.write(in_vivo.add_code, new)


def test_acts_go_on_while_a_file_is_made_and_it_is_whole(project, third, tmp_path):
    path = tmp_path / "derde.qualcode"
    mine = project.read(coding_rows.rows)[:40]
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(handout.hand_out, project, path, task(project, third, n=9))
        for row in mine:
            project.write(codings.remove, row.uid)
        made.result()
    assert checking.check(path) == []
    with Project.open(path) as derde:
        assert len(derde.read(documents.rows)) == len(project.read(documents.rows))


def test_a_blind_file_holds_not_a_byte_of_another_coders_work(project, third, tmp_path):
    leave_traces(project)
    path = tmp_path / "derde.qualcode"
    handout.hand_out(project, path, task(project, third, n=9))
    held = path.read_bytes()
    assert SECRET.encode() not in held
    assert b"coding.add" not in held
    for uid in (project.read(consensus.coder_uid), project.read(consensus.round_uid)):
        assert bytes.fromhex(uid.replace("-", "")) not in held
    for one in project.read(coding_rows.rows):
        assert bytes.fromhex(one.uid.replace("-", "")) not in held
    others = [one for one in project.read(people.coders) if one.uid != third]
    assert all(one.name.encode() not in held for one in others)
    with Project.open(path) as new:
        assert [one.uid for one in new.read(people.coders)] == [third]
        assert new.read(coding_rows.rows) == []


def test_only_the_chosen_documents_and_families_are_there(project, third, tmp_path):
    family = project.read(codebook.families)[1]
    path = tmp_path / "derde.qualcode"
    handout.hand_out(project, path, task(project, third, family_uids=(family.uid,)))
    with Project.open(path) as new:
        (document,) = new.read(documents.rows)
        assert document.has_file
        assert new.read(documents.text, document.revision_uid) == project.read(
            documents.text, document.revision_uid
        )
        assert [one.uid for one in new.read(reading.active_families)] == [family.uid]
        assert len(new.read(codebook.rows)) == len(project.read(codebook.rows))


def test_the_file_greets_with_its_task(project, third, tmp_path):
    path = tmp_path / "derde.qualcode"
    handout.hand_out(project, path, task(project, third, message="Graag voor vrijdag."))
    with Project.open(path) as new:
        said = new.read(tasks.greeting)
    assert (said.coder_uid, said.n_documents, said.message) == (third, 1, "Graag voor vrijdag.")
    assert project.read(tasks.greeting) is None


def test_what_was_coded_in_a_blind_file_comes_back_and_nothing_else_changes(
    project, third, tmp_path
):
    leave_traces(project)
    path = tmp_path / "derde.qualcode"
    handout.hand_out(
        project, path, task(project, third, family_uids=(project.read(codebook.families)[0].uid,))
    )
    with Project.open(path) as new:
        new.author_uid = third
        (document,) = new.read(documents.rows)
        code = next(one for one in new.read(codebook.rows) if one.level == 2)
        round_uid = new.read(people.rounds)[0].uid
        made = NewCoding(document.revision_uid, round_uid, third, code.uid, TextAnchor(100, 160))
        new.write(codings.add, made)
    plan = merging.prepare(project, [path])
    assert not plan.clashes
    assert plan.count(Effect.NEW) == 1
    assert plan.count(Effect.CHANGED) == plan.count(Effect.DELETED) == 0
    merging.carry_out(project, plan)
    assert made.uid in {row.uid for row in project.read(coding_rows.rows)}


def test_an_open_file_shows_the_others(project, third, tmp_path):
    path = tmp_path / "open.qualcode"
    handout.hand_out(project, path, task(project, third, n=9, blind=False))
    with Project.open(path) as new:
        assert len(new.read(coding_rows.rows)) == len(project.read(coding_rows.rows))


def test_a_task_without_documents_and_a_taken_name_are_refused(project, third, tmp_path):
    path = tmp_path / "derde.qualcode"
    with pytest.raises(RefusedChange, match="needs documents"):
        handout.hand_out(project, path, Task(third, ()))
    path.write_bytes(b"taken")
    with pytest.raises(CannotWrite, match="already a file"):
        handout.hand_out(project, path, task(project, third))
    assert path.read_bytes() == b"taken"


def change(project, use_case, *args):
    project.write(Act(use_case, *args).do)


def test_cases_bring_their_groups_and_attributes_and_those_of_others_stay_away(
    project, third, tmp_path
):
    mine, other, *_ = project.read(corpus).everything
    change(project, group_edits.add_system, "Streek", ["Kust", "Vlakte"])
    change(project, attribute_edits.add, "Inwoners", "number", "case")
    system = next(one for one in project.read(corpus).systems if one.title == "Streek")
    attribute = next(one for one in project.read(corpus).attributes if one.title == "Inwoners")
    for document, group, people_there in ((mine, 0, "12000"), (other, 1, "98765")):
        term = Term(system.groups[group].uid)
        change(project, group_edits.set_terms, document.case.uid, "case", system.uid, [term])
        change(project, attribute_edits.set_values, attribute, document.case.uid, people_there)
    path = tmp_path / "derde.qualcode"
    handout.hand_out(project, path, Task(third, (mine.uid,)))
    told = next(one for one in project.read(corpus).everything if one.uid == mine.uid)
    with Project.open(path) as new:
        (there,) = new.read(corpus).everything
    assert there.groups[system.uid] == (system.groups[0].uid,)
    assert (there.groups, there.attributes) == (told.groups, told.attributes)
    assert b"98765" not in path.read_bytes()
    plan = merging.prepare(project, [path])
    assert plan.count(Effect.CHANGED) == plan.count(Effect.NEW) == 0
