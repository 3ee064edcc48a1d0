"""Real agreements and awkward files, added through the window."""

from __future__ import annotations

import re

import pymupdf
import pytest

from qualcode_app.services.codebook import codebook
from qualcode_app.services.documents import documents
from qualcode_app.ui.wording import error_sentence

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

PATIENCE_MS = 15 * 60_000


@pytest.fixture
def new_window(empty_window, tmp_path):
    assert empty_window.workspace.create(tmp_path / "new.qualcode", "Real", "Fenna Proef", None)
    return empty_window


def add_all(qtbot, window, folder):
    with qtbot.waitSignal(window.desk.documents_added, timeout=PATIENCE_MS) as told:
        window.desk.add_documents([folder])
    return told.args[0]


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_every_agreement_is_added_with_all_its_pages_and_words(qtbot, new_window, corpus):
    files = sorted((corpus / "agreements").glob("*.pdf"))
    found = add_all(qtbot, new_window, corpus / "agreements")
    assert [refused.name for refused in found.refused] == []
    workspace = new_window.workspace
    rows = {row.uid: row for row in workspace.read(documents.rows)}
    pages = {taken.name: rows[taken.document_uid] for taken in found.taken}
    assert sorted(pages) == [file.name for file in files]
    for file in files:
        row = pages[file.name]
        with pymupdf.open(file) as plain:
            assert row.n_pages == len(plain)
            sheet = len(plain) // 2
            words = letters(plain[sheet].get_text(flags=pymupdf.TEXT_PRESERVE_WHITESPACE))
        page = workspace.read(documents.pages, row.revision_uid)[sheet]
        stored = workspace.read(documents.text, row.revision_uid)
        there = letters(stored[page.start_char : page.start_char + page.n_chars])
        assert abs(len(there) - len(words)) <= 0.02 * len(words) + 5, file.name
    new_window.viewing.look_at(found.taken[-1].document_uid)
    assert (
        new_window.view.coding.page.view.scene.source.title
        == rows[found.taken[-1].document_uid].title
    )


def test_every_awkward_file_is_added_or_refused_in_words(
    qtbot, new_window, answers, language, corpus
):
    files = [p for p in (corpus / "awkward").rglob("*") if p.suffix.lower() == ".pdf"]
    found = add_all(qtbot, new_window, corpus / "awkward")
    assert len(found.taken) + len(found.refused) == len(files)
    for tongue in ("en", "nl"):
        language.choose(tongue)
        for refused in found.refused:
            sentence = error_sentence(refused.error)
            assert refused.name in sentence
            assert "{" not in sentence
            assert sentence.endswith(".")
    stored = {row.uid for row in new_window.workspace.read(documents.rows)}
    assert stored == {taken.document_uid for taken in found.taken}
    assert new_window.workspace.read(codebook.rows) == []
    for taken in found.taken:
        new_window.viewing.look_at(taken.document_uid)
        qtbot.wait(20)
    assert new_window.isVisible()
