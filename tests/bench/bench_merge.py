"""Merging: one file with the usual work of a coder, and a whole team at once."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import thread_time

from bench.bench_agreement_project import LENGTH, add_documents
from bench.rows import Row, row

from qualcode_app import paths
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.formats import codebook_json
from qualcode_app.services.codebook import codebook
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

TEAM, ONE, MANY = 8, 5_000, 20_000
SPAN, CODES, CONTEXT = 40, 50, 32


def _code(session, coder_uid: str, count: int) -> Changes:
    """Let a coder make `count` codings, spread over the documents; columns written as they are."""
    round_uid = people.rounds(session)[0].uid
    codes = [one.uid for one in codebook.rows(session) if one.level == 2][:CODES]
    digests = codebook.digests(session, codes)
    there = documents.rows(session)
    text = documents.text(session, there[0].revision_uid)  # all say the same
    starts = range(0, LENGTH - SPAN, SPAN)
    new = []
    for number in range(count):
        document = there[number % len(there)]
        turn = number // len(there)
        start = starts[turn % len(starts)]
        code = codes[(turn // len(starts) + number) % len(codes)]
        about = {
            "uid": journal.new_uid(),
            "revision_uid": document.revision_uid,
            "round_uid": round_uid,
            "coder_uid": coder_uid,
            "code_uid": code,
            "code_digest": digests[code],
            "kind": "text",
            "start_char": start,
            "end_char": start + SPAN,
            "quote": text[start : start + SPAN],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[start + SPAN : start + SPAN + CONTEXT],
            "n_words": len(text[start : start + SPAN].split()),
            "is_primary": False,
            "origin": "hand",
            "moved_from_uid": None,
        }
        new.append(NewRow(Kind.CODING, about, {}))
    for begin in range(0, count, 500):  # the work of many days, not one act
        journal.add_many(session, "coding.import", new[begin : begin + 500])
    return Changes.of(Kind.CODING)


def _study(folder: Path, coders: int, count: int) -> tuple[Path, list[Path]]:
    """Make a lead's file and a file per coder, each with work of its own."""
    lead = folder / "lead.qualcode"
    with Project.create(lead, title="Benchmark", coder=NewCoder("Lead")) as project:
        project.write(codebook.load, codebook_json.read(paths.codebooks() / "combined.json"))
        project.write(add_documents)
        for number in range(coders):
            project.write(people.add_coder, NewCoder(f"Coder {number + 1}"))
        everybody = project.read(people.coders)[1:]
        files = [folder / f"coder {number + 1}.qualcode" for number in range(coders)]
        for path in files:
            copies.save_copy(project, path)
    for path, coder in zip(files, everybody, strict=True):
        with Project.open(path) as project:
            project.author_uid = coder.uid
            project.write(_code, coder.uid, count)
    return lead, files


def _timed(coders: int, count: int) -> tuple[float, float]:
    """Return the seconds of work that planning and carrying out take, whatever else runs."""
    with tempfile.TemporaryDirectory() as place:
        lead, files = _study(Path(place), coders, count)
        with Project.open(lead) as project:
            begun = thread_time()
            plan = merging.prepare(project, files)
            planned = thread_time()
            merging.carry_out(project, plan)
            return planned - begun, thread_time() - planned


def measure() -> list[Row]:
    one = min((_timed(1, ONE) for _ in range(3)), key=sum)
    team = _timed(TEAM, MANY)
    return [
        row(f"merge a file of {ONE:,} codings", 1000 * sum(one), "ms", 500),
        Row("  of which the plan", 1000 * one[0], "ms"),
        row(f"merge {TEAM} files of {MANY:,} codings each", 1000 * sum(team), "ms", 6000),
        Row("  of which the plan", 1000 * team[0], "ms"),
    ]
