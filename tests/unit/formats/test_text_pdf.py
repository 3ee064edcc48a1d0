"""Plain text as a PDF: read back, it has the same words in the same places."""

from __future__ import annotations

import pytest

from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.domain.text_pages import extracted
from qualcode_app.formats import text_pdf
from qualcode_app.pdf.client import extract

TEXT = (
    "De gemeente (met \\ teken) bouwt huizen – en véél groen.\n\n"
    + "Een lange alinea over wonen in de kern van het dorp, die niet op één regel past. " * 60
    + "\nSlot."
)


def test_words_and_places_read_back_are_those_that_were_laid_out():
    content = text_pdf.write(TEXT, "proef")
    laid_out = extracted(TEXT, content)
    read = extract(content, "proef.pdf")
    assert len(read.pages) == len(laid_out.pages) > 1
    assert read.text.split() == TEXT.split()
    for mine, theirs in zip(laid_out.pages, read.pages, strict=True):
        word = "wonen"
        own = PageBoxes.decode(mine.boxes).rect(mine.text.index(word))
        other = PageBoxes.decode(theirs.boxes).rect(theirs.text.index(word))
        assert own.x0_pt == pytest.approx(other.x0_pt, abs=0.2)
        assert own.y0_pt <= (other.y0_pt + other.y1_pt) / 2 <= own.y1_pt


def test_offsets_are_those_of_the_text_and_units_are_found():
    laid_out = extracted(TEXT, b"x")
    assert laid_out.text == TEXT + "\n"
    kinds = [unit.kind for unit in laid_out.units]
    assert kinds.count("paragraph") == 3
    assert kinds.count("sentence") >= 60


def test_the_title_makes_two_files_of_the_same_words():
    assert text_pdf.write("Hetzelfde.", "een") != text_pdf.write("Hetzelfde.", "twee")
    assert text_pdf.write("Hetzelfde.", "een") == text_pdf.write("Hetzelfde.", "een")


def test_letters_that_the_font_does_not_know_stay_in_the_text():
    laid_out = extracted("Ω en 日本", text_pdf.write("Ω en 日本", "t"))
    assert laid_out.text == "Ω en 日本\n"
