"""Marked PDFs on the command line."""

from __future__ import annotations

import pymupdf

from qualcode_app.services.documents import documents
from qualcode_app.services.store.project import Project


def test_every_document_is_written_with_its_highlights(qualcode, project_file, tmp_path):
    said = qualcode("pdfs", project_file, tmp_path / "out", "--json")
    with Project.open(project_file) as project:
        titles = {row.title for row in project.read(documents.rows)}
    assert {path.stem for path in (tmp_path / "out").iterdir()} == titles
    for line in said.json:
        with pymupdf.open(line["file"]) as pdf:
            assert sum(len(list(page.annots())) for page in pdf) == line["highlights"] > 0


def test_one_document_and_one_coder(qualcode, project_file, tmp_path):
    said = qualcode(
        "pdfs",
        project_file,
        tmp_path,
        "--document",
        "Lindewater 2026",
        "--coder",
        "Bram Stel",
        "--json",
    )
    (line,) = said.json
    with pymupdf.open(line["file"]) as pdf:
        authors = {note.info["title"] for page in pdf for note in page.annots()}
    assert authors == {"Bram Stel"}


def test_an_unknown_document_is_named(qualcode, project_file, tmp_path):
    said = qualcode("pdfs", project_file, tmp_path, "--document", "Nergens")
    assert said.code == 2
    assert "Nergens" in said.err
