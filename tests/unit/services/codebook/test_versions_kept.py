"""Handing out and merging keep the codebook as a version; merged codes take in later codings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.models.history import Alias
from qualcode_app.services.codebook import code_edits, code_moves, code_state, codebook, versions
from qualcode_app.services.codebook.code_edits import CodeText, NewCode
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout
from qualcode_app.services.teams.handout import Task


def codes_of(project) -> dict[str, str]:
    return {row.key: row.uid for row in project.read(codebook.rows, retired=True)}


def rename(project, key: str, label: str) -> None:
    uid = codes_of(project)[key]
    text = project.read(code_edits.get, uid)
    project.write(code_edits.write, uid, replace(text, label_nl=label), "")


def reasons(project) -> list[str]:
    return [row.reason for row in project.read(versions.listed)]


def code(project, key: str, start: int) -> str:
    document = project.read(documents.rows)[0]
    new = NewCoding(
        document.revision_uid,
        project.read(people.rounds)[0].uid,
        project.read(people.coders)[0].uid,
        codes_of(project)[key],
        TextAnchor(start, start + 30),
    )
    project.write(codings.add, new)
    return new.uid


@pytest.fixture
def copy(project, tmp_path):
    path = tmp_path / "noor.qualcode"
    copies.save_copy(project, path)
    return path


def test_handing_out_a_changed_codebook_keeps_a_version_and_the_same_one_none(project, tmp_path):
    uid = project.read(people.coders)[0].uid
    documents_ = tuple(row.uid for row in project.read(documents.rows)[:1])
    handout.hand_out(project, tmp_path / "first.qualcode", Task(uid, documents_))
    assert len(reasons(project)) == 1
    rename(project, "WON-2", "Verdelen")
    handout.hand_out(project, tmp_path / "second.qualcode", Task(uid, documents_))
    assert reasons(project)[0] == handout.HANDED_OUT
    handout.hand_out(project, tmp_path / "third.qualcode", Task(uid, documents_))
    assert len(reasons(project)) == 2


def test_a_merge_that_changes_the_codebook_keeps_a_version_that_goes_with_the_batch(project, copy):
    with Project.open(copy) as file:
        rename(file, "WON-2", "Verdelen")
    merging.carry_out(project, merging.prepare(project, [copy]))
    assert reasons(project)[0] == merging.MERGED
    merging.carry_out(project, merging.prepare(project, [copy]))
    assert reasons(project).count(merging.MERGED) == 1
    for batch in project.read(batches.facts):
        if batch.kind == "merge" and batch.withdrawn_at is None:
            project.write(batches.withdraw, batch.uid)
    assert merging.MERGED not in reasons(project)


def test_withdrawing_a_merge_keeps_its_code_that_is_in_use_here(project, copy):
    with Project.open(copy) as file:
        home = file.read(code_edits.codebook_of, "")
        text = CodeText("WON-77", "Woonboten", "Houseboats", "WON:1")
        file.write(code_edits.add, NewCode(home, codes_of(file)["WON"], text), "")
    merging.carry_out(project, merging.prepare(project, [copy]))
    uid = code(project, "WON-77", 500)
    (batch,) = [one for one in project.read(batches.facts) if one.kind == "merge"]
    project.write(batches.withdraw, batch.uid)
    assert project.read(coding_rows.get, uid).code_key == "WON-77"


def test_a_merge_without_changed_codes_keeps_no_version(project, copy):
    with Project.open(copy) as file:
        code(file, "WON-2", 400)
    merging.carry_out(project, merging.prepare(project, [copy]))
    assert merging.MERGED not in reasons(project)


def test_codings_that_come_in_with_a_merged_code_get_the_one_that_stayed(project, copy):
    known = codes_of(project)
    with Project.open(copy) as file:
        uid = code(file, "WON-2", 400)
    values = (known["WON-2"], known["WON-1"], journal.new_uid(), "one subject")
    project.write(code_moves.merge, *values)
    merging.carry_out(project, merging.prepare(project, [copy]))
    assert project.read(coding_rows.get, uid).code_uid == known["WON-1"]
    again = merging.prepare(project, [copy])
    assert not again.outcomes
    assert not again.fresh


def test_after_undo_of_the_merge_they_keep_their_code(project, copy):
    known = codes_of(project)
    with Project.open(copy) as file:
        uid = code(file, "WON-2", 400)
    kept = project.read(code_state.keep, [known["WON-2"]])
    project.write(code_moves.merge, known["WON-2"], known["WON-1"], journal.new_uid(), "")
    project.write(code_state.restore, kept, (), "undo")
    assert project.read(lambda session: list(session.scalars(select(Alias.from_uid)))) == []
    merging.carry_out(project, merging.prepare(project, [copy]))
    assert project.read(coding_rows.get, uid).code_uid == known["WON-2"]


def test_a_revived_code_keeps_the_codings_that_come_in(project, copy):
    known = codes_of(project)
    with Project.open(copy) as file:
        uid = code(file, "WON-2", 400)
    project.write(code_moves.merge, known["WON-2"], known["WON-1"], journal.new_uid(), "")
    project.write(code_moves.revive, known["WON-2"], "needed after all")
    merging.carry_out(project, merging.prepare(project, [copy]))
    assert project.read(coding_rows.get, uid).code_uid == known["WON-2"]
