from __future__ import annotations

import threading
import time
from pathlib import Path

import pymupdf
import pytest
import reportlab

from qualcode_app.domain.errors import Cancelled
from qualcode_app.domain.progress import Ticket
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.search import search, word_family
from qualcode_app.services.search.search_patterns import BadQuery
from qualcode_app.services.search.search_places import Places
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

LETTER = [
    [
        "De coalitie sprak met het COA over betaalbaar wonen.",
        "Wij bouwen huurwo-",
        "ningen in elke wijk. Taal is nodig.",
        "Wij kiezen voor coördinatie, reëel en",
        "zonder meer sociale",
    ],
    [
        "huur voor iedereen. Hij woonde er en woont er",
        "nog. De ﬁets staat er ook. Zo’n CO2-heffing",
        "kan 3.000 woningen raken. Dit is een ver-",
    ],
    ["huizing. Gewoond is er genoeg."],
]


def pdf(path: Path, pages: list[list[str]]) -> Path:
    document = pymupdf.open()
    font = pymupdf.Font(fontfile=str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))
    for lines in pages:
        page = document.new_page(width=400, height=400)
        writer = pymupdf.TextWriter(page.rect)
        for number, line in enumerate(lines):
            writer.append((40, 60 + 16 * number), line, font=font, fontsize=11)
        writer.write_text(page)
    document.save(path)
    return path


@pytest.fixture(scope="module")
def letter(tmp_path_factory):
    """A project with one letter of three pages and one short note."""
    folder = tmp_path_factory.mktemp("letter")
    files = [
        pdf(folder / "brief.pdf", LETTER),
        pdf(folder / "notitie.pdf", [["Hier staat niets over wonen of bouwen, wel over sport."]]),
    ]
    coder = NewCoder("Els Boom")
    with Project.create(folder / "brief.qualcode", title="brief", coder=coder) as project:
        taken = intake.take_in(project, files)
        assert len(taken.taken) == 2
        yield project


def found(project: Project, words: str, mode: Mode = Mode.WORD, *, case: bool = False) -> list[str]:
    """Return the matches as they read, after checking each against the stored text."""
    hits = search.run(project, Query(words, mode, exact_case=case))
    places = project.read(Places().of, hits)
    assert len(places) == len(hits)
    for one in places:
        stored = project.read(documents.text, one.hit.revision_uid)
        quote = stored[one.anchor.start : one.anchor.end]
        assert letters(quote) == letters(one.match)
    return [one.match for one in places]


def letters(words: str) -> str:
    plain = words.replace("ﬁ", "fi")
    return "".join(c for c in plain if c.isalnum())


@pytest.mark.parametrize(
    ("words", "mode", "matches"),
    [
        ("coa", Mode.WORD, ["COA"]),
        ("taal", Mode.WORD, ["Taal"]),
        ("taal", Mode.INSIDE, ["betaalbaar", "Taal"]),
        ("coa", Mode.START, ["coalitie", "COA"]),
        ("coordinatie", Mode.WORD, ["coördinatie"]),
        ("reëel", Mode.WORD, ["reëel"]),
        ("fiets", Mode.WORD, ["fiets"]),
        ("huurwoningen", Mode.WORD, ["huurwoningen"]),
        ("verhuizing", Mode.WORD, ["verhuizing"]),
        ("zo'n co2 heffing", Mode.WORD, ["Zo’n CO2-heffing"]),
        ("woning*", Mode.WILDCARD, ["woningen"]),
        ("*woning*", Mode.WILDCARD, ["huurwoningen", "woningen"]),
        ("w??nde", Mode.WILDCARD, ["woonde"]),
        (r"\d\.\d+ woning\w*", Mode.REGEX, ["3.000 woningen"]),
        ("[A-Z]{3}", Mode.REGEX, None),
    ],
)
def test_words_are_found_as_asked(letter, words, mode, matches):
    if matches is None:
        assert len(found(letter, words, mode)) > 10
    else:
        assert found(letter, words, mode) == matches


def test_a_phrase_is_found_over_the_end_of_a_page(letter):
    assert [words.split() for words in found(letter, "sociale huur")] == [["sociale", "huur"]]
    assert len(found(letter, "meer sociale huur voor")) == 1
    assert len(found(letter, "sociale hu", Mode.START)) == 1
    assert len(found(letter, "sociale h*r", Mode.WILDCARD)) == 1
    assert len(found(letter, "ciale huu", Mode.INSIDE)) == 1
    assert len(found(letter, r"sociale\s+huur", Mode.REGEX)) == 1
    assert len(found(letter, "sociale huur", case=True)) == 1


def test_all_forms_of_a_word_belong_to_its_family(letter):
    assert set(found(letter, "wonen", Mode.FAMILY)) == {"wonen", "woonde", "woont", "Gewoond"}
    assert found(letter, "woonde er", Mode.FAMILY) == ["woonde er", "woont er"]


