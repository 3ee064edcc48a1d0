"""Go through the program's main job with the frozen program, and tell its size and start.

The steps are those of a study: the sample is made and coded by two, a copy of it is coded further
and merged, agreement is computed, segments are exported. Then the window opens it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

DOCUMENT = "Kreekenburg 2026"
STARTS = 3
START_S, SIZE_MB = 2.5, 450


def run(program: Path, *arguments: object, folder: Path) -> str:
    """Run a command of the frozen program and return what it printed."""
    done = subprocess.run(
        [program, *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{arguments[0]} failed: {done.stderr or done.stdout}")
    return done.stdout


def study(program: Path, folder: Path) -> Path:
    """Do a study by command; return the project."""
    run(program, "demo", "study", folder=folder)
    project = folder / "study" / "sample.qualcode"
    coders = json.loads(run(program, "coders", project, "--json", folder=folder))
    place = ("--start", 300, "--end", 360, "--coder", coders[0]["name"])
    run(program, "copy", project, "other.qualcode", folder=folder)
    run(program, "code", "other.qualcode", DOCUMENT, "WON-1", *place, folder=folder)
    run(program, "merge", project, "other.qualcode", folder=folder)
    table = json.loads(run(program, "agreement", project, "--json", folder=folder))
    if not table:
        raise SystemExit("no agreement was computed")
    run(program, "export", project, "segments.xlsx", folder=folder)
    book = openpyxl.load_workbook(folder / "segments.xlsx", read_only=True)
    if next(iter(book)).max_row < 2:
        raise SystemExit("no segments were exported")
    return project


def start(program: Path, project: Path) -> float:
    """Open the window on a project; return the seconds until it holds the project."""
    lock = project.with_name(f".{project.name}.lock")
    began = time.monotonic()
    window = subprocess.Popen(
        [program, str(project)], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    while not lock.exists() and time.monotonic() - began < 60:
        if window.poll() is not None:
            raise SystemExit(f"the window ended with code {window.returncode}")
        time.sleep(0.01)
    took = time.monotonic() - began
    time.sleep(1)
    if window.poll() is not None:
        raise SystemExit("the window did not stay open")
    window.terminate()
    window.wait()
    lock.unlink(missing_ok=True)
    return took


def size_mb(folder: Path) -> float:
    """Return what a folder takes, unpacked."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def main(frozen: Path) -> None:
    """Go through everything; a step that fails ends it."""
    program = next(path for path in (frozen / "qualcode", frozen / "qualcode.exe") if path.exists())
    program = program.resolve()
    with tempfile.TemporaryDirectory() as folder:
        project = study(program, Path(folder))
        starts = sorted(start(program, project) for _ in range(STARTS))
    size = size_mb(frozen)
    print(f"journey passed; {size:.0f} MB (limit {SIZE_MB}); ", end="")
    print(f"window with the sample after {starts[STARTS // 2]:.2f} s (limit {START_S})")
    if size > SIZE_MB:
        raise SystemExit("too large")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
