"""What happened to the rows: log, tombstones, aliases, batches and exchanged files."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from qualcode_app.models.base import Base, Travelling, Uid, UtcTime, one_of


class ChangeLog(Base):
    """One act, chained to the one before it in the same copy of the file; append only."""

    __tablename__ = "change_log"
    __table_args__ = (Index(None, "replica_uid", "seq"), Index(None, "row_uid"))

    hash: Mapped[str] = mapped_column(primary_key=True)
    prev: Mapped[str]
    replica_uid: Mapped[Uid]
    seq: Mapped[int]
    at: Mapped[UtcTime]
    coder_uid: Mapped[Uid]
    act: Mapped[str]
    kind: Mapped[str]
    row_uid: Mapped[Uid | None]
    before_digest: Mapped[str | None]
    after_digest: Mapped[str | None]
    n_rows: Mapped[int]


class Tombstone(Base):
    """A deleted row; it never lives beside the row itself."""

    __tablename__ = "tombstone"

    kind: Mapped[str] = mapped_column(primary_key=True)
    row_uid: Mapped[Uid] = mapped_column(primary_key=True)
    stamp: Mapped[str]
    deleted_at: Mapped[UtcTime]
    deleted_by_uid: Mapped[Uid]


class Alias(Base):
    """Two rows found to be the same: incoming rows are rewritten to `to_uid`."""

    __tablename__ = "alias"

    kind: Mapped[str]
    from_uid: Mapped[Uid] = mapped_column(primary_key=True)
    to_uid: Mapped[Uid] = mapped_column(index=True)


class Batch(Travelling, Base):
    """Rows that came in together and can be withdrawn together."""

    __tablename__ = "batch"
    __table_args__ = (one_of("kind", "auto_code", "takeover", "import", "merge", "withdraw"),)

    kind: Mapped[str]
    label: Mapped[str]
    source_name: Mapped[str]
    source_sha256: Mapped[str]
    source_replica_uid: Mapped[Uid | None]
    coder_uid: Mapped[Uid]
    withdrawn_at: Mapped[UtcTime | None]


class BatchRow(Base):
    """What a batch did to a row here; the previous value is kept for withdrawing."""

    __tablename__ = "batch_row"
    __table_args__ = (
        one_of("effect", "added", "changed", "removed"),
        Index(None, "kind", "row_uid"),
    )

    batch_uid: Mapped[Uid] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    row_uid: Mapped[Uid] = mapped_column(primary_key=True)
    effect: Mapped[str]
    before: Mapped[str | None]  # the aggregate as JSON
    after_digest: Mapped[str | None]


class Exchange(Base):
    """A file handed out or received."""

    __tablename__ = "exchange"
    __table_args__ = (one_of("direction", "out", "in"),)

    uid: Mapped[Uid] = mapped_column(primary_key=True)
    replica_uid: Mapped[Uid]
    coder_uid: Mapped[Uid | None]
    direction: Mapped[str]
    at: Mapped[UtcTime]
    log_head: Mapped[str]


class ExchangeRow(Base):
    """A row as it was handed out: explains the plan of a merge, decides nothing."""

    __tablename__ = "exchange_row"

    exchange_uid: Mapped[Uid] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    row_uid: Mapped[Uid] = mapped_column(primary_key=True)
    digest: Mapped[str]
