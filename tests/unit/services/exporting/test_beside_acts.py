"""Long jobs while somebody codes: the act succeeds, and what is made is of one state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.documents import quality, quotations
from qualcode_app.services.exchange import project_export
from qualcode_app.services.exporting import archive, exports
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.provenance import checking
from qualcode_app.services.store.project import Project

Work = Callable[[Project, Progress, Path], object]


def compare_coders(view: Project, progress: Progress, _path: Path) -> object:
    data = view.read(spans, Scope())
    progress.report(0, 1)
    return repr(data.document_titles), repr(view.read(agreements.table, None, progress).rows)


def make_tables(view: Project, progress: Progress, _path: Path) -> object:
    found = exports.snapshot(view, Wish("en", progress=progress))
    return {name: list(map(repr, table.rows)) for name, table in found.tables.items()}


def write_exchange(view: Project, progress: Progress, path: Path) -> object:
    done = project_export.write(view, path.with_suffix(".qdpx"), "en", progress)
    return done.n_documents, done.n_codings, [str(each) for each in done.lost]


def write_archive(view: Project, progress: Progress, path: Path) -> object:
    made = archive.write(view, path.with_suffix(".qualcode"), "en", progress)
    with Project.open(made.path, read_only=True) as written:
        return len(written.read(coding_rows.rows))


def check_quotations(view: Project, progress: Progress, _path: Path) -> object:
    rows = view.read(coding_rows.rows)
    draft = " ".join(f"“{row.quote}”" for row in rows[:20])
    return len(rows), view.read(quotations.check, draft, progress)


def look_at_texts(view: Project, progress: Progress, _path: Path) -> object:
    rows = view.read(coding_rows.rows)
    return len(rows), view.read(quality.report, None, progress)


def check_project(view: Project, progress: Progress, _path: Path) -> object:
    rows = view.read(coding_rows.rows)
    return len(rows), checking.check_open(view, progress)


class Coder:
    """Progress of a job, in the middle of which somebody takes a coding away."""

    def __init__(self, project: Project) -> None:
        self.project, self.has_acted = project, False

    def report(self, done: int, total: int) -> None:
        if not self.has_acted:
            self.has_acted = True
            (first, *_) = self.project.read(coding_rows.rows)
            self.project.write(codings.remove, first.uid)


@pytest.mark.parametrize(
    "work",
    [
        compare_coders,
        make_tables,
        write_exchange,
        write_archive,
        check_quotations,
        look_at_texts,
        check_project,
    ],
)
def test_an_act_in_the_middle_of_a_job_succeeds_and_the_outcome_is_of_one_state(
    project, tmp_path, work: Work
):
    before = work(project, Silent(), tmp_path / "before")
    coder = Coder(project)
    beside = project.still(lambda view: work(view, coder, tmp_path / "beside"))
    assert coder.has_acted
    assert beside in (before, work(project, Silent(), tmp_path / "after"))
