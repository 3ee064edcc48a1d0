"""Turn the blocks of a source into strips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import fonts
from linebreaks import Run, SetLine
from markup import Block
from reportlab.pdfbase.pdfmetrics import stringWidth
from strips import GREY, WHITE, Box, Design, Strip, Text, stacked
from tables import table_strips

_ITEM_INDENT_PT = {"bullet": 15.0, "numbered": 20.0}


def strips_of(blocks: Sequence[Block], design: Design, width_pt: float) -> Iterator[Strip]:
    """Yield the strips of a stretch of blocks in a column of the given width."""
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        match block.kind:
            case "heading":
                yield from _heading(block, design, width_pt)
            case "table":
                yield from table_strips(block, design, width_pt)
            case "quote":
                yield from _quote(block, design, width_pt)
            case "bullet" | "numbered":
                first = before is None or before.kind != block.kind
                yield from _item(block, design, width_pt, first=first)
            case _:
                yield from _paragraph(block, design, width_pt)


def _paragraph(block: Block, design: Design, width_pt: float) -> list[Strip]:
    lines = design.lines(design.runs(block.spans), width_pt, justify=True)
    strips = stacked(lines, design.leading_pt, design.leading_pt * 0.5)
    if block.spans[-1].text.endswith(":"):
        strips[-1] = replace(strips[-1], keep=True)
    return strips


def _item(block: Block, design: Design, width_pt: float, *, first: bool) -> list[Strip]:
    indent = _ITEM_INDENT_PT[block.kind]
    lines = design.lines(design.runs(block.spans), width_pt - indent, justify=True)
    before = design.leading_pt * (0.35 if first else 0.16)
    strips = stacked(lines, design.leading_pt, before, indent)
    sign = _marker(block, design)
    x = 1.0 if block.kind == "bullet" else indent - 6.0 - sign.width_pt
    marker = Text(x, design.leading_pt * 0.76, sign, design.accent)
    strips[0] = replace(strips[0], texts=(marker, *strips[0].texts))
    return strips


def _marker(block: Block, design: Design) -> SetLine:
    if block.kind == "numbered":
        return design.plain(f"{block.label}.", design.heads.bold, design.size_pt * 0.88)
    if design.meta["bullet"] == "control":
        run = Run(fonts.SQUARE, fonts.CONTROL_BULLET, design.size_pt * 0.62, rise_pt=0.9)
        return SetLine((run,))
    return design.plain(design.meta["bullet"], design.body.bold, design.size_pt)


def _quote(block: Block, design: Design, width_pt: float) -> list[Strip]:
    size = design.size_pt * 1.35
    leading = size * 1.32
    runs = [Run(span.text, design.body.italic, size) for span in block.spans]
    strips = stacked(design.lines(runs, width_pt - 40, justify=False), leading, leading, 20)
    return [
        replace(
            strip,
            texts=tuple(replace(text, colour=design.accent) for text in strip.texts),
            boxes=(Box(4, 0, 3, leading, design.second),),
            keep=index < len(strips) - 1,
        )
        for index, strip in enumerate(strips)
    ]


def _heading(block: Block, design: Design, width_pt: float) -> list[Strip]:
    if block.level == 1:
        return [_chapter(block, design, width_pt)]
    size = design.size_pt * (1.22 if block.level == 2 else 1.0)
    font = design.heads.bold if block.level == 2 else design.heads.bold_italic
    colour = design.accent if block.level == 2 else GREY
    leading = size * 1.28
    label = f"{block.label}  " if block.label else ""
    indent = stringWidth(label, font, size)
    lines = design.lines(design.runs(block.spans, size, font), width_pt - indent, justify=False)
    strips = stacked(lines, leading, design.leading_pt * (1.0 if block.level == 2 else 0.75))
    number = Text(0, leading * 0.76, design.plain(label.strip(), font, size), colour)
    coloured = [
        replace(
            strip,
            texts=tuple(replace(text, x_pt=indent, colour=colour) for text in strip.texts),
            keep=True,
        )
        for strip in strips
    ]
    texts = (number, *coloured[0].texts) if label else coloured[0].texts
    return [replace(coloured[0], texts=texts, heading=block), *coloured[1:]]


def _chapter(block: Block, design: Design, width_pt: float) -> Strip:
    """Set a chapter title: on a band of colour, or with its number and a rule below."""
    band = design.meta["motif"] == "town"
    size = design.size_pt * (1.55 if band else 1.9)
    leading = size * 1.2
    label = block.label + "  " if block.label else ""
    indent = stringWidth(label, design.heads.bold, size) + (9 if band else 0)
    runs = design.runs(block.spans, size, design.heads.bold)
    lines = design.lines(runs, width_pt - indent, justify=False)
    top = 5.0 if band else 0.0
    height = top * 2 + leading * len(lines) + (0 if band else 9)
    baseline = top + leading * 0.76
    colour = WHITE if band else design.accent
    texts = [Text(indent, baseline + leading * row, line, colour) for row, line in enumerate(lines)]
    if label:
        number = design.plain(label.strip(), design.heads.bold, size)
        texts.insert(0, Text(9 if band else 0, baseline, number, design.second))
    boxes: tuple[Box, ...]
    if band:
        boxes = (Box(0, 0, width_pt, height, design.accent), Box(0, 0, 3, height, design.second))
    else:
        boxes = (Box(0, height - 5, 46, 2.2, design.second),)
    before = design.leading_pt * (1.7 if band else 2.1)
    return Strip(height, before, tuple(texts), boxes, keep=True, heading=block)
