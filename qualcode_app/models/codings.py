"""Codings: one code by one coder on one place."""

from decimal import Decimal

from sqlalchemy import CheckConstraint, Index, Text, TypeDecorator, UniqueConstraint, text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, mapped_column

from qualcode_app.models.base import Base, Travelling, Uid, one_of, to_own_root, to_root


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal number, kept as text: no figure of a coder is ever rounded."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the number as plain decimal text."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Read the number back."""
        return None if value is None else Decimal(value)


class Coding(Travelling, Base):
    """One code that one coder put on one stretch of text, or on areas of pages."""

    __tablename__ = "coding"
    __table_args__ = (
        one_of("kind", "text", "area"),
        one_of("origin", "hand", "unit", "search", "in_vivo", "import", "moved", "consensus"),
        # A CHECK over NULL passes, so both cases say NULL and NOT NULL outright.
        CheckConstraint(
            "(kind = 'area' AND start_char IS NULL AND end_char IS NULL) OR "
            "(kind = 'text' AND start_char IS NOT NULL AND end_char IS NOT NULL"
            " AND 0 <= start_char AND start_char < end_char)",
            name="anchor_order",
        ),
        Index(
            "uq_coding_place",
            "coder_uid",
            "round_uid",
            "code_uid",
            "revision_uid",
            "start_char",
            "end_char",
            unique=True,
            sqlite_where=text("kind = 'text'"),
        ),
        Index(
            "uq_coding_primary",
            "coder_uid",
            "round_uid",
            "revision_uid",
            "start_char",
            "end_char",
            unique=True,
            sqlite_where=text("is_primary = 1 AND kind = 'text'"),
        ),
        Index("ix_coding_reading", "revision_uid", "start_char"),
        Index(
            "ix_coding_spans",
            "code_uid",
            "revision_uid",
            "coder_uid",
            "round_uid",
            "start_char",
            "end_char",
            "n_words",
        ),
    )

    revision_uid: Mapped[Uid] = mapped_column(to_root("revision.uid"))
    round_uid: Mapped[Uid] = mapped_column(to_root("round.uid"))
    coder_uid: Mapped[Uid] = mapped_column(to_root("coder.uid"))
    code_uid: Mapped[Uid] = mapped_column(to_root("code.uid"))
    code_digest: Mapped[str]
    kind: Mapped[str]
    start_char: Mapped[int | None]
    end_char: Mapped[int | None]
    quote: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    n_words: Mapped[int]
    is_primary: Mapped[bool]
    origin: Mapped[str]
    moved_from_uid: Mapped[Uid | None]


class CodingHole(Base):
    """A stretch inside the span that is left out: the footnote between two pages."""

    __tablename__ = "coding_hole"
    __table_args__ = (
        CheckConstraint("0 <= start_char AND start_char < end_char", name="anchor_order"),
    )

    coding_uid: Mapped[Uid] = mapped_column(to_own_root("coding.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    start_char: Mapped[int]
    end_char: Mapped[int]


class CodingArea(Base):
    """A rectangle of a coded area, in unrotated page points."""

    __tablename__ = "coding_area"
    __table_args__ = (CheckConstraint("x0_pt < x1_pt AND y0_pt < y1_pt", name="has_size"),)

    coding_uid: Mapped[Uid] = mapped_column(to_own_root("coding.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    page_number: Mapped[int]
    x0_pt: Mapped[float]
    y0_pt: Mapped[float]
    x1_pt: Mapped[float]
    y1_pt: Mapped[float]


class CodingValue(Base):
    """A facet's value on a coding; several per facet where the facet allows it."""

    __tablename__ = "coding_value"
    __table_args__ = (Index(None, "facet_uid", "option_key"),)

    coding_uid: Mapped[Uid] = mapped_column(to_own_root("coding.uid"), primary_key=True)
    facet_uid: Mapped[Uid] = mapped_column(to_root("facet.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    option_key: Mapped[str | None]
    text: Mapped[str | None]
    value_min: Mapped[Decimal | None] = mapped_column(DecimalText)
    value_max: Mapped[Decimal | None] = mapped_column(DecimalText)
    unit: Mapped[str | None]
    object: Mapped[str | None]
    base: Mapped[str | None]
    number_kind: Mapped[str | None]
    year: Mapped[int | None]


class Relation(Travelling, Base):
    """A typed link between two codings."""

    __tablename__ = "relation"
    __table_args__ = (UniqueConstraint("from_coding_uid", "to_coding_uid", "kind"),)

    from_coding_uid: Mapped[Uid] = mapped_column(to_root("coding.uid"))
    to_coding_uid: Mapped[Uid] = mapped_column(to_root("coding.uid"), index=True)
    kind: Mapped[str]
    note: Mapped[str]


class Adjudication(Travelling, Base):
    """What was decided about a place where coders differed."""

    __tablename__ = "adjudication"
    __table_args__ = (
        one_of("outcome", "accept", "both", "edit", "none", "discuss"),
        CheckConstraint("0 <= start_char AND start_char < end_char", name="anchor_order"),
        Index(None, "revision_uid", "start_char"),
    )

    revision_uid: Mapped[Uid] = mapped_column(to_root("revision.uid"))
    start_char: Mapped[int]
    end_char: Mapped[int]
    code_uid: Mapped[Uid | None] = mapped_column(to_root("code.uid"))
    outcome: Mapped[str]
    note: Mapped[str]


class AdjudicationSource(Base):
    """A coding that was looked at; when it changed since, the place is open again."""

    __tablename__ = "adjudication_source"

    adjudication_uid: Mapped[Uid] = mapped_column(to_own_root("adjudication.uid"), primary_key=True)
    coding_uid: Mapped[Uid] = mapped_column(primary_key=True)
    digest_seen: Mapped[str]
