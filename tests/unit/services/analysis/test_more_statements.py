"""Statements on frequency, quotation, nearness, words, room and attributes, with their evidence."""

from __future__ import annotations

import pytest

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.changes import Kind as Stored
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.search_query import Query
from qualcode_app.services.analysis import behind, evidence, own_scale, word_question
from qualcode_app.services.analysis.quantifiers import disagrees, quantifier
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.scope import Scope
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.cases import attribute_edits, case_rows
from qualcode_app.services.coding import absence, relations
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.coding.relations import NewRelation
from qualcode_app.services.documents import citations
from qualcode_app.services.search import search_runs
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.texts import search_index, sections
from qualcode_app.services.texts.sections import NewSection


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


def passages(builder, key, *titles):
    study = builder.study()
    documents = {builder.documents[title] for title in titles}
    return builder.project.read(evidence.passages, study, [builder.codes[key]], documents)


@pytest.mark.parametrize(
    ("n", "of", "dutch", "english"),
    [
        (0, 25, "geen", "none"),
        (2, 25, "een enkel", "hardly any"),
        (5, 25, "enkele", "some"),
        (13, 25, "ongeveer de helft van de", "about half of the"),
        (20, 25, "de meeste", "most"),
        (24, 25, "vrijwel alle", "nearly all"),
        (25, 25, "alle", "all"),
        (0, 0, "", ""),
    ],
)
def test_t7_a_word_for_how_many(n, of, dutch, english):
    assert (quantifier(n, of, "nl"), quantifier(n, of, "en")) == (dutch, english)


def test_t7_a_text_that_says_more_than_the_numbers_is_doubted():
    assert disagrees("Vrijwel alle coalities willen dit.", 13, 25) == "vrijwel alle"
    assert disagrees("Vrijwel alle coalities willen dit.", 24, 25) == ""
    assert disagrees("Nearly all agreements want this.", 13, 25, "en") == "nearly all"
    assert disagrees("Dit is een zin zonder hoeveelheid.", 13, 25) == ""


def test_t9_a_passage_is_quoted_word_for_word_with_its_page(four):
    found = passages(four, "WON-1", "Adam")
    (row,) = found.rows
    assert row.quote == "Wij bouwen nieuwe huizen"
    citation = four.project.read(citations.of, row.document_uid, row.anchor)
    assert (citation.quote, citation.title, citation.pages) == (row.quote, "Adam", "1")


def test_evidence_joins_coders_and_sub_codes_of_one_place(four):
    second = four.coder("Bo Two")
    four.code("Adam", "WON-1a", coder=second)
    four.code("Adam", "WON-1b", "De huur blijft laag", coder=second)
    rows = passages(four, "WON-1", "Adam", "Bedum").rows
    assert [(row.quote, row.code_keys, row.coder_names) for row in rows] == [
        ("Wij bouwen nieuwe huizen", ("WON-1", "WON-1a"), ("Ada One", "Bo Two")),
        ("De huur blijft laag", ("WON-1b",), ("Bo Two",)),
    ]


def test_evidence_of_absence_is_who_read_it_and_who_judged(four):
    place = Reading(four.coders[0], four.round_uid, four.documents["Bedum"])
    four.project.write(absence.add, place, four.codes["WON-1"], four.revisions["Bedum"])
    study = four.study()
    wanted = [four.documents[name] for name in ("Bedum", "Doorn")]
    found = four.project.read(evidence.silences, study, [four.codes["WON-1"]], wanted)
    assert [(one.document_name, one.coder_name, one.judged_at is not None) for one in found] == [
        ("Bedum", "Ada One", True),
        ("Doorn", "Ada One", False),
    ]


def test_t5_a_kept_search_without_a_hit_proves_absence(four):
    runs = [
        NewRun(four.coders[0], Query("parkeergarage"), list(four.revisions.values()), 0),
        NewRun(four.coders[0], Query("parkeren"), list(four.revisions.values()), 4),
        NewRun(four.coders[0], Query("zeppelin"), list(four.revisions.values()), 0),
    ]
    for run in runs:
        four.project.write(search_runs.keep, run)
    study, uid = four.study(), four.codes["MOB-2"]
    found = four.project.read(evidence.searches, study, [uid])
    assert found == ()  # no word of the code begins so
    four.project.write(search_runs.keep, NewRun(four.coders[0], Query("parkeren"), ["x"], 0))
    answer = four.ask(Kind.NONE_OF, "MOB-2")
    shown = four.project.read(behind.of_line, study, answer, answer.line).rows
    assert [(type(row).__name__, getattr(row, "words", "")) for row in shown] == [
        ("NothingFound", "parkeren"),
        *([("Silence", "")] * 4),
    ]


