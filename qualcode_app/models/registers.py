"""Registers: lists of propositions that are judged per document."""

from decimal import Decimal

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from qualcode_app.models.base import Base, Travelling, Uid, one_of, to_own_root, to_root
from qualcode_app.models.codings import DecimalText


class Scale(Travelling, Base):
    """A set of verdicts: data, because registers differ in what can be said."""

    __tablename__ = "scale"
    __table_args__ = (UniqueConstraint("codebook_uid", "key"),)

    codebook_uid: Mapped[Uid] = mapped_column(to_root("codebook.uid"))
    key: Mapped[str]
    title_nl: Mapped[str]
    title_en: Mapped[str]


class ScaleOption(Base):
    """One verdict and what it asks for."""

    __tablename__ = "scale_option"
    __table_args__ = (UniqueConstraint("scale_uid", "key"),)

    scale_uid: Mapped[Uid] = mapped_column(to_own_root("scale.uid"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    label_nl: Mapped[str]
    label_en: Mapped[str]
    rank: Mapped[int | None]
    sign: Mapped[str]
    in_rate: Mapped[bool]
    needs_evidence: Mapped[bool]
    needs_status: Mapped[bool]
    needs_missing_part: Mapped[bool]
    wording_nl: Mapped[str]
    wording_en: Mapped[str]


class Register(Travelling, Base):
    """A list of pledges, trends or demands."""

    __tablename__ = "register"
    __table_args__ = (
        UniqueConstraint("codebook_uid", "key"),
        one_of("kind", "pledge", "trend", "demand"),
    )

    codebook_uid: Mapped[Uid] = mapped_column(to_root("codebook.uid"))
    key: Mapped[str]
    title_nl: Mapped[str]
    title_en: Mapped[str]
    kind: Mapped[str]
    about_nl: Mapped[str]
    about_en: Mapped[str]
    scale_uid: Mapped[Uid] = mapped_column(to_root("scale.uid"))


class RegisterScale(Base):
    """Propositions of one test that are judged on a scale of their own."""

    __tablename__ = "register_scale"

    register_uid: Mapped[Uid] = mapped_column(to_own_root("register.uid"), primary_key=True)
    test: Mapped[str] = mapped_column(primary_key=True)
    scale_uid: Mapped[Uid] = mapped_column(to_root("scale.uid"))


class Proposition(Travelling, Base):
    """One pledge, trend or demand, in our own wording."""

    __tablename__ = "proposition"
    __table_args__ = (UniqueConstraint("register_uid", "key"),)

    register_uid: Mapped[Uid] = mapped_column(to_root("register.uid"))
    key: Mapped[str]
    position: Mapped[str]
    wording_nl: Mapped[str]
    wording_en: Mapped[str]
    type: Mapped[str]
    test: Mapped[str]
    found_in: Mapped[str]
    contexts: Mapped[str]  # JSON: list of words for where it applies
    blanks: Mapped[str]  # JSON: what an agreement has to fill in
    numbers: Mapped[str]  # JSON: the figures the source names
    time_bound: Mapped[bool]
    note: Mapped[str]


class PropositionPart(Base):
    """A part of a compound proposition, judged by a box of its own."""

    __tablename__ = "proposition_part"

    proposition_uid: Mapped[Uid] = mapped_column(to_own_root("proposition.uid"), primary_key=True)
    letter: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class PropositionCode(Base):
    """A code whose passages are offered as evidence.

    Without a foreign key: a register may name codes of a codebook that is taken in later.
    """

    __tablename__ = "proposition_code"

    proposition_uid: Mapped[Uid] = mapped_column(to_own_root("proposition.uid"), primary_key=True)
    code_uid: Mapped[Uid] = mapped_column(primary_key=True)


class PropositionSource(Base):
    """Where in the source texts a proposition stands."""

    __tablename__ = "proposition_source"

    proposition_uid: Mapped[Uid] = mapped_column(to_own_root("proposition.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    seed: Mapped[str]
    chapter: Mapped[str]
    heading: Mapped[str]
    line_from: Mapped[int | None]
    line_to: Mapped[int | None]
    page: Mapped[str]
    page_certainty: Mapped[str]


class PropositionKeyword(Base):
    """A word that helps to find a proposition in a document."""

    __tablename__ = "proposition_keyword"
    __table_args__ = (one_of("match", "word", "start", "exact", "phrase", "inside"),)

    proposition_uid: Mapped[Uid] = mapped_column(to_own_root("proposition.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    stem: Mapped[str]
    match: Mapped[str]


class PropositionGroup(Travelling, Base):
    """Propositions that repeat, vary or oppose one another."""

    __tablename__ = "proposition_group"
    __table_args__ = (
        UniqueConstraint("register_uid", "key"),
        one_of("relation", "repeat", "variant", "opposite"),
    )

    register_uid: Mapped[Uid] = mapped_column(to_root("register.uid"))
    key: Mapped[str]
    relation: Mapped[str]
    note: Mapped[str]


class PropositionGroupMember(Base):
    """A proposition in a group."""

    __tablename__ = "proposition_group_member"

    group_uid: Mapped[Uid] = mapped_column(to_own_root("proposition_group.uid"), primary_key=True)
    proposition_uid: Mapped[Uid] = mapped_column(to_root("proposition.uid"), primary_key=True)


class SearchRun(Travelling, Base):
    """A kept search: "0 hits in 25 documents" is a result."""

    __tablename__ = "search_run"

    coder_uid: Mapped[Uid] = mapped_column(to_root("coder.uid"))
    query: Mapped[str]
    mode: Mapped[str]
    documents: Mapped[str]  # JSON: uids of the revisions searched
    n_hits: Mapped[int]


class Judgement(Travelling, Base):
    """A coder's verdict on a proposition, or "not mentioned" on a code, for a document."""

    __tablename__ = "judgement"
    __table_args__ = (
        CheckConstraint(
            "(proposition_uid IS NULL) <> (code_uid IS NULL)", name="exactly_one_subject"
        ),
        Index(
            "uq_judgement_proposition",
            "coder_uid",
            "round_uid",
            "document_uid",
            "proposition_uid",
            unique=True,
            sqlite_where=text("proposition_uid IS NOT NULL"),
        ),
        Index(
            "uq_judgement_code",
            "coder_uid",
            "round_uid",
            "document_uid",
            "code_uid",
            unique=True,
            sqlite_where=text("code_uid IS NOT NULL"),
        ),
    )

    round_uid: Mapped[Uid] = mapped_column(to_root("round.uid"))
    coder_uid: Mapped[Uid] = mapped_column(to_root("coder.uid"))
    document_uid: Mapped[Uid] = mapped_column(to_root("document.uid"))
    revision_uid: Mapped[Uid] = mapped_column(to_root("revision.uid"))
    proposition_uid: Mapped[Uid | None] = mapped_column(to_root("proposition.uid"))
    code_uid: Mapped[Uid | None] = mapped_column(to_root("code.uid"))
    option_key: Mapped[str]
    missing_part: Mapped[str]
    note: Mapped[str]
    search_run_uid: Mapped[Uid | None] = mapped_column(to_root("search_run.uid"))


class JudgementPart(Base):
    """Whether a part of a compound proposition is met."""

    __tablename__ = "judgement_part"

    judgement_uid: Mapped[Uid] = mapped_column(to_own_root("judgement.uid"), primary_key=True)
    letter: Mapped[str] = mapped_column(primary_key=True)
    met: Mapped[bool]


class JudgementEvidence(Base):
    """A coding that supports a verdict."""

    __tablename__ = "judgement_evidence"

    judgement_uid: Mapped[Uid] = mapped_column(to_own_root("judgement.uid"), primary_key=True)
    coding_uid: Mapped[Uid] = mapped_column(to_root("coding.uid"), primary_key=True)


class JudgementValue(Base):
    """A number found in the document for the blank of a proposition."""

    __tablename__ = "judgement_value"

    judgement_uid: Mapped[Uid] = mapped_column(to_own_root("judgement.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    value_min: Mapped[Decimal | None] = mapped_column(DecimalText)
    value_max: Mapped[Decimal | None] = mapped_column(DecimalText)
    unit: Mapped[str | None]
    object: Mapped[str | None]
    base: Mapped[str | None]
    number_kind: Mapped[str | None]
    year: Mapped[int | None]
