"""Statements that ask for rows by their uids, of one as cheaply as of many."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, bindparam
from sqlalchemy.orm import InstrumentedAttribute

NAME = "uids"


def among(
    column: ColumnElement[Any] | InstrumentedAttribute[Any], *, one: bool
) -> ColumnElement[bool]:
    """Return the condition that a column is one of the uids that `bound` binds.

    Args:
        column: Holds uids.
        one: Whether there is just one. SQLAlchemy writes a list into the statement at every
            execution, which costs more than finding one row.
    """
    if one:
        return column == bindparam(NAME)
    return column.in_(bindparam(NAME, expanding=True))


def bound(uids: Collection[str]) -> dict[str, Any]:
    """Return what is bound in a statement made for one or for several uids, as these are."""
    listed = list(uids)
    return {NAME: listed[0] if len(listed) == 1 else listed}