NEAR = [
    ("same_place", "Wij bouwen nieuwe huizen", True),
    ("same_place", "nieuwe huizen", False),
    ("overlap", "nieuwe huizen. De fiets", True),
    ("overlap", "De fiets", False),
    ("sentence", "Wij", True),
    ("sentence", "De fiets", False),
    ("paragraph", "De fiets", True),
    ("paragraph", "Parkeren", False),
    ("words", "De fiets", True),
    ("words", "Er komen flexwoningen", False),
    ("document", "Er komen flexwoningen", True),
]


@pytest.mark.parametrize(("near", "words", "is_near"), NEAR)
def test_t14_how_near_two_codes_stand(four, near, words, is_near):
    four.code("Cuijk", "MOB-1", words)
    line = four.ask(Kind.TOGETHER, "WON-1", "MOB-1", near=near, n_words=4).line
    assert (names(line.names), line.of) == (["Cuijk"] if is_near else [], 4)
    question = Question(
        Kind.TOGETHER, (four.codes["WON-1"], four.codes["MOB-1"]), near=near, n_words=4
    )
    found = four.project.read(lambda session: evidence.near(Scope(session, four.study(), question)))
    assert [row.document_name for row in found.rows] == names(line.names)


def test_t14_together_as_a_sentence(four):
    four.code("Cuijk", "MOB-1", "De fiets")
    assert four.says(Kind.TOGETHER, "WON-1", "MOB-1", near="paragraph") == (
        (
            "Alleen in Cuijk staan ‘Nieuwbouw’ en ‘Fietsen’ in dezelfde alinea, van de 4 gelezen "
            "documenten."
        ),
        (
            "Only in Cuijk do ‘New homes’ and ‘Cycling’ stand in the same paragraph, of the 4 "
            "documents read."
        ),
    )
    assert four.says(Kind.TOGETHER, "WON-1", "MOB-1", near="words", n_words=1)[0] == (
        "Alleen in Cuijk staan ‘Nieuwbouw’ en ‘Fietsen’ binnen 1 woorden van elkaar, van de 4 "
        "gelezen documenten."
    )
    assert four.says(Kind.TOGETHER, "WON-1", "MOB-2")[0] == (
        "In geen van de 4 gelezen documenten staan ‘Nieuwbouw’ en ‘Parkeren’ in dezelfde alinea."
    )


def test_t14_codes_of_two_coders_at_one_place_are_not_together(four):
    second = four.coder("Bo Two")
    four.code("Cuijk", "MOB-1", coder=second)
    assert four.ask(Kind.TOGETHER, "WON-1", "MOB-1", near="same_place").line.n == 0


def test_t14_the_same_section(four):
    text = four.text_of("Cuijk")
    starts = [0, text.index("Parkeren")]
    for title in ("Adam", "Cuijk"):
        for number, start in enumerate(starts):
            new = NewSection(four.revisions[title], 1, f"Deel {number}", start)
            four.project.write(sections.add, new)
    four.code("Cuijk", "MOB-1", "De fiets")
    four.code("Adam", "MOB-1", "Starters")
    line = four.ask(Kind.TOGETHER, "WON-1", "MOB-1", near="section").line
    assert names(line.names) == ["Cuijk"]


def test_t14_nearness_alone_is_no_link(four):
    one = four.code("Cuijk", "MOB-1", "De fiets")
    other = four.code("Cuijk", "WON-1", "De huur blijft laag")
    assert four.ask(Kind.TOGETHER, "WON-1", "MOB-1", near="tension").line.n == 0
    four.project.write(relations.add, NewRelation(one, other, "tension"))
    assert four.says(Kind.TOGETHER, "WON-1", "MOB-1", near="tension") == (
        (
            "Alleen in Cuijk staan ‘Nieuwbouw’ en ‘Fietsen’ met een spanning ertussen, van de 4 "
            "gelezen documenten."
        ),
        (
            "Only in Cuijk do ‘New homes’ and ‘Cycling’ stand with a tension between them, of the "
            "4 documents read."
        ),
    )


def _index(session, revision_uid) -> Changes:
    search_index.index_revision(session, revision_uid)
    return Changes.of(Stored.DOCUMENT)


def test_t15_words_with_every_hit(four):
    for revision in four.revisions.values():
        four.project.write(_index, revision)
    four.document("Epe", text="Niets over wonen. \n")
    four.project.write(_index, four.revisions["Epe"])
    question = Question(Kind.WORDS)
    told = word_question.ask(four.project, four.study(), question, Query("fiets"))
    assert sentence(told.answer, "nl") == (
        "Het woord ‘fiets’ staat in 4 van de 5 documenten (Adam, Bedum, Cuijk en Doorn), 4 keer."
    )
    assert sentence(told.answer, "en") == (
        "The word ‘fiets’ is in 4 of the 5 documents (Adam, Bedum, Cuijk and Doorn), 4 times."
    )
    assert [row.document_name for row in told.found.rows] == ["Adam", "Bedum", "Cuijk", "Doorn"]
    assert all("fiets" in row.quote for row in told.found.rows)
    nothing = word_question.ask(four.project, four.study(), question, Query("zeppelin"))
    assert sentence(nothing.answer, "nl") == (
        "Het woord ‘zeppelin’ staat in geen van de 5 documenten."
    )


