"""The sources of another program's project as documents: known here, new, or missing.

A document is known by its file's bytes, or a text by its words; a file that lies outside is
opened only where the user pointed to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any, Self

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost, Mended
from qualcode_app.domain.content import sha256_of_text
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.extraction import PICTURES, ExtractedPage
from qualcode_app.domain.extraction import Region as PageRegion
from qualcode_app.domain.offset_counting import CountedText, Counting
from qualcode_app.domain.page_corners import MediaCorners
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.qda_project import QdaSource
from qualcode_app.domain.written import SUFFIXES, stored
from qualcode_app.formats import text_files
from qualcode_app.formats.foreign_projects import Contents
from qualcode_app.formats.refi_package import Missing, as_text
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.documents import Document, DocumentFile, Page, Revision
from qualcode_app.models.history import Alias
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.documents import documents, imports, written
from qualcode_app.services.documents.imports import NewDocument
from qualcode_app.services.exchange.own_notes import OwnRows
from qualcode_app.services.exchange.placing import StoredText
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.texts import search_index
from qualcode_app.services.texts.texts import WholeText

_RICH = (".docx", ".odt")
_ENDINGS = (*SUFFIXES, *PICTURES, ".pdf", ".doc", ".rtf")
OTHER_MEDIA = ("picture", "audio", "video")


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page as areas lie on it."""

    corners: MediaCorners
    width_pt: float
    height_pt: float
    rotation: int

    @classmethod
    def of(cls, page: Mapping[Any, Any]) -> Self:
        """Read a page as it is kept."""
        size = page["width_pt"], page["height_pt"]
        corners = MediaCorners.of(page["media_box"], page["crop_box"], *size)
        return cls(corners, *size, page["rotation"])


@dataclass
class Incoming:
    """A source and the document it is here.

    `state` is here, new, or missing; `said` tells why it is missing.
    """

    source: QdaSource
    title: str
    state: str
    uid: str = ""
    revision_uid: str = ""
    counted: CountedText | None = None
    stored: StoredText | None = None
    whole: WholeText | None = None
    frames: Mapping[int, PageFrame] = field(default_factory=dict)
    said: QualcodeError | None = None
    rows: list[NewRow] = field(default_factory=list)
    new: NewDocument | None = None
    kept: tuple[str, bytes] | None = None  # sha-256 and bytes of a text that came frozen

    def to_stored(self, start: int) -> int:
        """Return where a place of the other program's text is expected in ours."""
        if self.counted is None or self.stored is None or self.has_same_text:
            return start
        return self.stored.scaled(start, len(self.counted.text))

    @cached_property
    def has_same_text(self) -> bool:
        """Whether our text is that of the other program, but for characters nobody sees."""
        if self.counted is None or self.stored is None:
            return False
        if self.stored.text == self.counted.text:
            return True
        made = stored(self.counted.text)
        return not made.lead and not made.pairs and self.stored.text == made.text


