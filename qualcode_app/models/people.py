"""Coders, rounds, what was handed to whom, and what has been read."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qualcode_app.models.base import Base, Travelling, Uid, UtcTime, one_of, to_root


class Coder(Travelling, Base):
    """A voice in the project. Only humans are counted in agreement unless chosen."""

    __tablename__ = "coder"
    __table_args__ = (one_of("kind", "human", "consensus", "machine", "model"),)

    name: Mapped[str]
    initials: Mapped[str]
    colour: Mapped[str]
    kind: Mapped[str]


class Round(Travelling, Base):
    """A layer of coding; agreement uses independent rounds."""

    __tablename__ = "round"
    __table_args__ = (
        one_of("kind", "training", "independent", "discussed", "recoding", "consensus"),
    )

    number: Mapped[int]
    title: Mapped[str]
    kind: Mapped[str]
    version_uid: Mapped[Uid | None] = mapped_column(to_root("codebook_version.uid"))
    opened_at: Mapped[UtcTime]
    closed_at: Mapped[UtcTime | None]


class Assignment(Travelling, Base):
    """A document and a family of codes that a coder is asked to do in a round."""

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("round_uid", "coder_uid", "document_uid", "family_uid"),)

    round_uid: Mapped[Uid] = mapped_column(to_root("round.uid"))
    coder_uid: Mapped[Uid] = mapped_column(to_root("coder.uid"))
    document_uid: Mapped[Uid] = mapped_column(to_root("document.uid"))
    family_uid: Mapped[Uid] = mapped_column(to_root("code.uid"))
    position: Mapped[int]
    blind: Mapped[bool]
    due: Mapped[UtcTime | None]


class ReadingStatus(Travelling, Base):
    """Coder X has read document D for a family: what makes absence a finding."""

    __tablename__ = "reading_status"
    __table_args__ = (
        UniqueConstraint("round_uid", "coder_uid", "document_uid", "family_uid"),
        one_of("state", "not_started", "busy", "done"),
    )

    round_uid: Mapped[Uid] = mapped_column(to_root("round.uid"))
    coder_uid: Mapped[Uid] = mapped_column(to_root("coder.uid"))
    document_uid: Mapped[Uid] = mapped_column(to_root("document.uid"))
    family_uid: Mapped[Uid] = mapped_column(to_root("code.uid"))
    state: Mapped[str]
    codebook_version_uid: Mapped[Uid] = mapped_column(to_root("codebook_version.uid"))
