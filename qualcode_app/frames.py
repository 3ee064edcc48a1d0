"""The tables of a project as pandas DataFrames, for notebooks.

    from qualcode_app import frames

    frames.TABLES  # segments, matrix, values, framework, claims, registers ...
    segments = frames.segments("study.qualcode")
    segments.groupby(["Casus", "Code"]).size()
    matrix = frames.table("study.qualcode", "matrix").set_index("Code")

The frames are those of the spreadsheets: the same rows, columns and headings. A project is
opened read-only, so that it may stay open in the window.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from qualcode_app.domain.snapshot import Table
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.exporting import code_agreement, exports, segment_tables
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.store import beside

if TYPE_CHECKING:
    import pandas as pd

P = ParamSpec("P")
T = TypeVar("T")

TABLES = exports.KEYS
DTYPES = {"text": "string", "integer": "Int64", "amount": "Float64", "number": "Float64"}


def segments(project: str | Path, language: str = "nl") -> pd.DataFrame:
    """Return one row per coding: document, case, pages, code, coder, quotes, facets, memo, time.

    Raises:
        UnreadableProject: The file is no project, or it is damaged.
    """
    return _frame(_read(project, segment_tables.table, language))


def table(project: str | Path, key: str, language: str = "nl") -> pd.DataFrame:
    """Return any table of a project by its key; `TABLES` has them all.

    Raises:
        UnreadableProject: The file is no project, or it is damaged.
        UnknownRecord: There is no table of this key.
        RefusedChange: There is nothing to compare; the message says why.
    """
    with beside.opened(Path(project)) as there:
        return _frame(exports.table(there, key, Wish(language)))


def memos(project: str | Path, language: str = "nl") -> pd.DataFrame:
    """Return one row per memo; raises UnreadableProject."""
    return _frame(_read(project, memo_rows.table, language))


def agreement(
    project: str | Path, language: str = "nl", *, level: int = 2, all_read: bool = False
) -> pd.DataFrame:
    """Return one row per code: alpha with its interval, F1, percent, kappa per pair, spans.

    Args:
        project: The file.
        language: Of headings and labels, `nl` or `en`.
        level: Level of the code tree: 1 families, 2 codes, 3 sub-codes.
        all_read: Count every document as read.

    Raises:
        UnreadableProject: The file is no project, or it is damaged.
        RefusedChange: There is nothing to compare; the message says why.
    """
    found = _read(project, agreements.table, Scope(level=level, all_read=all_read))
    return _frame(code_agreement.table(found, language))


def _read(
    project: str | Path,
    use_case: Callable[Concatenate[Any, P], T],
    *args: P.args,
    **kw: P.kwargs,
) -> T:
    with beside.opened(Path(project)) as there:
        return there.read(use_case, *args, **kw)


def _frame(table: Table) -> pd.DataFrame:
    """Return a table as a frame whose types are those of its columns; what is absent is NA."""
    import pandas as pd  # noqa: PLC0415  slow to load

    return pd.DataFrame(
        {
            column.title: pd.to_datetime(pd.Series(values, dtype="object"), utc=True)
            if column.kind == "time"
            else pd.Series(values, dtype=DTYPES[column.kind])
            for number, column in enumerate(table.columns)
            for values in [[row[number] for row in table.rows]]
        }
    )
