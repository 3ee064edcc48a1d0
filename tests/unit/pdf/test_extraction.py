from __future__ import annotations

import hashlib
import io

import pymupdf
import pypdf
import pytest

from qualcode_app.domain.boxes import HORIZONTAL, SLANTED, WHOLE, PageBoxes
from qualcode_app.domain.errors import PasswordNeeded, UnreadableDocument
from qualcode_app.pdf.client import Extractor, extract


def test_text_and_boxes_come_from_the_same_characters(extractor, pdf):
    page = extractor.extract(
        pdf([("Wonen in de kern", 72, 700), ("Zorg", 72, 680)]), "a.pdf"
    ).pages[0]
    boxes = PageBoxes.decode(page.boxes)
    assert page.text == "Wonen in de kern\nZorg\n"
    assert boxes.n_chars == len(page.text)
    assert [page.text[line.start : line.end] for line in boxes.lines] == [
        "Wonen in de kern",
        "Zorg",
    ]
    first = boxes.rect(0)
    assert first is not None
    assert first.x0_pt == pytest.approx(72, abs=0.1)
    assert first.y0_pt < 842 - 700 < first.y1_pt


def test_every_page_ends_in_one_newline_of_its_own(extractor, pdf):
    found = extractor.extract(pdf([("een", 72, 700)], [], [("drie", 72, 700)]), "a.pdf")
    assert [page.text for page in found.pages] == ["een\n", "\n", "drie\n"]
    assert found.text == "een\n\ndrie\n"
    assert [page.n_words for page in found.pages] == [1, 0, 1]


def test_pages_without_text_are_counted_in_a_warning(extractor, pdf):
    found = extractor.extract(pdf([("een", 72, 700)], [], []), "a.pdf")
    (warning,) = found.warnings
    assert str(warning).startswith("No text on 2 of 3 pages.")


def test_the_same_file_gives_the_same_document(extractor, pdf):
    content = pdf([("Wij bouwen. Wij sparen.", 72, 700)])
    assert extractor.extract(content, "a.pdf") == extract(content, "b.pdf")


def test_the_document_tells_what_it_was_made_from_and_with(extractor, pdf):
    content = pdf([("een", 72, 700)])
    found = extractor.extract(content, "a.pdf")
    assert found.file_sha256 == hashlib.sha256(content).hexdigest()
    assert found.n_bytes == len(content)
    assert found.extractor.startswith("pymupdf ")
    assert "rawdict" in found.extractor
    assert found.unlocked is None


def test_boxes_of_a_cropped_page_count_from_its_crop_box(extractor, pdf):
    entries = b"/MediaBox[0 0 595 842]/CropBox[40 60 555 780]"
    page = extractor.extract(pdf([("een", 72, 700)], page=entries), "a.pdf").pages[0]
    rect = PageBoxes.decode(page.boxes).rect(0)
    assert (page.width_pt, page.height_pt) == (515, 720)
    assert (page.media_box, page.crop_box) == ((0, 0, 595, 842), (40, 60, 555, 780))
    assert rect is not None
    assert rect.x0_pt == pytest.approx(32, abs=0.1)
    assert rect.y0_pt < 780 - 700 < rect.y1_pt


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turning_a_page_changes_neither_its_size_nor_its_boxes(extractor, pdf, rotation):
    lines = [("Wonen", 72, 700)]
    entries = b"/MediaBox[0 0 595 842]/Rotate %d" % rotation
    plain = extractor.extract(pdf(lines), "a.pdf").pages[0]
    turned = extractor.extract(pdf(lines, page=entries), "a.pdf").pages[0]
    assert turned.rotation == rotation
    assert (turned.width_pt, turned.height_pt) == (595, 842)
    assert turned.boxes == plain.boxes


def test_sentences_and_regions_come_with_the_document(extractor, pdf):
    pages = [
        [("Samen verder", 72, 815), (f"Wij bouwen {n} huizen. Wij sparen.", 72, 600)]
        for n in range(4)
    ]
    found = extractor.extract(pdf(*pages), "a.pdf")
    assert [region.kind for region in found.regions] == ["running_head"] * 4
    said = [found.text[u.start : u.end] for u in found.units if u.kind == "sentence"]
    assert said[:2] == ["Wij bouwen 0 huizen.", "Wij sparen."]
    assert found.splitter == "qualcode-units 1"


def test_characters_without_meaning_are_counted(extractor, pdf):
    page = extractor.extract(pdf([("ab\x07\x07", 72, 700)]), "a.pdf").pages[0]
    assert page.unreadable_share == 0.5