class Documents:
    """Finds or makes the document of each source."""

    def __init__(
        self,
        session: Session,
        contents: Contents,
        extractor: Extractor,
        own: OwnRows,
        files: Mapping[str, Path],
        language: str,
    ) -> None:
        self._session = session
        self._contents = contents
        self._extractor = extractor
        self._own = own
        self._files = files
        self._language = language
        self._raw: dict[str, str | Lost] = {}
        self._taken: set[str] = set()  # uids of documents that a source stands for already
        self.findings: list[Lost | Mended] = []

    def raw_text(self, source: QdaSource) -> str | Lost:
        """Return the text of a source as the other program has it, or why there is none."""
        if source.guid not in self._raw:
            self._raw[source.guid] = self._read_text(source)
        return self._raw[source.guid]

    def take(self, source: QdaSource, counting: Counting, progress: Progress) -> Incoming:
        """Return the document of a source; a new one is read in the child process."""
        progress.report(0, 1)
        one = Incoming(source, _title(source), "missing")
        if source.text is not None:
            raw = self.raw_text(source)
            if isinstance(raw, str):
                one.counted = CountedText(raw, counting)
            else:
                one.said = raw
        content = self._content(source, one)
        known = self._known(source, content, one)
        if known is not None:
            self._use(one, known)
        elif (frozen := self._frozen(source)) is not None:
            self._thaw(one, frozen, content)
        elif content is not None or one.counted is not None:
            self._read(one, content, progress)
        if one.uid:
            self._taken.add(one.uid)
        return one

    def _read_text(self, source: QdaSource) -> str | Lost:
        body = source.text
        if body is None:
            return Lost("{name} has no text.", name=source.name)
        if body.content is not None:
            return body.content
        path = self._files.get(source.guid)
        try:
            if path is not None and source.kind == "text":
                return self._words(path.read_bytes(), path.name, source.name)
            if body.path or not source.rich_path:
                return self._words(self._contents.content(body.path), body.path, source.name)
            rich = self._contents.content(source.rich_path)
            return self._words(rich, source.rich_path, source.name)
        except Missing as missing:
            return missing.said
        except OSError:
            return Lost("{name} cannot be opened.", name=str(path))

    def _words(self, content: bytes, name: str, title: str) -> str | Lost:
        """Return the text of a file; that of a Word file where there is no plain one."""
        if PurePath(name).suffix.lower() in _RICH:
            try:
                text = text_files.read(content, PurePath(name).name).written.text
            except QualcodeError as error:
                return Lost("The text of {name} cannot be read: {reason}", name=title, reason=error)
            self.findings.append(
                Mended(
                    "The text of {name} was taken from its word-processor file. Look whether the "
                    "quotes are right.",
                    name=title,
                )
            )
            return text
        text, mended = as_text(content, title or name)
        if mended is not None:
            self.findings.append(mended)
        return text

    def _content(self, source: QdaSource, one: Incoming) -> bytes | None:
        """Return the bytes of a PDF; None where there is none or a text stands for it."""
        if source.kind != "pdf":
            return None
        path = self._files.get(source.guid)
        try:
            if path is not None:
                return path.read_bytes()
            if source.path:
                return self._contents.content(source.path)
        except Missing as missing:
            one.said = missing.said
            if one.counted is not None and not self._frozen(source):
                self.findings.append(missing.said)
        except OSError:
            one.said = Lost("{name} cannot be opened.", name=str(path))
        return None

    def _known(self, source: QdaSource, content: bytes | None, one: Incoming) -> str | None:
        """Return the document of the project that a source is."""
        study = journal.pen(self._session).study_uid
        named = [source.guid, _found_as(self._session, source.guid)]
        if content is not None:
            sha256 = hashlib.sha256(content).hexdigest()
            named.append(imports.document_uid(study, sha256))
            query = select(Revision.document_uid).where(Revision.file_sha256 == sha256)
            named += self._session.scalars(query)
        elif one.counted is not None and source.guid not in self._own.of(Kind.DOCUMENT):
            wanted = sha256_of_text(stored(one.counted.text).text)
            query = select(Revision.document_uid).where(Revision.text_sha256 == wanted)
            titled = query.join(Document, Document.uid == Revision.document_uid)
            named += self._session.scalars(titled.where(Document.title == one.title))
        for uid in named:
            if uid and uid not in self._taken and self._session.get(Document, uid) is not None:
                return uid
        return None

    def _use(self, one: Incoming, uid: str) -> None:
        document = self._session.get(Document, uid)
        assert document is not None  # noqa: S101  just found
        revision_uid = document.current_revision_uid or ""
        one.state, one.uid, one.revision_uid, one.said = "here", uid, revision_uid, None
        one.whole = WholeText.of(self._session, revision_uid)
        one.stored = StoredText(one.whole.text, documents.regions(self._session, revision_uid))
        one.frames = {
            page["number"]: PageFrame.of(page)
            for page in self._session.execute(
                select(Page.__table__).where(Page.revision_uid == revision_uid)
            ).mappings()
        }

    def _frozen(self, source: QdaSource) -> Stored | None:
        """Return the text of a document that came with its pages, in our own file."""
        return self._frozen_by_document.get(source.guid)

    @cached_property
    def _frozen_by_document(self) -> dict[str, Stored]:
        names = {
            str(row.root["current_revision_uid"]): uid
            for uid, row in self._own.of(Kind.DOCUMENT).items()
        }
        found = self._own.of(Kind.REVISION)
        return {names[uid]: row for uid, row in found.items() if uid in names}

    def _thaw(self, one: Incoming, frozen: Stored, content: bytes | None) -> None:
        """Take a text with its pages as it was frozen elsewhere."""
        pages = sorted(frozen.children["page"], key=lambda page: page["number"])
        text = "".join(page["text"] for page in pages)
        if sha256_of_text(text) != frozen.root["text_sha256"]:
            one.said = Lost("The text of {name} is damaged in the file.", name=one.title)
            return
        study = journal.pen(self._session).study_uid
        one.uid = imports.document_uid(study, str(frozen.root["file_sha256"]))
        one.revision_uid = journal.derived_uid(one.uid, str(frozen.root["text_sha256"]))
        regions = [
            PageRegion(row["kind"], row["page_number"], row["start_char"], row["end_char"])
            for row in frozen.children["region"]
        ]
        one.state, one.said = "new", None
        one.whole, one.stored = WholeText.made(text, regions), StoredText(text, regions)
        one.frames = {page["number"]: PageFrame.of(page) for page in pages}
        one.rows = [_document_row(one, self._language), _renamed_revision(frozen, one)]
        if content is not None:
            one.kept = str(frozen.root["file_sha256"]), content

    def _read(self, one: Incoming, content: bytes | None, progress: Progress) -> None:
        """Read a PDF, or set a text on pages."""
        try:
            if content is not None:
                name = f"{one.title}.pdf"
                extracted = self._extractor.extract(content, name, progress=progress)
                new = NewDocument(extracted, content, name, language=self._language)
            else:
                new = self._typeset(one, progress)
        except QualcodeError as error:
            one.said = error
            return
        study = journal.pen(self._session).study_uid
        one.uid = imports.document_uid(study, new.extracted.file_sha256)
        one.rows = imports.document_rows(one.uid, new, None)
        one.revision_uid = str(one.rows[0].columns["current_revision_uid"])
        one.rows[0] = _titled(one.rows[0], one.title)
        one.state, one.new, one.said = "new", new, None
        regions = new.extracted.regions
        one.whole = WholeText.made(new.extracted.text, regions)
        one.stored = StoredText(new.extracted.text, regions)
        one.frames = {page.number: _frame(page) for page in new.extracted.pages}

    def _typeset(self, one: Incoming, progress: Progress) -> NewDocument:
        assert one.counted is not None  # noqa: S101  there is no PDF, so there is a text
        text = one.counted.text
        content = text.encode("utf-8", "surrogatepass")
        study = journal.pen(self._session).study_uid
        uid = imports.document_uid(study, hashlib.sha256(content).hexdigest())
        if uid in self._taken or self._session.get(Document, uid) is not None:
            content += f"\n{one.title}\n{one.source.guid}".encode()  # the same words, another text
        name = f"{one.title}.txt"
        return written.of_text(
            self._extractor, text, name, content=content, language=self._language, progress=progress
        )


