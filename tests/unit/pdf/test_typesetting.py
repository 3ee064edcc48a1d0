"""Text set on pages: the words stay as they are, and every letter lies where its box is."""

from __future__ import annotations

import pymupdf
import pytest

from qualcode_app.domain.boxes import WHOLE, PageBoxes
from qualcode_app.domain.extraction import ExtractedDocument
from qualcode_app.domain.written import Heading, WrittenText
from qualcode_app.pdf.client import Extractor

SENTENCE = "Wij bouwen duizend woningen en wij houden de wegen heel. "
TEXT = (
    "Akkoord van Fictiestad\n"
    f"{SENTENCE * 12}\n\n"
    "\tEen tab, twee  spaties, e\u0301, 😀, 漢字, \u00ad en łőč\n"
    "• eerste punt\n"
    "العربية hier\n"
    "Wonen\n"
    f"{SENTENCE * 90}\n"
)
HEADINGS = (Heading(0, 1), Heading(TEXT.index("Wonen"), 2))


@pytest.fixture(scope="module")
def document() -> ExtractedDocument:
    with Extractor() as extractor:
        return extractor.typeset(WrittenText(TEXT, HEADINGS), b"bron", "akkoord.txt")


def test_the_text_of_the_document_is_that_of_the_source(document) -> None:
    assert document.text == TEXT
    assert len(document.pages) > 1
    assert document.text_source == "made"


def test_letters_lie_where_their_boxes_are(document) -> None:
    pdf = pymupdf.open(stream=document.unlocked, filetype="pdf")
    for page in document.pages:
        boxes = PageBoxes.decode(page.boxes)
        blocks = pdf[page.number - 1].get_text("rawdict")["blocks"]
        spans = [span for block in blocks for line in block["lines"] for span in line["spans"]]
        drawn = [(char["origin"][1], char) for span in spans for char in span["chars"]]
        compared = 0
        for line in boxes.lines:
            if line.kind == WHOLE:
                continue
            there = [char for foot, char in drawn if line.y0_pt < foot < line.y1_pt]
            for offset in range(line.start, line.end):
                if not ("!" <= (letter := page.text[offset]) <= "~"):
                    continue  # the PDF names other letters in its own way
                (rect,) = boxes.rects(offset, offset + 1)
                near = [char for char in there if abs(char["bbox"][0] - rect.x0_pt) < 0.3]
                assert letter in {char["c"] for char in near}
                compared += 1
        assert compared > 100


def test_lines_end_inside_the_margins(document) -> None:
    for page in document.pages:
        for line in PageBoxes.decode(page.boxes).lines:
            words = page.text[line.start : line.end].rstrip()
            assert words
            assert line.x1_pt - 4 * (line.end - line.start - len(words)) < 595 - 55
            assert line.y1_pt < 842 - 50


def test_headings_are_the_outline_and_stand_in_larger_type(document) -> None:
    assert [(one.level, one.title) for one in document.outline] == [
        (1, "Akkoord van Fictiestad"),
        (2, "Wonen"),
    ]
    first, second = PageBoxes.decode(document.pages[0].boxes).lines[:2]
    assert first.bold
    assert first.size_pt > second.size_pt


def test_sentences_and_items_are_units(document) -> None:
    said = [(unit.kind, TEXT[unit.start : unit.end]) for unit in document.units]
    assert ("sentence", SENTENCE.strip()) in said
    assert ("item", "• eerste punt") in said


def test_a_sentence_that_goes_on_over_a_page_is_one_unit(document) -> None:
    edge = len(document.pages[0].text)
    assert not document.pages[0].text.endswith("\n")
    assert any(unit.start < edge < unit.end for unit in document.units if unit.kind == "sentence")


def test_a_word_wider_than_the_page_is_broken() -> None:
    with Extractor() as extractor:
        set_ = extractor.typeset(WrittenText("x" * 500 + "\n"), b"x", "x.txt")
    assert set_.text == "x" * 500 + "\n"
    assert len(PageBoxes.decode(set_.pages[0].boxes).lines) > 4
