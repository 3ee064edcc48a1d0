"""Codings on real agreements: the same glyphs in the list, in the file and in the spreadsheet."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
from contextlib import closing

import openpyxl
import pymupdf
import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.domain.errors import InvalidAnchor
from qualcode_app.domain.printable import printable
from qualcode_app.domain.progress import Silent
from qualcode_app.formats import codebook_json
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.paths import codebooks
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.exporting import exports
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

PER_DOCUMENT = 12


@pytest.fixture(scope="module")
def study(corpus, tmp_path_factory):
    """A project with every real agreement, and what the import said."""
    path = tmp_path_factory.mktemp("real") / "real.qualcode"
    with Project.create(path, title="Echte akkoorden", coder=NewCoder("Test Lezer")) as project:
        project.write(codebook.load, codebook_json.read(codebooks() / "combined.json"))
        found = intake.take_in(project, [corpus / "agreements"])
    return path, found


@pytest.mark.corpus
@pytest.mark.slow
def test_every_real_agreement_has_its_pages_and_its_text(study, corpus):
    path, found = study
    assert not found.refused
    with Project.open(path) as project:
        shelf = {row.uid: row for row in project.read(documents.rows)}
        for taken in found.taken:
            with pymupdf.open(corpus / "agreements" / taken.name) as pdf:
                assert taken.n_pages == len(pdf) == shelf[taken.document_uid].n_pages
                plain = "".join("".join(page.get_text().split()) for page in pdf)
            text = project.read(documents.text, shelf[taken.document_uid].revision_uid)
            stored = "".join(text.split())
            assert abs(len(stored) - len(plain)) <= 0.005 * len(plain) + 5, taken.name


@pytest.mark.corpus
@pytest.mark.slow
def test_codings_on_real_pages_keep_their_glyphs_through_reopening_and_export(study, tmp_path):
    path, _ = study
    made = {}
    with Project.open(path) as project:
        project.author_uid = project.read(people.coders)[0].uid
        round_uid = project.read(people.rounds)[0].uid
        codes = [row.uid for row in project.read(codebook.rows) if row.level == 2]
        chance = random.Random(7)
        for document in project.read(documents.rows):
            text = project.read(documents.text, document.revision_uid)
            for _ in range(PER_DOCUMENT):
                start = chance.randrange(len(text) - 2)
                end = min(len(text), start + chance.randint(2, 700))
                new = NewCoding(
                    document.revision_uid,
                    round_uid,
                    project.author_uid,
                    chance.choice(codes),
                    TextAnchor(start, end),
                )
                try:
                    project.write(codings.add, new)
                except InvalidAnchor:  # white space only
                    assert not text[start:end].strip()
                    continue
                row = project.read(coding_rows.get, new.uid)
                made[new.uid] = (row.anchor, row.quote, boxes(project, row))
    assert len(made) > 20 * PER_DOCUMENT

    with Project.open(path) as project:
        listed = {row.uid: row for row in project.read(coding_rows.rows)}
        for uid, (anchor, quote, rects) in made.items():
            row = listed[uid]
            text = project.read(documents.text, row.revision_uid)
            assert (row.anchor, row.quote) == (anchor, quote)
            assert text[anchor.start : anchor.end] == quote
            assert boxes(project, row) == rects
            assert rects or not any(letter.isalnum() for letter in quote)
        workbook = tmp_path / "real.xlsx"
        snapshot = exports.snapshot(project, Wish())
        XlsxExporter().write(snapshot, workbook, Silent())
    book = openpyxl.load_workbook(workbook, read_only=True)
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    at = {name: i for i, name in enumerate(head)}
    quotes = {row[at["Identiteit"]]: row[at["Citaat zoals gedrukt"]] for row in rows}
    for uid, (_, quote, _) in made.items():
        assert quotes[uid] == printable(quote)[0]


def boxes(project, row):
    """The rectangles of a coding, page by page."""
    found = []
    for page in project.read(documents.pages, row.revision_uid):
        start = max(row.anchor.start - page.start_char, 0)
        end = min(row.anchor.end - page.start_char, page.n_chars)
        if start < end:
            blob = project.read(documents.boxes, row.revision_uid, page.number)
            found += [(page.number, rect) for rect in PageBoxes.decode(blob).rects(start, end)]
    return found


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "password"),
    [("derived-password-geheim.pdf", "geheim"), ("issue6010_1.pdf", "abc")],
)
def test_a_locked_file_opens_with_its_password_and_later_without(corpus, tmp_path, name, password):
    asked = []

    def ask(file):
        asked.append(file)
        return password if len(asked) > 1 else "verkeerd"

    path = tmp_path / "a.qualcode"
    with Project.create(path, title="A", coder=NewCoder("T L")) as project:
        wishes = intake.Wishes(ask_password=ask)
        file = shutil.copy(corpus / "awkward" / name, tmp_path / "akkoord.pdf")
        found = intake.take_in(project, [file], wishes)
        assert not found.refused
        assert asked == ["akkoord.pdf"] * 2
        content = project.read(documents.content, found.taken[0].document_uid)
    with pymupdf.open(stream=content) as pdf:
        assert not pdf.needs_pass
    with closing(sqlite3.connect(path)) as link:
        said = "\n".join(link.iterdump())  # blobs are hexadecimal there: capitals and digits
    assert not re.search(rf"(?<!\w){password}(?!\w)", said)  # hashes hold any three letters
