"""Agreement of a study as it lies in a project file: the report, and what opens from it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from bench.bench_agreement import best_ms, spans, timed
from bench.rows import Row

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.formats import codebook_json
from qualcode_app.services.agreement import agreement_details, agreements, reliability
from qualcode_app.services.agreement.agreement_passages import Behind, passages
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

CODERS, DOCUMENTS, CODES, LENGTH, EACH, PAGES = 3, 25, 60, 60_000, 6_600, 24
WORDS = "wonen in de kern van het dorp vraagt om meer huizen dan er nu staan en "


def add_documents(session) -> Changes:
    """Add documents of invented text with their pages, without bytes or boxes."""
    text = (WORDS * (LENGTH // len(WORDS) + 1))[:LENGTH]
    size = LENGTH // PAGES
    for number in range(DOCUMENTS):
        document, revision = journal.new_uid(), journal.new_uid()
        about = {
            **dict.fromkeys(("short_title", "kind", "language", "out_reason"), ""),
            **dict.fromkeys(("case_uid", "wave_uid", "date"), None),
            "uid": document,
            "title": f"Invented agreement {number + 1}",
            "current_revision_uid": revision,
            "corpus": "in",
            "position": f"{number:05d}",
        }
        frozen = {
            "uid": revision,
            "document_uid": document,
            "number": 1,
            "file_sha256": f"{number:064x}",
            "n_bytes": 1,
            "text_sha256": f"{number:064x}",
            "n_chars": LENGTH,
            "n_words": len(text.split()),
            "n_pages": PAGES,
            "extractor": "made",
            "text_source": "made",
            "splitter": "made",
            "units_sha256": "",
            "encoding_version": 1,
        }
        pages = [
            {
                "revision_uid": revision,
                "number": page + 1,
                "label": str(page + 1),
                "start_char": page * size,
                "n_chars": size,
                "width_pt": 595.0,
                "height_pt": 842.0,
                "rotation": 0,
                "media_box": "",
                "crop_box": "",
                "text_source": "made",
                "unreadable_share": 0.0,
                "text": text[page * size : (page + 1) * size],
            }
            for page in range(PAGES)
        ]
        rows = [
            NewRow(Kind.DOCUMENT, about, {}),
            NewRow(Kind.REVISION, frozen, {"page": pages}),
        ]
        journal.add_many(session, "document.import", rows)
    return Changes.of(Kind.DOCUMENT)


def study(path: Path) -> Project:
    """Make the realistic study: 3 coders, 25 documents, 60 codes, about 17,000 codings."""
    project = Project.create(path, title="Study", coder=NewCoder("Ada One"))
    for name in ("Bo Two", "Cy Three"):
        project.write(people.add_coder, NewCoder(name))
    project.write(codebook.load, codebook_json.read(paths.codebooks() / "combined.json"))
    project.write(add_documents)
    codes = [row.uid for row in project.read(codebook.rows) if row.level == 2][:CODES]
    coders = [row.uid for row in project.read(people.coders)]
    (round_,) = project.read(people.rounds)
    found = project.read(reliability.spans, Scope(all_read=True, coder_uids=tuple(coders)))
    columns = spans(CODERS, DOCUMENTS, CODES, LENGTH, EACH)
    whole = np.stack([columns[k] for k in ("document", "coder", "code", "start", "end")], axis=1)
    new = [
        NewCoding(
            found.revision_uids[document],
            round_.uid,
            coders[coder],
            codes[code],
            TextAnchor(start, end),
        )
        for document, coder, code, start, end in whole.tolist()
    ]
    project.write(codings.add_many, "coding.import", new)
    families = [row.uid for row in project.read(codebook.families)]
    for coder in coders:
        for document in found.spans.documents:
            place = Reading(coder, round_.uid, document)
            project.write(reading.set_state, place, families, "done")
    return project


def measure() -> list[Row]:
    """Measure the report and the drill-down from the file."""
    with tempfile.TemporaryDirectory() as folder, study(Path(folder) / "s.qualcode") as project:
        agreements.tabulate(project.read(reliability.spans, Scope(tolerance="none")))  # imports
        plain = Scope(tolerance="none")
        data = project.read(reliability.spans, plain)
        table = agreements.tabulate(data)
        n = sum(table.pooled.n_spans)
        most = max(table.rows, key=lambda row: sum(row.n_spans)).code_uid
        return [
            timed(
                f"whole default report from SQLite, {n} spans",
                lambda: project.read(agreements.table, Scope()),
                150,
            ),
            timed(
                "the same without a tolerance",
                lambda: project.read(agreements.table, plain),
                110,
            ),
            timed(
                "passages behind the most used code, with their words",
                lambda: project.read(passages, data, Behind(most)),
                100,
            ),
            timed("confusion of all pairs", lambda: agreement_details.confused(data), 300, 3),
            Row(
                "drift",
                best_ms(lambda: project.read(agreement_details.drift, data), 3),
                "ms",
                100,
            ),
        ]
