"""The matrix of codes near each other, as a job; the consensus; sheets of what was found."""

from __future__ import annotations

import pytest

from qualcode_app.domain.errors import Cancelled
from qualcode_app.domain.progress import Ticket
from qualcode_app.services.adjudication import consensus
from qualcode_app.services.analysis import asking, behind, matrix, together
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.nearness import Near, Nearness
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.exporting import analysis_tables


@pytest.fixture
def three(corpus_of):
    """Homes beside cycling in two of three places that were read."""
    corpus_of.all_of("Adam", "Bedum", "Cuijk")
    corpus_of.read()
    for name in ("Adam", "Bedum"):
        corpus_of.code(name, "WON-1a")
        corpus_of.code(name, "MOB-1", "De fiets")
    corpus_of.code("Bedum", "MOB-2", "nieuwe huizen")
    return corpus_of


def compared(builder, near: Near, progress=None, voices=None):
    study = builder.study(voices)
    rows = study.tree.at_level(2)
    found = builder.project.read(together.matrix, study, rows, Nearness(near, 3), progress)
    keys = [code.key for code in found.rows]
    return found, keys


@pytest.mark.parametrize(
    ("near", "n_homes_cycling", "n_homes_parking"),
    [
        (Near.SAME_PLACE, 0, 0),
        (Near.OVERLAP, 0, 1),
        (Near.SENTENCE, 0, 1),
        (Near.PARAGRAPH, 2, 1),
        (Near.WORDS, 2, 1),
        (Near.DOCUMENT, 2, 1),
    ],
)
def test_the_matrix_counts_documents_and_says_what_a_single_pair_says(
    three, near, n_homes_cycling, n_homes_parking
):
    found, keys = compared(three, near)
    homes, cycling, parking = (keys.index(key) for key in ("WON-1", "MOB-1", "MOB-2"))
    assert found.n[homes, cycling] == found.n[cycling, homes] == n_homes_cycling
    assert found.n[homes, parking] == n_homes_parking
    assert found.of[homes, cycling] == 3
    line = three.ask(Kind.TOGETHER, "WON-1", "MOB-1", near=near.value, n_words=3).line
    assert (line.n, line.of) == (n_homes_cycling, 3)


@pytest.mark.parametrize("near", Near)
def test_without_codings_nothing_stands_together(corpus_of, near):
    corpus_of.all_of("Adam")
    corpus_of.read()
    found, _ = compared(corpus_of, near)
    assert not found.n.any()


def test_documents_that_were_not_read_are_in_neither_number(three):
    three.document("Doorn")
    three.code("Doorn", "WON-1a")
    three.code("Doorn", "MOB-1", "De fiets")
    found, keys = compared(three, Near.PARAGRAPH)
    at = keys.index("WON-1"), keys.index("MOB-1")
    assert (found.n[at], found.of[at]) == (2, 3)
    line = three.ask(Kind.TOGETHER, "WON-1", "MOB-1", near="paragraph").line
    assert [one.name for one in line.coded_unread] == ["Doorn"]


def test_the_same_pair_of_two_coders_counts_for_at_least_two(three):
    second = three.coder("Bo Two")
    three.read(coder=second)
    three.code("Adam", "WON-1a", coder=second)
    three.code("Adam", "MOB-1", "De fiets", coder=second)
    found, keys = compared(three, Near.PARAGRAPH, voices=Voices(at_least=2))
    assert found.n[keys.index("WON-1"), keys.index("MOB-1")] == 1


def test_comparing_reports_its_progress_and_can_be_stopped(three):
    ticket = Ticket()
    compared(three, Near.PARAGRAPH, ticket)
    done, total = ticket.steps
    assert done == total > 0
    ticket.stop.set()
    with pytest.raises(Cancelled):
        compared(three, Near.PARAGRAPH, ticket)


def test_the_consensus_counts_what_was_agreed_and_names_the_rest(three):
    three.project.write(consensus.ensure)
    agreed = three.project.read(consensus.coder_uid)
    round_uid = three.project.read(consensus.round_uid)
    three.code("Adam", "WON-1", coder=agreed, round_uid=round_uid)
    voices = Voices(consensus=True)
    line = three.ask(Kind.ALL_OF, "WON-1", voices=voices).line
    assert [one.name for one in line.names] == ["Adam"]
    assert [one.name for one in line.by_fewer] == ["Bedum"]
    assert line.of == 3
    lacking = three.ask(Kind.NONE_OF, "WON-1", voices=voices).line
    assert [one.name for one in lacking.names] == ["Cuijk"]
    study = three.study(voices)
    table = matrix.table(study, Choice(level=2))
    row = [code.key for code in table.rows].index("WON-1")
    assert table.count[row].tolist() == [1, 0, 0]


def test_behind_a_cell_are_its_passages_and_the_finding_of_its_row(three):
    study = three.study()
    uid, place = three.codes["WON-1"], three.documents["Bedum"]
    found = three.project.read(behind.of_cell, study, Choice(), uid, [place])
    assert [row.quote for row in found.rows] == ["Wij bouwen nieuwe huizen"]
    assert (found.answer.line.n, found.answer.line.of) == (2, 3)
    empty = three.project.read(behind.of_cell, study, Choice(), uid, [three.documents["Cuijk"]])
    assert [row.coder_name for row in empty.rows] == ["Ada One"]


def test_behind_two_codes_together_are_both_codings(three):
    study = three.study()
    question = Question(Kind.TOGETHER, (three.codes["WON-1"], three.codes["MOB-1"]))
    answer = three.project.read(asking.ask, study, question)
    found = three.project.read(behind.of_line, study, answer, answer.line)
    assert [row.code_keys for row in found.rows] == [("WON-1a", "MOB-1")] * 2
    assert found.rows[0].quote == "Wij bouwen nieuwe huizen … De fiets"


def test_sheets_hold_the_figures_and_the_sentence(three):
    study = three.study()
    table = matrix.table(study)
    sheet = analysis_tables.matrix(table, study, "count", table.columns(study), "nl")
    titles = [column.title for column in sheet.columns]
    assert titles == ["Code", "Label", "Niveau", "Adam", "Bedum", "Cuijk", "n", "N", "%"]
    (row,) = (row for row in sheet.rows if row[0] == "WON-1")
    assert row[3:] == [1, 1, 0, 2, 3, pytest.approx(66.7, abs=0.1)]
    answer = three.ask(Kind.NONE_OF, "MOB-2")
    lines = analysis_tables.answer(answer, "en").rows
    assert [line[1] for line in lines[:2]] == ["Adam", "Cuijk"]
    assert lines[-1][0].startswith("2 of the 3 documents read (Adam and Cuijk) say nothing")
    found, _ = compared(three, Near.PARAGRAPH)
    pairs = analysis_tables.together(found, "nl").rows
    assert pairs[0][0] == "WON-1"
    assert pairs[0][4:6] == [2, 3]
