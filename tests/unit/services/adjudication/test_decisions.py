"""Decisions: the consensus speaks, the originals stay, and what changes opens a place again."""

from __future__ import annotations

from uuid import uuid4

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.adjudication import board, consensus, decisions, taking_over
from qualcode_app.services.adjudication.board import State, Wish
from qualcode_app.services.adjudication.decisions import Decision, Draft
from qualcode_app.services.adjudication.places import Kind
from qualcode_app.services.agreement import agreements
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


@pytest.fixture
def first(project):
    """The first place where both coders marked something."""
    project.author_uid = project.read(people.coders)[0].uid
    places = project.read(board.read).differences
    return next(place for place in places if Kind.BOUNDARY in place.kinds)


def outcome(project):
    """What the consensus says, as code and place."""
    uid = project.read(consensus.coder_uid)
    rows = project.read(coding_rows.rows, coder_uids=[uid])
    return {(row.code_uid, row.anchor) for row in rows}


def accept(project, place, coder=0):
    project.write(decisions.decide, decisions.accept(place, place.said[coder].coder_uid))


def originals(project):
    human = [coder.uid for coder in project.read(people.coders) if coder.kind == "human"]
    return project.read(coding_rows.rows, coder_uids=human)


def test_accepting_a_coder_gives_the_consensus_the_same_coding(project, first):
    before = originals(project)
    accept(project, first)
    said = first.of_coder(first.said[0].coder_uid)
    assert outcome(project) == {(one.code_uid, one.anchor) for one in said}
    assert originals(project) == before
    now = project.read(board.read)
    assert now.state(first) is State.DECIDED
    assert now.n_decided == 1


def test_agreement_keeps_using_the_work_of_the_coders(project, first):
    before = repr(project.read(agreements.table).rows)  # as words: NaN equals nothing
    accept(project, first)
    assert repr(project.read(agreements.table).rows) == before


def test_both_reaches_as_far_as_anybody_reached(project, first):
    project.write(decisions.decide, Decision(first, "both", decisions.both(first)))
    codes = {one.code_uid for one in first.said}
    assert {code for code, _ in outcome(project)} == codes
    assert (
        min(anchor.start for _, anchor in outcome(project)),
        max(anchor.end for _, anchor in outcome(project)),
    ) == (first.anchor.start, first.anchor.end)


def test_none_of_these_is_an_outcome_without_a_coding(project, first):
    project.write(decisions.decide, Decision(first, "none"))
    assert not outcome(project)
    assert project.read(board.read).state(first) is State.DECIDED


def test_what_is_to_be_discussed_is_not_decided_and_needs_words(project, first):
    with pytest.raises(RefusedChange, match="discussed"):
        project.write(decisions.decide, Decision(first, "discuss", note=" "))
    kept = project.read(decisions.keep, first)
    project.write(decisions.decide, Decision(first, "discuss", note="Telt vervoer mee?"))
    said = [memo.text for memo in project.read(memo_rows.rows) if memo.kind == "question"]
    assert said == ["Telt vervoer mee?"]
    now = project.read(board.read)
    assert now.state(first) is State.DISCUSS
    assert now.decision(first).note == "Telt vervoer mee?"
    assert now.n_decided == 0
    project.write(decisions.take_back, first, kept)
    assert not [memo for memo in project.read(memo_rows.rows) if memo.kind == "question"]


def test_a_silent_coder_cannot_be_accepted(project, first):
    with pytest.raises(RefusedChange, match="said nothing"):
        project.write(decisions.decide, Decision(first, "accept", ()))


def test_another_decision_takes_the_place_of_the_first_and_undo_brings_it_back(project, first):
    accept(project, first)
    said = outcome(project)
    kept = project.read(decisions.keep, first)
    edited = TextAnchor(first.anchor.start, first.anchor.start + 12)
    draft = Draft(first.code_uid, edited)
    project.write(decisions.decide, Decision(first, "edit", (draft,)))
    assert outcome(project) == {(first.code_uid, edited)}
    project.write(decisions.take_back, first, kept)
    assert outcome(project) == said
    assert project.read(board.read).decision(first).outcome == "accept"


def test_undo_of_a_first_decision_leaves_nothing(project, first):
    kept = project.read(decisions.keep, first)
    accept(project, first)
    project.write(decisions.take_back, first, kept)
    assert not outcome(project)
    assert project.read(board.read).state(first) is State.OPEN


def test_a_coding_shared_by_two_places_stays_while_one_of_them_needs_it(project, first):
    other = next(
        place
        for place in project.read(board.read).differences
        if place.revision_uid == first.revision_uid and place != first
    )
    draft = Draft(first.code_uid, first.anchor)
    kept = project.read(decisions.keep, other)
    for place in (first, other):
        project.write(decisions.decide, Decision(place, "edit", (draft,)))
    project.write(decisions.take_back, other, kept)
    assert outcome(project) == {(first.code_uid, first.anchor)}


def test_all_that_is_equal_is_taken_over_in_one_act_and_withdrawn_in_one(project, first):
    before = project.read(board.read)
    uid = str(uuid4())
    project.write(taking_over.take_equal, before.equal, label="equal", batch_uid=uid)
    now = project.read(board.read)
    assert not now.equal
    assert (before.n_equal, now.n_equal) == (len(before.equal), 0)
    said = {(one.code_uid, one.anchor) for place in before.equal for one in place.said}
    assert outcome(project) == said
    project.write(batches.withdraw, uid)
    assert not outcome(project)
    assert len(project.read(board.read).equal) == len(before.equal)


def test_a_place_opens_again_when_a_coding_on_it_changes(project, first):
    accept(project, first)
    one = first.said[0]
    project.write(codings.resize, one.uid, TextAnchor(one.anchor.start, one.anchor.end - 6))
    now = project.read(board.read)
    place = next(place for place in now.differences if one.uid in place.members)
    assert now.state(place) is State.CHANGED
    assert now.earlier(place).outcome == "accept"


def test_a_place_is_decided_without_marks_of_reading_when_all_count_as_read(project):
    strict = project.read(board.read)
    loose = project.read(board.read, Wish(all_read=True))
    assert len(loose.differences) > len(strict.differences)


def test_merging_again_keeps_decisions_and_opens_only_what_changed(project, tmp_path, first):
    copy = tmp_path / "copy.qualcode"
    copies.save_copy(project, copy)
    accept(project, first)
    second = project.read(board.read).differences[-1]
    accept(project, second)
    moved = second.said[0]
    with Project.open(copy) as theirs:
        theirs.author_uid = moved.coder_uid
        shorter = TextAnchor(moved.anchor.start, moved.anchor.end - 4)
        theirs.write(codings.resize, moved.uid, shorter)
    plan = merging.prepare(project, [copy])
    assert not plan.clashes
    merging.carry_out(project, plan, {})
    now = project.read(board.read)
    assert now.state(first) is State.DECIDED
    place = next(place for place in now.differences if moved.uid in place.members)
    assert now.state(place) is State.CHANGED


def test_two_leads_who_decide_the_same_merge_without_a_question(project, tmp_path, first):
    copy = tmp_path / "copy.qualcode"
    copies.save_copy(project, copy)
    accept(project, first)
    with Project.open(copy) as theirs:
        theirs.author_uid = project.author_uid
        accept(theirs, first)
    plan = merging.prepare(project, [copy])
    assert not plan.clashes
    merging.carry_out(project, plan, {})
    assert project.read(board.read).n_decided == 1
