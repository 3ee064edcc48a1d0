from __future__ import annotations

from itertools import pairwise

import pytest

from qualcode_app.domain import regions
from qualcode_app.domain.extraction import Region
from qualcode_app.domain.units import split


def told(pages, found=()):
    text = "".join(page.text for page in pages)
    return [
        (unit.kind, " ".join(text[unit.start : unit.end].split())) for unit in split(pages, found)
    ]


def parts(pages, found=()):
    return [unit for unit in told(pages, found) if unit[0] != "paragraph"]


def test_a_sentence_goes_on_over_the_end_of_a_line(lay_out):
    pages = lay_out(
        [("Wij bouwen de komende jaren veel", 72, 100), ("woningen. Wij sparen.", 72, 114)]
    )
    assert parts(pages) == [
        ("sentence", "Wij bouwen de komende jaren veel woningen."),
        ("sentence", "Wij sparen."),
    ]


def test_every_sentence_knows_its_paragraph(lay_out):
    pages = lay_out(
        [
            ("Wij bouwen. Wij sparen ook.", 72, 100),
            ("Dit is een nieuwe alinea over groen.", 72, 140),
        ]
    )
    assert [(u.kind, u.parent) for u in split(pages, ())] == [
        ("paragraph", None),
        ("sentence", 1),
        ("sentence", 1),
        ("paragraph", None),
        ("sentence", 2),
    ]


def test_a_heading_is_a_unit_of_its_own(lay_out):
    pages = lay_out([("Wonen en bouwen", 72, 100, 16), ("Wij bouwen woningen.", 72, 122)])
    assert parts(pages) == [("sentence", "Wonen en bouwen"), ("sentence", "Wij bouwen woningen.")]


def test_a_bold_heading_of_the_same_size_is_a_unit_of_its_own(lay_out):
    pages = lay_out(
        [("Wonen en bouwen", 72, 100, 10, True), ("Wij bouwen woningen.", 72, 112, 10, False)]
    )
    assert parts(pages)[0] == ("sentence", "Wonen en bouwen")


@pytest.mark.parametrize("mark", ["•", "–", "-", "\x07", "\uf0b7", "o", "▪", "1.", "a)"])
def test_list_marks_open_items(lay_out, mark):
    pages = lay_out(
        [
            ("Wij gaan het volgende doen:", 72, 100),
            (f"{mark} Bouwen van vijfhonderd woningen;", 72, 114),
            (f"{mark} Sparen voor later.", 72, 128),
        ]
    )
    assert [kind for kind, _ in parts(pages)] == ["sentence", "item", "item"]


def test_items_of_a_list_sentence_are_units_though_they_begin_small(lay_out):
    pages = lay_out(
        [("Wij:", 72, 100), ("- bouwen woningen;", 72, 114), ("- sparen voor later.", 72, 128)]
    )
    assert parts(pages) == [
        ("sentence", "Wij:"),
        ("item", "- bouwen woningen;"),
        ("item", "- sparen voor later."),
    ]


def test_an_item_goes_on_in_its_hanging_lines(lay_out):
    pages = lay_out(
        [
            ("• Wij bouwen woningen voor jongeren in", 72, 100),
            ("de oude kern van het dorp.", 82, 114),
            ("Deze regel hoort niet meer bij de lijst.", 72, 128),
        ]
    )
    assert parts(pages) == [
        ("item", "• Wij bouwen woningen voor jongeren in de oude kern van het dorp."),
        ("sentence", "Deze regel hoort niet meer bij de lijst."),
    ]


def test_a_mark_in_a_line_of_its_own_belongs_to_the_text_beside_it(lay_out):
    pages = lay_out([("•", 72, 100), ("Wij bouwen woningen.", 84, 100)])
    assert parts(pages) == [("item", "• Wij bouwen woningen.")]


def test_a_dash_at_the_begin_of_a_line_may_be_part_of_the_sentence(lay_out):
    pages = lay_out(
        [
            ("De woningen in de oude kern blijven", 72, 100),
            ("– zoals beloofd – voor de inwoners.", 72, 114),
        ]
    )
    assert len(parts(pages)) == 1


def test_a_sentence_goes_on_over_a_page_and_what_is_printed_there_is_no_unit(lay_out):
    pages = lay_out(
        [
            ("Akkoord van Lindewater", 72, 20, 8),
            ("Wij bouwen de komende vier jaar", 72, 100),
            ("1", 290, 810, 8),
        ],
        [
            ("Akkoord van Lindewater", 72, 20, 8),
            ("vijfhonderd woningen. Wij sparen.", 72, 100),
            ("2", 290, 810, 8),
        ],
        [
            ("Akkoord van Lindewater", 72, 20, 8),
            ("En verder.", 72, 100),
            ("3", 290, 810, 8),
        ],
    )
    found = regions.find(pages)
    assert {region.kind for region in found} == {"running_head", "page_number"}
    units = [unit for unit in split(pages, found) if unit.kind == "sentence"]
    text = "".join(page.text for page in pages)
    over = units[0]
    said = text[over.start : over.end]
    for region in reversed(found):
        if over.start < region.start < over.end:
            said = said[: region.start - over.start] + said[region.end - over.start :]
    assert " ".join(said.split()) == "Wij bouwen de komende vier jaar vijfhonderd woningen."
    assert len(units) == 3


def test_a_footnote_is_a_unit_beside_the_sentence_that_goes_on_around_it(lay_out):
    pages = lay_out(
        [
            ("Wij bouwen de komende vier jaar", 72, 700),
            ("1 Eigen telling van de gemeente.", 72, 760, 8),
        ],
        [("vijf huizen.", 72, 100)],
    )
    note = Region("footnote", 1, 32, 65)
    assert parts(pages, [note]) == [
        (
            "sentence",
            "Wij bouwen de komende vier jaar 1 Eigen telling van de gemeente. vijf huizen.",
        ),
        ("sentence", "1 Eigen telling van de gemeente."),
    ]


def test_the_row_of_a_table_is_one_unit(lay_out):
    pages = lay_out(
        [
            ("Wonen", 72, 100),
            ("1,2", 300, 100),
            ("1,4", 360, 100),
            ("Zorg", 72, 114),
            ("0,8", 300, 114),
            ("0,9", 360, 114),
        ]
    )
    assert parts(pages) == [("sentence", "Wonen 1,2 1,4"), ("sentence", "Zorg 0,8 0,9")]


def test_columns_are_read_one_after_the_other(lay_out):
    pages = lay_out(
        [
            ("De linker kolom loopt door naar de", 72, 700),
            ("rechter kolom. Dan volgt dit.", 320, 100),
        ]
    )
    assert parts(pages)[0] == ("sentence", "De linker kolom loopt door naar de rechter kolom.")


def test_units_never_overlap_but_for_notes(lay_out):
    pages = lay_out(
        [(f"Zin {n} loopt nog even door. Klaar", 72, 100 + 14 * n) for n in range(30)],
        [(f"• punt {n}", 72, 100 + 14 * n) for n in range(30)],
    )
    units = [unit for unit in split(pages, ()) if unit.kind != "paragraph"]
    assert all(one.end <= other.start for one, other in pairwise(units))


def test_an_empty_document_has_no_units(lay_out):
    assert split(lay_out([], [(" ", 72, 100)]), ()) == ()
