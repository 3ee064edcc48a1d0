"""What all tables share: how uids, times and enumerations are stored, and the travel columns.

The modules of tables leave annotations to Python, without `from __future__ import annotations`:
SQLAlchemy would evaluate their texts one by one, those of `Travelling` for each table anew, a sixth
of the time that it takes to know all tables.
"""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def uid_text(value: bytes) -> str:
    """Return the text of a uid stored as 16 bytes."""
    text = value.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class UidType(TypeDecorator[str]):
    """A UUID: text in Python, 16 bytes in SQLite (a third smaller files), UUID in PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type of the database at hand."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid(as_uuid=False))
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """Turn the text of a UUID into its bytes."""
        if value is None or dialect.name == "postgresql":
            return value
        return bytes.fromhex(value.replace("-", ""))  # eight times as fast as uuid.UUID

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Turn 16 bytes into the text of the UUID."""
        if value is None or dialect.name == "postgresql":
            return value  # type: ignore[no-any-return]  # PostgreSQL hands out text already
        return uid_text(value)


class UtcTimeType(TypeDecorator[datetime]):
    """An aware time in UTC, kept as whole microseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Turn a time into microseconds."""
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn microseconds into a time."""
        return None if value is None else _EPOCH + value * _MICROSECOND


Uid = Annotated[str, UidType]
UtcTime = Annotated[datetime, UtcTimeType]


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {Uid: UidType(), UtcTime: UtcTimeType()}  # noqa: RUF012


class Travelling:
    """The columns of every root row that travels between files.

    Who acted is kept by uid without a foreign key: a blind file may name an act of somebody
    whose own row it must not hold.
    """

    uid: Mapped[Uid] = mapped_column(primary_key=True)
    made_at: Mapped[UtcTime]
    made_by_uid: Mapped[Uid]
    changed_at: Mapped[UtcTime]
    changed_by_uid: Mapped[Uid]
    stamp: Mapped[str]
    batch_uid: Mapped[Uid | None]


TRAVEL_COLUMNS = (
    "uid",
    "made_at",
    "made_by_uid",
    "changed_at",
    "changed_by_uid",
    "stamp",
    "batch_uid",
)


def to_root(target: str) -> ForeignKey:
    """Return a key to another root.

    Never a cascade: a service deletes root by root, each with its tombstone. Checked at the
    commit, so that a merge may bring rows in any order.
    """
    return ForeignKey(target, ondelete="RESTRICT", deferrable=True, initially="DEFERRED")


def to_own_root(target: str) -> ForeignKey:
    """Return the key of a child row to the root it belongs to and goes with."""
    return ForeignKey(target, ondelete="CASCADE", deferrable=True, initially="DEFERRED")


def one_of(column: str, *values: str) -> CheckConstraint:
    """Return the constraint that a text column holds one of these words."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f'"{column}" IN ({words})', name=f"{column}_word")
