"""Readers of files from strangers never hang, never crash, and write nothing beside the file."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import foreign_projects as made
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import steady

from qualcode_app import paths
from qualcode_app.domain.errors import UnreadableProject
from qualcode_app.domain.written import stored
from qualcode_app.formats import (
    draft_text,
    foreign_projects,
    html_words,
    markdown_text,
    text_files,
    text_pdf,
)
from qualcode_app.formats.refi_package import Missing
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.cases import sheet
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.exchange import code_table, codebook_files
from qualcode_app.services.store.project import Project

VERSION_1 = Path(__file__).parents[1] / "data" / "version-1.qualcode"
TABLE = 'document;code;coder;quote;start\r\nEen;WON-1;Anna;\'="woorden";12\r\nTwee;X;;é😀;\r\n'
QDC = (
    '<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" '
    'origin="x"><Codes><Code guid="11111111-2222-3333-4444-555555555555" name="Wonen" '
    'isCodable="true" color="#AA3311"><Description>Uitleg</Description><Code '
    'guid="11111111-2222-3333-4444-555555555556" name="Huur" isCodable="true"/></Code></Codes>'
    '<Sets><Set guid="11111111-2222-3333-4444-555555555557" name="S"><MemberCode '
    'guid="11111111-2222-3333-4444-555555555555"/></Set></Sets></CodeBook>'
)
QDE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="S" '
    'origin="NVivo"><Users><User guid="21111111-2222-3333-4444-555555555555" name="Anna"/></Users>'
    + QDC[QDC.index("<CodeBook") : QDC.index("<Sets>")].replace("codebook:1.0", "project:1.0")
    + '</CodeBook><Sources><TextSource guid="31111111-2222-3333-4444-555555555555" name="brief" '
    'plainTextPath="internal://31111111-2222-3333-4444-555555555555.txt"><PlainTextSelection '
    'guid="41111111-2222-3333-4444-555555555555" startPosition="0" endPosition="5"><Coding '
    'guid="51111111-2222-3333-4444-555555555555" '
    'creatingUser="21111111-2222-3333-4444-555555555555"><CodeRef '
    'targetGUID="11111111-2222-3333-4444-555555555555"/></Coding></PlainTextSelection>'
    "</TextSource></Sources></Project>"
)
PAGE = "Wonen in Fictiestad\nWij bouwen duizend woningen.\n" * 30


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    kept = BytesIO()
    book.save(kept)
    return steady(kept.getvalue())


def word() -> bytes:
    from docx import Document  # noqa: PLC0415

    document = Document()
    document.add_heading("Wonen", 1)
    document.add_paragraph("Wij bouwen.", style="List Number")
    document.add_table(1, 2).cell(0, 0).text = "cel"
    kept = BytesIO()
    document.save(kept)
    return steady(kept.getvalue())


def open_text() -> bytes:
    from odf.opendocument import OpenDocumentText  # noqa: PLC0415
    from odf.text import H, P  # noqa: PLC0415

    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Wonen"))
    document.text.addElement(P(text="Wij bouwen  huizen."))
    kept = BytesIO()
    document.save(kept)
    return steady(kept.getvalue())


def as_text(path: Path) -> object:
    return text_files.read(path.read_bytes(), path.name)


TEXTS = {".docx": word, ".odt": open_text, ".md": lambda: b"# Kop\n\n*a* [b](c)\n- d\n"}


@pytest.mark.parametrize("suffix", [*TEXTS, ".txt"])
def test_text_documents(attack, suffix) -> None:
    sample = TEXTS.get(suffix, TABLE.encode)()
    attack(f"text{suffix}", sample, suffix, as_text)


def test_drafts(attack) -> None:
    attack("draft", word(), ".docx", draft_text.read)


def test_tables(attack) -> None:
    attack("csv", TABLE.encode("utf-8-sig"), ".csv", code_table.read)


def test_workbooks(attack) -> None:
    sample = workbook(("document", "code", "quote"), ("Een", "WON-1", "woorden"), ("Twee", 3, 1.5))
    attack("xlsx", sample, ".xlsx", code_table.read)


def test_sheets_of_cases(attack) -> None:
    attack("sheet", TABLE.encode(), ".csv", sheet.lines_of)


BOOKS = {
    ".qdc": QDC.encode,
    ".json": (paths.codebooks() / "agenda-test.json").read_bytes,
    ".csv": lambda: b"key,label,definition,level 1\nA,Wonen,Uitleg,Wonen\nB,Huur,,Wonen\n",
    ".xlsx": lambda: workbook(("key", "label", "definition"), ("A", "Wonen", "Uitleg")),
}


@pytest.mark.parametrize("suffix", BOOKS)
def test_codebooks(attack, suffix) -> None:
    attack(f"codebook{suffix}", BOOKS[suffix](), suffix, codebook_files.read)


def foreign(path: Path) -> object:
    with foreign_projects.opened(path) as (_, project):
        return project


def test_databases_of_qualcoder(attack, tmp_path_factory) -> None:
    home = made.qualcoder(tmp_path_factory.mktemp("qualcoder"))

    def read(path: Path) -> object:
        (home / "data.qda").write_bytes(path.read_bytes())
        return foreign(home)

    attack("qualcoder", (home / "data.qda").read_bytes(), ".qda", read)
    assert [one.name for one in home.iterdir() if one.is_file()] == ["data.qda"]


def test_databases_of_taguette(attack, tmp_path_factory) -> None:
    sample = made.taguette(tmp_path_factory.mktemp("taguette")).read_bytes()
    attack("taguette", sample, ".sqlite3", foreign)


def test_packages_of_refi_qda(attack) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("project.qde", QDE)
        archive.writestr("sources/31111111-2222-3333-4444-555555555555.txt", PAGE)

    def read(path: Path) -> object:
        with foreign_projects.opened(path) as (contents, project):
            paths = [one.text.path for one in project.sources if one.text and one.text.path]
            for reference in paths:
                with suppress(Missing):
                    contents.content(reference)
            return project

    attack("qdpx", steady(made.getvalue()), ".qdpx", read)


def project(path: Path) -> object:
    with Project.open(path, read_only=True) as opened:
        rows = opened.read(documents.rows)
        texts = [opened.read(documents.text, row.revision_uid) for row in rows]
        return texts, opened.read(coding_rows.rows)


def test_project_files(attack) -> None:
    attack("project", VERSION_1.read_bytes(), ".qualcode", project)


@pytest.fixture(scope="module")
def extractor():
    with Extractor() as extractor:
        yield extractor


def test_pdfs_in_the_child(attack, extractor) -> None:
    attack(
        "pdf",
        text_pdf.write(PAGE, "proef"),
        ".pdf",
        lambda path: extractor.extract(path.read_bytes(), path.name, timeout_s=20),
    )


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER harm AFTER INSERT ON coding BEGIN DELETE FROM coding; END",
        "CREATE VIEW seen AS SELECT * FROM coding",
        "CREATE VIRTUAL TABLE more USING fts5(a)",
        "CREATE TABLE more (a)",
        "CREATE INDEX more ON coding (lower(quote))",
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_project_with_strange_parts_is_refused_before_the_first_query(
    tmp_path, statement, read_only
) -> None:
    path = tmp_path / "vreemd.qualcode"
    path.write_bytes(VERSION_1.read_bytes())
    link = sqlite3.connect(path)
    link.execute(statement)
    link.close()
    before = path.read_bytes()
    with pytest.raises(UnreadableProject, match="QualCode did not make"):
        Project.open(path, read_only=read_only)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


BOUNDED = settings(deadline=None, derandomize=True, max_examples=60)


@BOUNDED
@given(st.text(max_size=300))
def test_any_text_is_stored_and_read_as_markdown(source) -> None:
    assert stored(source).text.endswith("\n")
    written = markdown_text.read(source)
    assert stored(written.text).text == written.text


@BOUNDED
@given(st.text(st.sampled_from("<>/p b\n&amp;é😀scriptul"), max_size=120), st.integers(-3, 400))
def test_any_html_has_words_and_places(source, offset) -> None:
    words = html_words.HtmlWords(source)
    assert 0 <= words.at(offset) <= len(words.text)
