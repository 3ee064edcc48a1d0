"""A workbook of 100,000 segments and a PDF with 1,000 highlights, beside the bare libraries.

The workbook is written in processes of their own, so that each has its own peak of memory.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import astuple
from datetime import datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[n]) for n in (1, 2)]

import pymupdf
from bench.bench_codings_list import fill
from bench.rows import Row
from xlsxwriter import Workbook

from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.services import sample
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import marked_pdfs, pictures, segment_tables
from qualcode_app.services.store.project import Project

LIMIT, MEMORY_LIMIT = 1.3, 3.0
N_HIGHLIGHTS, RUNS = 1_000, 3
Figures = dict[str, float]


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        return [*_workbook(folder), *_pdf(folder)]


def _workbook(folder: Path) -> list[Row]:
    _told("fill", folder)
    _told("ours", folder)  # leaves the cells for the bare loop
    ours, bare = (
        min((_told(role, folder) for _ in range(RUNS)), key=lambda found: found["seconds"])
        for role in ("ours", "bare")
    )
    size = f"{ours['rows']:.0f} segments, {ours['columns']:.0f} columns"
    return [
        Row(
            f"xlsx of {size}",
            ours["seconds"] * 1000,
            "ms",
            LIMIT,
            "bare loop, same cells",
            ours["seconds"] / bare["seconds"],
        ),
        Row("its table, read from the project", ours["reading"] * 1000, "ms"),
        Row(
            "peak memory of reading and writing it",
            ours["peak_mb"],
            "MB",
            MEMORY_LIMIT,
            "bare loop with its cells",
            ours["peak_mb"] / bare["peak_mb"],
        ),
    ]


def _pdf(folder: Path) -> list[Row]:
    """Mark a sample agreement with 1,000 codings, from the project to the file."""

    path = folder / "large.qualcode"
    with Project.open(path, read_only=True) as project:
        document = project.read(documents.rows)[0]
        content = project.read(pictures.pdf_of, document)
        marks = project.read(marked_pdfs.marks, document)[:N_HIGHLIGHTS]
    target = folder / "ours.pdf"
    ours = _best(lambda: marked_pdfs.write(content, document.title, marks, target, Silent()))
    bare = _best(lambda: _bare_pdf(content, marks, folder / "bare.pdf"))
    sizes = [(folder / name).stat().st_size for name in ("ours.pdf", "bare.pdf")]
    return [
        Row(
            f"PDF with {len(marks)} highlights",
            ours * 1000,
            "ms",
            LIMIT,
            "bare PyMuPDF calls",
            ours / bare,
        ),
        Row("its size", sizes[0] / 1000, "kB", 1.1, "saved bare by ez_save", sizes[0] / sizes[1]),
    ]


def _bare_pdf(content: bytes, marks: list, path: Path) -> None:

    with pymupdf.open(stream=content) as pdf:
        pages = list(pdf)  # a note does not keep its page alive
        for mark in marks:
            quads = [pymupdf.Rect(*astuple(rect)).quad for rect in mark.rects]
            page = pages[mark.page_number - 1]
            note = page.add_highlight_annot(quads=quads)
            note.set_colors(stroke=(1.0, 0.9, 0.4))
            note.set_info(title=mark.author, subject=mark.subject, content=mark.note)
            note.update()
        pdf.ez_save(path)


def _best(act: Callable[[], object]) -> float:
    """Return the least seconds of work of this process and those it started and ended."""
    times = []
    for _ in range(RUNS):
        before = sum(os.times()[:4])
        act()
        times.append(sum(os.times()[:4]) - before)
    return min(times)


def _told(role: str, folder: Path) -> Figures:
    """Run one role of this file in a process of its own and return what it measured."""
    made = subprocess.run(
        [sys.executable, __file__, role, str(folder)], check=True, capture_output=True, text=True
    )
    return json.loads(made.stdout.splitlines()[-1])


def _fill(folder: Path) -> Figures:

    path = folder / "large.qualcode"
    sample.make(path).close()
    fill(path)
    return {}


def _ours(folder: Path) -> Figures:

    before = _peak_mb()
    with Project.open(folder / "large.qualcode", read_only=True) as project:
        begin = time.process_time()
        table = project.read(segment_tables.table)
        reading = time.process_time() - begin
    begin = time.process_time()
    XlsxExporter().write(Snapshot({"segments": table}), folder / "ours.xlsx", Silent())
    seconds = time.process_time() - begin
    peak = _peak_mb() - before
    (folder / "cells").write_bytes(pickle.dumps([list(row) for row in table.rows]))
    return {
        "seconds": seconds,
        "reading": reading,
        "peak_mb": peak,
        "rows": len(table.rows),
        "columns": len(table.columns),
    }


def _bare(folder: Path) -> Figures:

    before = _peak_mb()
    rows = pickle.loads((folder / "cells").read_bytes())
    begin = time.process_time()
    book = Workbook(folder / "bare.xlsx", {"constant_memory": True, "remove_timezone": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    sheet.write_string(number, column, cell)
            elif isinstance(cell, datetime):
                sheet.write_datetime(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell)
    book.close()
    return {"seconds": time.process_time() - begin, "peak_mb": _peak_mb() - before}


def _peak_mb() -> float:
    """Return the most memory that this process held; that of its parent does not count."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


ROLES: dict[str, Callable[[Path], Figures]] = {"fill": _fill, "ours": _ours, "bare": _bare}

if __name__ == "__main__":
    print(json.dumps(ROLES[sys.argv[1]](Path(sys.argv[2]))))
