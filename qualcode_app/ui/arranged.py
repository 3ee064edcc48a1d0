"""Codings read and put in rows, as a whole, in whichever thread there is time for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.services.coding import coding_order
from qualcode_app.services.coding.coding_order import Listing, Ranks, Wanted
from qualcode_app.ui.item_models.group_heads import GroupHeads
from qualcode_app.ui.item_models.key_rows import KeyRows
from qualcode_app.ui.workspace import Workspace


@dataclass(frozen=True)
class Arranged:
    """A list of codings that is ready to be shown."""

    ranks: Ranks
    listing: Listing
    rows: KeyRows


@dataclass(frozen=True, slots=True)
class Wish:
    """Which codings are to be listed, and in which rows."""

    wanted: Wanted
    descending: bool
    folded: Collection[int]


def arranged(workspace: Workspace, wish: Wish, progress: Progress | None = None) -> Arranged:
    """Return the codings that are wished for."""
    progress = progress or Silent()
    order = workspace.read(coding_order.ranks, wish.wanted.group_by)
    pieces = coding_order.pieces(wish.wanted, order)
    listed = []
    for done, texts in enumerate(pieces):
        progress.report(done, len(pieces) + 1)
        listed.append(workspace.read(coding_order.listing, wish.wanted, order, None, texts))
    progress.report(len(pieces), len(pieces) + 1)
    found = coding_order.joined(listed) if len(listed) != 1 else listed[0]
    by = wish.wanted.group_by
    heads = GroupHeads(by, order.names.get(by, {}))
    rows = KeyRows(found.keys, heads, descending=wish.descending, folded=wish.folded)
    return Arranged(order, found, rows)


def nothing(workspace: Workspace) -> Arranged:
    """Return an empty list."""
    return Arranged(workspace.read(coding_order.ranks), Listing([]), KeyRows())
