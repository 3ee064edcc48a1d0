"""Cases, waves, groups, attributes, questions and memos."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from qualcode_app.models.base import Base, Travelling, Uid, UtcTime, one_of, to_own_root, to_root
from qualcode_app.models.codings import DecimalText


class StudyCase(Travelling, Base):
    """A municipality, party or other actor that documents belong to."""

    __tablename__ = "study_case"
    __table_args__ = (
        Index(
            "uq_study_case_code",
            "code",
            unique=True,
            sqlite_where=text("code <> ''"),
        ),
    )

    name: Mapped[str]
    code: Mapped[str]
    kind: Mapped[str]


class CaseAlias(Base):
    """Another name of a case."""

    __tablename__ = "case_alias"

    case_uid: Mapped[Uid] = mapped_column(to_own_root("study_case.uid"), primary_key=True)
    alias: Mapped[str] = mapped_column(primary_key=True)


class Wave(Travelling, Base):
    """A period that documents of one case are compared over."""

    __tablename__ = "wave"

    title: Mapped[str]
    from_date: Mapped[date | None]
    to_date: Mapped[date | None]


class GroupSystem(Travelling, Base):
    """A named way of grouping: size class, region."""

    __tablename__ = "group_system"

    title: Mapped[str]


class CaseGroup(Travelling, Base):
    """One group of a system."""

    __tablename__ = "case_group"

    system_uid: Mapped[Uid] = mapped_column(to_root("group_system.uid"))
    title: Mapped[str]
    rank: Mapped[int]


class Membership(Travelling, Base):
    """A case or document in a group, for as long as it was."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint("(case_uid IS NULL) <> (document_uid IS NULL)", name="exactly_one_member"),
    )

    group_uid: Mapped[Uid] = mapped_column(to_root("case_group.uid"))
    case_uid: Mapped[Uid | None] = mapped_column(to_root("study_case.uid"), index=True)
    document_uid: Mapped[Uid | None] = mapped_column(to_root("document.uid"), index=True)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Attribute(Travelling, Base):
    """A property that cases or documents have."""

    __tablename__ = "attribute"
    __table_args__ = (
        one_of("of", "case", "document"),
        one_of("kind", "text", "number", "date", "truth"),
    )

    key: Mapped[str]
    title: Mapped[str]
    kind: Mapped[str]
    many: Mapped[bool]
    of: Mapped[str]
    unit: Mapped[str]


class AttributeValue(Travelling, Base):
    """A value of an attribute for one case or document."""

    __tablename__ = "attribute_value"
    __table_args__ = (UniqueConstraint("attribute_uid", "owner_uid", "ordinal"),)

    attribute_uid: Mapped[Uid] = mapped_column(to_root("attribute.uid"))
    owner_uid: Mapped[Uid]
    ordinal: Mapped[int]
    text: Mapped[str | None]
    number: Mapped[Decimal | None] = mapped_column(DecimalText)
    date: Mapped[date | None]
    source: Mapped[str]


class Question(Travelling, Base):
    """A stored question to the codings, kept as data with a format number."""

    __tablename__ = "question"

    title: Mapped[str]
    definition: Mapped[str]


class Claim(Travelling, Base):
    """A sentence of the report, bound to the question that proves it."""

    __tablename__ = "claim"

    sentence: Mapped[str]
    question_uid: Mapped[Uid] = mapped_column(to_root("question.uid"))
    result: Mapped[str]
    checked_at: Mapped[UtcTime | None]
    state: Mapped[str]


class ClaimEvidence(Base):
    """A coding picked to show a claim, or to show where it does not hold."""

    __tablename__ = "claim_evidence"
    __table_args__ = (one_of("role", "example", "exception"),)

    claim_uid: Mapped[Uid] = mapped_column(to_own_root("claim.uid"), primary_key=True)
    coding_uid: Mapped[Uid] = mapped_column(to_root("coding.uid"), primary_key=True)
    role: Mapped[str]


class Cell(Travelling, Base):
    """A written summary of what a case says on a theme."""

    __tablename__ = "cell"
    __table_args__ = (UniqueConstraint("case_uid", "code_uid", "coder_uid"),)

    case_uid: Mapped[Uid] = mapped_column(to_root("study_case.uid"))
    code_uid: Mapped[Uid] = mapped_column(to_root("code.uid"))
    coder_uid: Mapped[Uid] = mapped_column(to_root("coder.uid"))
    text: Mapped[str]


class Memo(Travelling, Base):
    """A note of a coder on anything; its target is checked by the service."""

    __tablename__ = "memo"
    __table_args__ = (
        one_of("kind", "note", "question", "decision"),
        Index(None, "target_kind", "target_uid"),
    )

    coder_uid: Mapped[Uid] = mapped_column(to_root("coder.uid"))
    kind: Mapped[str]
    target_kind: Mapped[str]
    target_uid: Mapped[Uid | None]
    revision_uid: Mapped[Uid | None] = mapped_column(to_root("revision.uid"))
    start_char: Mapped[int | None]
    end_char: Mapped[int | None]
    text: Mapped[str]
