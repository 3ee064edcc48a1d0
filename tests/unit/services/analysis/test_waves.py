"""Comparing waves over renamed, split and merged codes, and over merged municipalities."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.analysis import behind, code_links, own_scale
from qualcode_app.services.analysis.questions import Answer, Kind
from qualcode_app.services.cases import case_edits, case_rows
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.codebook import code_moves, versions
from qualcode_app.services.codebook.code_edits import CodeText, NewCode
from qualcode_app.services.store.journal import new_uid


@dataclass
class Waves:
    """Three places with a document in each of two waves; codes change in between."""

    builder: object
    early: str
    late: str

    def compare(self, key: str, **more) -> Answer:
        return self.builder.ask(Kind.WAVES, key, wave_uid=self.early, later_uid=self.late, **more)

    def says(self, key: str) -> tuple[str, str]:
        return self.builder.says(Kind.WAVES, key, wave_uid=self.early, later_uid=self.late)

    def found(self, key: str, **more) -> list[list[str]]:
        """Return who has it in both, only later, only earlier, and in neither."""
        return [[one.name for one in line.names] for line in self.compare(key, **more).lines[:4]]


@pytest.fixture
def waves(corpus_of):
    early, late = corpus_of.wave("2018", 2018), corpus_of.wave("2022", 2022)
    for wave in ("2018", "2022"):
        for name in ("Adam", "Bedum", "Cuijk"):
            corpus_of.document(name, wave=wave)
    return Waves(corpus_of, early, late)


def read(builder, wave: str) -> None:
    builder.read(*(title for title in builder.documents if title.endswith(wave)))


def fix(builder) -> None:
    """Fix the codebook, so that what is read from now on is read with the new codes."""
    book = builder.project.read(versions.listed)[0].codebook_uid
    builder.project.write(versions.fix, book, new_uid(), "next wave")


def split_cycling(builder) -> None:
    """Split cycling in two after the first wave."""
    book = builder.project.read(versions.listed)[0].codebook_uid
    texts = [CodeText(key, key, key, "#336699") for key in ("MOB-1x", "MOB-1y")]
    parts = [NewCode(book, builder.codes["MOB"], text) for text in texts]
    uids = [new_uid(), new_uid()]
    builder.project.write(code_moves.split, builder.codes["MOB-1"], parts, uids, "too wide")
    builder.codes |= {each.text.key: each.uid for each in parts}
    fix(builder)


def test_t11_codes_of_a_split_count_for_the_code_that_was_split(waves):
    builder = waves.builder
    read(builder, "2018")
    builder.code("Adam 2018", "MOB-1", "De fiets")
    builder.code("Bedum 2018", "MOB-1", "De fiets")
    split_cycling(builder)
    read(builder, "2022")
    builder.code("Adam 2022", "MOB-1x", "De fiets")
    builder.code("Cuijk 2022", "MOB-1y", "De fiets")
    assert waves.found("MOB-1") == [["Adam"], ["Cuijk"], ["Bedum"], []]
    assert waves.says("MOB-1") == (
        (
            "Van de 3 met een gelezen document in 2018 en in 2022 staat iets over ‘Fietsen’: in "
            "beide 1 (Adam); alleen in 2022 1 (Cuijk); alleen in 2018 1 (Bedum); in geen van beide "
            "0 (geen). Alle documenten: 2018 2 van 3, 2022 2 van 3. Wat in een van beide "
            "golven onder ‘MOB-1x’ en ‘MOB-1y’ staat, telt mee: de codes gaan in elkaar over."
        ),
        (
            "Of the 3 with a document read in 2018 and in 2022, something is said about ‘Cycling’: "
            "in both 1 (Adam); only in 2022 1 (Cuijk); only in 2018 1 (Bedum); in neither 0 "
            "(none). All documents: 2018 2 of 3, 2022 2 of 3. What is under ‘MOB-1x’ and "
            "‘MOB-1y’ in either wave counts too: these codes became one another."
        ),
    )
    answer = waves.compare("MOB-1")
    known = builder.study()
    found = builder.project.read(behind.of_line, known, answer, answer.lines[1])
    assert [row.code_keys for row in found.rows] == [("MOB-1y",)]


def test_t11_a_wider_code_says_nothing_of_a_narrower_one_but_its_absence_does(waves):
    builder = waves.builder
    read(builder, "2018")
    builder.code("Adam 2018", "MOB-1", "De fiets")
    split_cycling(builder)
    read(builder, "2022")
    builder.code("Adam 2022", "MOB-1x", "De fiets")
    builder.code("Bedum 2022", "MOB-1x", "De fiets")
    assert waves.found("MOB-1x") == [[], ["Bedum"], [], ["Cuijk"]]
    assert waves.says("MOB-1x")[0].endswith(
        "Alle documenten: 2018 0 van 2, 2022 2 van 3. In een van beide alleen met een ruimere "
        "code gecodeerd en dus onbekend: Adam."
    )


def test_t11_a_code_merged_after_the_first_wave_counts_as_a_part(waves):
    builder = waves.builder
    read(builder, "2018")
    builder.code("Adam 2018", "MOB-2", "Parkeren")
    builder.code("Bedum 2018", "MOB-1", "De fiets")
    # the same coder has both codes on one place, so one coding stays with the merged code
    builder.code("Cuijk 2018", "MOB-1", "De fiets")
    builder.code("Cuijk 2018", "MOB-2", "De fiets")
    merge = (builder.codes["MOB-2"], builder.codes["MOB-1"], new_uid(), "one theme")
    builder.project.write(code_moves.merge, *merge)
    fix(builder)
    read(builder, "2022")
    builder.code("Adam 2022", "MOB-1", "De fiets")
    assert waves.found("MOB-1") == [["Adam"], [], ["Bedum", "Cuijk"], []]
    assert waves.compare("MOB-1").also[0].label_en == "Parking"


def test_t11_codes_of_two_books_are_one_where_somebody_says_so(waves):
    builder = waves.builder
    read(builder, "2018")
    read(builder, "2022")
    builder.code("Adam 2018", "WON-2", "Starters krijgen voorrang")
    builder.code("Adam 2022", "WON-1b", "Er komen flexwoningen")
    builder.code("Bedum 2022", "WON-1b", "Er komen flexwoningen")
    apart = [["Adam"], [], [], ["Bedum", "Cuijk"]]
    assert waves.found("WON-2") == [[], [], ["Adam"], ["Bedum", "Cuijk"]]
    old, new = builder.codes["WON-2"], builder.codes["WON-1b"]
    act = Act(code_links.link, old, new, "redefine")
    builder.project.write(act.do)
    same = [["Adam"], ["Bedum"], [], ["Cuijk"]]
    assert waves.found("WON-2") == waves.found("WON-1b") == same
    builder.project.write(code_links.link, old, new, "merge")
    assert waves.found("WON-1b") == same
    assert waves.found("WON-2") != apart
    (row,) = builder.project.read(code_links.rows)
    assert (row.old_key, row.kind, row.new_key) == ("WON-2", "merge", "WON-1b")
    builder.project.write(code_links.unlink, row.uid)
    assert waves.found("WON-1b") == [[], ["Adam", "Bedum"], [], ["Cuijk"]]
    builder.project.write(act.undo)
    with pytest.raises(RefusedChange):
        builder.project.write(code_links.link, old, old, "merge")


def test_t11_a_facet_narrows_what_is_compared_over_codes_that_became_one_another(waves):
    builder = waves.builder
    read(builder, "2018")
    builder.code("Adam 2018", "MOB-1", "De fiets", role="measure")
    builder.code("Bedum 2018", "MOB-1", "De fiets", role="diagnosis")
    split_cycling(builder)
    read(builder, "2022")
    builder.code("Adam 2022", "MOB-1x", "De fiets", role="measure")
    builder.code("Bedum 2022", "MOB-1x", "De fiets", role="measure")
    narrowed = waves.found("MOB-1", facet=(builder.role, "measure"))
    assert narrowed == [["Adam"], ["Bedum"], [], ["Cuijk"]]


def test_s3_merged_municipalities_are_one_case_with_several_documents_in_a_wave(waves):
    builder = waves.builder
    # Bedum and Cuijk went together and became Bedum-Cuijk, with one document in 2022
    cases = {case.name: case for case in builder.project.read(case_rows.cases)}
    bedum = cases["Bedum"]
    builder.project.write(case_edits.place_in_case, builder.documents["Cuijk 2018"], "Bedum")
    builder.project.write(case_edits.set_state, [builder.documents["Cuijk 2022"]], "out", "double")
    whole = case_rows.CaseRow(bedum.uid, "Bedum-Cuijk", "", bedum.kind, ("Bedum", "Cuijk (oud)"))
    builder.project.write(case_edits.change_case, whole)
    read(builder, "2018")
    read(builder, "2022")
    builder.code("Cuijk 2018", "MOB-1", "De fiets")
    assert waves.found("MOB-1") == [[], [], ["Bedum-Cuijk"], ["Adam"]]
    dutch, english = waves.says("MOB-1")
    assert "Met meer dan één document in een golf: Bedum-Cuijk (" in dutch
    assert "Bedum 2018, Cuijk 2018, Bedum 2022)." in english
    assert builder.study().documents_named("cuijk (oud)") == tuple(
        builder.documents[title] for title in ("Bedum 2018", "Cuijk 2018", "Bedum 2022")
    )


def test_a_document_out_of_the_corpus_is_pointed_out_in_the_wave_it_is_of(waves):
    builder = waves.builder
    read(builder, "2018")
    read(builder, "2022")
    builder.wave("2010", 2010)
    builder.document("Doorn", wave="2010")
    for title in ("Cuijk 2022", "Doorn 2010"):
        builder.code(title, "MOB-1", "De fiets")
        builder.out(title, "te laat")
    assert waves.says("MOB-1")[0].endswith(
        "2022 0 van 2. Buiten het corpus en niet meegeteld: Cuijk (te laat)."
    )


def test_s15_words_of_the_project_stand_by_waves_rare_and_only(waves):
    builder = waves.builder
    read(builder, "2018")
    read(builder, "2022")
    builder.code("Adam 2018", "MOB-1", "De fiets")
    scale = own_scale.parsed("0: geen / none; 40: weinig / few; 100: veel / many")
    builder.project.write(own_scale.save, scale)
    assert waves.says("MOB-1") == (
        (
            "Van de 3 met een gelezen document in 2018 en in 2022 staat iets over ‘Fietsen’: in "
            "beide 0, geen (geen); alleen in 2022 0, geen (geen); alleen in 2018 1, weinig (Adam); "
            "in geen van beide 2, veel (Bedum en Cuijk). Alle documenten: 2018 1 van 3, weinig, "
            "2022 0 van 3, geen."
        ),
        (
            "Of the 3 with a document read in 2018 and in 2022, something is said about ‘Cycling’: "
            "in both 0, none (none); only in 2022 0, none (none); only in 2018 1, few (Adam); in "
            "neither 2, many (Bedum and Cuijk). All documents: 2018 1 of 3, few, 2022 0 of 3, none."
        ),
    )
    assert builder.says(Kind.RARE) == (
        (
            "In hoogstens 1 van de documenten staat iets over: ‘Fietsen’ (1 van 6, weinig: "
            "Adam (2018))."
        ),
        (
            "In at most 1 of the documents something is said about: ‘Cycling’ (1 of 6, few: "
            "Adam (2018))."
        ),
    )
    here = (builder.documents["Adam 2018"],)
    assert builder.says(Kind.ONLY, document_uids=here)[1] == (
        "Only in Adam (2018) is something said about: ‘Cycling’ (1 of 6, few)."
    )