@pytest.mark.parametrize(
    ("typed", "word", "there"),
    [
        ("huren", "huren", {"huren", "huur", "huurt", "gehuurd"}),  # a verb, and several rents
        ("loopt", "loopt", {"loopt", "lopen", "liep"}),
        ("besluiten", "besluiten", {"besluit", "besloot", "besloten"}),
        ("aangepakt", "aangepakt", {"aanpakken", "aanpakt"}),
        ("coordineren", "coordineren", {"coordineert", "coordineerde"}),
        ("Ideeën", "ideeen", {"idee", "ideeen"}),
    ],
)
def test_a_family_has_every_form_whichever_is_typed(letter, typed, word, there):
    assert there <= letter.read(word_family.forms, typed)[word]


def test_a_plural_with_an_apostrophe_is_of_the_family_of_its_word():
    assert word_family.singular("foto’s en auto's van 's avonds") == "foto en auto van 's avonds"


def test_capitals_count_only_if_asked(letter):
    assert found(letter, "coa", case=True) == []
    assert found(letter, "COA", case=True) == ["COA"]
    assert found(letter, "[A-Z]{3}", Mode.REGEX, case=True) == ["COA"]
    assert found(letter, "Taal", Mode.INSIDE, case=True) == ["Taal"]


def test_for_an_expression_a_full_stop_ends_a_line(letter):
    assert found(letter, "taal.*", Mode.REGEX)[-1] == "Taal is nodig."


def test_the_search_can_be_kept_to_some_documents(letter):
    _, note = letter.read(documents.rows)
    hits = search.run(letter, Query("wonen"), revision_uids=[note.revision_uid])
    assert {hit.revision_uid for hit in hits} == {note.revision_uid}
    assert len(search.run(letter, Query("wonen"))) == 2
    assert len(search.run(letter, Query("wonen"), at_most=1)) == 1


def test_a_hit_comes_with_page_and_context(letter):
    (hit,) = search.run(letter, Query("fiets"))
    (one,) = letter.read(Places().of, [hit])
    assert one.page_label == "2"
    assert one.before.endswith("nog. De ")
    assert one.after.startswith(" staat er ook.")


def test_a_hostile_expression_is_refused_in_time_and_lets_others_run(tmp_path):
    path = pdf(tmp_path / "aaa.pdf", [["a" * 40] * 8])
    ticks = []
    stop = threading.Event()

    def tick() -> None:
        while not stop.wait(0.05):
            ticks.append(time.monotonic())

    coder = NewCoder("Els Boom")
    with Project.create(tmp_path / "a.qualcode", title="a", coder=coder) as project:
        intake.take_in(project, [path])
        thread = threading.Thread(target=tick)
        thread.start()
        try:
            with pytest.raises(BadQuery, match="takes too long"):
                search.run(project, Query(r"(a|aa)+$b", Mode.REGEX))
        finally:
            stop.set()
            thread.join()
    assert len(ticks) > 10


@pytest.mark.parametrize(
    "query",
    [
        Query(""),
        Query("?!"),
        Query("(a", Mode.REGEX),
        Query(" ", Mode.REGEX),
        Query("*", Mode.WILDCARD),
        Query("a" * 4001),
    ],
)
def test_a_query_that_asks_nothing_is_refused_with_a_sentence(letter, query):
    with pytest.raises(BadQuery) as refused:
        search.run(letter, query)
    assert str(refused.value).endswith(".")


def test_a_search_stops_when_asked(letter):
    ticket = Ticket()
    ticket.stop.set()
    with pytest.raises(Cancelled):
        search.run(letter, Query("wonen"), progress=ticket)


def test_hits_are_told_as_they_come(letter):
    told = []
    hits = search.run(letter, Query("wonen"), tell=told.extend)
    assert told == hits


def test_signs_of_the_query_language_of_the_index_are_plain_text(letter):
    assert found(letter, 'taal" OR "coa') == []
    assert found(letter, "100%_", Mode.INSIDE) == []


@pytest.mark.corpus
def test_every_hit_in_real_agreements_is_the_word_it_was_looked_for(corpus, tmp_path):
    files = sorted((corpus / "agreements").glob("*.pdf"))[:4]
    coder = NewCoder("Els Boom")
    with Project.create(tmp_path / "echt.qualcode", title="echt", coder=coder) as project:
        intake.take_in(project, files)
        for words in ("gemeente", "sociale", "woningen"):
            assert all(one.lower() == words for one in found(project, words))
        assert found(project, "coa", Mode.INSIDE)


def test_a_hit_of_a_text_that_is_gone_has_no_place(letter):
    (hit,) = search.run(letter, Query("COA"))
    lost = hit._replace(revision_uid="00000000-0000-0000-0000-000000000000")
    assert [one.hit for one in letter.read(Places().of, [lost, hit])] == [hit]
