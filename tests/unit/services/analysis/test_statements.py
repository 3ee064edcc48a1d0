"""The statements a report is made of: sentence, names, n and N, in Dutch and English."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import PageArea
from qualcode_app.domain.facets import FacetValue
from qualcode_app.services.analysis import asking, study
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.sentences import examples
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.cases import case_edits, case_rows
from qualcode_app.services.coding import area_codings
from qualcode_app.services.coding.area_codings import NewAreaCoding


@pytest.fixture
def four(corpus_of):
    """Four places that were read, of which two say something about new homes."""
    corpus_of.all_of("Adam", "Bedum", "Cuijk", "Doorn")
    corpus_of.read()
    corpus_of.code("Adam", "WON-1")
    corpus_of.code("Cuijk", "WON-1")
    return corpus_of


def names(found) -> list[str]:
    return [one.name for one in found]


def test_t1_a_counted_claim_names_who_has_it(four):
    line = four.ask(Kind.ALL_OF, "WON-1").line
    assert (line.n, line.of, names(line.names)) == (2, 4, ["Adam", "Cuijk"])
    assert four.says(Kind.ALL_OF, "WON-1") == (
        "In 2 van de 4 gelezen documenten (Adam en Cuijk) staat iets over ‘Nieuwbouw’.",
        "2 of the 4 documents read (Adam and Cuijk) say something about ‘New homes’.",
    )


def test_t1_all_of_several_codes_and_any_of_them(four):
    four.code("Cuijk", "MOB-1", "De fiets")
    four.code("Doorn", "MOB-1", "De fiets")
    assert four.says(Kind.ALL_OF, "WON-1", "MOB-1")[0] == (
        "Alleen in Cuijk staat iets over zowel ‘Nieuwbouw’ als ‘Fietsen’, "
        "van de 4 gelezen documenten."
    )
    assert four.says(Kind.ANY_OF, "WON-1", "MOB-1") == (
        (
            "In 3 van de 4 gelezen documenten (Adam, Cuijk en Doorn) staat iets over "
            "‘Nieuwbouw’ of ‘Fietsen’."
        ),
        (
            "3 of the 4 documents read (Adam, Cuijk and Doorn) say something about "
            "‘New homes’ or ‘Cycling’."
        ),
    )
    assert four.says(Kind.NONE_OF, "WON-1", "MOB-1")[0] == (
        "In 1 van de 4 gelezen documenten (Bedum) staat niets over ‘Nieuwbouw’ of ‘Fietsen’."
    )


def test_t2_examples_are_named_and_the_rest_is_counted(four):
    four.code("Doorn", "WON-1")
    answer = four.ask(Kind.ALL_OF, "WON-1")
    chosen = [four.documents["Cuijk"]]
    assert examples(answer, chosen, "nl") == (
        "In 3 van de 4 gelezen documenten staat iets over ‘Nieuwbouw’, zoals in Cuijk en nog 2."
    )
    assert examples(answer, chosen, "en") == (
        "3 of the 4 documents read say something about ‘New homes’, such as Cuijk and 2 more."
    )


def test_t3_what_one_document_says(four):
    four.code("Adam", "WON-1", "De huur blijft laag")
    four.code("Adam", "MOB-1", "De fiets")
    dutch, english = four.says(Kind.PROFILE, document_uids=(four.documents["Adam"],))
    assert dutch == (
        "In Adam staat iets over 2 van de 4 codes waarvoor het is gelezen (aantal fragmenten): "
        "‘Nieuwbouw’ (2) en ‘Fietsen’ (1)."
    )
    assert english == (
        "Adam says something about 2 of the 4 codes it was read for (number of passages): "
        "‘New homes’ (2) and ‘Cycling’ (1)."
    )


def test_t4_only_here_and_rare(four):
    four.code("Doorn", "MOB-2", "Parkeren")
    here = {"document_uids": (four.documents["Doorn"],)}
    assert four.says(Kind.ONLY, **here) == (
        "Alleen in Doorn staat iets over: ‘Parkeren’ (1 van 4).",
        "Only in Doorn is something said about: ‘Parking’ (1 of 4).",
    )
    assert four.says(Kind.ALL_OF, "MOB-2") == (
        "Alleen in Doorn staat iets over ‘Parkeren’, van de 4 gelezen documenten.",
        "Only Doorn says something about ‘Parking’, of the 4 documents read.",
    )
    assert four.says(Kind.RARE, at_most=2)[0] == (
        "In hoogstens 2 van de documenten staat iets over: ‘Nieuwbouw’ (2 van 4: Adam en Cuijk) "
        "en ‘Parkeren’ (1 van 4: Doorn)."
    )


def test_t5_nobody_says_anything(four):
    assert four.says(Kind.NONE_OF, "MOB-1") == (
        "In geen van de 4 gelezen documenten staat iets over ‘Fietsen’.",
        "None of the 4 documents read says anything about ‘Cycling’.",
    )
    assert four.says(Kind.ALL_OF, "MOB-1")[0] == (
        "In geen van de 4 gelezen documenten staat iets over ‘Fietsen’."
    )


def test_t6_who_lacks_it_in_a_group_and_in_named_documents(four):
    groups = four.system("Grootte", Klein="Adam Bedum Doorn", Groot="Cuijk")
    assert four.says(Kind.NONE_OF, "WON-1", group_uid=groups["Klein"]) == (
        "In 2 van de 3 gelezen documenten uit Klein (Bedum en Doorn) staat niets over ‘Nieuwbouw’.",
        "2 of the 3 documents read from Klein (Bedum and Doorn) say nothing about ‘New homes’.",
    )
    named = (four.documents["Bedum"], four.documents["Doorn"])
    assert four.says(Kind.NONE_OF, "WON-1", document_uids=named)[0] == (
        "In geen van de 2 gelezen documenten van Bedum en Doorn staat iets over ‘Nieuwbouw’."
    )


def test_t8_groups_are_compared_with_their_own_denominators(four):
    groups = four.system("Grootte", Klein="Adam Bedum Doorn", Groot="Cuijk", Leeg="")
    answer = four.ask(Kind.GROUPS, "WON-1", system_uid=groups[""])
    assert [(line.label.label_nl, line.n, line.of) for line in answer.lines] == [
        ("Klein", 1, 3),
        ("Groot", 1, 1),
        ("Leeg", 0, 0),
    ]
    assert four.says(Kind.GROUPS, "WON-1", system_uid=groups[""]) == (
        (
            "Documenten waarin iets staat over ‘Nieuwbouw’: Klein 1 van 3 (Adam); Groot 1 van 1 "
            "(Cuijk); Leeg 0 van 0. Groepen met minder dan 5 gelezen documenten: Klein (3), Groot "
            "(1) "
            "en Leeg (0)."
        ),
        (
            "Documents that say something about ‘New homes’: Klein 1 of 3 (Adam); Groot 1 of 1 "
            "(Cuijk); Leeg 0 of 0. Groups with fewer than 5 documents read: Klein (3), Groot (1) "
            "and Leeg (0)."
        ),
    )


def test_t11_pairs_of_the_same_case_over_two_waves(corpus_of):
    early, late = corpus_of.wave("2018", 2018), corpus_of.wave("2022", 2022)
    for name in ("Adam", "Bedum", "Cuijk", "Doorn"):
        for wave in ("2018", "2022"):
            corpus_of.document(name, wave=wave)
    corpus_of.document("Epe", wave="2022")
    corpus_of.read()
    corpus_of.code("Adam 2018", "WON-1")
    corpus_of.code("Adam 2022", "WON-1")
    corpus_of.code("Bedum 2022", "WON-1")
    corpus_of.code("Cuijk 2018", "WON-1")
    corpus_of.code("Epe 2022", "WON-1")
    assert corpus_of.says(Kind.WAVES, "WON-1", wave_uid=early, later_uid=late) == (
        (
            "Van de 4 met een gelezen document in 2018 en in 2022 staat iets over ‘Nieuwbouw’: in "
            "beide 1 (Adam); alleen in 2022 1 (Bedum); alleen in 2018 1 (Cuijk); in geen van "
            "beide 1 "
            "(Doorn). Alle documenten: 2018 2 van 4, 2022 3 van 5."
        ),
        (
            "Of the 4 with a document read in 2018 and in 2022, something is said about ‘New "
            "homes’: "
            "in both 1 (Adam); only in 2022 1 (Bedum); only in 2018 1 (Cuijk); in neither 1 "
            "(Doorn). "
            "All documents: 2018 2 of 4, 2022 3 of 5."
        ),
    )


def test_t11_a_pair_of_which_one_was_not_read_is_unknown(corpus_of):
    early, late = corpus_of.wave("2018", 2018), corpus_of.wave("2022", 2022)
    for wave in ("2018", "2022"):
        corpus_of.document("Adam", wave=wave)
    corpus_of.read("Adam 2018")
    answer = corpus_of.ask(Kind.WAVES, "WON-1", wave_uid=early, later_uid=late)
    assert [line.n for line in answer.lines[:4]] == [0, 0, 0, 0]
    assert (
        "In een van beide niet gelezen en dus onbekend: Adam."
        in corpus_of.says(Kind.WAVES, "WON-1", wave_uid=early, later_uid=late)[0]
    )


def test_t18_a_value_of_a_facet_narrows_the_question(four):
    four.code("Bedum", "WON-1", role="measure")
    four.code("Doorn", "WON-1", role="diagnosis")
    measure = (four.role, "measure")
    assert four.says(Kind.ALL_OF, "WON-1", facet=measure) == (
        (
            "Alleen in Bedum staat iets over ‘Nieuwbouw’ (rol: maatregel), van de 4 gelezen "
            "documenten."
        ),
        "Only Bedum says something about ‘New homes’ (role: measure), of the 4 documents read.",
    )
    assert four.says(Kind.VALUES, "WON-1", facet=(four.role, "")) == (
        (
            "Documenten waarin iets staat over ‘Nieuwbouw’ (rol), per waarde: maatregel 1 van 4 "
            "(Bedum); diagnose 1 van 4 (Doorn)."
        ),
        (
            "Documents that say something about ‘New homes’ (role), by value: measure 1 of 4 "
            "(Bedum); diagnosis 1 of 4 (Doorn)."
        ),
    )


def test_t18_values_stay_with_their_codings_beside_areas_and_codes_below(four):
    area = NewAreaCoding(
        four.revisions["Adam"],
        four.round_uid,
        four.coders[0],
        four.codes["WON-1"],
        PageArea(1, 10, 10, 90, 90),
        values=(FacetValue(four.role, "diagnosis"),),
    )
    four.project.write(area_codings.add, area)
    four.code("Bedum", "WON-1", "De huur blijft laag", role="measure")
    four.code("Bedum", "WON-1a", role="diagnosis")
    found = four.ask(Kind.VALUES, "WON", facet=(four.role, ""))
    assert [[one.name for one in line.names] for line in found.lines] == [
        ["Bedum"],
        ["Adam", "Bedum"],
    ]
    known = four.study()
    four.project.read(study.read_values, known)
    assert four.project.read(asking.ask, known, found.question) == found


def test_at_least_two_coders_name_apart_what_one_found(four):
    second = four.coder("Bo Two")
    four.read(coder=second)
    four.code("Adam", "WON-1", coder=second)
    both = Voices(at_least=2)
    assert four.says(Kind.ALL_OF, "WON-1", voices=both) == (
        (
            "In 1 van de 4 gelezen documenten (Adam) staat iets over ‘Nieuwbouw’. "
            "Door minder dan 2 codeurs gecodeerd: Cuijk."
        ),
        (
            "1 of the 4 documents read (Adam) says something about ‘New homes’. "
            "Coded by fewer than 2 coders: Cuijk."
        ),
    )
    lacking = four.ask(Kind.NONE_OF, "WON-1", voices=both).line
    assert (names(lacking.names), names(lacking.by_fewer)) == (["Bedum", "Doorn"], ["Cuijk"])


def test_a_case_is_named_by_its_name_whatever_it_is_called_elsewhere(four):
    (case,) = (row for row in four.project.read(case_rows.cases) if row.name == "Adam")
    renamed = case_rows.CaseRow(case.uid, "Oud-Adam", "", case.kind, ("Adam",))
    four.project.write(case_edits.change_case, renamed)
    assert names(four.ask(Kind.ALL_OF, "WON-1").line.names) == ["Oud-Adam", "Cuijk"]


def test_values_of_a_few_codings_say_what_all_values_say(four):
    four.code("Adam", "WON-1", "De huur blijft laag", role="measure")
    four.code("Bedum", "WON-1a", role="diagnosis")
    four.code("Doorn", "MOB-1", role="measure")
    questions = [
        Question(Kind.ALL_OF, (four.codes[key],), facet=(four.role, value))
        for key in ("WON", "WON-1", "MOB-1", "MOB-2")
        for value in ("measure", "diagnosis")
    ]
    afresh = [four.project.read(asking.ask, four.study(), each).line for each in questions]
    known = four.study()
    four.project.read(study.read_values, known)
    assert [four.project.read(asking.ask, known, each).line for each in questions] == afresh
    assert [line.n for line in afresh] == [1, 1, 1, 1, 1, 0, 0, 0]
