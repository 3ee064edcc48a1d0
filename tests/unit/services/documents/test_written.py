"""Text documents become documents of pages like any other."""

from __future__ import annotations

import shutil

import docx
import pytest

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.domain.written import stored
from qualcode_app.pdf import client
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.documents import documents, imports, intake, written
from qualcode_app.services.texts import sections

SOURCE = "\ufeffWonen\r\nWij bouwen 😀 duizend woningen.\r\n"


def test_texts_come_in_as_documents_with_pages_and_headings(desk, tmp_path) -> None:
    made = docx.Document()
    made.add_heading("Wonen in Fictiestad", 1)
    made.add_paragraph("Wij bouwen duizend woningen.")
    made.save(tmp_path / "akkoord.docx")
    (tmp_path / "brief.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "leeg.txt").write_text(" \n", "utf-8")
    (tmp_path / "beeld.png").write_bytes(b"x")
    (tmp_path / "geluid.mp3").write_bytes(b"x")
    found = intake.take_in(desk.project, [tmp_path])
    assert [one.name for one in found.taken] == ["akkoord.docx", "brief.txt"]
    said = {one.name: str(one.error) for one in found.refused}
    assert said["leeg.txt"] == "leeg.txt holds no text. Check that it is the right file."
    assert set(said) == {"leeg.txt", "beeld.png"}
    row = desk.project.read(documents.named, "akkoord")
    assert desk.project.read(documents.text, row.revision_uid) == (
        "Wonen in Fictiestad\nWij bouwen duizend woningen.\n"
    )
    titles = [one.title for one in desk.project.read(sections.rows, row.revision_uid)]
    assert titles == ["Wonen in Fictiestad"]
    assert row.has_file
    shown = desk.project.read(documents.content, row.uid)
    assert client.extract(shown, "a.pdf").text.split()[:3] == ["Wonen", "in", "Fictiestad"]


def test_the_same_text_file_again_is_refused_by_name(desk, tmp_path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(SOURCE, "utf-8")
    shutil.copy(path, tmp_path / "kopie.txt")
    found = intake.take_in(desk.project, [path, tmp_path / "kopie.txt"])
    assert [one.name for one in found.taken] == ["brief.txt"]
    assert "is already in this project, as brief" in str(found.refused[0].error)


def test_offsets_of_a_source_lead_to_the_same_words(desk) -> None:
    with Extractor() as extractor:
        new = written.of_text(extractor, SOURCE, "bron.txt", content=b"bron 1")
    desk.project.write(imports.add_document, new)
    row = desk.project.read(documents.named, "bron")
    text = desk.project.read(documents.text, row.revision_uid)
    kept = stored(SOURCE)
    start = SOURCE.index("duizend")
    assert text == kept.text
    assert text[kept.at(start) : kept.at(start + 7)] == "duizend"


def test_a_text_without_words_is_refused() -> None:
    with Extractor() as extractor, pytest.raises(UnreadableDocument, match="holds no text"):
        written.of_text(extractor, "\ufeff \r\n", "leeg")
