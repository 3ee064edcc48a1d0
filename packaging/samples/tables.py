"""Set tables: figures flush right, words flush left, long cells over several lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linebreaks import Run
from markup import Block, Span
from reportlab.pdfbase.pdfmetrics import stringWidth
from strips import INK, WHITE, Box, Design, Strip, Text, stacked

_CELL_PADDING_PT = 5.0
_AFTER_FIGURES_PT = 10.0  # more room where words follow a column of figures


def table_strips(block: Block, design: Design, width_pt: float) -> list[Strip]:
    """Return the caption, one strip for each row and the closing rule, all kept together."""
    size = design.size_pt * 0.88
    widths = _column_widths(block, design, size, width_pt)
    caption_runs = design.runs([Span(block.label)], size, design.heads.bold)
    lead = size * 1.3
    strips = [
        replace(strip, keep=True)
        for strip in stacked(
            design.lines(caption_runs, width_pt, justify=False), lead, design.leading_pt
        )
    ]
    for index, row in enumerate(block.rows):
        strip = _row(row, index, block, widths, design)
        strips.append(replace(strip, keep=index < len(block.rows) - 1))
    foot = (Box(0, 0, width_pt, 1.0, design.accent),)
    strips[-1] = replace(strips[-1], keep=True)
    strips.append(Strip(design.leading_pt * 0.7, boxes=foot))
    return strips


def _row(
    row: tuple[str, ...], index: int, block: Block, widths: Sequence[float], design: Design
) -> Strip:
    size = design.size_pt * 0.88
    leading = size * 1.28
    head = index == 0
    total = row[0].startswith(("=", "Totaal"))
    font = design.heads.bold if head or total else design.heads.roman
    texts: list[Text] = []
    x = 0.0
    rows_in_cell = 1
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        if cell:
            right = block.right[column]
            runs = [Run(cell, font, size)]
            left_pt = _left_padding(block, column)
            inner = width - left_pt - _CELL_PADDING_PT
            lines = design.lines(runs, inner, justify=False)
            rows_in_cell = max(rows_in_cell, len(lines))
            for number, line in enumerate(lines):
                shift = inner - line.width_pt if right else 0.0
                baseline = 4.0 + leading * (number + 0.72)
                colour = WHITE if head else INK
                texts.append(Text(x + left_pt + shift, baseline, line, colour))
        x += width
    height = leading * rows_in_cell + 7
    fill = design.accent if head else design.tint if index % 2 else WHITE
    boxes = [Box(0, 0, x, height, fill)]
    if total:
        boxes.append(Box(0, 0, x, 0.8, design.accent))
    return Strip(height, 3.0 if head else 0.0, tuple(texts), tuple(boxes))


def _left_padding(block: Block, column: int) -> float:
    after_figures = column and block.right[column - 1] and not block.right[column]
    return _CELL_PADDING_PT + (_AFTER_FIGURES_PT if after_figures else 0.0)


def _column_widths(block: Block, design: Design, size_pt: float, width_pt: float) -> list[float]:
    """Give figures what they need and let the columns of words share the rest."""
    needed = [
        max(stringWidth(row[column], design.heads.bold, size_pt) for row in block.rows)
        + _left_padding(block, column)
        + _CELL_PADDING_PT
        for column in range(len(block.right))
    ]
    figures = sum(need for need, right in zip(needed, block.right, strict=True) if right)
    words = sum(need for need, right in zip(needed, block.right, strict=True) if not right)
    spare = width_pt - figures - words
    if spare >= 0:
        share = spare / len(needed)
        return [need + share for need in needed]
    return [
        need if right else need * (width_pt - figures) / words
        for need, right in zip(needed, block.right, strict=True)
    ]
