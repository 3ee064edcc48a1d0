"""Awkward files, added through the window."""

from __future__ import annotations

import pytest

from qualcode_app.services.codebook import codebook
from qualcode_app.services.documents import documents
from qualcode_app.ui.wording import error_sentence

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

PATIENCE_MS = 15 * 60_000
REFUSED = {
    "derived-password-geheim.pdf",
    "derived-truncated.pdf",
    "issue6010_1.pdf",
    "poppler-395-0-fuzzed.pdf",
    "poppler-85140-0.pdf",
    "print_protection.pdf",
    "sample-libreoffice-writer-password.pdf",
    "sample-unreadablemetadata.pdf",
}


@pytest.fixture
def new_window(empty_window, tmp_path):
    assert empty_window.workspace.create(tmp_path / "new.qualcode", "Real", "Fenna Proef", None)
    return empty_window


def add_all(qtbot, window, folder):
    with qtbot.waitSignal(window.desk.documents_added, timeout=PATIENCE_MS) as told:
        window.desk.add_documents([folder])
    return told.args[0]


def test_every_awkward_file_is_added_or_refused_in_words(
    qtbot, new_window, answers, language, corpus
):
    files = [p for p in (corpus / "awkward").rglob("*") if p.suffix.lower() == ".pdf"]
    found = add_all(qtbot, new_window, corpus / "awkward")
    assert len(found.taken) + len(found.refused) == len(files)
    assert {refused.name for refused in found.refused} == REFUSED
    for tongue in ("en", "nl"):
        language.choose(tongue)
        for refused in found.refused:
            sentence = error_sentence(refused.error)
            assert refused.name in sentence
            assert "{" not in sentence
            assert sentence.endswith(".")
    shelf = {row.uid: row for row in new_window.workspace.read(documents.rows)}
    assert set(shelf) == {taken.document_uid for taken in found.taken}
    for taken in found.taken:
        row = shelf[taken.document_uid]
        text = new_window.workspace.read(documents.text, row.revision_uid)
        assert len(text) == row.n_chars >= taken.n_pages == row.n_pages
        if not text.strip():
            assert any("No text on" in str(notice) for notice in taken.notices), taken.name
    assert new_window.workspace.read(codebook.rows) == []
    for taken in found.taken:
        new_window.viewing.look_at(taken.document_uid)
        qtbot.wait(20)
    assert new_window.isVisible()
