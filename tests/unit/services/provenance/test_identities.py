"""Codings given to another coder, and two identities of one person joined."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import ALL
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.provenance import checking, identities
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
    plan = desk.project.read(identities.plan_join, double, desk.coder_uid)
    name = next(row.name for row in desk.project.read(people.coders) if row.uid == desk.coder_uid)
    desk.project.write(identities.join, plan)
    stays = min(double, desk.coder_uid)
    assert coders_of(desk)[theirs] == stays
    assert len({mine, twice} & coders_of(desk).keys()) == 1
    coders = {row.uid: row.name for row in desk.project.read(people.coders)}
    assert coders[stays] == name
    assert len({double, desk.coder_uid} & coders.keys()) == 1
    desk.project.write(identities.part, plan)
    assert content(desk.project) == before


def test_work_that_comes_in_later_under_the_other_identity_is_the_same_persons(
    desk, double, tmp_path
):
    other = tmp_path / "other.qualcode"
    copies.save_copy(desk.project, other)
    with Project.open(other) as file:
        file.write(codings.add, replace(desk.new(400, 460), coder_uid=double))
        file.write(codings.add, replace(desk.new(500, 560), coder_uid=desk.coder_uid))
    plan = desk.project.read(identities.plan_join, double, desk.coder_uid)
    desk.project.write(identities.join, plan)
    merge = merging.prepare(desk.project, [other])
    assert not merge.clashes
    merging.carry_out(desk.project, merge)
    stays = min(double, desk.coder_uid)
    came = [row for row in desk.project.read(coding_rows.rows) if row.anchor.start in (400, 500)]
    assert [row.coder_uid for row in came] == [stays, stays]
    desk.project.close()
    assert checking.check(desk.project.path) == []
