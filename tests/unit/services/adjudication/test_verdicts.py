"""Verdicts of a register: where two coders judged differently, and what holds."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.adjudication import board, consensus, decisions, taking_over, verdicts
from qualcode_app.services.adjudication.board import State
from qualcode_app.services.adjudication.decisions import Decision
from qualcode_app.services.adjudication.places import Kind
from qualcode_app.services.adjudication.verdicts import VerdictPlace
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches
from qualcode_app.services.registers import judgements, propositions
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


@pytest.fixture
def project(pledges_file, tmp_path):
    with Project.open(Path(shutil.copy(pledges_file, tmp_path / "project.qualcode"))) as project:
        yield project


@pytest.fixture
def judged(project):
    """Two coders who judged one pledge alike and another one differently."""
    coders = project.read(people.coders)
    project.author_uid = coders[0].uid
    register = project.read(propositions.register_keyed, "pledges")
    rows = [
        row
        for row in project.read(propositions.rows, register.uid)
        if not row.parts and not row.asks_number and row.test != "none"
    ]
    document = project.read(documents.rows)[0]
    coding = project.read(coding_rows.rows, revision_uid=document.revision_uid)[0]
    round_uid = project.read(people.rounds)[0].uid
    keys = [o.key for o in rows[0].scale.options if o.needs_evidence and not o.needs_missing_part]
    for number, coder in enumerate(coders):
        reading = Reading(coder.uid, round_uid, document.uid)
        for row, said in ((rows[0], keys[0]), (rows[1], keys[number])):
            verdict = Verdict(said, evidence=frozenset({coding.uid}))
            project.write(judgements.judge, reading, row.uid, verdict)
    return rows[0], rows[1], document, coding


def found(project, row):
    places = project.read(board.read).places
    return next(
        place
        for place in places
        if isinstance(place, VerdictPlace) and place.proposition.uid == row.uid
    )


def says(project, row, document):
    uid = project.read(consensus.reading, document.uid)
    return project.read(judgements.get, uid, row.uid)


def test_only_the_verdicts_that_differ_are_differences(project, judged):
    alike, apart, _, coding = judged
    assert found(project, alike).kinds == frozenset()
    place = found(project, apart)
    assert place.kinds == {Kind.VERDICT}
    assert place.anchor == coding.anchor


def test_the_accepted_verdict_is_that_of_the_consensus_and_the_originals_stay(project, judged):
    _, apart, document, _ = judged
    place = found(project, apart)
    kept = project.read(decisions.keep, place)
    project.write(decisions.decide, decisions.accept(place, place.coder_uids[1]))
    assert says(project, apart, document) == place.said[1].verdict
    now = project.read(board.read)
    assert now.state(found(project, apart)) is State.DECIDED
    assert found(project, apart).said == place.said
    project.write(decisions.take_back, place, kept)
    assert says(project, apart, document) == Verdict()


def test_another_verdict_than_any_coder_gave_rests_on_their_evidence(project, judged):
    _, apart, document, coding = judged
    place = found(project, apart)
    absent = next(o for o in apart.scale.options if not o.needs_evidence and o.key != "open")
    verdict = verdicts.with_all_evidence(place, absent.key)
    project.write(decisions.decide, Decision(place, "edit", verdict=verdict))
    assert says(project, apart, document).option_key == absent.key
    assert says(project, apart, document).evidence == {coding.uid}


def test_a_verdict_without_the_evidence_it_needs_is_refused(project, judged):
    _, apart, _, _ = judged
    place = found(project, apart)
    bare = replace(place.said[0].verdict, evidence=frozenset())
    with pytest.raises(RefusedChange, match="evidence"):
        project.write(decisions.decide, Decision(place, "edit", verdict=bare))


def test_equal_verdicts_are_taken_over_with_equal_codings(project, judged):
    alike, apart, document, _ = judged
    uid = str(uuid4())
    equal = project.read(board.read).equal
    project.write(taking_over.take_equal, equal, label="equal", batch_uid=uid)
    assert says(project, alike, document) == found(project, alike).said[0].verdict
    assert says(project, apart, document) == Verdict()
    project.write(batches.withdraw, uid)
    assert says(project, alike, document) == Verdict()


def test_a_verdict_changed_after_the_decision_opens_it_again(project, judged):
    _, apart, document, coding = judged
    place = found(project, apart)
    project.write(decisions.decide, decisions.accept(place, place.coder_uids[0]))
    reading = Reading(place.coder_uids[1], project.read(people.rounds)[0].uid, document.uid)
    same = Verdict(place.said[0].verdict.option_key, evidence=frozenset({coding.uid}))
    project.write(judgements.judge, reading, apart.uid, same)
    now = project.read(board.read)
    assert now.state(found(project, apart)) is State.CHANGED
