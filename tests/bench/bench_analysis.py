"""Matrix, questions and nearness over 1,000 documents, 200 codes and 500,000 codings."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import analysis_study
from bench.bench_agreement import best_cpu_ms
from bench.rows import Row, row

from qualcode_app.services.analysis import asking, matrix, study, together
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.nearness import Near, Nearness
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.coding import facets
from qualcode_app.services.store.project import Project

BARE = "SELECT code_uid, revision_uid, count(*), sum(n_words) FROM coding GROUP BY 1, 2"
QUESTION_MS = 100.0
JOB_MS = 10_000.0  # a job with progress and cancel, which nobody waits for at the window


def measure() -> list[Row]:
    """Measure on a project made for it; the time is that of the processor."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.qualcode"
        analysis_study.make(path)
        with Project.open(path, read_only=True) as project:
            return [*_matrix(project), *_questions(project), *_together(project)]


def _matrix(project: Project) -> list[Row]:
    bare = best_cpu_ms(lambda: project.read(_rows), 3)
    whole = best_cpu_ms(lambda: matrix.table(project.read(study.read)), 3)
    known = project.read(study.read)
    again = best_cpu_ms(lambda: matrix.table(known), 3)
    found = matrix.table(known)
    counters = matrix.counters(known)
    first = best_cpu_ms(lambda: _words(project, known, found, counters), 1)
    words = best_cpu_ms(lambda: _words(project, known, found, counters), 3)
    size = "1,000 x 200, 500,000 codings"
    return [
        Row(f"matrix {size}, read and counted", whole, "ms", 2.0, "bare SQL", whole / bare),
        row("the same with the codings read before", again, "ms", 2 * bare, "twice bare SQL"),
        row("its words, texts read for the first time", first, "ms", JOB_MS, "a job"),
        row("its words again", words, "ms", 1_000.0, "a job"),
        row("at the level of families", _families(known), "ms", 2 * bare, "twice bare SQL"),
    ]


def _questions(project: Project) -> list[Row]:
    known = project.read(study.read)
    one, other = known.tree.codes[1].uid, known.tree.codes[30].uid
    group = known.corpus.systems[0].groups[0].uid
    system = known.corpus.systems[0].uid
    place = known.documents[7].uid
    role = project.read(facets.rows)[0].uid
    valued = Question(Kind.VALUES, (one,), facet=(role, ""))
    first = best_cpu_ms(lambda: project.read(asking.ask, known, valued), 1)
    values = best_cpu_ms(lambda: project.read(study.read_values, known), 1)
    asked = {
        "who has a code": Question(Kind.ALL_OF, (one,)),
        "who lacks two codes": Question(Kind.NONE_OF, (one, other)),
        "who lacks a family, in a group": Question(
            Kind.NONE_OF, (known.tree.codes[0].uid,), group_uid=group
        ),
        "what is only in a group": Question(Kind.ONLY, group_uid=group),
        "what is rare": Question(Kind.RARE, at_most=950),
        "compare groups": Question(Kind.GROUPS, (one,), system_uid=system),
        "who has a code with a value of a facet": Question(
            Kind.ALL_OF, (one,), facet=(role, "measure")
        ),
        "a code by value of a facet": Question(Kind.VALUES, (one,), facet=(role, "")),
        "a whole family by value of a facet": Question(
            Kind.VALUES, (known.tree.codes[0].uid,), facet=(role, "")
        ),
        "what is rare with a value of a facet": Question(
            Kind.RARE, at_most=950, facet=(role, "measure")
        ),
        "all that one document says": Question(Kind.PROFILE, document_uids=(place,)),
    }
    return [
        row(
            "ask for the values of a code before they were read", first, "ms", QUESTION_MS, "target"
        ),
        row("the values of facets, read once after the codings", values, "ms", JOB_MS, "a job"),
        *(
            row(f"ask {name}", _asked(project, known, question), "ms", QUESTION_MS, "target")
            for name, question in asked.items()
        ),
    ]


def _together(project: Project) -> list[Row]:
    known = project.read(study.read)
    rows = known.tree.at_level(2)
    return [
        row(
            f"codes together, {near.value}",
            best_cpu_ms(_compared(project, known, rows, Nearness(near)), 1),
            "ms",
            JOB_MS,
            "a job",
        )
        for near in Near
    ]


def _rows(session: Any) -> object:
    return session.connection().exec_driver_sql(BARE).all()


def _words(project: Project, known: Study, found: matrix.Matrix, counters: Any) -> object:
    return project.read(matrix.with_words, known, found, counters)


def _families(known: Study) -> float:
    return best_cpu_ms(lambda: matrix.table(known, Choice(level=1)), 3)


def _asked(project: Project, known: Study, question: Question) -> float:
    return best_cpu_ms(lambda: project.read(asking.ask, known, question), 3)


def _compared(
    project: Project, known: Study, rows: list[int], how: Nearness
) -> Callable[[], object]:
    return lambda: project.read(together.matrix, known, rows, how)
