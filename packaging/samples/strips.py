"""Strips, the slices of a column that are never divided, and the typography they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import fonts
from linebreaks import Run, SetLine, break_lines, with_ligatures
from markup import Block, Source, Span

INK = "#1C1C1C"
GREY = "#5E5E5E"
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Text:
    """A line with its baseline, measured from the top left of the strip."""

    x_pt: float
    baseline_pt: float
    line: SetLine
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle behind the text, measured from the top left of the strip."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    colour: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a column."""

    height_pt: float
    before_pt: float = 0.0  # white space above, dropped at the top of a column
    texts: tuple[Text, ...] = ()
    boxes: tuple[Box, ...] = ()
    keep: bool = False  # with the next strip
    heading: Block | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(note for text in self.texts for note in text.line.notes)


@dataclass(frozen=True, slots=True)
class Design:
    """The typography of one agreement, read from the header of its source."""

    meta: dict[str, str]
    body: fonts.Family
    heads: fonts.Family
    size_pt: float
    leading_pt: float
    accent: str
    second: str
    tint: str

    @classmethod
    def of(cls, source: Source) -> Design:
        meta = source.meta
        return cls(
            meta=meta,
            body=fonts.FAMILIES[meta["body"]],
            heads=fonts.FAMILIES[meta["heads"]],
            size_pt=float(meta["size"]),
            leading_pt=float(meta["leading"]),
            accent=meta["accent"],
            second=meta["second"],
            tint=meta["tint"],
        )

    @property
    def depth(self) -> int:
        return int(self.meta["depth"])

    def runs(self, spans: Iterable[Span], size_pt: float = 0.0, font: str = "") -> list[Run]:
        """Give spans their fonts; the first run sets the size of the spaces."""
        size = size_pt or self.size_pt
        faces = {"": font or self.body.roman, "italic": self.body.italic}
        return [
            Run(span.text, self.body.roman, size * 0.62, size * 0.36, note=span.text)
            if span.style == "note"
            else Run(span.text, faces[span.style], size)
            for span in spans
        ]

    def lines(self, runs: Sequence[Run], width_pt: float, *, justify: bool) -> list[SetLine]:
        broken = break_lines(runs, width_pt, justify=justify)
        if self.meta.get("ligatures") == "yes":
            broken = [with_ligatures(line) for line in broken]
        return broken

    def plain(self, text: str, font: str, size_pt: float) -> SetLine:
        return SetLine((Run(text, font, size_pt),))


def stacked(
    lines: Sequence[SetLine], leading_pt: float, before_pt: float, x_pt: float = 0.0
) -> list[Strip]:
    """One strip for each line, without a lonely first or last line."""
    last = len(lines) - 1
    return [
        Strip(
            leading_pt,
            before_pt if index == 0 else 0.0,
            (Text(x_pt, leading_pt * 0.76, line),),
            keep=index < last and (index == 0 or index == last - 1),
        )
        for index, line in enumerate(lines)
    ]
