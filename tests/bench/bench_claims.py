"""Findings asked again and held against each other, over 1,000 documents and 500,000 codings."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import analysis_study
from bench.bench_agreement import best_cpu_ms
from bench.rows import Row, row

from qualcode_app.services.analysis import asking, study
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.claims import claims, contradictions, recheck
from qualcode_app.services.store.project import Project

FINDINGS = 100
JOB_MS = 10_000.0  # a job with progress and cancel, which nobody waits for at the window


def measure() -> list[Row]:
    """Measure on a project made for it; the time is that of the processor."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.qualcode"
        analysis_study.make(path)
        with Project.open(path) as project:
            known = project.read(study.read)
            questions = [_question(known, number) for number in range(FINDINGS)]
            for number, question in enumerate(questions):
                answer = project.read(asking.ask, known, question)
                new = claims.of_answer(answer, Voices(), f"Finding {number} on some codes.")
                project.write(claims.keep, new)
            return _rows(project, known, questions)


def _question(known: Study, number: int) -> Question:
    kind = (Kind.ALL_OF, Kind.NONE_OF, Kind.ANY_OF)[number % 3]
    return Question(kind, (known.tree.codes[number].uid,))


def _rows(project: Project, known: Study, questions: list[Question]) -> list[Row]:
    def bare() -> None:
        for question in questions:
            project.read(asking.ask, known, question)

    asked = best_cpu_ms(bare, 3)
    again = best_cpu_ms(lambda: recheck.check(project, known), 3)
    register = recheck.check(project, known)
    compared = best_cpu_ms(lambda: project.read(contradictions.find, register), 3)
    return [
        Row(
            f"{FINDINGS} findings asked again",
            again,
            "ms",
            2.0,
            "the bare questions",
            again / asked,
        ),
        row("what contradicts among them and with codings", compared, "ms", JOB_MS, "a job"),
    ]
