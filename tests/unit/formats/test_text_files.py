"""Texts of .txt, .md, .docx and .odt, and files of these kinds that are made to harm."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from qualcode_app.domain.errors import QualcodeError, UnreadableTable
from qualcode_app.formats import draft_text, text_files

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def word(body: str, **more: str | bytes) -> bytes:
    return zipped(
        {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"} | more
    )


def open_document(body: str, **more: str | bytes) -> bytes:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped(
        {"content.xml": f"<office:document-content {ODF}>{text}</office:document-content>"} | more
    )


def words(content: bytes, name: str) -> str:
    return text_files.read(content, name).written.text


def headings(content: bytes, name: str) -> list[tuple[str, int]]:
    written = text_files.read(content, name).written
    return [
        (written.text[one.start : written.text.index("\n", one.start)], one.level)
        for one in written.headings
    ]


def test_a_word_document_keeps_paragraphs_headings_lists_and_tables() -> None:
    made = docx.Document()
    made.add_heading("Akkoord van Fictiestad", 0)
    made.add_heading("Wonen", 2)
    paragraph = made.add_paragraph("Wij ")
    paragraph.add_run("bouwen").bold = True
    paragraph.add_run(" huizen,\t😀 e\u0301.")
    for style in ("List Bullet", "List Number", "List Number"):
        made.add_paragraph("punt", style=style)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "links\nonder", "rechts"
    kept = BytesIO()
    made.save(kept)
    assert words(kept.getvalue(), "a.docx") == (
        "Akkoord van Fictiestad\nWonen\nWij bouwen huizen,\t😀 e\u0301.\n"
        "• punt\n1. punt\n2. punt\nlinks onder\trechts\n"
    )
    assert headings(kept.getvalue(), "a.docx") == [("Akkoord van Fictiestad", 1), ("Wonen", 2)]


def test_struck_text_fields_and_properties_of_word_stay_away() -> None:
    body = (
        "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>blijft </w:t></w:r>"
        "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>erbij</w:t><w:br/><w:t>regel</w:t><w:br w:type='page'/></w:r></w:ins>"
        "<w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>"
    )
    assert words(word(body), "a.docx") == "blijft erbij\nregel\n"


def test_notes_of_word_stand_at_the_end_behind_their_number() -> None:
    note = "<w:footnote w:id='2'><w:p><w:r><w:t>bron</w:t></w:r></w:p></w:footnote>"
    notes = f"<w:footnotes {W}>{note}</w:footnotes>"
    body = "<w:p><w:r><w:t>tekst</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    assert words(word(body, **{"word/footnotes.xml": notes}), "a.docx") == "tekst[1]\n[1] bron\n"


def test_in_a_draft_no_number_of_a_note_stands_in_a_quotation(tmp_path) -> None:
    note = "<w:footnote w:id='2'><w:p><w:r><w:t>“ook dit”</w:t></w:r></w:p></w:footnote>"
    notes = f"<w:footnotes {W}>{note}</w:footnotes>"
    body = (
        "<w:p><w:r><w:t>“wij </w:t><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:t>bouwen”</w:t></w:r></w:p>"
    )
    draft = tmp_path / "draft.docx"
    draft.write_bytes(word(body, **{"word/footnotes.xml": notes}))
    assert draft_text.read(draft) == "“wij bouwen”\n[1] “ook dit”\n"


def test_lines_of_a_plain_draft_end_alike_and_a_missing_one_is_told(tmp_path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes("\ufeff“een”\r\n“twee”\r“drie”".encode())
    assert draft_text.read(draft) == "“een”\n“twee”\n“drie”"
    with pytest.raises(UnreadableTable, match="cannot be opened"):
        draft_text.read(tmp_path / "gone.docx")


def test_an_open_document_keeps_mixed_text_in_its_order() -> None:
    body = (
        '<text:h text:outline-level="2">Wonen</text:h>'
        '<text:p>Wij <text:span>bouwen</text:span> huizen<text:s text:c="2"/>en\n   '
        "<text:tab/>wegen<text:line-break/>hier"
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>bron</text:p></text:note-body></text:note>.</text:p>"
        "<text:list><text:list-item><text:p>punt</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert words(open_document(body), "a.odt") == (
        "Wonen\nWij bouwen huizen  en \twegen\nhier[1].\n• punt\na\tb\n[1] bron\n"
    )
    assert headings(open_document(body), "a.odt") == [("Wonen", 2)]


def test_markdown_reads_without_its_marks() -> None:
    source = (
        "# Akkoord\n\nWij **bouwen** _snel_ op een_plek, 2 * 3 * 4 [hier](http://x.nl).\n"
        "- punt\n1. een\n\nVerkeer\n-------\n```\n# geen *kop*\n```\n<!-- weg -->slot\n"
    )
    assert words(source.encode(), "a.md") == (
        "Akkoord\n\nWij bouwen snel op een_plek, 2 * 3 * 4 hier.\n• punt\n1. een\n\n"
        "Verkeer\n# geen *kop*\nslot\n"
    )
    assert headings(source.encode(), "a.md") == [("Akkoord", 1), ("Verkeer", 2)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_kept_as_it_is(encoding: str) -> None:
    text = "  Één\n\n twee  drie 😀\n"
    assert words(text.encode(encoding), "a.txt") == text
    assert text_files.read(text.encode(encoding), "a.txt").notices == ()


def test_text_of_old_windows_is_read_and_told() -> None:
    found = text_files.read("Één".encode("cp1252"), "a.txt")
    assert found.written.text == "Één\n"
    assert "Windows" in str(found.notices[0])


DOCTYPE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
OUTSIDE = (
    "<Relationships><Relationship Id='r' TargetMode='External' Target='file:///x' "
    "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject'/></Relationships>"
)
HARMFUL = {
    "no zip": (b"PK\x03\x04 not at all", "a.docx", "damaged"),
    "cut off": (word("<w:p/>")[:-30], "a.docx", "damaged"),
    "no document": (zipped({"iets.xml": "<a/>"}), "a.docx", "no Word document"),
    "no text": (zipped({"iets.xml": "<a/>"}), "a.odt", "no OpenDocument text"),
    "macros of Word": (word("<w:p/>", **{"word/vbaProject.bin": b"x"}), "a.docx", "macros"),
    "macros": (open_document("<text:p/>", **{"Basic/Standard/m.xml": "x"}), "a.odt", "macros"),
    "object elsewhere": (
        word("<w:p/>", **{"word/_rels/document.xml.rels": OUTSIDE}),
        "a.docx",
        "from elsewhere",
    ),
    "document type of Word": (
        zipped({"word/document.xml": DOCTYPE + "<x/>"}),
        "a.docx",
        "document type",
    ),
    "document type": (zipped({"content.xml": DOCTYPE + "<x/>"}), "a.odt", "document type"),
    "bomb": (zipped({"word/document.xml": b" " * 30_000_000}), "a.docx", "made to harm"),
    "locked": (
        open_document("", **{"META-INF/manifest.xml": "<a><encryption-data/></a>"}),
        "a.odt",
        "password",
    ),
    "too deep": (word("<w:r>" * 400 + "</w:r>" * 400), "a.docx", "levels"),
    "no letters": (b"a\x00b", "a.txt", "no text"),
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_a_harmful_file_is_refused_in_one_sentence(kind: str) -> None:
    content, name, said = HARMFUL[kind]
    with pytest.raises(QualcodeError) as refused:
        text_files.read(content, name)
    assert said in str(refused.value)
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_link_in_a_word_document_is_left_alone() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), made.part.relate_to("https://example.org", kind, is_external=True))
    run = paragraph.add_run("hier")
    link.append(run._r)
    paragraph._p.append(link)
    kept = BytesIO()
    made.save(kept)
    assert words(kept.getvalue(), "a.docx") == "hier\n"
