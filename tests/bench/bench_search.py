"""Searching 1,000 documents of 60 real pages, beside the bare statements."""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from bench.rows import Row, row

from qualcode_app import paths
from qualcode_app.domain.folding import fold
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.search import search
from qualcode_app.services.search.search_places import Places
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "agreements"
N_DOCUMENTS, N_PAGES = 1_000, 60
FIRST = 50  # hits shown at once
QUERIES = (
    ("a word", Query("woningen"), '"woningen"'),
    ("a rare word", Query("statushouders"), '"statushouders"'),
    ("a phrase", Query("sociale huur"), '"sociale huur"'),
    ("a prefix", Query("woning", Mode.START), '"woning" *'),
)
BARE = (
    "SELECT rowid, snippet(search_index, 0, '[', ']', '...', 24) FROM search_index"
    " WHERE search_index MATCH ? LIMIT 50"
)
BARE_ALL = (
    "SELECT t.revision_uid, t.page_number, t.text FROM search_index i"
    " JOIN search_text t ON t.id = i.rowid WHERE search_index MATCH ?"
)


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "bench.qualcode"
        _make(path)
        found: list[Row] = []
        open_ms = _best_ms(lambda: Project.open(path).close(), 3)
        found.append(row("search: open 60,000 pages", open_ms, "ms", 1500))
        link = sqlite3.connect(path)
        with Project.open(path) as project:
            for name, query, match in QUERIES:
                found += _word(project, link, name, query, match)
            found += _part(project, link)
        link.close()
    return found


def _word(
    project: Project, link: sqlite3.Connection, name: str, query: Query, match: str
) -> list[Row]:
    bare_ms = _best_ms(lambda: link.execute(BARE, (match,)).fetchall())
    places = Places()
    hits_ms = _best_ms(lambda: search.run(project, query, at_most=FIRST))
    hits = search.run(project, query, at_most=FIRST)
    context_ms = hits_ms + _best_ms(lambda: project.read(Places().of, hits))
    assert len(project.read(places.of, hits)) == len(hits)
    bare_all_ms = _best_ms(lambda: link.execute(BARE_ALL, (match,)).fetchall(), 3)
    all_ms = _best_ms(lambda: search.run(project, query), 3)
    return [
        Row(
            f"search: {name}, first {FIRST}",
            hits_ms,
            "ms",
            2.0,
            "bare FTS5, snippets",
            hits_ms / bare_ms,
        ),
        row(f"search: {name}, first {FIRST} with context", context_ms, "ms", 100),
        Row(
            f"search: {name}, all hits",
            all_ms,
            "ms",
            None,
            "bare FTS5, texts fetched",
            all_ms / bare_all_ms,
        ),
    ]


def _part(project: Project, link: sqlite3.Connection) -> list[Row]:
    query = Query("woning", Mode.INSIDE)
    bare = "SELECT revision_uid, page_number, text FROM search_text WHERE text LIKE '%woning%'"
    bare_ms = _best_ms(lambda: link.execute(bare).fetchall(), 3)
    all_ms = _best_ms(lambda: search.run(project, query), 3)
    first_ms = _best_ms(lambda: search.run(project, query, at_most=FIRST), 3)
    return [
        Row("search: part of a word, all hits", all_ms, "ms", 2.0, "bare LIKE", all_ms / bare_ms),
        row("search: part of a word, first 50", first_ms, "ms", 100),
    ]


def _best_ms(work: Callable[[], object], times: int = 5) -> float:
    """Return the least processor time: the file is in memory, and others at work do not count."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent) * 1000


def _make(path: Path) -> None:
    """Make a project whose documents are 60 pages drawn from the real ones."""
    folder = CORPUS if CORPUS.is_dir() else paths.samples()
    files = sorted(folder.glob("*.pdf"))[:25]
    with Project.create(path, title="bench", coder=NewCoder("Bench Mark")) as project:
        intake.take_in(project, files)
        pool = [
            (page.number, project.read(documents.text, one.revision_uid), page)
            for one in project.read(documents.rows)
            for page in project.read(documents.pages, one.revision_uid)
        ]
    texts = [text[page.start_char : page.start_char + page.n_chars] for _, text, page in pool]
    said = [(text, fold(ReadingText.of(text).text)) for text in texts if len(text) > 400]
    link = sqlite3.connect(path, isolation_level=None)
    link.row_factory = sqlite3.Row
    document = dict(link.execute("SELECT * FROM document LIMIT 1").fetchone())
    revision = dict(link.execute("SELECT * FROM revision LIMIT 1").fetchone())
    page = dict(link.execute("SELECT * FROM page LIMIT 1").fetchone())
    chance = random.Random(1)
    link.execute("PRAGMA foreign_keys = OFF")
    link.execute("BEGIN")
    for number in range(N_DOCUMENTS):
        uids = {"document": uuid.uuid4().bytes, "revision": uuid.uuid4().bytes}
        drawn = chance.choices(said, k=N_PAGES)
        n_chars = sum(len(text) for text, _ in drawn)
        _insert(
            link,
            "document",
            [
                document
                | {
                    "uid": uids["document"],
                    "current_revision_uid": uids["revision"],
                    "title": f"Document {number}",
                }
            ],
        )
        _insert(
            link,
            "revision",
            [
                revision
                | {
                    "uid": uids["revision"],
                    "document_uid": uids["document"],
                    "n_pages": N_PAGES,
                    "n_chars": n_chars,
                }
            ],
        )
        pages, start = [], 0
        for sheet, (text, _) in enumerate(drawn, 1):
            pages.append(
                page
                | {
                    "revision_uid": uids["revision"],
                    "number": sheet,
                    "start_char": start,
                    "n_chars": len(text),
                    "text": text,
                }
            )
            start += len(text)
        _insert(link, "page", pages)
        _insert(
            link,
            "search_text",
            [
                {"revision_uid": uids["revision"], "page_number": sheet, "text": folded}
                for sheet, (_, folded) in enumerate(drawn, 1)
            ],
        )
    link.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    link.execute("COMMIT")
    link.close()


def _insert(link: sqlite3.Connection, table: str, rows: list[dict[str, object]]) -> None:
    columns = ", ".join(f'"{name}"' for name in rows[0])
    marks = ", ".join("?" for _ in rows[0])
    link.executemany(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})", [tuple(one.values()) for one in rows]
    )
