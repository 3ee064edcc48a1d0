"""Relations between codings: laid once, gone and back with their codings."""

from __future__ import annotations

import pytest

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.services.coding import codings, relations
from qualcode_app.services.coding.relations import NewRelation


@pytest.fixture
def pair(desk):
    new = [desk.new(0, 20), desk.new(30, 60, "INC-3")]
    for one in new:
        desk.project.write(codings.add, one)
    return [one.uid for one in new]


def test_a_relation_is_listed_with_both_codings(desk, pair):
    new = NewRelation(*pair, "tension", " betaalbaar of snel ")
    changes = desk.project.write(relations.add, new)
    assert changes[Kind.RELATION].added == {new.uid}
    for uid in pair:
        (row,) = desk.project.read(relations.rows, [uid])
        assert (row.kind, row.note, row.from_uid, row.to_uid) == (
            "tension",
            "betaalbaar of snel",
            *pair,
        )


def test_the_same_relation_is_laid_once_in_either_direction(desk, pair):
    desk.project.write(relations.add, NewRelation(*pair, "link"))
    with pytest.raises(RefusedChange):
        desk.project.write(relations.add, NewRelation(*reversed(pair), "link"))
    desk.project.write(relations.add, NewRelation(*pair, "condition"))


def test_a_relation_needs_two_codings(desk, pair):
    with pytest.raises(RefusedChange):
        desk.project.write(relations.add, NewRelation(pair[0], pair[0], "link"))
    with pytest.raises(UnknownRecord):
        desk.project.write(relations.add, NewRelation(pair[0], desk.round_uid, "link"))


def test_a_relation_goes_with_its_coding_and_comes_back_with_it(desk, pair):
    new = NewRelation(*pair, "link")
    desk.project.write(relations.add, new)
    kept = desk.project.read(codings.keep, pair[1])
    changes = desk.project.write(codings.remove, pair[1])
    assert changes[Kind.RELATION].removed == {new.uid}
    assert not desk.project.read(relations.rows, pair)
    desk.project.write(codings.put_back, kept)
    assert [row.uid for row in desk.project.read(relations.rows, pair)] == [new.uid]


def test_a_relation_is_taken_away_alone(desk, pair):
    new = NewRelation(*pair, "link")
    desk.project.write(relations.add, new)
    desk.project.write(relations.remove, new.uid)
    assert not desk.project.read(relations.rows, pair)
    assert desk.project.read(codings.keep, pair[0]).uid == pair[0]
