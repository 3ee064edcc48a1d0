"""Reports as files, by the suffix of their name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.progress import Part
from qualcode_app.domain.report import Claim, Quote, Report
from qualcode_app.formats import report_docx, report_html
from qualcode_app.services.exporting import report
from qualcode_app.services.exporting.report import Wanted
from qualcode_app.services.store.project import Project

WRITERS = {".docx": report_docx.write, ".html": report_html.write}
SUFFIXES = tuple(WRITERS)


def write(project: Project, path: Path, wanted: Wanted) -> Report:
    """Write the report of a project to a file and return it.

    Raises:
        CannotWrite: The suffix is of no kind of report, or the folder refuses the file.
        UnknownRecord: A theme is not in the codebook.
        UnreadableDocument: A chart could not be drawn.
        Cancelled: The progress asked to stop.
    """
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        raise CannotWrite(
            "The name {name} does not tell the format. Let it end in {kinds}.",
            name=path.name,
            kinds=", ".join(SUFFIXES),
        )
    watch = wanted.progress
    making = replace(wanted, with_png=suffix == ".docx", progress=Part(watch, 0, 2))
    made = report.make(project, making)
    WRITERS[suffix](made, path, Part(watch, 1, 2))
    return made


def n_quotes(made: Report) -> int:
    """Return how many quotations a report holds, those below findings as well."""
    return sum(isinstance(block, Quote) for block in made.blocks) + sum(
        len(block.evidence) for block in made.blocks if isinstance(block, Claim)
    )
