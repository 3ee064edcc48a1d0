"""Statements about numbers (T10, T22): highest, several, medians, years; with what they rest on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from qualcode_app.domain import numbers
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.numbers import FoundNumber
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.services.analysis import number_answers, values
from qualcode_app.services.analysis.number_answers import Asked
from qualcode_app.services.analysis.number_sentences import sentence
from qualcode_app.services.analysis.values import Wanted
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.exporting import value_tables

HOMES = "woningen"


def said(text: str, **more) -> FoundNumber:
    """Return a number as the program reads it from a passage."""
    return replace(numbers.read(text)[0], **more)


def year(number: int, of: str) -> FoundNumber:
    """Return a year as a coder types it: a number without a unit."""
    return FoundNumber(0, 4, Decimal(number), Decimal(number), object=of)


@pytest.fixture
def homes(corpus_of):
    """Five places: three say how many homes, one is read and says nothing, one is unread."""
    corpus_of.all_of("Adam", "Bedum", "Cuijk", "Doorn", "Eersel")
    corpus_of.read("Adam", "Bedum", "Cuijk", "Doorn")
    corpus_of.number("Adam", "WON-1", said("7.500 woningen"))
    corpus_of.number("Bedum", "WON-1", said("2.000 tot 2.500 woningen"))
    corpus_of.number("Cuijk", "WON-1", said("minimaal 8.500 woningen in 2030"))
    return corpus_of


def ask(study, asked: Asked, *, of: str = "", voices: Voices | None = None, **more):
    read = study.study(voices)
    system = more.pop("system_uid", "")
    wanted = Wanted(words=of, **more)
    return study.project.read(number_answers.ask, read, asked, wanted, None, system)


def says(study, asked: Asked, **more) -> tuple[str, str]:
    answer = ask(study, asked, **more)
    return sentence(answer, "nl"), sentence(answer, "en")


def test_t10_every_number_is_a_row_with_its_passage_and_page(homes):
    rows = homes.project.read(values.rows, homes.study())
    assert [(row.name, row.amount("nl"), row.what("nl")) for row in rows] == [
        ("Adam", "7.500", "woningen"),
        ("Bedum", "2.000 – 2.500", "woningen"),
        ("Cuijk", "≥ 8.500", "woningen"),
    ]
    passage = rows[2].passage
    assert (passage.document_name, passage.page_label) == ("Cuijk", "1")
    assert passage.quote == "Wij bouwen nieuwe huizen"
    assert rows[2].years == (2030, 2030)


def test_t10_who_gives_a_number_with_n_of_n(homes):
    assert says(homes, Asked.LISTED) == (
        (
            "In 3 van de 4 gelezen documenten staat een getal over ‘woningen’: Adam 7.500, "
            "Bedum 2.000 – 2.500 en Cuijk ≥ 8.500 (in 2030). "
            "Niet gelezen op dit thema en dus onbekend: Eersel."
        ),
        (
            "3 of the 4 documents read give a number for ‘woningen’: Adam 7,500, "
            "Bedum 2,000 – 2,500 and Cuijk ≥ 8,500 (in 2030). "
            "Not read for this theme and so unknown: Eersel."
        ),
    )


def test_t10_the_highest_and_the_lowest_name_document_and_page(homes):
    answer = ask(homes, Asked.HIGHEST)
    assert [row.name for row in answer.rows] == ["Cuijk"]
    assert sentence(answer, "nl").startswith(
        "Het hoogste getal over ‘woningen’ staat in Cuijk ≥ 8.500 (in 2030, blz. 1), "
        "van de 3 documenten met zo'n getal (4 gelezen)."
    )
    assert says(homes, Asked.LOWEST)[1].startswith(
        "The lowest number for ‘woningen’ is in Bedum 2,000 – 2,500 (p. 1), of the 3 documents "
        "with such a number (4 read)."
    )


def test_t10_several_numbers_of_one_thing_in_one_document(homes):
    assert says(homes, Asked.SEVERAL)[0].startswith(
        "In geen van de 3 documenten met een getal over ‘woningen’ staat er meer dan een."
    )
    homes.number("Adam", "WON-2", said("6.000 woningen"), words="Starters krijgen voorrang")
    answer = ask(homes, Asked.SEVERAL)
    assert [row.amount() for row in answer.rows] == ["7.500", "6.000"]
    assert sentence(answer, "en").startswith(
        "1 of the 3 documents with a number for ‘woningen’ give more than one: "
        "Adam 7,500 (p. 1) and 6,000 (p. 1)."
    )


def test_t10_the_base_tells_numbers_apart(homes):
    homes.number("Doorn", "WON-1", said("150 woningen per jaar"))
    with pytest.raises(RefusedChange, match="of 2 things"):
        ask(homes, Asked.HIGHEST)
    rows = homes.project.read(values.rows, homes.study())
    assert [words for _, words in values.things(rows)] == ["woningen", "woningen per jaar"]
    assert says(homes, Asked.LISTED, base="per jaar")[0].startswith(
        "In 1 van de 4 gelezen documenten staat een getal over ‘woningen per jaar’: Doorn 150."
    )


def test_t10_medians_by_group_with_n_of_n_and_small_groups(homes):
    groups = homes.system("Grootte", G4="Adam Bedum", Klein="Cuijk Doorn", Leeg="Eersel")
    told = says(homes, Asked.GROUPS, system_uid=groups[""])
    assert told[0].startswith(
        "Getallen over ‘woningen’ per groep: "
        "G4 mediaan 4.875 (2 van 2: Adam 7.500 en Bedum 2.000 – 2.500); "
        "Klein mediaan 8.500 (1 van 2: Cuijk ≥ 8.500 (in 2030)); Leeg geen (0 van 0). "
        "Groepen met minder dan 5 gelezen documenten: G4 (2), Klein (2) en Leeg (0)."
    )
    assert "G4 median 4,875 (2 of 2:" in told[1]


def test_t10_target_years_are_told_thing_by_thing(homes):
    for name, number in (("Adam", 2030), ("Bedum", 2030), ("Doorn", 2050)):
        homes.number(name, "MOB-1", year(number, "energieneutraal"), words="De fiets")
    told = says(homes, Asked.YEARS)
    assert told[0] == (
        "Doeljaren: energieneutraal: 2030 in Adam en Bedum en 2050 in Doorn (3 van 4 gelezen "
        "documenten); woningen: 2030 in Cuijk (1 van 4 gelezen documenten). "
        "Niet gelezen op dit thema en dus onbekend: Eersel."
    )
    assert "2030 in Adam and Bedum and 2050 in Doorn (3 of 4 documents read)" in told[1]


def test_a_year_is_no_amount(homes):
    homes.number("Doorn", "WON-1", year(2040, HOMES))
    rows = homes.project.read(values.rows, homes.study(), Wanted(document_uids=()))
    assert [row.is_year for row in rows] == [False, False, False, True]
    assert rows[3].amount() == "2040"
    typed = FoundNumber(0, 4, Decimal(2040), Decimal(2040), unit="fte")
    homes.number("Doorn", "WON-2", typed)
    last = homes.project.read(values.rows, homes.study(), Wanted(unit="FTE"))
    assert [row.is_year for row in last] == [False]


def test_a_number_two_coders_gave_counts_once_and_a_number_of_one_is_told(homes):
    bea = homes.coder("Bea Two")
    homes.read("Adam", "Bedum", "Cuijk", "Doorn", coder=bea)
    homes.number("Adam", "WON-1", said("7.500 woningen"), coder=bea)
    assert len(homes.project.read(values.rows, homes.study())) == 4
    assert [row.name for row in ask(homes, Asked.LISTED).rows] == ["Adam", "Bedum", "Cuijk"]
    told = says(homes, Asked.LISTED, voices=Voices(at_least=2))[0]
    assert told.startswith("In 1 van de 4 gelezen documenten staat een getal over ‘woningen’: Adam")
    assert "Door minder dan 2 codeurs gecodeerd: Bedum en Cuijk." in told


def test_a_number_in_a_document_that_was_not_read_is_told_apart(homes):
    homes.number("Eersel", "WON-1", said("90.000 woningen"))
    answer = ask(homes, Asked.HIGHEST)
    assert [row.name for row in answer.rows] == ["Cuijk"]
    told = sentence(ask(homes, Asked.LISTED), "nl")
    assert "Wel gecodeerd, maar op dit thema nog niet als gelezen gemarkeerd: Eersel." in told


def test_t22_numbers_of_the_corpus_are_codings_only_and_documents_out_of_it_do_not_count(homes):
    homes.out("Cuijk", "nog niet gereed")
    rows = homes.project.read(values.rows, homes.study())
    assert [row.name for row in rows] == ["Adam", "Bedum"]


def test_filters_narrow_the_numbers(homes):
    homes.number("Doorn", "MOB-2", said("45 procent goedkope woningen"), words="Parkeren")
    read = homes.study()

    def found(**wanted) -> list[str]:
        return [row.name for row in homes.project.read(values.rows, read, Wanted(**wanted))]

    assert found(code_uids=(homes.codes["MOB"],)) == ["Doorn"]
    assert found(unit="%") == ["Doorn"]
    assert found(words="goedkope") == ["Doorn"]
    assert found(kind="minimum") == ["Cuijk"]
    assert found(year=2030) == ["Cuijk"]
    assert found(document_uids=(homes.documents["Adam"],)) == ["Adam"]
    assert found(words="nergens") == []
    with pytest.raises(RefusedChange, match="no number like this"):
        ask(homes, Asked.LISTED, of="nergens")


def test_an_amount_is_shown_in_a_sheet_with_the_decimals_it_has(homes, tmp_path):
    homes.number("Doorn", "MOB-2", said("4,5 procent goedkope woningen"), words="Parkeren")
    table = homes.project.read(value_tables.all_of, "nl")
    path = tmp_path / "w.xlsx"
    XlsxExporter().write(Snapshot({"Waarden": table}), path, Silent())
    sheet = openpyxl.load_workbook(path)["Waarden"]
    at = [cell.value for cell in sheet[1]].index("Van") + 1
    cells = [sheet.cell(row, at) for row in range(2, 6)]
    assert [cell.value for cell in cells] == [7500, 2000, 8500, 4.5]
    assert {cell.number_format for cell in cells} == {"General"}
