"""Rates name what they are a share of, and are those of a table worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from qualcode_app import paths
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.formats import codebook_json
from qualcode_app.services.cases import case_edits, case_rows, group_edits
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.exporting import register_tables
from qualcode_app.services.registers import judgements, loading, propositions, register_table
from qualcode_app.services.registers.judgements import Number, Verdict
from qualcode_app.services.registers.register_table import RegisterTable
from qualcode_app.services.store import people


def table(judge) -> RegisterTable:
    return judge.project.read(register_table.table, judge.register, judge.coder.uid)


def enter_five_rows(judge) -> None:
    """Enter the invented illustration: five pledges in agreements A, B and C."""
    twenty = Number(minimum=Decimal(20), unit="jaar")
    a, b, c = range(3)
    for number in (a, b, c):
        judge.read(number)
    say, passage = judge.judge, judge.passage
    first = passage("P0166", a, 1)
    say("P0166", a, "partly", evidence=frozenset({first}), missing="de termijn")
    say("P0166", b, "adopted", evidence=frozenset({passage("P0166", b, 3)}), numbers=(twenty,))
    judge.absent("P0166", c)
    whole = {"met": frozenset("ab"), "numbers": (Number(year=2023),)}
    say("P1149", a, "adopted", evidence=frozenset({passage("P1149", a, 3)}), **whole)
    say("P1149", b, "not_applicable")
    say("P1149", c, "contrary", evidence=frozenset({passage("P1149", c)}))
    say("P1150", a, "not_applicable")
    say("P1150", b, "adopted", evidence=frozenset({passage("P1150", b, 2)}))
    say("P1150", c, "adopted", evidence=frozenset({passage("P1150", c, 2)}))
    say("P0477", a, "not_applicable")
    say("P0477", b, "not_applicable")
    judge.absent("P0477", c)
    judge.absent("P0868", b)
    judge.absent("P0868", c)


ROWS = {
    "P0166": (["◐ 1", "● 3 (20 jaar)", "○"], "1 full + 1 partly of 3"),
    "P1149": (["● 3 (2023)", "n.v.t.", "✕"], "1 of 2"),
    "P1150": (["n.v.t.", "● 2", "● 2"], "2 of 2"),
    "P0477": (["n.v.t.", "n.v.t.", "○"], "0 of 1"),
    "P0868": (["?", "○", "○"], "0 of 2, 1 open"),
}


def test_the_five_invented_rows_give_their_cells_and_sums(judge):
    enter_five_rows(judge)
    found = table(judge)
    by_key = {row.key: row for row in found.rows}
    for key, (cells, rate) in ROWS.items():
        row = by_key[key]
        assert [found.cells[row.uid, d.uid].text for d in found.documents] == cells, key
        assert str(found.rate_of(row)) == rate, key


def test_an_agreement_counts_each_group_of_repeats_once(judge):
    enter_five_rows(judge)
    found = table(judge)
    a, b, c = (found.rate(document.uid) for document in found.documents)
    assert (a.full, a.partly, a.of) == (1, 1, 2)
    assert (b.full, b.partly, b.of) == (2, 0, 3)
    assert (c.full, c.partly, c.of) == (1, 0, 5)
    assert ("P0166", "P0182") in found.counted_once()
    everywhere = found.rate()
    assert (everywhere.full, everywhere.of) == (4, 10)


def test_a_set_of_variants_is_met_once_one_is_and_open_before(judge):
    variants = next(
        g for r in judge.rows.values() for g in r.groups if g.relation == "variant"
    ).members
    members = [row for row in judge.rows.values() if row.uid in variants]
    one = next(row for row in members if row.code_keys and not row.parts and not row.asks_number)
    before = table(judge).rate(judge.documents[0].uid)
    judge.judge(one.key, 0, "contrary", evidence=frozenset({judge.passage(one.key, 0)}))
    waiting = table(judge).rate(judge.documents[0].uid)
    judge.judge(one.key, 0, "adopted", evidence=frozenset({judge.passage(one.key, 0)}))
    met = table(judge).rate(judge.documents[0].uid)
    assert waiting == before
    assert (met.full, met.of, met.n_open) == (1, 1, before.n_open - 1)


def test_what_is_in_no_rate_is_listed_with_its_reason(judge):
    enter_five_rows(judge)
    found = table(judge)
    reasons = {(one.proposition_key, one.document_title): one.reason for one in found.left_out()}
    a, b, c = (document.title for document in found.documents)
    assert reasons["P0868", a] == "open"
    assert reasons["P1149", b] == "not_applicable"
    assert ("P0166", c) not in reasons
    assert reasons["P0079", a] == "other_scale"
    assert {"optional", "not_testable"} <= set(reasons.values())


def test_rates_by_chapter_and_code_name_their_denominators(judge):
    enter_five_rows(judge)
    found = table(judge)
    assert str(found.rates_by("code")["DUU-4"]).startswith("3 of 4, ")
    chapter = found.rates_by("chapter")[judge.rows["P0166"].chapter]
    assert (chapter.full, chapter.partly, chapter.of) == (1, 1, 3)


def test_a_rate_of_nothing_is_undefined(judge):
    assert table(judge).rate().of == 0
    assert table(judge).rate().share != pytest.approx(0)


def test_rates_by_group_count_each_document_in_its_groups(judge):
    enter_five_rows(judge)
    (system,) = judge.project.write(group_edits.add_system, "size")[Kind.GROUP_SYSTEM].added
    for document, title in zip(judge.documents, ("small", "small", "large"), strict=True):
        place = (document.uid, "document", system, title)
        judge.project.write(group_edits.set_typed, *place)
    found = table(judge)
    a, b, c = (found.rate(document.uid) for document in found.documents)
    by_group = found.rates_by("group")
    assert by_group["size: small"].of == a.of + b.of
    assert by_group["size: large"] == c


def test_a_document_outside_the_corpus_is_in_no_rate(judge):
    enter_five_rows(judge)
    first = judge.documents[0]
    before = table(judge).rate().of - table(judge).rate(first.uid).of
    judge.project.write(case_edits.set_state, [first.uid], "out", "a draft")
    found = table(judge)
    assert first.uid not in {document.uid for document in found.documents}
    assert found.rate().of == before


def test_another_coder_and_round_have_a_table_of_their_own_and_are_told_beside(judge):
    enter_five_rows(judge)
    other = judge.project.read(people.coders)[1]
    place = Reading(other.uid, judge.round_uid, judge.documents[0].uid)
    verdict = Verdict("not_applicable")
    judge.project.write(judgements.judge, place, judge.rows["P0477"].uid, verdict)
    theirs = judge.project.read(register_table.table, judge.register, other.uid)
    assert theirs.rate().of == 0
    cell = theirs.cells[judge.rows["P0477"].uid, judge.documents[0].uid]
    assert cell.option.key == "not_applicable"
    here = (judge.rows["P0477"].uid, judge.documents[0].uid)
    (second,) = table(judge).others[here]
    assert (second.coder, second.option.key) == (other, "not_applicable")
    sheet = register_tables.long(table(judge), "nl")
    names = [column.title for column in sheet.columns]
    rows = [dict(zip(names, row, strict=True)) for row in sheet.rows]
    said = next(
        row for row in rows if (row["Sleutel"], row["Id van document"]) == ("P0477", here[1])
    )
    assert said["Tweede codeur"] == other.name
    assert said["Oordeel van tweede codeur"] == second.option.label_nl
    with pytest.raises(UnknownRecord):
        judge.project.read(register_table.table, judge.register, other.uid, other.uid)


def test_the_table_of_record_holds_every_column_of_a_judged_cell(judge):
    enter_five_rows(judge)
    named = judge.documents[1].case_name
    case = next(each for each in judge.project.read(case_rows.cases) if each.name == named)
    judge.project.write(case_edits.change_case, replace(case, code="9902"))
    sheet = register_tables.long(table(judge), "en")
    names = [column.title for column in sheet.columns]
    rows = [dict(zip(names, row, strict=True)) for row in sheet.rows]
    b = judge.documents[1].title
    said = next(row for row in rows if row["Key"] == "P0166" and row["Document"] == b)
    assert said["Verdict"] == "adopted"
    assert (said["Number from"], said["Number unit"]) == (20.0, "jaar")
    assert said["Concreteness"] == 3
    assert (said["Coder"], said["Reading"]) == (judge.coder.name, "done")
    assert "WON-1b" in str(said["Passages"])
    assert "repeat" in str(said["Relation"])
    assert said["Groups"]
    assert (said["Document id"], said["Case code"]) == (judge.documents[1].uid, "9902")
    rates = {str(row[0]): row for row in register_tables.rates(table(judge), "en").rows}
    assert rates["Blanks filled in"][2:5] == [1, 0, 2]


def test_the_table_of_trends_counts_the_measures_coded_with_the_same_code(judge):
    judge.project.write(loading.load, codebook_json.read(paths.codebooks() / "trend-study.json"))
    register = judge.project.read(propositions.register_keyed, "trends")
    trends = judge.project.read(propositions.rows, register.uid)
    (code,) = judge.rows["P0477"].code_keys
    linked = next(row for row in trends if code in row.code_keys)

    def counted() -> int:
        found = judge.project.read(register_table.table, register, judge.coder.uid)
        sheet = register_tables.long(found, "en")
        names = [column.title for column in sheet.columns]
        rows = [dict(zip(names, row, strict=True)) for row in sheet.rows]
        at = linked.key, judge.documents[0].uid
        row = next(row for row in rows if (row["Key"], row["Document id"]) == at)
        return row["Measures on the same code"]

    before = counted()
    judge.passage("P0477", 0, 2)
    judge.passage("P0477", 0)
    assert counted() == before + 1
