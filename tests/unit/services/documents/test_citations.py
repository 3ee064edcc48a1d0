"""Citations: cleaned, with document, year and printed page."""

from __future__ import annotations

from datetime import date

from sqlalchemy import update

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Changes
from qualcode_app.models.documents import Document
from qualcode_app.services.documents import citations, documents, quotations


def dated(session, uid, day) -> Changes:
    session.execute(update(Document).where(Document.uid == uid).values(date=day))
    return Changes()


def whole_words(desk, start: int, end: int) -> TextAnchor:
    """Return a place that begins and ends with a word."""
    return TextAnchor(desk.text.index(" ", start) + 1, desk.text.index(" ", end))


def test_a_citation_mends_words_and_names_title_and_printed_page(desk):
    at = desk.text.index("-\n", 3000)
    made = desk.project.read(citations.of, desk.document.uid, TextAnchor(at - 60, at + 60))
    assert "-\n" not in made.quote
    assert "\n" not in made.quote
    assert made.title == desk.document.title
    assert made.pages


def test_a_passage_over_a_page_names_both_pages_and_passes_the_check(desk):
    first, second = desk.project.read(documents.pages, desk.document.revision_uid)[1:3]
    anchor = whole_words(desk, second.start_char - 200, second.start_char + 300)
    made = desk.project.read(citations.of, desk.document.uid, anchor)
    assert made.pages == f"{first.label or first.number}–{second.label or second.number}"
    draft = f"“{made.quote}” ({made.title}, p. {made.pages})"
    (one,) = desk.project.read(quotations.check, draft)
    assert one.verdict == quotations.LITERAL


def test_an_area_is_cited_by_its_page_alone(desk):
    area = PageArea(2, 10, 10, 100, 80)
    made = desk.project.read(citations.of, desk.document.uid, area)
    page = desk.project.read(documents.pages, desk.document.revision_uid)[1]
    assert (made.quote, made.pages) == ("", page.label or str(page.number))


def test_the_year_is_that_of_the_documents_date_and_never_told_twice(desk):
    anchor = TextAnchor(3000, 3050)
    desk.project.write(dated, desk.document.uid, date(1987, 5, 1))
    assert desk.project.read(citations.of, desk.document.uid, anchor).year == "1987"
    desk.project.write(dated, desk.document.uid, None)
    assert desk.project.read(citations.of, desk.document.uid, anchor).year == ""


def test_what_is_cited_passes_the_quotation_check(desk):
    made = desk.project.read(citations.of, desk.document.uid, whole_words(desk, 3000, 3300))
    draft = f"“{made.quote}” ({made.title}, p. {made.pages})"
    (one,) = desk.project.read(quotations.check, draft)
    assert one.verdict == quotations.LITERAL