def _found_as(session: Session, guid: str) -> str | None:
    """Return the document that an earlier import made of a source of that name."""
    query = select(Alias.to_uid).where(Alias.from_uid == guid, Alias.kind == Kind.DOCUMENT.value)
    return session.scalar(query)


def _title(source: QdaSource) -> str:
    name = source.name or PurePath(source.path).name or source.guid
    ending = PurePath(name).suffix
    title = name.removesuffix(ending) if ending.casefold() in _ENDINGS else name
    return " ".join(title.replace("_", " ").split()) or source.guid


def _frame(page: ExtractedPage) -> PageFrame:
    corners = MediaCorners(page.media_box, page.crop_box)
    return PageFrame(corners, page.width_pt, page.height_pt, page.rotation)


def _titled(row: NewRow, title: str) -> NewRow:
    return NewRow(row.kind, {**row.columns, "title": title, "short_title": title}, row.children)


def _document_row(one: Incoming, language: str) -> NewRow:
    columns: dict[str, Any] = {
        "uid": one.uid,
        "title": one.title,
        "short_title": one.title,
        "case_uid": None,
        "wave_uid": None,
        "kind": "",
        "date": None,
        "language": language,
        "current_revision_uid": one.revision_uid,
        "corpus": "in",
        "out_reason": "",
        "position": "",
    }
    return NewRow(Kind.DOCUMENT, columns, {})


def _renamed_revision(frozen: Stored, one: Incoming) -> NewRow:
    root = {**frozen.root, "uid": one.revision_uid, "document_uid": one.uid}
    root.pop("stamp")
    children: dict[str, Sequence[Mapping[str, Any]]] = {
        table: [{**row, "revision_uid": one.revision_uid} for row in rows]
        for table, rows in frozen.children.items()
    }
    return NewRow(Kind.REVISION, root, children)


def keep(session: Session, one: Incoming) -> None:
    """Store the file of a document that came in, and let its words be found."""
    if one.new is not None:
        imports.keep_bytes_and_index(session, one.revision_uid, one.new)
        return
    if one.kept is not None:
        sha256, content = one.kept
        session.execute(
            insert(DocumentFile).prefix_with("OR IGNORE"),
            {"sha256": sha256, "n_bytes": len(content), "bytes": content},
        )
    search_index.index_revision(session, one.revision_uid)
