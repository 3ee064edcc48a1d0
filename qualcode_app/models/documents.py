"""Documents and their frozen text: nothing here is ever extracted a second time."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qualcode_app.models.base import Base, Travelling, Uid, one_of, to_own_root, to_root


class Document(Travelling, Base):
    """One PDF of the corpus; its uid is made from the study and the file's bytes."""

    __tablename__ = "document"
    __table_args__ = (one_of("corpus", "in", "out", "open"),)

    title: Mapped[str]
    short_title: Mapped[str]
    case_uid: Mapped[Uid | None] = mapped_column(to_root("study_case.uid"))
    wave_uid: Mapped[Uid | None] = mapped_column(to_root("wave.uid"))
    kind: Mapped[str]
    date: Mapped[date | None]
    language: Mapped[str]
    current_revision_uid: Mapped[Uid | None] = mapped_column(to_root("revision.uid"))
    corpus: Mapped[str]
    out_reason: Mapped[str]
    position: Mapped[str]


class Revision(Travelling, Base):
    """One frozen text of a document; offsets compare only within one revision."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("document_uid", "text_sha256"),
        one_of("text_source", "pdf", "ocr", "mixed", "made"),
        CheckConstraint("n_pages >= 1 AND n_chars >= n_pages", name="not_empty"),
    )

    document_uid: Mapped[Uid] = mapped_column(to_root("document.uid"))
    number: Mapped[int]
    file_sha256: Mapped[str]
    n_bytes: Mapped[int]
    text_sha256: Mapped[str]
    n_chars: Mapped[int]
    n_words: Mapped[int]
    n_pages: Mapped[int]
    extractor: Mapped[str]
    text_source: Mapped[str]
    splitter: Mapped[str]
    units_sha256: Mapped[str]
    encoding_version: Mapped[int]


class Page(Base):
    """One sheet: its text ends in one newline of its own, so no page is empty."""

    __tablename__ = "page"
    __table_args__ = (
        UniqueConstraint("revision_uid", "start_char"),
        CheckConstraint("n_chars >= 1 AND start_char >= 0", name="not_empty"),
        CheckConstraint("rotation IN (0, 90, 180, 270)", name="rotation_quarter"),
        {"sqlite_with_rowid": False},
    )

    revision_uid: Mapped[Uid] = mapped_column(to_own_root("revision.uid"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    start_char: Mapped[int]
    n_chars: Mapped[int]
    width_pt: Mapped[float]
    height_pt: Mapped[float]
    rotation: Mapped[int]
    media_box: Mapped[str]
    crop_box: Mapped[str]
    text_source: Mapped[str]
    unreadable_share: Mapped[float]
    text: Mapped[str]


class PageBoxes(Base):
    """The glyph boxes of a page, apart from its text so that reading text never drags them."""

    __tablename__ = "page_boxes"

    revision_uid: Mapped[Uid] = mapped_column(to_own_root("revision.uid"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    codec: Mapped[int]
    boxes: Mapped[bytes] = mapped_column(LargeBinary)


class Unit(Base):
    """A numbered sentence, list item or paragraph; nothing stored refers to its number."""

    __tablename__ = "unit"
    __table_args__ = (
        one_of("kind", "sentence", "item", "paragraph"),
        CheckConstraint("0 <= start_char AND start_char < end_char", name="anchor_order"),
        Index(None, "revision_uid", "start_char"),
        {"sqlite_with_rowid": False},
    )

    revision_uid: Mapped[Uid] = mapped_column(to_own_root("revision.uid"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    start_char: Mapped[int]
    end_char: Mapped[int]
    parent_number: Mapped[int | None]
    counts: Mapped[bool]


class Region(Base):
    """A stretch that is no running text: a running head, a footnote, a caption."""

    __tablename__ = "region"
    __table_args__ = (
        one_of("kind", "running_head", "page_number", "footnote", "caption", "table", "figure"),
        CheckConstraint("0 <= start_char AND start_char < end_char", name="anchor_order"),
        {"sqlite_with_rowid": False},
    )

    revision_uid: Mapped[Uid] = mapped_column(to_own_root("revision.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    page_number: Mapped[int]
    start_char: Mapped[int]
    end_char: Mapped[int]


class Section(Travelling, Base):
    """A heading of the document and the text under it."""

    __tablename__ = "section"
    __table_args__ = (
        one_of("origin", "outline", "found", "corrected"),
        CheckConstraint("0 <= start_char AND start_char < end_char", name="anchor_order"),
        Index(None, "revision_uid", "start_char"),
    )

    revision_uid: Mapped[Uid] = mapped_column(to_root("revision.uid"))
    level: Mapped[int]
    title: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    origin: Mapped[str]


class DocumentFile(Base):
    """The bytes of a PDF. Missing bytes are "not here", never "deleted", so nothing points here."""

    __tablename__ = "document_file"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    n_bytes: Mapped[int]
    bytes: Mapped[bytes] = mapped_column(LargeBinary)
