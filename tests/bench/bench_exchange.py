"""Exchange with other programs: a study of 100,000 codings out to REFI-QDA and in again."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import thread_time

from bench.rows import Row, row

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes
from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.domain.text_pages import extracted
from qualcode_app.formats import text_pdf
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, imports
from qualcode_app.services.documents.imports import NewDocument
from qualcode_app.services.exchange import project_export, project_import
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

DOCUMENTS, WORDS, CODES, SPAN, MANY = 25, 10_000, 50, 60, 100_000
AT_ONCE = 5_000


def _text(number: int) -> str:
    """Return an invented text in which few stretches stand twice."""
    words = (f"woord{(number * WORDS + place) % 7919}" for place in range(WORDS))
    return " ".join(words) + "\n"


def _book() -> CodebookFile:
    codes = tuple(
        CodeEntry(f"K{n}", None, f"Code {n}", f"Code {n}", f"{n}", f"{n}", colour="#4A5568")
        for n in range(CODES)
    )
    return CodebookFile(1, "bench", "Bench", "Bench", "", "", "1", codes=codes)


def _add_texts(session) -> Changes:
    texts = [_text(number) for number in range(DOCUMENTS)]
    return imports.add_documents(
        session,
        [
            NewDocument(extracted(text, content), content, f"text {number}.txt")
            for number, text in enumerate(texts)
            if (content := text_pdf.write(text, f"text {number}"))
        ],
    )


def _study(path: Path) -> Project:
    project = Project.create(path, title="Benchmark", coder=NewCoder("One"))
    project.write(people.add_coder, NewCoder("Two"))
    project.write(codebook.load, _book())
    project.write(_add_texts)
    coders = [one.uid for one in project.read(people.coders)]
    codes = [one.uid for one in project.read(codebook.rows)]
    round_uid = project.read(people.rounds)[0].uid
    there = project.read(documents.rows)
    new = []
    for number in range(MANY):
        document = there[number % DOCUMENTS]
        start = (number // DOCUMENTS * 17) % (document.n_chars - SPAN - 1)
        code = codes[number // DOCUMENTS % CODES]
        anchor = TextAnchor(start, start + SPAN)
        coder = coders[number % 2]
        new.append(NewCoding(document.revision_uid, round_uid, coder, code, anchor))
    for begin in range(0, MANY, AT_ONCE):
        project.write(codings.add_many, "coding.import", new[begin : begin + AT_ONCE])
    return project


def measure() -> list[Row]:
    """Return the seconds of work, whatever else runs."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with _study(folder / "study.qualcode") as project:
            begun = thread_time()
            written = project_export.write(project, folder / "study.qdpx", "nl")
            out = thread_time() - begun
        with Project.create(folder / "new.qualcode", title="N", coder=NewCoder("Me")) as project:
            begun = thread_time()
            plan = project_import.prepare(project, folder / "study.qdpx")
            planned = thread_time() - begun
            project_import.carry_out(project, plan, journal.new_uid())
            into = thread_time() - begun
            assert sum(row.n_codings for row in project.read(documents.rows)) == written.n_codings
        size = (folder / "study.qdpx").stat().st_size / 1e6
    n = f"{written.n_codings:,}"
    return [
        row(f"write {n} codings as REFI-QDA", out, "s", 20),
        row(f"import {n} codings from REFI-QDA", into, "s", 60),
        Row("  of which the plan", planned, "s"),
        Row("  size of the file", size, "MB"),
    ]
