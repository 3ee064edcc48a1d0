"""A scanned page read later: a new text, and the codings go along."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from qualcode_app.cli import run
from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import Cancelled, NotInstalled, RefusedChange
from qualcode_app.domain.search_query import Query
from qualcode_app.services.coding import (
    area_codings,
    coding_rows,
    codings,
    document_removal,
    rereading,
)
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, intake, quality, recognition
from qualcode_app.services.search import search

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed here"
)


@pytest.fixture
def document(desk, scan):
    assert not intake.take_in(desk.project, [scan]).refused
    return desk.project.read(documents.named, "ingescand")


def coded(desk, document, words):
    text = desk.project.read(documents.text, document.revision_uid)
    start = text.index(words)
    new = NewCoding(
        document.revision_uid,
        desk.round_uid,
        desk.coder_uid,
        desk.codes["INC-2"],
        TextAnchor(start, start + len(words)),
        memo="Let op",
    )
    desk.project.write(codings.add, new)
    return new


@needs_tesseract
def test_the_words_of_a_scan_can_be_found_and_are_marked(desk, document):
    read = recognition.recognise(desk.project, document.uid)
    desk.project.write(rereading.take_over, read)
    now = desk.project.read(documents.named, "ingescand")
    assert now.revision_uid != document.revision_uid
    (report,) = desk.project.read(quality.report, document.uid)
    assert (report.text_source, report.without_text) == ("mixed", ())
    (hit,) = search.run(desk.project, Query("woningen"), revision_uids={now.revision_uid})
    assert hit.page_number == 1
    assert desk.project.read(documents.text, document.revision_uid) == (
        "\nDe gemeente let op groen en water.\n"
    )


@needs_tesseract
def test_codings_and_areas_go_along_and_come_back(desk, document):
    new = coded(desk, document, "groen en water")
    area = NewAreaCoding(
        document.revision_uid,
        desk.round_uid,
        desk.coder_uid,
        desk.codes["INC-2"],
        PageArea(1, 10, 10, 60, 60),
    )
    desk.project.write(area_codings.add, area)
    read = recognition.recognise(desk.project, document.uid)
    for _ in range(2):  # done, undone, done again
        desk.project.write(rereading.take_over, read)
        rows = [
            row
            for row in desk.project.read(coding_rows.rows, areas=True)
            if row.document_uid == document.uid
        ]
        assert {row.revision_uid for row in rows} == {read.revision_uid}
        (moved,) = [row for row in rows if row.quote]
        assert (moved.quote, moved.memo) == ("groen en water", "Let op")
        text = desk.project.read(documents.text, read.revision_uid)
        assert text[moved.anchor.start : moved.anchor.end] == moved.quote
        assert len(rows) == 2
        desk.project.write(rereading.take_back, read)
        back = desk.project.read(coding_rows.rows, revision_uid=document.revision_uid, areas=True)
        assert {row.uid for row in back} == {new.uid, area.uid}


@needs_tesseract
def test_a_coding_whose_words_stand_apart_now_is_listed(desk, document):
    text = desk.project.read(documents.text, document.revision_uid)
    new = coded(desk, document, text.strip())
    wide = NewCoding(
        document.revision_uid,
        desk.round_uid,
        desk.coder_uid,
        desk.codes["INC-2"],
        TextAnchor(1, 20),
    )
    desk.project.write(codings.add, wide)
    read = recognition.recognise(desk.project, document.uid)
    changes = desk.project.write(rereading.take_over, read)
    assert len(changes[Kind.CODING].added) == 2
    assert desk.project.read(rereading.left_behind, document.uid) == []
    twins = desk.project.read(coding_rows.rows, revision_uid=read.revision_uid)
    desk.project.write(codings.remove, twins[0].uid)
    (left,) = desk.project.read(rereading.left_behind, document.uid)
    assert left.uid in {new.uid, wide.uid}
    assert left.page_label == "2"


@needs_tesseract
def test_reading_can_be_stopped(desk, document):
    class Stop:
        def report(self, done: int, total: int) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        recognition.recognise(desk.project, document.uid, Stop())


def test_a_document_with_text_on_all_pages_is_not_read(desk):
    with pytest.raises(RefusedChange, match="have text already"):
        recognition.recognise(desk.project, desk.document.uid)


def test_without_tesseract_one_sentence_says_what_to_install(desk, document, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotInstalled, match="tesseract-ocr-nld"):
        recognition.recognise(desk.project, document.uid)


@needs_tesseract
def test_the_command_tells_what_was_read(desk, document, capsys):
    path = desk.project.path
    desk.project.close()
    assert run(["ocr", str(path), "ingescand"]) == 0
    assert "1 pages read by text recognition" in capsys.readouterr().out


@needs_tesseract
def test_a_document_read_anew_goes_with_the_codings_of_both_its_texts(desk, document):
    coded(desk, document, "groen en water")
    read = recognition.recognise(desk.project, document.uid)
    desk.project.write(rereading.take_over, read)
    assert desk.project.read(document_removal.n_codings, document.uid) == 1  # and its twin
    desk.project.write(document_removal.remove, document.uid)
    assert "ingescand" not in {row.title for row in desk.project.read(documents.rows)}
    with sqlite3.connect(f"file:{desk.project.path}?mode=ro", uri=True) as link:
        assert link.execute("PRAGMA foreign_key_check").fetchall() == []


@needs_tesseract
def test_add_reads_scans_on_demand(desk, scan, capsys):
    desk.project.close()
    assert run(["add", str(desk.project.path), str(scan), "--ocr"]) == 0
    assert "1 pages recognised" in capsys.readouterr().out


@needs_tesseract
def test_single_pages_are_read_by_command(desk, document, capsys):
    desk.project.close()
    path = str(desk.project.path)
    assert run(["ocr", path, "ingescand", "--page", "9"]) == 2
    assert "ingescand has 2 pages" in capsys.readouterr().err
    assert run(["ocr", path, "ingescand", "--page", "2"]) == 0
    assert "1 pages read" in capsys.readouterr().out


def test_add_without_tesseract_adds_nothing_and_says_what_to_install(
    desk, scan, capsys, monkeypatch, tmp_path
):
    desk.project.close()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["add", str(desk.project.path), str(scan), "--ocr"]) == 2
    assert "tesseract-ocr-nld" in capsys.readouterr().err
