"""A project as large as the analysis has to bear: 1,000 documents, 200 codes, 500,000 codings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry, FacetEntry, OptionEntry
from qualcode_app.models.raw import uid_bytes
from qualcode_app.services.codebook import codebook
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

DOCUMENTS, FAMILIES, BELOW, CODERS, CODINGS = 1_000, 10, 19, 3, 500_000
LENGTH, PAGES, SENTENCE, PARAGRAPH, SECTIONS = 30_000, 12, 100, 500, 10
GROUPS = ("small", "medium", "large")
WORDS = "more houses in the village than there are now and a bus that comes in the evening too "


def make(path: Path, n_documents: int = DOCUMENTS, n_codings: int = CODINGS) -> None:
    """Write the project; rows go in below the services, which would take minutes."""
    with Project.create(path, title="Large", coder=NewCoder("Ada One")) as project:
        for name in ("Bo Two", "Cy Three"):
            project.write(people.add_coder, NewCoder(name))
        project.write(codebook.load, _book())
        tree = project.read(codebook.rows)
        coders = [uid_bytes(row.uid) for row in project.read(people.coders)]
        round_uid = uid_bytes(project.read(people.rounds)[0].uid)
    link = sqlite3.connect(path)
    link.execute("PRAGMA synchronous = OFF")
    travel = _travel(coders[0])
    revisions, documents = _documents(link, travel, n_documents)
    _groups(link, documents, travel)
    (version,) = link.execute("SELECT uid FROM codebook_version").fetchone()
    families = [uid_bytes(row.uid) for row in tree if row.is_family]
    _insert(
        link,
        "reading_status",
        (
            travel
            | {
                "uid": _uid(),
                "round_uid": round_uid,
                "coder_uid": coder,
                "document_uid": document,
                "family_uid": family,
                "state": "done",
                "codebook_version_uid": version,
            }
            for document in documents
            for coder in coders
            for family in families
        ),
    )
    codes = [uid_bytes(row.uid) for row in tree]
    _insert(link, "coding", _codings(revisions, codes, coders, round_uid, travel, n_codings))
    _values(link)
    link.commit()
    link.close()


def _book() -> CodebookFile:
    options = tuple(OptionEntry(key, key, key) for key in ("measure", "diagnosis"))
    role = FacetEntry("role", "rol", "role", "nominal", options=options)
    entries = []
    for family in range(FAMILIES):
        key = f"F{family:02d}"
        entries.append(CodeEntry(key, None, key, key, "", "", colour="#336699"))
        entries += [
            CodeEntry(f"{key}-{n}", key, f"{key}-{n}", f"{key}-{n}", "", "", colour="#336699")
            for n in range(1, BELOW + 1)
        ]
    return CodebookFile(
        format=1,
        key="large",
        title_nl="Groot",
        title_en="Large",
        about_nl="",
        about_en="",
        version="1",
        codes=tuple(entries),
        facets=(role,),
    )


def _values(link: sqlite3.Connection) -> None:
    """Give every coding one of the two values of the facet."""
    (facet,) = link.execute("SELECT uid FROM facet").fetchone()
    link.execute(
        "INSERT INTO coding_value (coding_uid, facet_uid, ordinal, option_key)"
        " SELECT uid, ?, 1, CASE WHEN start_char % 2 THEN 'measure' ELSE 'diagnosis' END"
        " FROM coding",
        (facet,),
    )


def _uid() -> bytes:
    return uid_bytes(journal.new_uid())


def _travel(author: bytes) -> dict[str, object]:
    return {
        "made_at": 1,
        "made_by_uid": author,
        "changed_at": 1,
        "changed_by_uid": author,
        "stamp": "a:1",
        "batch_uid": None,
    }


def _insert(link: sqlite3.Connection, table: str, rows: Iterator[Mapping[str, object]]) -> None:
    first = next(rows)
    names = ", ".join(f'"{name}"' for name in first)
    marks = ", ".join("?" * len(first))
    sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
    link.execute(sql, tuple(first.values()))
    link.executemany(sql, (tuple(row.values()) for row in rows))


def _documents(
    link: sqlite3.Connection, travel: Mapping[str, object], n_documents: int
) -> tuple[list[bytes], list[bytes]]:
    text = (WORDS * (LENGTH // len(WORDS) + 1))[:LENGTH]
    size = LENGTH // PAGES
    documents = [_uid() for _ in range(n_documents)]
    revisions = [_uid() for _ in range(n_documents)]
    _insert(
        link,
        "document",
        (
            dict(travel)
            | dict.fromkeys(("short_title", "kind", "language", "out_reason"), "")
            | dict.fromkeys(("case_uid", "wave_uid", "date"), None)
            | {
                "uid": document,
                "title": f"Place {i:04d}",
                "current_revision_uid": revisions[i],
                "corpus": "in",
                "position": f"{i:05d}",
            }
            for i, document in enumerate(documents)
        ),
    )
    _insert(
        link,
        "revision",
        (
            dict(travel)
            | dict.fromkeys(("extractor", "splitter", "units_sha256"), "made")
            | {
                "uid": revision,
                "document_uid": documents[i],
                "number": 1,
                "file_sha256": f"{i:064x}",
                "n_bytes": 1,
                "text_sha256": f"{i:064x}",
                "n_chars": LENGTH,
                "n_words": len(text.split()),
                "n_pages": PAGES,
                "text_source": "made",
                "encoding_version": 1,
            }
            for i, revision in enumerate(revisions)
        ),
    )
    page = dict.fromkeys(("media_box", "crop_box"), "") | {
        "n_chars": size,
        "width_pt": 595.0,
        "height_pt": 842.0,
        "rotation": 0,
        "text_source": "made",
        "unreadable_share": 0.0,
    }
    _insert(
        link,
        "page",
        (
            page
            | {
                "revision_uid": revision,
                "number": n + 1,
                "label": str(n + 1),
                "start_char": n * size,
                "text": text[n * size : (n + 1) * size],
            }
            for revision in revisions
            for n in range(PAGES)
        ),
    )
    _insert(
        link,
        "unit",
        (
            {
                "revision_uid": revision,
                "kind": kind,
                "number": n + 1,
                "start_char": n * width,
                "end_char": (n + 1) * width - 1,
                "parent_number": None,
                "counts": 1,
            }
            for revision in revisions
            for kind, width in (("sentence", SENTENCE), ("paragraph", PARAGRAPH))
            for n in range(LENGTH // width)
        ),
    )
    width = LENGTH // SECTIONS
    _insert(
        link,
        "section",
        (
            dict(travel)
            | {
                "uid": _uid(),
                "revision_uid": revision,
                "level": 1,
                "title": f"Chapter {n + 1}",
                "start_char": n * width,
                "end_char": (n + 1) * width,
                "origin": "found",
            }
            for revision in revisions
            for n in range(SECTIONS)
        ),
    )
    return revisions, documents


def _groups(
    link: sqlite3.Connection, documents: Sequence[bytes], travel: Mapping[str, object]
) -> None:
    system = _uid()
    groups = [_uid() for _ in GROUPS]
    _insert(link, "group_system", iter([dict(travel) | {"uid": system, "title": "Size"}]))
    _insert(
        link,
        "case_group",
        (
            dict(travel) | {"uid": uid, "system_uid": system, "title": GROUPS[i], "rank": i}
            for i, uid in enumerate(groups)
        ),
    )
    _insert(
        link,
        "membership",
        (
            dict(travel)
            | {
                "uid": _uid(),
                "group_uid": groups[i % len(groups)],
                "case_uid": None,
                "document_uid": document,
                "valid_from": None,
                "valid_to": None,
            }
            for i, document in enumerate(documents)
        ),
    )


def _codings(
    revisions: Sequence[bytes],
    codes: Sequence[bytes],
    coders: Sequence[bytes],
    round_uid: bytes,
    travel: Mapping[str, object],
    n_codings: int,
) -> Iterator[dict[str, object]]:
    chance = np.random.default_rng(1)
    columns = zip(
        chance.integers(0, len(revisions), n_codings).tolist(),
        chance.integers(0, len(codes), n_codings).tolist(),
        chance.integers(0, len(coders), n_codings).tolist(),
        chance.integers(0, LENGTH - 400, n_codings).tolist(),
        chance.integers(20, 300, n_codings).tolist(),
        strict=True,
    )
    seen: set[tuple[int, int, int, int]] = set()
    for document, code, coder, start, length in columns:
        if (document, code, coder, start) in seen:
            continue
        seen.add((document, code, coder, start))
        yield dict(travel) | {
            "uid": _uid(),
            "revision_uid": revisions[document],
            "round_uid": round_uid,
            "coder_uid": coders[coder],
            "code_uid": codes[code],
            "code_digest": "d" * 64,
            "kind": "text",
            "start_char": start,
            "end_char": start + length,
            "quote": "q" * length,
            "prefix": "p" * 32,
            "suffix": "s" * 32,
            "n_words": max(1, length // 6),
            "is_primary": 0,
            "origin": "hand",
            "moved_from_uid": None,
        }
