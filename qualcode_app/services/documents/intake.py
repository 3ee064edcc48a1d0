"""Taking in files from disk: each is read in the child process, stored, or refused by name."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import PasswordNeeded, QualcodeError, UnreadableDocument
from qualcode_app.domain.extraction import PICTURES, ExtractedDocument, Notice
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.domain.written import SUFFIXES as TEXT_SUFFIXES
from qualcode_app.formats import text_files
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.documents import imports, written
from qualcode_app.services.documents.imports import NewDocument
from qualcode_app.services.store.project import Project

AskPassword = Callable[[str], str | None]  # gets the file's name; None: leave it out


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is now a document."""

    name: str
    document_uid: str
    n_pages: int
    notices: tuple[Notice, ...]
    n_without_text: int = 0  # pages that text recognition could read


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was left out, and why."""

    name: str
    error: QualcodeError


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the files, in their order."""

    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says about the files beforehand."""

    case_names: Mapping[str, str] = field(default_factory=dict)  # by file name
    language: str = "nl"
    passwords: Mapping[str, str] = field(default_factory=dict)  # by file name
    ask_password: AskPassword | None = None


MANY = 10  # files
SUFFIXES = (".pdf", *TEXT_SUFFIXES, *PICTURES)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and the PDFs, texts and pictures in the folders, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            found.update(dict.fromkeys(sorted(inside)))
        else:
            found[path] = None
    return list(found)


def take_in(
    project: Project,
    paths: Iterable[Path],
    wishes: Wishes | None = None,
    progress: Progress | None = None,
) -> Intake:
    """Import files one by one; each is whole in the project or not in it at all.

    Many of them come in after a backup.

    Raises:
        CannotWrite: No backup could be made.
        Cancelled: The user stopped; files that were finished before stay.
    """
    wanted, watch = files_in(paths), progress or Silent()
    if len(wanted) >= MANY:
        project.back_up("import")
    taken: list[Taken] = []
    refused: list[Refused] = []
    changes = Changes()
    for path, read in _read_ahead(wanted, wishes or Wishes(), watch):
        try:
            new = read.result()
            changed = project.write(imports.add_document, new)
        except QualcodeError as error:
            refused.append(Refused(path.name, error))
            continue
        changes |= changed
        (uid,) = changed[Kind.DOCUMENT].all
        n_pages = len(new.extracted.pages)
        n_blank = sum(not page.text.strip() for page in new.extracted.pages)
        taken.append(Taken(path.name, uid, n_pages, new.extracted.warnings, n_blank))
    watch.report(max(len(wanted), 1), max(len(wanted), 1))
    return Intake(tuple(taken), tuple(refused), changes)


def _read_ahead(
    paths: list[Path], wishes: Wishes, progress: Progress
) -> Iterator[tuple[Path, Future[NewDocument]]]:
    """Yield each file as read, while the child is at work on the next one already."""
    with Extractor() as extractor, ThreadPoolExecutor(1) as pool:
        waiting: deque[tuple[Path, Future[NewDocument]]] = deque()
        try:
            for index, path in enumerate(paths):
                share = Part(progress, index, len(paths))
                waiting.append((path, pool.submit(_read, extractor, path, wishes, share)))
                if len(waiting) > 1:
                    yield waiting.popleft()
            while waiting:
                yield waiting.popleft()
        finally:
            for _, future in waiting:
                future.cancel()


def _read(extractor: Extractor, path: Path, wishes: Wishes, progress: Progress) -> NewDocument:
    progress.report(0, 1)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            "{name} cannot be read ({reason}). Check that it is there and may be opened.",
            name=path.name,
            reason=error.strerror or str(error),
        ) from error
    case_name = wishes.case_names.get(path.name, "")
    if text_files.is_text(path.name):
        found = text_files.read(content, path.name)
        new = written.of_written(
            extractor,
            found.written,
            path.name,
            content,
            case_name=case_name,
            language=wishes.language,
            progress=progress,
        )
        return replace(new, extracted=replace(new.extracted, warnings=found.notices))
    extracted = _extract(extractor, content, path.name, wishes, progress)
    return NewDocument(extracted, content, path.name, case_name, wishes.language)


def _extract(
    extractor: Extractor, content: bytes, name: str, wishes: Wishes, progress: Progress
) -> ExtractedDocument:
    password = wishes.passwords.get(name)
    while True:
        try:
            return extractor.extract(content, name, password=password, progress=progress)
        except PasswordNeeded:
            password = wishes.ask_password(name) if wishes.ask_password else None
            if password is None:
                raise
