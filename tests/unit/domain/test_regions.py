from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode_app.domain.boxes import BoxLine
from qualcode_app.domain.regions import find


def kinds(pages):
    text = "".join(page.text for page in pages)
    return [(r.kind, r.page_number, text[r.start : r.end].strip()) for r in find(pages)]


def body(n=1):
    return [(f"Op bladzijde {n} staat een gewone regel tekst.", 72, 120 + 14 * i) for i in range(5)]


def test_a_line_that_returns_at_the_top_of_pages_is_a_running_head(lay_out):
    pages = lay_out(*[[("Samen voor Lindewater", 72, 30, 8), *body(n)] for n in range(4)])
    assert kinds(pages) == [("running_head", n, "Samen voor Lindewater") for n in (1, 2, 3, 4)]


def test_running_heads_may_alternate_between_left_and_right_pages(lay_out):
    heads = ["Lindewater", "Samen verder"] * 4
    pages = lay_out(*[[(head, 72, 30, 8), *body(n)] for n, head in enumerate(heads)])
    assert len(kinds(pages)) == 8


def test_a_running_head_may_carry_the_page_number(lay_out):
    pages = lay_out(*[[(f"Akkoord {n}", 72, 30, 8), *body(n)] for n in range(1, 6)])
    assert {kind for kind, _, _ in kinds(pages)} == {"running_head"}
    assert len(kinds(pages)) == 5


def test_chapters_that_begin_at_the_same_place_are_no_running_heads(lay_out):
    opening = [[(f"Hoofdstuk {n} van 9", 72, 60, 11), *body(n)] for n in range(1, 6)]
    assert kinds(lay_out(*[page for first in opening for page in (first, body())])) == []


def test_large_type_at_the_top_is_a_heading(lay_out):
    pages = lay_out(*[[("Wat wij willen", 72, 30, 20), *body(n)] for n in range(5)])
    assert kinds(pages) == []


def test_a_line_that_returns_in_the_middle_of_pages_is_text(lay_out):
    pages = lay_out(*[[*body(n), ("Wat wij willen", 72, 400)] for n in range(5)])
    assert kinds(pages) == []


@pytest.mark.parametrize(
    "form", ["{}", "- {} -", "Pagina {}", "Pagina {} van 30", "| {}", "{} / 30"]
)
def test_numbers_that_rise_with_the_pages_are_page_numbers(lay_out, form):
    pages = lay_out(*[[*body(n), (form.format(n + 6), 290, 805, 8)] for n in range(1, 5)])
    assert [kind for kind, _, _ in kinds(pages)] == ["page_number"] * 4


def test_roman_numbers_count_too(lay_out):
    pages = lay_out(*[[*body(), (number, 290, 805, 8)] for number in ("i", "ii", "iii", "iv", "v")])
    assert len(kinds(pages)) == 5


def test_double_pages_carry_two_numbers(lay_out):
    pages = lay_out(
        *[[*body(n), (str(2 * n), 60, 805, 8), (str(2 * n + 1), 520, 805, 8)] for n in range(4, 9)]
    )
    assert [kind for kind, _, _ in kinds(pages)] == ["page_number"] * 10


def test_a_number_that_does_not_count_along_is_text(lay_out):
    pages = lay_out(
        *[[*body(n), (str(number), 290, 805)] for n, number in enumerate((40, 7, 311, 2))]
    )
    assert kinds(pages) == []


def test_a_chapter_title_beside_the_running_head_is_one_too(lay_out):
    pages = lay_out(
        *[
            [("Lindewater", 72, 30, 8), (f"{chapter} wonen", 400, 30, 8), *body()]
            for chapter in ("eerst", "dan", "ook", "later")
        ]
    )
    assert len(kinds(pages)) == 8


def test_small_type_with_a_marker_at_the_foot_is_a_footnote(lay_out):
    pages = lay_out(
        [
            *body(),
            ("1 Eigen telling van de gemeente op basis van", 72, 740, 8),
            ("de woningmarktmonitor.", 72, 750, 8),
            ("2 Volgens het Rijk.", 72, 760, 8),
        ]
    )
    assert kinds(pages) == [
        ("footnote", 1, "1 Eigen telling van de gemeente op basis van\nde woningmarktmonitor."),
        ("footnote", 1, "2 Volgens het Rijk."),
    ]


def test_small_type_without_a_marker_is_no_footnote(lay_out):
    assert kinds(lay_out([*body(), ("Foto: de gemeente Lindewater", 72, 760, 8)])) == []


def test_small_type_above_running_text_is_no_footnote(lay_out):
    pages = lay_out(
        [*body(), ("1 Klein gezet", 72, 500, 8), ("Hier gaat de tekst verder.", 72, 540)]
    )
    assert kinds(pages) == []


def test_a_contents_list_in_small_type_is_no_footnote(lay_out):
    rows = [(f"{n} Hoofdstuk over iets", 72, 400 + 12 * n, 8) for n in range(1, 9)]
    assert kinds(lay_out([("Inhoud", 72, 80, 20), *rows], *[body(n) for n in range(6)])) == []


def test_captions_reach_to_the_end_of_their_block(lay_out):
    pages = lay_out(
        [
            ("Tabel 2: Kosten in miljoenen euro’s,", 72, 300, 9),
            ("afgerond op tienden.", 72, 311, 9),
            *[(text, x, y + 300) for text, x, y in body()],
        ]
    )
    assert kinds(pages) == [
        ("caption", 1, "Tabel 2: Kosten in miljoenen euro’s,\nafgerond op tienden.")
    ]


def test_a_reference_to_a_table_is_no_caption(lay_out):
    assert kinds(lay_out([("Tabel 2 laat zien dat de kosten stijgen.", 72, 300)])) == []


def test_margins_of_turned_pages_are_those_that_are_seen(lay_out):
    def turned(page):
        lines = [
            BoxLine(
                line.start,
                line.end,
                line.y0_pt,
                page.width_pt - line.x1_pt,
                line.y1_pt,
                page.width_pt - line.x0_pt,
                line.block,
                1,
                line.size_pt,
            )
            for line in page.lines
        ]
        return replace(
            page, width_pt=page.height_pt, height_pt=page.width_pt, rotation=90, lines=lines
        )

    pages = lay_out(*[[("Samen voor Lindewater", 72, 30, 8), *body(n)] for n in range(4)])
    assert len(kinds([turned(page) for page in pages])) == 4
