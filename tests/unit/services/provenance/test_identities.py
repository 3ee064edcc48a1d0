"""Codings given to another coder, and two identities of one person joined."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from qualcode_app import paths
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.formats import codebook_json
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import ALL
from qualcode_app.services.coding import coding_rows, codings, reading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.provenance import checking, differences, identities, joining
from qualcode_app.services.registers import judgements, loading, propositions
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


@pytest.fixture
def double(desk):
    """A second identity of the first coder."""
    new = NewCoder("Tweede Naam")
    desk.project.write(people.add_coder, new)
    return new.uid


def content(project):
    """What is said by whom, apart from the log."""

    def read(session):
        found = set()
        for aggregate in ALL:
            uids = session.connection().scalars(select(aggregate.root.c.uid)).all()
            rows = aggregates.read(session.connection(), aggregate.kind, uids)
            found |= {(aggregate.kind, uid, one.digest()) for uid, one in rows.items()}
        return found

    return project.read(read)


def code_as(desk, coder_uid, start, end):
    new = replace(desk.new(start, end), coder_uid=coder_uid)
    desk.project.write(codings.add, new)
    return new.uid


def coders_of(desk):
    return {row.uid: row.coder_uid for row in desk.project.read(coding_rows.rows)}


def test_codings_go_to_another_coder_with_their_notes_and_back(desk, double):
    uid = code_as(desk, double, 100, 160)
    desk.project.write(codings.set_memo, uid, "Van wie?")
    before = content(desk.project)
    desk.project.write(identities.reassign, {uid: desk.coder_uid})
    assert coders_of(desk)[uid] == desk.coder_uid
    assert desk.project.read(coding_rows.get, uid).memo == "Van wie?"
    desk.project.write(identities.reassign, {uid: double})
    assert content(desk.project) == before


def test_a_place_that_the_other_coded_too_is_refused(desk, double):
    uid = code_as(desk, double, 100, 160)
    code_as(desk, desk.coder_uid, 100, 160)
    with pytest.raises(RefusedChange, match="already"):
        desk.project.write(identities.reassign, {uid: desk.coder_uid})


def test_two_identities_become_one_under_the_chosen_name_and_part_again(desk, double):
    mine = code_as(desk, desk.coder_uid, 200, 260)
    theirs = code_as(desk, double, 100, 160)
    twice = code_as(desk, double, 200, 260)
    before = content(desk.project)
    plan = desk.project.read(joining.plan, double, desk.coder_uid)
    name = next(row.name for row in desk.project.read(people.coders) if row.uid == desk.coder_uid)
    desk.project.write(joining.join, plan)
    stays = min(double, desk.coder_uid)
    assert coders_of(desk)[theirs] == stays
    assert len({mine, twice} & coders_of(desk).keys()) == 1
    coders = {row.uid: row.name for row in desk.project.read(people.coders)}
    assert coders[stays] == name
    assert len({double, desk.coder_uid} & coders.keys()) == 1
    desk.project.write(joining.part, plan)
    assert content(desk.project) == before


def test_work_that_comes_in_later_under_the_other_identity_is_the_same_persons(
    desk, double, tmp_path
):
    other = tmp_path / "other.qualcode"
    copies.save_copy(desk.project, other)
    with Project.open(other) as file:
        file.write(codings.add, replace(desk.new(400, 460), coder_uid=double))
        file.write(codings.add, replace(desk.new(500, 560), coder_uid=desk.coder_uid))
    plan = desk.project.read(joining.plan, double, desk.coder_uid)
    desk.project.write(joining.join, plan)
    merge = merging.prepare(desk.project, [other])
    assert not merge.clashes
    merging.carry_out(desk.project, merge)
    stays = min(double, desk.coder_uid)
    came = [row for row in desk.project.read(coding_rows.rows) if row.anchor.start in (400, 500)]
    assert [row.coder_uid for row in came] == [stays, stays]
    desk.project.close()
    assert checking.check(desk.project.path) == []


# Where both said something of one thing


@pytest.fixture
def pledge(desk):
    """A pledge of the shipped register, taken into the project."""
    book = codebook_json.read(paths.codebooks() / "party-programme.json")
    desk.project.write(loading.load, book)
    register = desk.project.read(propositions.register_keyed, "pledges")
    return next(
        row
        for row in desk.project.read(propositions.rows, register.uid)
        if row.code_keys and row.code_keys[0] in desk.codes and not row.parts
    )


def at(desk, coder_uid):
    return Reading(coder_uid, desk.round_uid, desk.document.uid)


def judge(desk, coder_uid, pledge, option, start):
    """Code a passage and let a verdict rest on it; returns the coding."""
    desk.project.write(reading.mark_done, at(desk, coder_uid))
    new = replace(
        desk.new(start, start + 40), coder_uid=coder_uid, code_uid=desk.codes[pledge.code_keys[0]]
    )
    desk.project.write(codings.add, new)
    verdict = Verdict(option, evidence=frozenset({new.uid}))
    desk.project.write(judgements.write, at(desk, coder_uid), pledge, verdict)
    return new.uid


def verdict(desk, coder_uid, pledge):
    return desk.project.read(judgements.get, at(desk, coder_uid), pledge.uid)


def join(desk, first, other, **more):
    plan = desk.project.read(joining.plan, first, other, **more)
    desk.project.write(joining.join, plan)
    return plan, min(first, other)


def test_verdicts_go_along_and_can_be_changed_afterwards(desk, double, pledge):
    judge(desk, double, pledge, "overgenomen", 100)
    before = content(desk.project)
    plan, stays = join(desk, double, desk.coder_uid)
    assert verdict(desk, stays, pledge).option_key == "overgenomen"
    again = replace(verdict(desk, stays, pledge), option_key="deels")
    desk.project.write(judgements.write, at(desk, stays), pledge, again)
    assert verdict(desk, stays, pledge).option_key == "deels"
    desk.project.write(
        judgements.write, at(desk, stays), pledge, replace(again, option_key="overgenomen")
    )
    desk.project.write(joining.part, plan)
    assert content(desk.project) == before


def test_verdicts_alike_on_passages_alike_fall_together(desk, double, pledge):
    passages = {judge(desk, uid, pledge, "deels", 100) for uid in (double, desk.coder_uid)}
    before = content(desk.project)
    plan, stays = join(desk, double, desk.coder_uid)
    assert plan.differences == ()
    (left,) = passages & coders_of(desk).keys()
    assert verdict(desk, stays, pledge).evidence == {left}
    desk.project.write(joining.part, plan)
    assert content(desk.project) == before


@pytest.mark.parametrize(("which", "option"), [("first", "deels"), ("other", "strijdig")])
def test_verdicts_that_differ_are_listed_and_chosen(desk, double, pledge, which, option):
    judge(desk, double, pledge, "deels", 100)
    judge(desk, desk.coder_uid, pledge, "strijdig", 100)
    before = content(desk.project)
    plan = desk.project.read(joining.plan, double, desk.coder_uid)
    (told,) = desk.project.read(differences.told, plan)
    assert (told.first["option_key"], told.other["option_key"]) == ("deels", "strijdig")
    assert pledge.key in told.about
    with pytest.raises(RefusedChange, match="different things in 1 places"):
        desk.project.write(joining.join, plan)
    assert content(desk.project) == before
    plan, stays = join(desk, double, desk.coder_uid, chosen={told.key: which})
    said = verdict(desk, stays, pledge)
    assert said.option_key == option
    assert said.evidence <= coders_of(desk).keys()
    desk.project.write(joining.part, plan)
    assert content(desk.project) == before


def test_a_reading_status_that_differs_is_chosen(desk, double):
    family = next(iter(desk.project.read(reading.states, at(desk, double))))
    desk.project.write(reading.set_states, at(desk, double), {family: "done"})
    desk.project.write(reading.set_states, at(desk, desk.coder_uid), {family: "busy"})
    plan = desk.project.read(joining.plan, double, desk.coder_uid)
    (told,) = desk.project.read(differences.told, plan)
    assert (told.first["state"], told.other["state"]) == ("done", "busy")
    _, stays = join(desk, double, desk.coder_uid, chosen={told.key: "first"})
    assert desk.project.read(reading.states, at(desk, stays))[family] == "done"


def test_notes_on_codings_that_fall_together_stand_below_each_other(desk, double):
    made = set()
    for uid, words in ((double, "Van de ene."), (desk.coder_uid, "Van de ander.")):
        made.add(coding := code_as(desk, uid, 100, 160))
        desk.project.write(codings.set_memo, coding, words)
    before = content(desk.project)
    plan, _ = join(desk, double, desk.coder_uid)
    (row,) = [row for row in desk.project.read(coding_rows.rows) if row.uid in made]
    assert sorted(row.memo.splitlines()) == ["Van de ander.", "Van de ene."]
    desk.project.write(joining.part, plan)
    assert content(desk.project) == before
    desk.project.close()
    assert checking.check(desk.project.path) == []


def test_a_copy_from_before_the_join_brings_nothing_back(desk, double, pledge, tmp_path):
    for uid, option in ((double, "deels"), (desk.coder_uid, "strijdig")):
        judge(desk, uid, pledge, option, 100)
    other = tmp_path / "other.qualcode"
    copies.save_copy(desk.project, other)
    (difference,) = desk.project.read(joining.plan, double, desk.coder_uid).differences
    _, stays = join(desk, double, desk.coder_uid, chosen={difference.key: "first"})
    owners = coders_of(desk)
    merge = merging.prepare(desk.project, [other])
    assert not merge.clashes
    merging.carry_out(desk.project, merge)
    assert coders_of(desk) == owners
    assert verdict(desk, stays, pledge).option_key == "deels"