def locked(content: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_file_asks_for_its_password(extractor, pdf):
    content = locked(pdf([("geheim plan", 72, 700)]), "sesam")
    with pytest.raises(PasswordNeeded, match=r"plan\.pdf opens only with a password"):
        extractor.extract(content, "plan.pdf")
    with pytest.raises(PasswordNeeded, match=r"does not open plan\.pdf"):
        extractor.extract(content, "plan.pdf", password="fout")


def test_an_opened_file_comes_with_a_copy_that_needs_no_password(extractor, pdf):
    content = locked(pdf([("geheim plan", 72, 700)]), "sesam")
    found = extractor.extract(content, "plan.pdf", password="sesam")
    assert found.text == "geheim plan\n"
    assert found.file_sha256 == hashlib.sha256(content).hexdigest()
    assert found.unlocked is not None
    assert extractor.extract(found.unlocked, "plan.pdf").text == found.text
    assert b"sesam" not in found.unlocked


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"%PDF-1.7\n", b"\x00" * 5000, b"PK\x03\x04zip"]
)
def test_what_is_no_pdf_is_refused_by_name(extractor, content):
    with pytest.raises(UnreadableDocument, match=r"^plan\.pdf "):
        extractor.extract(content, "plan.pdf")


def test_a_file_cut_off_before_its_pages_is_refused(extractor, pdf):
    content = pdf([("een", 72, 700)])
    with pytest.raises(UnreadableDocument, match=r"^plan\.pdf "):
        extractor.extract(content[:60], "plan.pdf")


def test_a_repaired_file_is_read_with_a_warning(extractor, pdf):
    content = pdf([("een", 72, 700)])
    found = extractor.extract(content[: content.rindex(b"xref\n0")], "plan.pdf")
    assert found.text == "een\n"
    assert any("repaired" in str(warning) for warning in found.warnings)


def test_one_child_reads_on_after_a_refusal(pdf):
    with Extractor() as extractor:
        with pytest.raises(UnreadableDocument):
            extractor.extract(b"hello", "plan.pdf")
        pid = extractor._child.pid
        extractor.extract(pdf([("een", 72, 700)]), "plan.pdf")
        assert extractor._child.pid == pid


def test_bookmarks_tell_level_page_and_height(extractor, pdf):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([("een", 72, 700)], [("twee", 72, 500)])))
    parent = writer.add_outline_item(
        title="Wonen", page_number=0, fit=pypdf.generic.Fit.xyz(72, 712, 0)
    )
    writer.add_outline_item(
        title="Bouwen", page_number=1, parent=parent, fit=pypdf.generic.Fit.fit()
    )
    writer.add_outline_item(title="Zorg", page_number=1)
    out = io.BytesIO()
    writer.write(out)
    outline = extractor.extract(out.getvalue(), "a.pdf").outline
    assert [(e.level, e.title, e.page_number) for e in outline] == [
        (1, "Wonen", 1),
        (2, "Bouwen", 2),
        (1, "Zorg", 2),
    ]
    assert outline[0].y_pt == pytest.approx(842 - 712)


def test_page_labels_are_those_of_the_file(extractor, pdf):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([], [], [])))
    writer.set_page_label(0, 1, style="/r")
    writer.set_page_label(2, 2, style="/D", start=7)
    out = io.BytesIO()
    writer.write(out)
    assert [p.label for p in extractor.extract(out.getvalue(), "a.pdf").pages] == ["i", "ii", "7"]
    assert [p.label for p in extractor.extract(pdf([], []), "a.pdf").pages] == ["1", "2"]


def test_a_line_from_right_to_left_can_only_be_taken_as_a_whole(extractor):
    with pymupdf.open() as made:
        page = made.new_page()
        page.insert_htmlbox((50, 50, 400, 200), "<p>Wij bouwen.</p><p>שלום עולם טוב</p>")
        content = made.tobytes()
    (page,) = extractor.extract(content, "hebreeuws.pdf").pages
    assert page.text == "Wij bouwen.\nשלום עולם טוב\n"
    boxes = PageBoxes.decode(page.boxes)
    level, back = boxes.lines
    assert level.kind == HORIZONTAL
    assert boxes.whole_line(3) is None
    assert boxes.whole_line(15) == (back.start, back.end)


@pytest.mark.parametrize("rotation", [0, 90])
def test_of_vertical_writing_a_column_is_a_line_that_is_taken_as_a_whole(
    extractor, vertical_pdf, rotation
):
    (page,) = extractor.extract(vertical_pdf(rotation), "kolommen.pdf").pages
    boxes = PageBoxes.decode(page.boxes)
    lines = {page.text[line.start : line.end]: line for line in boxes.lines}
    assert {text: line.kind for text, line in lines.items()} == {
        "私達は家を建てる": WHOLE,
        "そして学ぶ": WHOLE,
        "Turned down": SLANTED,
    }
    column = lines["私達は家を建てる"]
    assert column.y1_pt - column.y0_pt == pytest.approx(8 * 20, abs=1)
    for index in range(column.start, column.end):
        assert boxes.whole_line(index) == (column.start, column.end)
    assert boxes.whole_line(lines["Turned down"].start + 3) is None


@pytest.mark.corpus
def test_columns_of_a_real_file_of_vertical_writing_are_whole_lines(extractor, corpus):
    content = (corpus / "awkward" / "vertical.pdf").read_bytes()
    page = extractor.extract(content, "vertical.pdf").pages[0]
    boxes = PageBoxes.decode(page.boxes)
    assert page.text == "あいうえお\n日本語\n"
    assert [line.kind for line in boxes.lines] == [WHOLE, WHOLE]
    assert boxes.whole_line(7) == (6, 9)
