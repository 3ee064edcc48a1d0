"""The printable codebook: every code once, in either language, with its neighbours."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from lxml import html

from qualcode_app.formats import codebook_json
from qualcode_app.services.exchange import codebook_files

FOLDER = Path(__file__).resolve().parents[3] / "codebooks"
HEADS = {"nl": ("Wanneer niet", "gebruik dan"), "en": ("When not to use", "use instead")}


@pytest.fixture(scope="module")
def book():
    return codebook_json.read(FOLDER / "combined.json")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_has_a_card_per_code_and_links_that_lead_somewhere(tmp_path, book, language):
    path = tmp_path / "book.html"
    codebook_files.write(book, path, language)
    page = html.parse(path).getroot()
    cards = page.xpath("//section[@class='card']/@id")
    assert cards == [code.key for code in book.codes]
    targets = [link.removeprefix("#") for link in page.xpath("//nav//a/@href")]
    assert targets
    assert set(targets) <= set(cards)
    text = page.text_content()
    assert all(word in text for word in HEADS[language])
    code = book.codes[1]
    for said in (getattr(code, f"full_{language}"), code.example, code.not_when[0].text):
        assert " ".join(said.split()) in " ".join(text.split())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_document_has_a_heading_per_code(tmp_path, book, language):
    path = tmp_path / "book.docx"
    codebook_files.write(book, path, language)
    document = docx.Document(str(path))
    heads = [one.text for one in document.paragraphs if one.style.name.startswith("Heading")]
    for code in book.codes:
        assert f"■ {code.key}  {getattr(code, f'label_{language}')}" in heads
    text = "\n".join(one.text for one in document.paragraphs)
    assert all(word in text for word in HEADS[language])


def test_a_calculated_page_is_printed_as_calculated(tmp_path, book):
    path = tmp_path / "book.html"
    codebook_files.write(book, path, "nl")
    guessed = [
        source
        for code in book.codes
        for source in code.sources
        if source.page and source.page_certainty == "calculated"
    ]
    assert guessed
    assert f"blz. {guessed[0].page} (berekend)" in path.read_text(encoding="utf-8")
