"""Absence, "only" and complements: never silence taken for absence, never a document too many."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import PageArea
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.services.analysis import matrix
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.study import State
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.cases import case_edits, case_rows
from qualcode_app.services.coding import area_codings
from qualcode_app.services.coding.area_codings import NewAreaCoding


def names(found) -> list[str]:
    return [one.name for one in found]


def test_a_document_that_was_not_read_lacks_nothing(corpus_of):
    corpus_of.all_of("Adam", "Bedum", "Cuijk")
    corpus_of.read("Adam", "Bedum")
    corpus_of.code("Adam", "WON-1")
    line = corpus_of.ask(Kind.NONE_OF, "WON-1").line
    assert (names(line.names), line.of, names(line.unread)) == (["Bedum"], 2, ["Cuijk"])
    assert corpus_of.says(Kind.NONE_OF, "WON-1") == (
        (
            "In 1 van de 2 gelezen documenten (Bedum) staat niets over ‘Nieuwbouw’. "
            "Niet gelezen op dit thema en dus onbekend: Cuijk."
        ),
        (
            "1 of the 2 documents read (Bedum) says nothing about ‘New homes’. "
            "Not read for this theme and so unknown: Cuijk."
        ),
    )


def test_a_theme_is_read_by_itself(corpus_of):
    corpus_of.all_of("Adam", "Bedum")
    corpus_of.read("Adam")
    corpus_of.read("Bedum", themes=("MOB",))
    assert names(corpus_of.ask(Kind.NONE_OF, "MOB-1").line.names) == ["Adam", "Bedum"]
    assert names(corpus_of.ask(Kind.NONE_OF, "WON-1").line.names) == ["Adam"]
    both = corpus_of.ask(Kind.NONE_OF, "WON-1", "MOB-1").line
    assert (names(both.names), names(both.unread)) == (["Adam"], ["Bedum"])


def test_what_is_coded_without_having_been_read_is_told_apart(corpus_of):
    corpus_of.all_of("Adam", "Bedum")
    corpus_of.read("Bedum")
    corpus_of.code("Adam", "WON-1")
    line = corpus_of.ask(Kind.ALL_OF, "WON-1").line
    assert (line.n, line.of, names(line.coded_unread)) == (0, 1, ["Adam"])
    assert corpus_of.says(Kind.ALL_OF, "WON-1")[0].endswith(
        "Wel gecodeerd, maar op dit thema nog niet als gelezen gemarkeerd: Adam."
    )


def test_only_is_not_said_while_another_document_is_unread(corpus_of):
    corpus_of.all_of("Adam", "Bedum", "Cuijk")
    corpus_of.read("Adam", "Bedum")
    corpus_of.code("Adam", "WON-1")
    assert corpus_of.says(Kind.ALL_OF, "WON-1")[0] == (
        "In 1 van de 2 gelezen documenten (Adam) staat iets over ‘Nieuwbouw’. "
        "Niet gelezen op dit thema en dus onbekend: Cuijk."
    )
    here = corpus_of.says(Kind.ONLY, document_uids=(corpus_of.documents["Adam"],))
    assert here[0] == ("Alleen in Adam staat iets over: ‘Nieuwbouw’ (1 van 2; onbekend: Cuijk).")


def test_only_sees_codings_in_documents_that_were_not_read(corpus_of):
    corpus_of.all_of("Adam", "Bedum")
    corpus_of.read("Adam")
    corpus_of.code("Adam", "WON-1")
    corpus_of.code("Bedum", "WON-1")
    assert not corpus_of.ask(Kind.ONLY, document_uids=(corpus_of.documents["Adam"],)).lines


def test_nothing_can_be_said_where_nobody_read(corpus_of):
    corpus_of.all_of("Adam", "Bedum")
    assert corpus_of.says(Kind.NONE_OF, "WON-1")[0] == (
        "Geen van de documenten is op dit thema gelezen, dus over ‘Nieuwbouw’ is niets te zeggen. "
        "Niet gelezen op dit thema en dus onbekend: Adam en Bedum."
    )


def test_a_document_out_of_the_corpus_is_in_no_denominator_and_pointed_out(corpus_of):
    corpus_of.all_of("Adam", "Bedum", "Cuijk")
    corpus_of.read()
    corpus_of.code("Adam", "WON-1")
    corpus_of.code("Cuijk", "WON-1")
    corpus_of.out("Cuijk", "te laat klaar")
    assert corpus_of.says(Kind.ALL_OF, "WON-1") == (
        (
            "Alleen in Adam staat iets over ‘Nieuwbouw’, van de 2 gelezen documenten. "
            "Buiten het corpus en niet meegeteld: Cuijk (te laat klaar)."
        ),
        (
            "Only Adam says something about ‘New homes’, of the 2 documents read. "
            "Outside the corpus and not counted: Cuijk (te laat klaar)."
        ),
    )
    lacking = corpus_of.ask(Kind.NONE_OF, "WON-1", document_uids=(corpus_of.documents["Cuijk"],))
    assert (lacking.line.of, names(lacking.line.outside)) == (0, ["Cuijk"])


def test_rare_only_and_profile_point_out_what_lies_outside_the_corpus(corpus_of):
    corpus_of.all_of("Adam", "Bedum", "Cuijk")
    corpus_of.read()
    for name in ("Adam", "Cuijk"):
        corpus_of.code(name, "WON-1")
    corpus_of.out("Cuijk", "te laat klaar")
    dutch = "Buiten het corpus en niet meegeteld: Cuijk (te laat klaar)."
    english = "Outside the corpus and not counted: Cuijk (te laat klaar)."
    here = {"document_uids": (corpus_of.documents["Adam"],)}
    gone = {"document_uids": (corpus_of.documents["Cuijk"],)}
    assert corpus_of.says(Kind.RARE) == (
        f"In hoogstens 1 van de documenten staat iets over: ‘Nieuwbouw’ (1 van 2: Adam). {dutch}",
        (
            "In at most 1 of the documents something is said about: ‘New homes’ (1 of 2: Adam). "
            f"{english}"
        ),
    )
    assert corpus_of.says(Kind.ONLY, **here)[0] == (
        f"Alleen in Adam staat iets over: ‘Nieuwbouw’ (1 van 2). {dutch}"
    )
    assert corpus_of.says(Kind.PROFILE, **gone) == (
        (
            "Over Cuijk is niets te zeggen: het telt niet mee of geen thema is als gelezen "
            f"gemarkeerd. {dutch}"
        ),
        (
            "Nothing can be said about Cuijk: it does not count or no theme is marked as read. "
            f"{english}"
        ),
    )
    assert dutch not in corpus_of.says(Kind.PROFILE, **here)[0]


def test_a_document_is_found_by_any_name_of_its_case(corpus_of):
    corpus_of.all_of("Adam", "Bedum")
    (case,) = (row for row in corpus_of.project.read(case_rows.cases) if row.name == "Adam")
    aliased = case_rows.CaseRow(case.uid, "Adam", "", case.kind, ("Groot-Adam",))
    corpus_of.project.write(case_edits.change_case, aliased)
    study = corpus_of.study()
    assert study.documents_named("groot-adam") == (corpus_of.documents["Adam"],)
    with pytest.raises(UnknownRecord, match="Nergens"):
        study.documents_named("Nergens")


def test_a_case_without_a_document_is_pointed_out(corpus_of):
    corpus_of.all_of("Adam")
    corpus_of.project.write(case_edits.add_case, "Bedum")
    with pytest.raises(RefusedChange, match="no document of Bedum"):
        corpus_of.study().documents_named("Bedum")


def test_a_case_in_two_groups_counts_in_both(corpus_of):
    corpus_of.all_of("Adam", "Bedum", "Cuijk")
    corpus_of.read()
    corpus_of.code("Adam", "WON-1")
    groups = corpus_of.system("Ligging", Kust="Adam Bedum", Rivier="Adam Cuijk")
    lines = corpus_of.ask(Kind.GROUPS, "WON-1", system_uid=groups[""]).lines
    assert [(line.n, line.of) for line in lines] == [(1, 2), (1, 2)]
    table = matrix.table(corpus_of.study(), Choice(system_uid=groups[""]))
    columns = table.columns(corpus_of.study())
    assert [column.name for column in columns] == ["Adam", "Bedum", "Adam", "Cuijk"]
    assert len(table.documents) == 3


def test_a_code_that_nobody_used_keeps_its_row(corpus_of):
    corpus_of.all_of("Adam", "Bedum")
    corpus_of.read()
    table = matrix.table(corpus_of.study())
    row = [code.key for code in table.rows].index("MOB-2")
    assert (table.n()[row], table.of()[row]) == (0, 2)
    assert table.state[row].tolist() == [State.ABSENT, State.ABSENT]


def test_a_parent_is_the_union_of_its_children(corpus_of):
    corpus_of.all_of("Adam", "Bedum", "Cuijk")
    corpus_of.read()
    corpus_of.code("Adam", "WON-1a", "De huur blijft laag")
    corpus_of.code("Adam", "WON-1b", "De huur blijft laag")
    corpus_of.code("Adam", "WON-1b", "Er komen flexwoningen bij")
    corpus_of.code("Bedum", "WON-1")
    line = corpus_of.ask(Kind.ALL_OF, "WON-1").line
    assert names(line.names) == ["Adam", "Bedum"]
    table = matrix.table(corpus_of.study(), Choice(level=3))
    count = dict(zip([code.key for code in table.rows], table.count[:, 0].tolist(), strict=True))
    assert count == {
        "WON": 2,  # one passage has both children: it is one passage of the parent
        "WON-1": 2,
        "WON-1a": 1,
        "WON-1b": 2,
        "WON-2": 0,
        "MOB": 0,
        "MOB-1": 0,
        "MOB-2": 0,
    }
    table = matrix.table(corpus_of.study(), Choice(level=1))
    assert dict(zip([code.key for code in table.rows], table.n().tolist(), strict=True)) == {
        "WON": 2,
        "MOB": 0,
    }


def test_two_coders_at_one_place_are_one_passage(corpus_of):
    corpus_of.all_of("Adam")
    second = corpus_of.coder("Bo Two")
    corpus_of.read()
    corpus_of.code("Adam", "WON-1")
    corpus_of.code("Adam", "WON-1", coder=second)
    corpus_of.code("Adam", "WON-1", "De huur blijft laag", coder=second)
    table = matrix.table(corpus_of.study())
    row = [code.key for code in table.rows].index("WON-1")
    assert table.count[row].tolist() == [2]


def test_words_under_several_codings_count_once(corpus_of):
    corpus_of.all_of("Adam", "Bedum")
    second = corpus_of.coder("Bo Two")
    corpus_of.read()
    corpus_of.code("Adam", "WON-1", "Wij bouwen nieuwe")
    corpus_of.code("Adam", "WON-1", "nieuwe huizen. De fiets", coder=second)
    corpus_of.code("Adam", "WON-1a", "De huur blijft laag")
    corpus_of.code("Adam", "WON-1b", "huur blijft")
    corpus_of.code("Bedum", "WON-1", "Parkeren")
    study = corpus_of.study()
    table = matrix.table(study)
    counted = corpus_of.project.read(matrix.with_words, study, table, matrix.counters(study))
    row = [code.key for code in table.rows].index("WON-1")
    # "Wij bouwen nieuwe huizen. De fiets" and "De huur blijft laag"
    assert counted.words[row].tolist() == [10, 1]
    share = counted.values("share", counted.columns(study))[row]
    n_words = len(corpus_of.text_of("Adam").split())
    assert share.tolist() == pytest.approx([100 * 10 / n_words, 100 / n_words])
    per_1000 = counted.values("per_1000", counted.columns(study))[row]
    assert per_1000[1] == pytest.approx(1000 / n_words)


def test_an_area_is_a_passage_without_words(corpus_of):
    corpus_of.all_of("Adam")
    corpus_of.read()
    new = NewAreaCoding(
        corpus_of.revisions["Adam"],
        corpus_of.round_uid,
        corpus_of.coders[0],
        corpus_of.codes["WON-1"],
        PageArea(1, 10, 10, 90, 90),
    )
    corpus_of.project.write(area_codings.add, new)
    study = corpus_of.study()
    table = corpus_of.project.read(
        matrix.with_words, study, matrix.table(study), matrix.counters(study)
    )
    row = [code.key for code in table.rows].index("WON-1")
    assert (table.count[row, 0], table.words[row, 0]) == (1, 0)
    assert table.n()[row] == 1


def test_more_coders_than_there_are_cannot_be_asked_for(corpus_of):
    corpus_of.all_of("Adam")
    with pytest.raises(RefusedChange, match="At least 3 coders"):
        corpus_of.study(Voices(at_least=3))
    with pytest.raises(RefusedChange, match="consensus"):
        corpus_of.study(Voices(consensus=True))


@pytest.mark.parametrize(
    "question",
    [
        Question(Kind.ALL_OF),
        Question(Kind.GROUPS, ("x",)),
        Question(Kind.WAVES, ("x",)),
        Question(Kind.VALUES, ("x",)),
        Question(Kind.ONLY),
        Question(Kind.PROFILE),
    ],
)
def test_a_question_that_lacks_something_says_so(corpus_of, question):
    corpus_of.all_of("Adam")
    with pytest.raises(RefusedChange):
        corpus_of.ask(question.kind, **({"wave_uid": ""} if question.code_uids else {}))
