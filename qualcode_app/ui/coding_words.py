"""What is told of a coding: where the pointer rests on it, and to one who may not change it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.item_models.codings_table import code_label
from qualcode_app.ui.wording import date_time

if TYPE_CHECKING:
    from qualcode_app.services.teams.arrivals import CameWith


def whose(row: CodingRow) -> str:
    """Say by whom a coding is, to one who may not change it."""
    words = QCoreApplication.translate("codings", "This coding is by {coder}.")
    return words.format(coder=row.coder_name)


def told(
    row: CodingRow, above: Sequence[str], book: FacetBook, came: CameWith | None = None
) -> str:
    """Return code with path, coder, facets, first line of the note, time, origin: rich text.

    Args:
        row: The coding.
        above: What the codes above its code are called, the family first.
        book: The facets.
        came: With which file it came, if it was not made here.
    """
    code = f"<b>{escape(row.code_key)}</b> {escape(code_label(row))}"
    lines = [" › ".join([*map(escape, above), code]), escape(row.coder_name)]
    lines += [
        f"{escape(book.name(facet))}: {escape(words)}"
        for facet in book.facets
        if (words := book.words(row, facet))
    ]
    if row.memo.strip():
        memo = QCoreApplication.translate("codings", "Memo: {words}")
        lines.append(escape(memo.format(words=row.memo.strip().splitlines()[0])))
    lines.append(escape(date_time(row.made_at)))
    if came is not None:
        words = QCoreApplication.translate("codings", "Came with {name}, {moment}")
        lines.append(escape(words.format(name=came.name, moment=date_time(came.at))))
    return "<br>".join(lines)
