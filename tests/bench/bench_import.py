"""Importing every real agreement beside bare extraction of the same pages."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pymupdf
from bench.rows import Row, row
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from qualcode_app import paths
from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "agreements"
FLAGS = (
    pymupdf.TEXT_PRESERVE_LIGATURES
    | pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_MEDIABOX_CLIP
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)


def measure() -> list[Row]:
    folder = CORPUS if CORPUS.is_dir() else paths.samples()
    files = sorted(folder.glob("*.pdf"))
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "bench.qualcode"
        with Project.create(path, title="bench", coder=NewCoder("Bench Mark")) as project:
            start_s = _timed(lambda: _start_child(files[0]))
            import_s = _timed(lambda: intake.take_in(project, files))
            open_s = min(_timed(lambda: _open_all(project)) for _ in range(3))
    raw_s = _timed(lambda: _raw(files))
    words_s = _timed(lambda: _words(files))
    miner_s = _timed(lambda: _miner(files))
    work_s = import_s - min(start_s, 0.3)
    again_s = raw_s + words_s
    return [
        row("import all real PDFs", work_s / raw_s, "x", 2.0, "bare rawdict"),
        row("import all real PDFs, old reader", work_s / miner_s, "x", 0.25, "pdfminer characters"),
        row("open imported documents", open_s / again_s, "x", 0.02, "extracting again"),
    ]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _start_child(file: Path) -> None:
    with Extractor() as extractor:
        extractor.extract(paths.samples().joinpath("kreekenburg-2026.pdf").read_bytes(), file.name)


def _open_all(project: Project) -> None:
    """All text of every document and the boxes of its first three pages."""
    for document in project.read(documents.rows):
        project.read(documents.text, document.revision_uid)
        pages = project.read(documents.pages, document.revision_uid)
        for page in pages[:3]:
            PageBoxes.decode(project.read(documents.boxes, document.revision_uid, page.number))


def _raw(files: list[Path]) -> None:
    for file in files:
        with pymupdf.open(file) as document:
            for page in document:
                page.get_text("rawdict", flags=FLAGS)


def _words(files: list[Path]) -> None:
    for file in files:
        with pymupdf.open(file) as document:
            for page in document:
                page.get_text("words")


def _miner(files: list[Path]) -> None:
    for file in files:
        manager = PDFResourceManager()
        device = PDFPageAggregator(manager, laparams=LAParams())
        interpreter = PDFPageInterpreter(manager, device)
        with file.open("rb") as opened:
            for page in PDFPage.get_pages(opened):
                interpreter.process_page(page)
                device.get_result()
