"""The sheet of decisions: what each coder said, what holds, who decided and when."""

from __future__ import annotations

import pytest

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.formats import codebook_json
from qualcode_app.services.adjudication import board, decisions
from qualcode_app.services.adjudication.decisions import Decision
from qualcode_app.services.adjudication.places import Kind
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import decision_tables, exports
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.registers import judgements, loading, propositions
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.store import people


@pytest.fixture
def lead(project):
    project.author_uid = project.read(people.coders)[0].uid
    return project


@pytest.fixture
def places(lead):
    found = lead.read(board.read).differences
    return [place for place in found if Kind.BOUNDARY in place.kinds][:3]


def lines(project, language="en"):
    table = project.read(decision_tables.table, language)
    heads = [column.title for column in table.columns]
    return [dict(zip(heads, row, strict=True)) for row in table.rows]


def test_without_a_decision_there_is_no_sheet(lead):
    assert lines(lead) == []
    assert "Decisions" not in exports.snapshot(lead, Wish("en")).tables


def test_each_decision_tells_what_everybody_said_and_what_holds(lead, places):
    taken, neither, asked = places
    winner = taken.said[0].coder_uid
    lead.write(decisions.decide, decisions.accept(taken, winner))
    lead.write(decisions.decide, Decision(neither, "none"))
    lead.write(decisions.decide, Decision(asked, "discuss", note="Telt dit?"))
    by_uid = {line["Identity"]: line for line in lines(lead)}
    assert len(by_uid) == 3
    names = {row.uid: row.name for row in lead.read(people.coders)}
    first = by_uid[decisions.uid_of(taken)]
    for one in taken.said:
        row = lead.read(coding_rows.get, one.uid)
        assert row.code_key in first[names[one.coder_uid]]
        assert " ".join(row.quote.split()) in first[names[one.coder_uid]]
    assert first["Consensus"] == first[names[winner]]
    assert first["Difference"] == "boundary"
    assert (first["Outcome"], first["State"]) == ("Taken as one coder has it", "decided")
    assert first["Decided by"] == names[lead.author_uid]
    second, third = by_uid[decisions.uid_of(neither)], by_uid[decisions.uid_of(asked)]
    assert (second["Outcome"], second["Consensus"]) == ("None of these holds", "")
    assert (third["State"], third["Note"]) == ("to discuss", "Telt dit?")


def test_a_decision_whose_codings_changed_since_says_so(lead, places):
    place = places[0]
    lead.write(decisions.decide, decisions.accept(place, place.said[0].coder_uid))
    one = place.said[0]
    lead.write(codings.resize, one.uid, TextAnchor(one.anchor.start, one.anchor.end - 4))
    (line,) = lines(lead)
    assert line["State"] == "changed since the decision"


def test_the_sheet_stands_in_the_workbook_in_the_language_of_the_reader(lead, places):
    lead.write(decisions.decide, Decision(places[0], "none"))
    sheet = exports.snapshot(lead, Wish("nl")).tables["Beslissingen"]
    (row,) = sheet.rows
    assert "Geen van deze geldt" in row
    assert exports.table(lead, "decisions", Wish("nl")) == sheet


def test_a_settled_verdict_stands_in_the_sheet_with_its_words(lead):
    lead.write(loading.load, codebook_json.read(paths.codebooks() / "party-programme.json"))
    register = lead.read(propositions.register_keyed, "pledges")
    row = next(
        row
        for row in lead.read(propositions.rows, register.uid)
        if not row.parts and not row.asks_number and row.test != "none"
    )
    document = lead.read(documents.rows)[0]
    coding = lead.read(coding_rows.rows, revision_uid=document.revision_uid)[0]
    options = [o for o in row.scale.options if o.needs_evidence and not o.needs_missing_part]
    for coder, option in zip(lead.read(people.coders), options, strict=False):
        reading = Reading(coder.uid, lead.read(people.rounds)[0].uid, document.uid)
        verdict = Verdict(option.key, evidence=frozenset({coding.uid}))
        lead.write(judgements.judge, reading, row.uid, verdict)
    (place,) = (p for p in lead.read(board.read).differences if Kind.VERDICT in p.kinds)
    lead.write(decisions.decide, decisions.accept(place, place.coder_uids[1]))
    (line,) = lines(lead)
    assert (line["Code"], line["Difference"]) == (row.key, "verdict")
    names = [each.name for each in lead.read(people.coders) if each.kind == "human"]
    assert [line[name] for name in names] == [option.label_en for option in options[:2]]
    assert line["Consensus"] == options[1].label_en
