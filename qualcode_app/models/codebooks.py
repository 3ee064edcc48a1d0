"""Codebooks, codes and their history, and the facets of a coding."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qualcode_app.models.base import Base, Travelling, Uid, UtcTime, one_of, to_own_root, to_root


class Codebook(Travelling, Base):
    """A tree of codes with its facets and registers."""

    __tablename__ = "codebook"

    key: Mapped[str]
    title_nl: Mapped[str]
    title_en: Mapped[str]
    about_nl: Mapped[str]
    about_en: Mapped[str]
    origin: Mapped[str]  # the shipped file and its version, or where it was imported from
    notes: Mapped[str]  # JSON: list of texts
    seeds: Mapped[str]  # JSON: the source texts it was built on


class Code(Travelling, Base):
    """A subject worded without direction, somewhere in the tree."""

    __tablename__ = "code"
    __table_args__ = (
        UniqueConstraint("codebook_uid", "key"),
        one_of("side", "trend", "programme", "both", "none"),
        one_of("status", "draft", "fixed", "retired"),
        CheckConstraint("parent_uid IS NULL OR parent_uid <> uid", name="not_own_parent"),
    )

    codebook_uid: Mapped[Uid] = mapped_column(to_root("codebook.uid"))
    parent_uid: Mapped[Uid | None] = mapped_column(to_root("code.uid"), index=True)
    position: Mapped[str]  # a sort key with gaps: moving one code writes one row
    key: Mapped[str]
    label_nl: Mapped[str]
    label_en: Mapped[str]
    short_nl: Mapped[str]
    short_en: Mapped[str]
    full_nl: Mapped[str]
    full_en: Mapped[str]
    when_to_use: Mapped[str]
    example: Mapped[str]
    borderline: Mapped[str]
    colour: Mapped[str]  # "WON:2": slot of a family in the theme, or "#rrggbb"
    side: Mapped[str]
    pole_a: Mapped[str]
    pole_b: Mapped[str]
    default_on: Mapped[bool]
    status: Mapped[str]
    is_residual: Mapped[bool]
    memo: Mapped[str]


class CodeBoundary(Base):
    """When not to use a code, and which neighbour to use instead."""

    __tablename__ = "code_boundary"

    code_uid: Mapped[Uid] = mapped_column(to_own_root("code.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    neighbour_code_uid: Mapped[Uid | None] = mapped_column(to_root("code.uid"))


class CodeKeyword(Base):
    """A word that suggests a code, and how it is matched."""

    __tablename__ = "code_keyword"
    __table_args__ = (one_of("match", "word", "start", "exact", "phrase", "inside"),)

    code_uid: Mapped[Uid] = mapped_column(to_own_root("code.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    stem: Mapped[str]
    match: Mapped[str]


class CodeSource(Base):
    """Where in the source texts a code comes from."""

    __tablename__ = "code_source"

    code_uid: Mapped[Uid] = mapped_column(to_own_root("code.uid"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    seed: Mapped[str]
    chapter: Mapped[str]
    heading: Mapped[str]
    line_from: Mapped[int | None]
    line_to: Mapped[int | None]
    page: Mapped[str]
    page_certainty: Mapped[str]


class CodeRevision(Base):
    """One state a code has had; append only, so that merging is a union."""

    __tablename__ = "code_revision"
    __table_args__ = (Index(None, "code_uid"),)

    digest: Mapped[str] = mapped_column(primary_key=True)
    code_uid: Mapped[Uid]
    content: Mapped[str]
    parent_digests: Mapped[str]
    at: Mapped[UtcTime]
    by_uid: Mapped[Uid]
    reason: Mapped[str]


class CodebookVersion(Travelling, Base):
    """A codebook as fixed, handed out or merged at one moment; its label is no identity."""

    __tablename__ = "codebook_version"

    codebook_uid: Mapped[Uid] = mapped_column(to_root("codebook.uid"))
    label: Mapped[str]
    reason: Mapped[str]
    parent_uids: Mapped[str]


class CodebookVersionCode(Base):
    """A code as it stood in a version."""

    __tablename__ = "codebook_version_code"

    version_uid: Mapped[Uid] = mapped_column(to_own_root("codebook_version.uid"), primary_key=True)
    code_uid: Mapped[Uid] = mapped_column(primary_key=True)
    code_digest: Mapped[str]
    parent_code_uid: Mapped[Uid | None]
    position: Mapped[str]


class Succession(Travelling, Base):
    """A code that became another; its codings are to be reviewed."""

    __tablename__ = "succession"
    __table_args__ = (one_of("kind", "merge", "split", "redefine"),)

    from_code_uid: Mapped[Uid] = mapped_column(to_root("code.uid"), index=True)
    to_code_uid: Mapped[Uid] = mapped_column(to_root("code.uid"))
    kind: Mapped[str]
    version_uid: Mapped[Uid | None] = mapped_column(to_root("codebook_version.uid"))


class Facet(Travelling, Base):
    """A typed second dimension on a coding: role, direction, concreteness, a number."""

    __tablename__ = "facet"
    __table_args__ = (
        UniqueConstraint("codebook_uid", "key"),
        one_of("kind", "nominal", "ordinal", "number", "text"),
    )

    codebook_uid: Mapped[Uid] = mapped_column(to_root("codebook.uid"))
    key: Mapped[str]
    label_nl: Mapped[str]
    label_en: Mapped[str]
    kind: Mapped[str]
    many: Mapped[bool]
    required: Mapped[bool]
    hint_nl: Mapped[str]
    hint_en: Mapped[str]
    position: Mapped[str]
    asked_when: Mapped[str]  # JSON: on which codes and values of other facets it is asked


class FacetOption(Base):
    """One value of a facet; its key is never used again for another meaning."""

    __tablename__ = "facet_option"
    __table_args__ = (UniqueConstraint("facet_uid", "key"),)

    facet_uid: Mapped[Uid] = mapped_column(to_own_root("facet.uid"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    label_nl: Mapped[str]
    label_en: Mapped[str]
    rank: Mapped[int | None]
    wording_nl: Mapped[str]
    wording_en: Mapped[str]
    pole: Mapped[str | None]  # "a" or "b": the code's own pole replaces the label
    default_for: Mapped[str | None]  # the side of a code on which this option is proposed
    asked_when: Mapped[str]
