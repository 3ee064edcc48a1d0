"""Other bases than the character: sentences, paragraphs, pages, whole documents; tolerance.

Each of these returns a study of the same shape, so every figure works on it unchanged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from qualcode_app.agreement.data import Ints, SpanData
from qualcode_app.agreement.sweep import expanded

BLOCK = "#"  # between the name of a document and the number of its block


def on_units(data: SpanData, edges: Sequence[Ints], share: float = 0.0) -> SpanData:
    """Return the study with units in the place of characters.

    Args:
        data: The study.
        edges: Of each document, where its units start and the last one ends, ascending; text
            before the first and after the last edge belongs to no unit.
        share: A unit is coded if a coder marked more than nothing (0, touched) or at least this
            share of its characters.

    Raises:
        ValueError: The edges do not ascend or leave their document.
    """
    _check(data, edges)
    coder, code, document, unit, marked = _touched(data, edges)
    starts = np.concatenate([np.empty(0, np.int64), *(edge[:-1] for edge in edges)])
    sizes = np.concatenate([np.empty(0, np.int64), *(np.diff(edge) for edge in edges)])
    first = np.cumsum([0, *(max(len(edge) - 1, 0) for edge in edges)])
    codes = len(data.codes)
    whole = (coder * codes + code) * max(len(starts), 1) + first[document] + unit
    cells, which = np.unique(whole, return_inverse=True)
    covered = np.bincount(which, marked, len(cells))
    place = cells % max(len(starts), 1)
    cells = cells[(covered > 0) & (covered >= share * sizes[place])]
    pair, place = np.divmod(cells, max(len(starts), 1))
    home = np.asarray(np.searchsorted(first, place, side="right") - 1, np.int64)
    start = place - first[home]
    return replace(
        data,
        lengths=np.diff(first),
        document=home,
        code=pair % codes if codes else pair,
        coder=pair // codes if codes else pair,
        start=start,
        end=start + 1,
    )


def whole_documents(data: SpanData) -> SpanData:
    """Return the study with documents as units: a code is in a document or is not."""
    return on_units(data, [np.array([0, length]) for length in data.lengths])


def snapped(data: SpanData, edges: Sequence[Ints]) -> SpanData:
    """Return the study with spans widened to whole words, sentences or the like.

    What lies between the outermost edges and the ends of the document stays as it is.
    """
    _check(data, edges)
    start, end = data.start.copy(), data.end.copy()
    for document, edge in enumerate(edges):
        rows = np.flatnonzero(data.document == document)
        if not edge.size or not rows.size:
            continue
        before = np.searchsorted(edge, start[rows], side="right") - 1
        after = np.searchsorted(edge, end[rows], side="left")
        start[rows] = np.where(before >= 0, edge[before.clip(0)], start[rows])
        end[rows] = np.where(after < len(edge), edge[after.clip(max=len(edge) - 1)], end[rows])
    return replace(data, start=start, end=end)


def home_of(block: str) -> str:
    """Return the document that a block is part of."""
    return block.rsplit(BLOCK, maxsplit=1)[0]


def in_blocks(data: SpanData, edges: Sequence[Ints]) -> SpanData:
    """Return the study with every block of a document as a document of its own.

    For intervals where there is but one document: leave out a page or a chapter instead. Spans
    are cut at the edges. Blocks of one document are more alike than documents, so such an
    interval is named after its blocks.

    Args:
        data: The study.
        edges: Of each document, where its blocks start, 0 first, and its length last.
    """
    _check(data, edges)
    for edge, length in zip(edges, data.lengths, strict=True):
        if not edge.size or edge[0] != 0 or edge[-1] != length:
            raise ValueError("expected blocks that cover the whole document")
    rows, block, start, end = _cut(data, edges)
    first = np.cumsum([0, *(len(edge) - 1 for edge in edges)])
    source = np.repeat(np.arange(len(edges)), [len(edge) - 1 for edge in edges])
    names = [
        f"{data.documents[document]}{BLOCK}{i - first[document] + 1}"
        for i, document in enumerate(source.tolist())
    ]
    base = np.concatenate([edge[:-1] for edge in edges]) if edges else np.empty(0, np.int64)
    document = first[data.document[rows]] + block
    return SpanData(
        data.coders,
        data.codes,
        tuple(names),
        np.concatenate([np.empty(0, np.int64), *(np.diff(edge) for edge in edges)]),
        data.counted[:, :, source],
        document,
        data.code[rows],
        data.coder[rows],
        start - base[document],
        end - base[document],
    )


def _check(data: SpanData, edges: Sequence[Ints]) -> None:
    if len(edges) != len(data.documents):
        raise ValueError("expected edges for every document")
    for edge, length in zip(edges, data.lengths, strict=True):
        if (np.diff(edge) <= 0).any() or (edge < 0).any() or (edge > length).any():
            raise ValueError("the edges of units do not ascend within their document")


def _cut(data: SpanData, edges: Sequence[Ints]) -> tuple[Ints, Ints, Ints, Ints]:
    """Cut spans at the edges: row of each piece, its unit, its start and its end."""
    found: list[tuple[Ints, Ints, Ints, Ints]] = []
    for document, edge in enumerate(edges):
        rows = np.flatnonzero(data.document == document)
        if len(edge) < 2 or not rows.size:
            continue
        low = np.maximum(np.searchsorted(edge, data.start[rows], side="right") - 1, 0)
        high = np.minimum(np.searchsorted(edge, data.end[rows], side="left"), len(edge) - 1)
        each, unit = expanded(low, high)
        start = np.maximum(data.start[rows][each], edge[unit])
        end = np.minimum(data.end[rows][each], edge[unit + 1])
        solid = end > start
        found.append((rows[each][solid], unit[solid], start[solid], end[solid]))
    empty = np.empty(0, np.int64)
    columns = zip(*found, strict=True) if found else [(empty,)] * 4
    rows, unit, start, end = (np.concatenate(column) for column in columns)
    return rows, unit, start, end


def _touched(data: SpanData, edges: Sequence[Ints]) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    rows, unit, start, end = _cut(data, edges)
    return data.coder[rows], data.code[rows], data.document[rows], unit, end - start
