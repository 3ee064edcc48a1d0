"""PDFs with the codings as highlights."""

from dataclasses import replace

import pymupdf
import pytest

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.existing import ranges
from qualcode_app.domain.progress import Silent
from qualcode_app.pdf.highlights import highlights
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import area_codings, coding_rows, codings
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.documents.intake import Wishes
from qualcode_app.services.exporting import marked_pdfs, pictures
from qualcode_app.services.store import people


@pytest.fixture
def document(project):
    return max(project.read(documents.rows), key=lambda row: row.n_codings)


def written(project, document, path):
    marks = project.read(marked_pdfs.marks, document)
    content = project.read(pictures.pdf_of, document)
    marked_pdfs.write(content, document.title, marks, path, Silent())
    return marks


def words_under(project, document, content):
    """Return the words that lie under the highlights of a PDF, in the order of the file."""
    text = project.read(documents.text, document.revision_uid)
    pages = {page.number: page for page in project.read(documents.pages, document.revision_uid)}
    found = []
    for mark in highlights(content, document.title):
        page = pages[mark.page_number]
        said = text[page.start_char : page.start_char + page.n_chars]
        blob = project.read(documents.boxes, document.revision_uid, page.number)
        boxes = PageBoxes.decode(blob)
        found.append(" ".join(said[a:b] for a, b in ranges(boxes, said, mark.rects)).split())
    return found


def test_every_coding_is_a_highlight_with_code_coder_and_memo(project, document, tmp_path):
    path = tmp_path / "marked.pdf"
    marks = written(project, document, path)
    codings = project.read(coding_rows.rows, revision_uid=document.revision_uid)
    assert len(marks) >= len(codings) > 20
    with pymupdf.open(path) as pdf:
        told = sorted(
            (page.number + 1, note.info["title"], note.info["subject"], note.info["content"])
            for page in pdf
            for note in page.annots(types=(pymupdf.PDF_ANNOT_HIGHLIGHT,))
        )
    assert told == sorted((m.page_number, m.author, m.subject, m.note) for m in marks)
    assert {each[2].split()[0] for each in told} == {row.code_key for row in codings}


def test_the_highlights_lie_on_the_words_that_were_coded(project, document, tmp_path):
    path = tmp_path / "marked.pdf"
    written(project, document, path)
    found = words_under(project, document, path.read_bytes())
    single = [
        row.quote.split()
        for row in project.read(coding_rows.rows, revision_uid=document.revision_uid)
        if not row.holes
    ]
    n_equal = sum(quote in found for quote in single)
    assert n_equal >= 0.95 * len(single)  # the others run over two pages


def test_on_a_turned_page_too(project, tmp_path):
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=400, height=300)
        page.insert_text((40, 80), "Wij bouwen duizend woningen in de kern.")
        page.set_rotation(90)
        pdf.save(tmp_path / "turned.pdf")
    intake.take_in(project, [tmp_path / "turned.pdf"], Wishes(), Silent())
    document = project.read(documents.named, "turned")
    code = next(row for row in project.read(codebook.rows) if row.level == 2)
    coder, round_ = project.read(people.coders)[0], project.read(people.rounds)[0]
    text = project.read(documents.text, document.revision_uid)
    start = text.index("duizend")
    place = TextAnchor(start, start + len("duizend woningen"))
    project.write(
        codings.add, NewCoding(document.revision_uid, round_.uid, coder.uid, code.uid, place)
    )
    written(project, document, tmp_path / "marked.pdf")
    marked = (tmp_path / "marked.pdf").read_bytes()
    assert words_under(project, document, marked) == [["duizend", "woningen"]]
    with pymupdf.open(stream=marked) as pdf:
        assert pdf[0].rotation == 90


def test_an_area_is_a_rectangle(project, document, tmp_path):
    code = next(row for row in project.read(codebook.rows) if row.level == 2)
    coder, round_ = project.read(people.coders)[0], project.read(people.rounds)[0]
    area = PageArea(3, 100, 200, 180, 260)
    new = NewAreaCoding(document.revision_uid, round_.uid, coder.uid, code.uid, area)
    project.write(area_codings.add, new)
    written(project, document, tmp_path / "marked.pdf")
    with pymupdf.open(tmp_path / "marked.pdf") as pdf:
        page = pdf[2]  # an annotation does not keep its page alive
        (drawn,) = page.annots(types=(pymupdf.PDF_ANNOT_SQUARE,))
        assert tuple(round(side) for side in drawn.rect) == pytest.approx(
            (100, 200, 180, 260), abs=2
        )


def test_only_the_coders_asked_for(project, document):
    coder = project.read(people.coders)[1]
    marks = project.read(marked_pdfs.marks, document, "en", {coder.uid})
    assert {mark.author for mark in marks} == {coder.name}
    assert len(marks) < len(project.read(marked_pdfs.marks, document))


def test_a_folder_that_is_absent_leaves_nothing(project, document, tmp_path):
    with pytest.raises(CannotWrite):
        written(project, document, tmp_path / "absent" / "marked.pdf")
    assert list(tmp_path.glob("**/*.part")) == []


def test_titles_become_different_names_that_every_system_can_store(document):
    titles = {"one": "Wonen/werken: 2026?", "two": "wonen/Werken: 2026?", "three": ". "}
    rows = [replace(document, uid=uid, title=title) for uid, title in titles.items()]
    assert marked_pdfs.file_names(rows) == {
        "one": "Wonen_werken_ 2026_.pdf",
        "two": "wonen_Werken_ 2026_ (2).pdf",
        "three": "_.pdf",
    }
