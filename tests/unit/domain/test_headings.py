"""Headings told by their type."""

from __future__ import annotations

from dataclasses import replace

from qualcode_app.domain import headings
from qualcode_app.domain.boxes import BoxLine
from qualcode_app.domain.extraction import Region
from qualcode_app.domain.layout import LaidOutPage

BODY = "De gemeente bouwt de komende vier jaar woningen voor starters en ouderen."


def page(*lines: tuple[str, float, bool], number: int = 1, start: int = 0) -> LaidOutPage:
    """Lay out lines below each other: words, size of type, bold."""
    boxes, text, y = [], "", 60.0
    for words, size, bold in lines:
        at = len(text)
        boxes.append(BoxLine(at, at + len(words), 70, y, 500, y + size, len(boxes), 0, size, bold))
        text += words + "\n"
        y += size * 2.5
    return LaidOutPage(number, start, text, 595, 842, 0, boxes)


def titles(*pages: LaidOutPage, regions: tuple[Region, ...] = ()) -> list[tuple[int, str]]:
    return [(one.level, one.title) for one in headings.find(pages, regions)]


def test_larger_type_makes_levels_by_its_size():
    found = titles(
        page(
            ("Wonen", 20, True),
            (BODY, 10, False),
            ("Betaalbaar bouwen", 14, True),
            (BODY, 10, False),
            ("Werken", 20, True),
            (BODY, 10, False),
            ("Omscholing voor iedereen", 14, True),
            (BODY, 10, False),
        )
    )
    assert found == [
        (1, "Wonen"),
        (2, "Betaalbaar bouwen"),
        (1, "Werken"),
        (2, "Omscholing voor iedereen"),
    ]


def test_bold_lines_of_body_size_are_headings_but_not_where_all_is_bold():
    mixed = page(("Veilige straten", 10, True), (BODY, 10, False), (BODY, 10, False))
    assert titles(mixed) == [(1, "Veilige straten")]
    assert titles(page(("Veilige straten", 10, True), (BODY, 10, True))) == []


def test_a_sentence_in_bold_is_no_heading():
    assert titles(page(("Dit regelen wij eerst.", 10, True), (BODY, 10, False))) == []


def test_a_running_head_is_no_heading():
    one = page(("Akkoord van Lindewater", 14, True), (BODY, 10, False))
    head = Region("running_head", 1, 0, 23)
    assert titles(one, regions=(head,)) == []


def test_lines_of_a_contents_list_are_no_headings_but_a_numbered_chapter_is():
    listed = page(*((f"Hoofdstuk {n} over wonen {n}", 14, True) for n in range(1, 7)))
    text = page((BODY, 10, False), (BODY * 5, 10, False), number=2, start=len(listed.text))
    assert titles(listed, text) == []
    assert titles(page(("Hoofdstuk 3", 14, True), (BODY, 10, False))) == [(1, "Hoofdstuk 3")]


def test_a_page_without_text_has_none():
    assert titles(LaidOutPage(1, 0, "\n", 595, 842, 0, ())) == []


def test_the_bold_beginning_of_a_paragraph_is_no_heading_but_a_larger_title_in_lines_is():
    def close(*lines: tuple[str, float, bool]) -> LaidOutPage:
        laid = page(*lines)
        boxes = [
            box._replace(y0_pt=60 + 14 * at, y1_pt=72 + 14 * at)
            for at, box in enumerate(laid.lines)
        ]
        return replace(laid, lines=boxes)

    run_in = "Onze inzet: geen enkele bank mag de stad nog meetrekken in een cri-"
    goes_on = "sis waar de inwoners voor betalen, en daarom bouwen wij buffers op."
    assert titles(close((run_in, 10, True), (goes_on, 10, False), (BODY, 10, False))) == []
    title = "De stad als motor van een eerlijke economie en een levendige"
    rest = "cultuur voor iedereen"
    found = titles(close((title, 14, True), (rest, 10, False), (BODY, 10, False)))
    assert found == [(1, title)]
    short = titles(
        close(("Verduurzaming van", 10, True), ("de haven", 10, False), (BODY, 10, False))
    )
    assert short == [(1, "Verduurzaming van")]
