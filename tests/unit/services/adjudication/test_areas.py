"""Areas of pages are settled like passages: who drew what where, and what holds."""

from __future__ import annotations

from uuid import uuid4

import pytest

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.services.adjudication import board, consensus, decisions, taking_over
from qualcode_app.services.adjudication.board import State
from qualcode_app.services.adjudication.decisions import Decision
from qualcode_app.services.adjudication.places import Kind, Said, places
from qualcode_app.services.coding import area_codings, coding_rows
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.merging import batches

TABLE = PageArea(1, 60, 300, 260, 420)
BY_HAND = PageArea(1, 62, 303, 258, 421)  # the same table, drawn by another hand
HALF = PageArea(1, 60, 300, 260, 350)
FIGURE = PageArea(1, 300, 300, 400, 420)


def said(coder, area, code="WON-2"):
    name = f"{coder} {code} {area}"
    return Said(name, coder, code, TextAnchor(0, 1), (), (), area)


def kinds(*codings):
    found = places("d", "r", codings, ("noor", "sem"), lambda coder, code: True)
    return [place.kinds for place in found]


def test_areas_drawn_by_hand_are_the_same_as_far_as_hands_can():
    assert kinds(said("noor", TABLE), said("sem", BY_HAND)) == [frozenset()]
    assert kinds(said("noor", TABLE), said("sem", HALF)) == [{Kind.BOUNDARY}]


def test_areas_beside_each_other_are_two_places():
    assert kinds(said("noor", TABLE), said("sem", FIGURE)) == [{Kind.ONLY}, {Kind.ONLY}]


def test_another_code_on_the_same_area_is_one_place():
    assert kinds(said("noor", TABLE), said("sem", BY_HAND, "RUI-4")) == [{Kind.CODE}]


def test_an_area_and_the_text_beneath_it_are_two_places():
    text = Said("t", "sem", "WON-2", TextAnchor(0, 40), (), ())
    assert kinds(said("noor", TABLE), text) == [{Kind.ONLY}, {Kind.ONLY}]


def draw(desk, coder_uid, area, key="INC-2"):
    new = NewAreaCoding(
        desk.document.revision_uid, desk.round_uid, coder_uid, desk.codes[key], area
    )
    desk.project.write(area_codings.add, new)


def drawn(project):
    """Return the place with areas, and the board."""
    found = project.read(board.read)
    (place,) = (place for place in found.places if place.area is not None)
    return place, found


def outcome(project):
    uid = project.read(consensus.coder_uid)
    rows = project.read(coding_rows.rows, coder_uids=[uid], areas=True)
    return [row.area for row in rows if row.area is not None]


@pytest.mark.parametrize("undo", [False, True])
def test_what_a_coder_drew_holds_and_goes_again_with_the_decision(desk, undo):
    draw(desk, desk.coder_uid, TABLE)
    draw(desk, desk.other_coder_uid, HALF)
    place, _ = drawn(desk.project)
    kept = desk.project.read(decisions.keep, place)
    desk.project.write(decisions.decide, decisions.accept(place, desk.other_coder_uid))
    assert outcome(desk.project) == [HALF]
    now, found = drawn(desk.project)
    assert found.state(now) is State.DECIDED
    (told,) = desk.project.read(decisions.outcome, found.decision(now))
    assert told.area == HALF
    if undo:
        desk.project.write(decisions.take_back, place, kept)
        assert outcome(desk.project) == []


def test_both_reaches_as_far_as_anybody_drew(desk):
    draw(desk, desk.coder_uid, PageArea(1, 60, 300, 160, 420))
    draw(desk, desk.other_coder_uid, PageArea(1, 110, 310, 260, 400))
    place, _ = drawn(desk.project)
    desk.project.write(decisions.decide, Decision(place, "both", decisions.both(place)))
    assert outcome(desk.project) == [TABLE]


def test_a_moved_area_opens_its_place_again(desk):
    draw(desk, desk.coder_uid, TABLE)
    draw(desk, desk.other_coder_uid, HALF)
    place, _ = drawn(desk.project)
    desk.project.write(decisions.decide, decisions.accept(place, desk.coder_uid))
    desk.project.write(area_codings.resize, place.said[0].uid, BY_HAND)
    now, found = drawn(desk.project)
    assert found.state(now) is State.CHANGED


def test_areas_that_all_drew_are_taken_over_with_what_else_is_equal_and_withdrawn_with_it(desk):
    draw(desk, desk.coder_uid, TABLE)
    draw(desk, desk.other_coder_uid, BY_HAND)
    place, found = drawn(desk.project)
    assert place in found.equal
    uid, steps = str(uuid4()), []

    class Watch:
        def report(self, done, total):
            steps.append((done, total))

    desk.project.write(
        taking_over.take_equal, found.equal, label="gelijk", batch_uid=uid, progress=Watch()
    )
    assert outcome(desk.project) == [TABLE]
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1] > len(found.equal)
    assert not drawn(desk.project)[1].equal
    desk.project.write(batches.withdraw, uid)
    assert outcome(desk.project) == []