def test_t15_words_in_headings(four):
    for revision in four.revisions.values():
        four.project.write(_index, revision)
    start = four.text_of("Bedum").index("De fiets krijgt")
    new = NewSection(four.revisions["Bedum"], 1, "De fiets krijgt ruimte.", start)
    four.project.write(sections.add, new)
    told = word_question.ask(
        four.project, four.study(), Question(Kind.WORDS), Query("fiets"), in_headings=True
    )
    assert sentence(told.answer, "nl") == (
        "Het woord ‘fiets’ staat in 1 van de 4 documenten in een kop (Bedum), 1 keer."
    )
    assert sentence(told.answer, "en") == (
        "The word ‘fiets’ is in 1 of the 4 documents in a heading (Bedum), 1 time."
    )


def test_t16_how_much_room_and_under_which_heading(four):
    new = NewSection(four.revisions["Adam"], 1, "Wonen", 0)
    four.project.write(sections.add, new)
    four.code("Adam", "WON-1a", "nieuwe huizen. De fiets")
    n_words = len(four.text_of("Adam").split())
    named = {"document_uids": (four.documents["Adam"],)}
    share = f"{100 * 6 / n_words:.1f}"
    assert four.says(Kind.ROOM, "WON-1", **named) == (
        (
            f"{share.replace('.', ',')} % van de woorden in Adam gaat over ‘Nieuwbouw’ "
            f"(6 van {n_words} woorden), het meest in ‘Wonen’."
        ),
        (
            f"{share} % of the words in Adam is about ‘New homes’ "
            f"(6 of {n_words} words), most of it in ‘Wonen’."
        ),
    )
    assert four.says(Kind.ROOM, "WON-1")[0].startswith(
        "Van de 4 gelezen documenten geven deze de meeste ruimte aan ‘Nieuwbouw’ (aandeel van de "
        f"woorden): Adam ({share.replace('.', ',')} %) en Cuijk ("
    )


def test_t17_within_the_value_of_an_attribute(four):
    four.project.write(attribute_edits.add, "Partijen", "text", "case", many=True)
    (attribute,) = four.project.read(case_rows.attributes)
    for name, parties in (("Adam", "Lokaal; Groen"), ("Bedum", "Lokaal"), ("Cuijk", "Groen")):
        four.project.write(attribute_edits.set_values, attribute, four.cases[name], parties)
    assert four.says(Kind.ALL_OF, "WON-1", attribute=(attribute.uid, "Lokaal")) == (
        (
            "Alleen in Adam staat iets over ‘Nieuwbouw’, van de 2 gelezen documenten met Partijen: "
            "Lokaal."
        ),
        (
            "Only Adam says something about ‘New homes’, of the 2 documents read with Partijen: "
            "Lokaal."
        ),
    )


def test_s15_a_project_says_how_many_in_words_of_its_own_always_with_n_of_n(four):
    plain = four.says(Kind.ALL_OF, "WON-1")
    scale = own_scale.parsed(
        "0: geen / none\n50: een paar / a few; 99,5: veel / many\n100: alle/all"
    )
    four.project.write(own_scale.save, scale)
    assert four.study().scale == scale == own_scale.parsed(own_scale.written(scale))
    assert four.says(Kind.ALL_OF, "WON-1") == (
        f"{plain[0]} In woorden: een paar (2 van 4).",
        f"{plain[1]} In words: a few (2 of 4).",
    )
    groups = four.system("Size", Small="Adam Bedum", Large="Cuijk")
    said = four.says(Kind.GROUPS, "WON-1", system_uid=groups[""])[1]
    assert "Small 1 of 2, a few (Adam); Large 1 of 1, all (Cuijk)" in said
    assert disagrees("Veel plaatsen willen dit.", 2, 4, "nl", scale) == "veel"
    four.project.write(own_scale.save, ())
    assert four.says(Kind.ALL_OF, "WON-1") == plain


@pytest.mark.parametrize(
    "text", ["enkele / some", "30: enkele", "50: a / b\n30: c / d", "50: a / b", "101: a / b"]
)
def test_s15_a_scale_that_leaves_a_share_without_a_word_is_refused(text):
    with pytest.raises(RefusedChange):
        own_scale.parsed(text)
