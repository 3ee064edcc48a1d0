"""The one row that says which project, and which copy of it, a file is."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qualcode_app.models.base import Base, Uid, UtcTime


class ProjectInfo(Base):
    """The study and the copy: `study_uid` is the same in all files of a study.

    `replica_uid` is new for each handed-out file and each saved copy, so that two files never
    count their changes under one name.
    """

    __tablename__ = "project"
    __table_args__ = (CheckConstraint("one = 1", name="single_row"),)

    one: Mapped[int] = mapped_column(primary_key=True, default=1)
    study_uid: Mapped[Uid]
    replica_uid: Mapped[Uid]
    title: Mapped[str]
    created_at: Mapped[UtcTime]
    format: Mapped[int]


class Setting(Base):
    """A choice that belongs to this file on this computer and never travels."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
