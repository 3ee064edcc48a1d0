"""Codebooks, names and files that went apart come together again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.codebook import code_edits, code_moves, codebook
from qualcode_app.services.coding import coding_rows, codings, in_vivo
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import clashes, copies, merging
from qualcode_app.services.merging.outcomes import Effect, Matches
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout, sendback
from qualcode_app.services.teams.handout import Task


@pytest.fixture
def lead(project):
    project.author_uid = project.read(people.coders)[0].uid
    return project


@pytest.fixture
def other(lead, tmp_path):
    """A copy for somebody else, open."""
    path = tmp_path / "noor.qualcode"
    copies.save_copy(lead, path)
    with Project.open(path) as file:
        file.author_uid = file.read(people.coders)[1].uid
        yield file


def keyed(project, key):
    return next(row for row in project.read(codebook.rows, retired=True) if row.key == key)


def write(project, key, **said):
    uid = keyed(project, key).uid
    text = project.read(code_edits.get, uid)
    project.write(code_edits.write, uid, replace(text, **said), "toets")
    return uid


def code(project, key, start=100):
    row = project.read(documents.rows)[0]
    round_uid = project.read(people.rounds)[0].uid
    new = NewCoding(
        row.revision_uid,
        round_uid,
        project.author_uid,
        keyed(project, key).uid,
        TextAnchor(start, start + 60),
    )
    project.write(codings.add, new)
    return new.uid


def rename_coder(session, uid, name):
    journal.change(session, "coder.rename", Kind.CODER, uid, {"name": name})
    return Changes.everything()


def merge(lead, other, choose=None):
    plan = merging.prepare(lead, [other.path])
    choices = {clash.key: choose(clash) for clash in plan.clashes} if choose else {}
    merging.carry_out(lead, plan, choices)
    return plan


def test_work_on_a_code_document_and_coder_that_were_renamed_elsewhere_still_matches(lead, other):
    uid = write(lead, "WON-1", label_nl="Bouwen en wonen", label_en="Building and living")
    document = lead.read(documents.rows)[0]
    lead.write(documents.rename, document.uid, "Akkoord van de gemeente")
    coder = other.author_uid
    lead.write(rename_coder, coder, "N. de Wit")
    made = code(other, "WON-1")
    renamed = other.path.with_name("heel andere naam.qualcode")
    other.close()
    other.path.rename(renamed)
    merging.carry_out(lead, merging.prepare(lead, [renamed]))
    now = lead.read(coding_rows.get, made)
    assert (now.code_uid, now.document_uid, now.coder_uid) == (uid, document.uid, coder)
    assert now.code_label_nl == "Bouwen en wonen"
    assert now.coder_name == "N. de Wit"
    assert not merging.prepare(lead, [renamed]).fresh


def test_a_definition_edited_on_one_side_arrives_and_ours_is_kept_on_the_other(lead, other):
    theirs = write(other, "WON-1", short_nl="Zoals zij het zegt.")
    ours = write(lead, "WON-2", short_nl="Zoals wij het zeggen.")
    plan = merge(lead, other)
    assert plan.count(Effect.CHANGED, Kind.CODE) == 1
    assert lead.read(code_edits.get, theirs).short_nl == "Zoals zij het zegt."
    assert lead.read(code_edits.get, ours).short_nl == "Zoals wij het zeggen."


def test_a_definition_edited_on_both_sides_clashes_once(lead, other):
    uid = write(other, "WON-1", short_nl="Zoals zij het zegt.")
    write(lead, "WON-1", short_nl="Zoals wij het zeggen.")
    plan = merge(lead, other, lambda clash: clash.of(0))
    assert [clash.uid for clash in plan.clashes] == [uid]
    assert lead.read(code_edits.get, uid).short_nl == "Zoals zij het zegt."
    assert not merging.prepare(lead, [other.path]).clashes


def test_a_code_deleted_here_and_used_there_is_asked_about(lead, other):
    family = next(row for row in lead.read(codebook.rows) if row.level == 1)
    new = in_vivo.NewCode(family.uid, lead.read(in_vivo.free_key, family.uid), "van ons")
    place = NewCoding(
        lead.read(documents.rows)[0].revision_uid,
        lead.read(people.rounds)[0].uid,
        lead.author_uid,
        new.uid,
        TextAnchor(300, 340),
    )
    lead.write(in_vivo.add, new, place)
    merge(other, lead)
    made = code(other, new.key, 500)
    lead.write(in_vivo.remove, new.uid, place.uid)
    plan = merging.prepare(lead, [other.path])
    (clash,) = [clash for clash in plan.clashes if clash.kind is Kind.CODE]
    assert clash.uid == new.uid
    assert (Kind.CODING, made) in clash.needed_by


def test_two_codes_with_one_name_stay_two(lead, other):
    """Two people named different things alike; their keys differ."""
    ours = write(lead, "WON-1", label_nl="Betaalbaar", label_en="Affordable")
    theirs = write(other, "RUI-1", label_nl="Betaalbaar", label_en="Affordable")
    plan = merge(lead, other)
    assert not plan.doubts
    named = {row.uid for row in lead.read(codebook.rows) if row.label_nl == "Betaalbaar"}
    assert named == {ours, theirs}


@pytest.fixture
def added(lead, other):
    """One code that two people added, each with a key of her own; the uids."""
    family = next(row for row in lead.read(codebook.rows) if row.level == 1)
    uids = []
    for project, key in ((lead, "ZELF-1"), (other, "EIGEN-1")):
        new = in_vivo.NewCode(family.uid, key, "Huur  van woonwagens")
        project.write(in_vivo.add_code, new)
        uids.append(new.uid)
    return uids


def test_two_new_codes_of_one_path_are_asked_about_whatever_their_keys(lead, other, added):
    (doubt,) = merging.prepare(lead, [other.path]).doubts
    assert set(doubt.uids) == set(added)
    assert sorted(name.split()[0] for name in doubt.names) == ["EIGEN-1", "ZELF-1"]
    two = merging.prepare(lead, [other.path], Matches(apart=frozenset({doubt.uids})))
    merging.carry_out(lead, two)
    assert {row.uid for row in lead.read(codebook.rows)} >= set(added)
    assert not merging.prepare(lead, [other.path]).doubts


def test_two_new_codes_of_one_path_can_be_one_with_the_work_of_both(lead, other, added):
    for project, key, start in ((lead, "ZELF-1", 100), (other, "EIGEN-1", 300)):
        code(project, key, start)
    (doubt,) = merging.prepare(lead, [other.path]).doubts
    one = merging.prepare(lead, [other.path], Matches(same=frozenset({doubt.uids})))
    merging.carry_out(lead, one, {clash.key: clash.ours for clash in one.clashes})
    used = [row.code_uid for row in lead.read(coding_rows.rows) if row.code_uid in added]
    assert used == [min(added)] * 2
    assert not merging.prepare(lead, [other.path]).doubts


def test_branches_of_a_codebook_join_where_each_changed_something_else(lead, other):
    """One moved a code, the other wrote its definition: both can hold."""
    families = [row for row in lead.read(codebook.rows) if row.level == 1]
    home = next(row for row in families if row.key not in keyed(lead, "WON-1").key)
    uid = write(other, "WON-1", short_nl="Zoals zij het zegt.", memo="Let op de huur.")
    lead.write(code_moves.move, uid, home.uid, "", "hoort daar")
    write(lead, "WON-2", short_nl="Van ons alleen.")
    plan = merge(lead, other, clashes.joined)
    assert [clash.uid for clash in plan.clashes] == [uid]
    now, text = keyed(lead, "WON-1"), lead.read(code_edits.get, uid)
    assert now.parent_uid == home.uid
    assert (text.short_nl, text.memo) == ("Zoals zij het zegt.", "Let op de huur.")
    assert not merging.prepare(lead, [other.path]).clashes


def test_branches_join_with_a_file_that_was_handed_out_blind(lead, tmp_path):
    path = tmp_path / "uit.qualcode"
    noor = lead.read(people.coders)[1].uid
    handout.hand_out(lead, path, Task(noor, (lead.read(documents.rows)[0].uid,)))
    with Project.open(path) as file:
        file.author_uid = noor
        uid = write(file, "WON-1", when_to_use="Bij huur en koop.")
        back = tmp_path / "terug.qualcode"
        sendback.send_back(file, back)
    write(lead, "WON-1", colour="#123456", short_nl="Zoals wij het zeggen.")
    plan = merging.prepare(lead, [back])
    merging.carry_out(lead, plan, {clash.key: clashes.joined(clash) for clash in plan.clashes})
    text = lead.read(code_edits.get, uid)
    assert (text.when_to_use, text.colour) == ("Bij huur en koop.", "#123456")
    assert text.short_nl == "Zoals wij het zeggen."


def test_a_clash_names_the_codes_that_two_people_gave_a_passage(lead, other, tmp_path):
    made = code(lead, "WON-1")
    copy = tmp_path / "kopie.qualcode"
    copies.save_copy(lead, copy)
    with Project.open(copy) as file:
        file.author_uid = other.author_uid
        file.write(codings.recode, made, keyed(file, "WON-2").uid)
    lead.write(codings.recode, made, keyed(lead, "RUI-1").uid)
    (clash,) = merging.prepare(lead, [copy]).clashes
    said = [side.said["code_uid"] for side in clashes.sides(clash)]
    assert sorted(words.split()[0] for words in said) == ["RUI-1", "WON-2"]
    assert not any("digest" in name for side in clashes.sides(clash) for name in side.said)


def test_what_both_changed_otherwise_is_not_joined_by_itself(lead, other):
    write(other, "WON-1", label_nl="Wonen", short_nl="Zij.")
    write(lead, "WON-1", label_nl="Huizen")
    (clash,) = merging.prepare(lead, [other.path]).clashes
    assert clashes.joined(clash) is None
