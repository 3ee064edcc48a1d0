"""Verdicts keep the rules, are stamped and can be taken back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.formats import codebook_json
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.merging import batches
from qualcode_app.services.registers import evidence, judgements, loading, propositions
from qualcode_app.services.registers.judgements import Number, Verdict
from qualcode_app.services.registers.verdict_data import verdict_data
from qualcode_app.services.search import search_codings, search_runs
from qualcode_app.services.store import journal


def test_a_verdict_comes_back_as_it_was_said(judge):
    uid = judge.passage("P0166", 0)
    said = Verdict(
        "partly",
        missing="de termijn",
        note="twijfel",
        numbers=(Number(Decimal(20), None, "jaar", None, "minimum"),),
        evidence=frozenset({uid}),
    )
    changes = judge.project.write(judgements.judge, judge.at(0), judge.rows["P0166"].uid, said)
    assert len(changes[Kind.JUDGEMENT].added) == 1
    assert judge.said("P0166", 0) == said
    assert judge.said("P0166", 1) == Verdict()


def test_a_verdict_that_says_nothing_is_taken_away(judge):
    judge.judge("P0166", 0, "not_applicable")
    changes = judge.judge("P0166", 0, "open")
    assert len(changes[Kind.JUDGEMENT].removed) == 1
    assert judge.project.read(judgements.rows) == []


def test_evidence_can_be_ticked_before_there_is_a_verdict(judge):
    uid = judge.passage("P0166", 0)
    judge.judge("P0166", 0, "open", evidence=frozenset({uid}))
    assert judge.said("P0166", 0).evidence == {uid}


@pytest.mark.parametrize("option", ["adopted", "partly", "contrary"])
def test_without_evidence_there_is_no_verdict(judge, option):
    with pytest.raises(RefusedChange, match="needs evidence"):
        judge.judge("P1150", 0, option, missing="alles")


def test_evidence_must_be_of_this_document(judge):
    elsewhere = judge.passage("P1150", 1)
    with pytest.raises(UnknownRecord, match="not in this document"):
        judge.judge("P1150", 0, "adopted", evidence=frozenset({elsewhere}))


def test_partly_says_what_is_missing(judge):
    uid = frozenset({judge.passage("P1149", 0)})
    with pytest.raises(RefusedChange, match="what is missing"):
        judge.judge("P1149", 0, "partly", evidence=uid)
    judge.judge("P1149", 0, "partly", evidence=uid, met=frozenset("a"))
    assert judge.said("P1149", 0).met == {"a"}


def test_a_compound_is_whole_only_with_all_its_parts(judge):
    uid = frozenset({judge.passage("P1149", 0)})
    with pytest.raises(RefusedChange, match="all parts: b"):
        judge.judge("P1149", 0, "adopted", evidence=uid, met=frozenset("a"))


def test_a_blank_asks_for_the_number_of_the_document(judge):
    uid = frozenset({judge.passage("P0166", 0)})
    with pytest.raises(RefusedChange, match="needs the number"):
        judge.judge("P0166", 0, "adopted", evidence=uid)


def test_absent_needs_the_theme_read_and_a_logged_search(judge):
    families = [row.uid for row in judge.project.read(codebook.families)]
    judge.project.write(reading.set_state, judge.at(0), families, "busy")
    with pytest.raises(RefusedChange, match="to be read for"):
        judge.absent("P0868", 0)
    assert judge.project.read(search_runs.rows) == []
    judge.read(0)
    with pytest.raises(RefusedChange, match="logged search"):
        judge.judge("P0868", 0, "absent")
    judge.absent("P0868", 0)
    (run,) = judge.project.read(search_runs.rows)
    assert run.n_documents == 1
    assert judge.said("P0868", 0).search_run_uid == run.uid


def test_the_search_of_another_document_proves_nothing(judge):
    judge.read(0)
    judge.read(1)
    judge.absent("P0868", 1)
    with pytest.raises(RefusedChange, match="logged search"):
        judge.judge("P0868", 0, "absent", search_run_uid=judge.said("P0868", 1).search_run_uid)


def test_choosing_one_of_two_opposites_offers_the_other_as_not_applicable(judge):
    uid = frozenset({judge.passage("P1150", 0)})
    judge.judge("P1150", 0, "adopted", evidence=uid)
    offered = judge.project.read(judgements.offers, judge.at(0), judge.rows["P1150"].uid)
    assert [row.key for row in offered] == ["P1149"]
    judge.judge("P1149", 0, "not_applicable")
    assert judge.project.read(judgements.offers, judge.at(0), judge.rows["P1150"].uid) == []


def test_a_verdict_of_another_scale_is_refused(judge):
    with pytest.raises(RefusedChange, match="Choose one of"):
        judge.judge("P0079", 0, "adopted")


def test_passages_with_linked_codes_and_those_above_are_offered(judge):
    own = judge.passage("P0166", 0)
    row = judge.rows["P0166"]
    offered = judge.project.read(evidence.passages, judge.at(0), row, frozenset())
    assert own in {coding.uid for coding in offered}
    assert {coding.code_key for coding in offered} <= {"WON-1", "WON-1b"}


def test_keywords_are_found_where_they_stand(judge):
    row = judge.rows["P0166"]
    found = evidence.searched(judge.project, judge.at(0), row, judge.documents[0].revision_uid)
    assert found.run.n_hits == len(found.places)
    assert all(
        any(k.stem.split()[0] in place.match.casefold() for k in row.keywords)
        for place in found.places
    )


def test_a_passage_that_is_evidence_cannot_be_removed_unnoticed(judge):
    uid = judge.passage("P1150", 0)
    judge.judge("P1150", 0, "adopted", evidence=frozenset({uid}))
    with pytest.raises(RefusedChange, match="P1150"):
        judge.project.write(codings.remove, uid)


def test_a_batch_with_evidence_is_withdrawn_once_no_verdict_needs_it(judge):
    code = judge.codes[judge.rows["P1150"].code_keys[0]]
    new = NewCoding(
        judge.documents[0].revision_uid,
        judge.round_uid,
        judge.coder.uid,
        code.uid,
        TextAnchor(900, 930),
    )
    batch_uid = journal.new_uid()
    judge.project.write(search_codings.add, [new], label="hits", batch_uid=batch_uid)
    judge.judge("P1150", 0, "adopted", evidence=frozenset({new.uid}))
    with pytest.raises(RefusedChange, match="evidence for P1150 in"):
        judge.project.write(batches.withdraw, batch_uid)
    assert judge.said("P1150", 0).evidence == {new.uid}
    judge.judge("P1150", 0, "open")
    judge.project.write(batches.withdraw, batch_uid)
    with pytest.raises(UnknownRecord):
        judge.project.read(coding_rows.get, new.uid)


def test_a_register_is_taken_in_once_and_leaves_the_tree_alone(judge):
    book = codebook_json.read(paths.codebooks() / "party-programme.json")
    assert "P1.1" not in judge.codes
    with pytest.raises(RefusedChange, match="already has the register"):
        judge.project.write(loading.load, book)
    judge.project.write(codebook.load, book)
    row = judge.project.read(propositions.proposition, judge.rows["P0166"].uid)
    assert set(row.code_keys) == {"P1.1", "WON-1b"}


def test_verdicts_are_reliability_data(judge):
    uid = frozenset({judge.passage("P1150", 0)})
    judge.judge("P1150", 0, "adopted", evidence=uid)
    judge.judge("P1149", 0, "not_applicable")
    nominal = judge.project.read(verdict_data, judge.register.uid)
    assert nominal.coder_uids[0] == judge.coder.uid
    assert nominal.values == (("not_applicable", "adopted"), (None, None))
    ordinal = judge.project.read(verdict_data, judge.register.uid, level="ordinal")
    assert ordinal.values[0] == (None, 3)
