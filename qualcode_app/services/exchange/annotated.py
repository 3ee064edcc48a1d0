"""A project made from texts that several people annotated elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes
from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.domain.text_pages import extracted
from qualcode_app.formats import annotations as files
from qualcode_app.formats import text_pdf
from qualcode_app.formats.annotations import AnnotatedStudy
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents, imports
from qualcode_app.services.documents.imports import NewDocument
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

FAMILY = "codes"
KEY_CHARS = 40
STEPS = 3  # texts, codings, what was read


def make(
    folder: Path, path: Path, *, language: str = "en", progress: Progress | None = None
) -> Project:
    """Make a project of a folder of annotated texts and open it; on failure nothing remains.

    A coder who finished a text has read it for all codes; elsewhere the coder's silence is
    missing and not a judgment.

    Raises:
        UnreadableTable: The folder holds no sound annotated texts.
        CannotWrite: There is a file of that name, or the folder refuses it.
        Cancelled: The user stopped.
    """
    watch = progress or Silent()
    study = files.read(folder)
    coders = study.coders
    project = Project.create(path, title=folder.name, coder=NewCoder(coders[0]))
    with ExitStack() as left:
        left.callback(path.unlink, missing_ok=True)
        left.callback(project.close)
        for name in coders[1:]:
            project.write(people.add_coder, NewCoder(name))
        project.write(codebook.load, _book(study.codes, folder.name))
        project.write(_add_texts, study, language, Part(watch, 0, STEPS))
        _code(project, study, Part(watch, 1, STEPS))
        project.write(_mark_read, study, Part(watch, 2, STEPS))
        left.pop_all()
    return project


def _book(codes: list[str], title: str) -> CodebookFile:
    entries = [CodeEntry(FAMILY, None, title, title, title, title, colour="#4A5568")]
    entries += [
        CodeEntry(key, FAMILY, code, code, code, code, colour=_colour(at))
        for at, (key, code) in enumerate(_keys(codes).items())
    ]
    return CodebookFile(1, "annotations", title, title, "", "", "1", codes=tuple(entries))


def _keys(codes: list[str]) -> dict[str, str]:
    """Return the codes by keys made of their names."""
    found: dict[str, str] = {}
    for code in codes:
        stem = re.sub(r"[^A-Za-z0-9]+", "-", code).strip("-")[: KEY_CHARS - 3] or "code"
        key, number = stem, 1
        while key in found or key == FAMILY:
            number += 1
            key = f"{stem}-{number}"
        found[key] = code
    return found


_COLOURS = ("#B45309", "#1D4ED8", "#047857", "#7C3AED", "#BE123C", "#0E7490", "#4D7C0F", "#6D28D9")


def _colour(at: int) -> str:
    return _COLOURS[at % len(_COLOURS)]


def _add_texts(
    session: Session, study: AnnotatedStudy, language: str, progress: Progress
) -> Changes:
    def documents_of() -> Iterator[NewDocument]:
        for done, (title, text) in enumerate(study.texts.items()):
            progress.report(done, len(study.texts))
            # Two texts may have the same words; the title makes them two documents.
            content = text_pdf.write(text, title)
            laid_out = extracted(text, content)
            yield NewDocument(laid_out, content, f"{title}.txt", language=language)

    return imports.add_documents(session, documents_of())


def _code(project: Project, study: AnnotatedStudy, progress: Progress) -> None:
    """Write each coder's marks under the coder's own name."""
    revisions = {row.title: row.revision_uid for row in project.read(documents.rows)}
    by_label = {row.label_en: row.uid for row in project.read(codebook.rows)}
    (round_, *_) = project.read(people.rounds)
    uids = {row.name: row.uid for row in project.read(people.coders)}
    first = project.author_uid
    for done, name in enumerate(study.coders):
        progress.report(done, len(study.coders))
        project.author_uid = uids[name]
        new = [
            NewCoding(
                revisions[_title(mark.title)],
                round_.uid,
                uids[name],
                by_label[mark.code],
                TextAnchor(mark.start, mark.end),
                origin="import",
            )
            for mark in sorted(study.marks)
            if mark.coder == name
        ]
        project.write(codings.add_many, "coding.import", new)
    project.author_uid = first


def _mark_read(session: Session, study: AnnotatedStudy, progress: Progress) -> Changes:
    shelf = {row.title: row.uid for row in documents.rows(session)}
    uids = {row.name: row.uid for row in people.coders(session)}
    round_uid = people.rounds(session)[0].uid
    progress.report(0, 1)
    readings = [
        Reading(uids[coder], round_uid, shelf[_title(title)]) for coder, title in sorted(study.done)
    ]
    return reading.mark_all_done(session, readings)


def _title(title: str) -> str:
    """Return what a document of that name is called."""
    return imports.title_of(f"{title}.txt")
