"""A disk that has no room: one sentence, and no half file, whatever is written."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytest.importorskip("resource", reason="this system cannot limit the size of files")

SCRIPT = """
import json, resource, sys
from pathlib import Path
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Column, Snapshot, Table
from qualcode_app.formats import table_files
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import archive, marked_pdfs, report_files
from qualcode_app.services.exporting.report import Wanted
from qualcode_app.services.store.project import Project

folder = Path(sys.argv[2])
table = Table((Column("Citaat"),), [[f"{n} {n * n} {n ** 3 % 9973}"] for n in range(9000)])
tables = Snapshot({"Blad": table})

def write(name, project):
    path = folder / name
    if path.suffix in table_files.SUFFIXES:
        table_files.exporter(path).write(tables, path, Silent())
    elif path.suffix in report_files.SUFFIXES:
        report_files.write(project, path, Wanted(themes=("WON",)))
    elif path.suffix == ".qualcode":
        archive.write(project, path)
    else:
        marked_pdfs.write_all(project, folder, project.read(documents.rows)[:1])

told = {}
with Project.open(Path(sys.argv[1]), read_only=True) as project:
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, resource.RLIM_INFINITY))
    for name in ("a.xlsx", "a.ods", "a.csv", "a.docx", "a.html", "a.qualcode", "a.pdf"):
        try:
            write(name, project)
            told[name] = "written"
        except CannotWrite as error:
            told[name] = str(error)
print(json.dumps(told))
"""


def test_a_full_disk_leaves_no_half_file_and_says_so(sample_file, tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, sample_file, tmp_path],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert len(told) == 7
    for name, sentence in told.items():
        assert "cannot be" in sentence or "could not be" in sentence, (name, sentence)
    assert [path.name for path in tmp_path.iterdir()] == []
