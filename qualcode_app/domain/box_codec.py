"""The stored form of the boxes of a page: small, quick to read, and never to be guessed at.

Two bytes (version, steps per point), then a zlib stream of little-endian numbers: the counts,
per line its characters, box, block, kind and type size as 32-bit columns, per character of a
horizontal line the step from the character before and its width in 16 bits, and per character
of any other line a whole box in 32 bits.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from qualcode_app.domain.errors import UnreadableProject

HORIZONTAL, SLANTED, WHOLE = 0, 1, 2
"""Kinds of lines: left to right, along another direction, and one that is selected as a whole."""

Box: TypeAlias = tuple[float, float, float, float]

_VERSION = 1
_SCALES = (32, 16, 8, 4, 2, 1)  # steps per point; the finest that fits into 16 bits is taken
_SIZE_STEPS = 16  # per point of type size
_COUNTS = 4
_COLUMNS = 9
_BOLD = 4  # added to the kind of a line
_MOST_STEPS = 32_767
_SHIFT = 2**20  # keeps the numbers of steps positive while they are subtracted
_LOW_HALF = 0 if sys.byteorder == "little" else 1


class BoxLine(NamedTuple):
    """One line of a page: its characters [start, end), counted within the page, and its box."""

    start: int
    end: int
    x0_pt: float
    y0_pt: float
    x1_pt: float
    y1_pt: float
    block: int
    kind: int = HORIZONTAL
    size_pt: float = 0.0  # of the type most of the line is set in
    bold: bool = False

    @property
    def horizontal(self) -> bool:
        """Tell whether the characters follow each other from left to right."""
        return self.kind == HORIZONTAL


@dataclass(frozen=True, slots=True)
class Decoded:
    """The numbers of one page; coordinates count `scale` steps per point."""

    n_chars: int
    scale: int
    lines: list[BoxLine]
    lefts: list[int]  # of the characters of all horizontal lines
    widths: array[int]
    free: array[int]  # four numbers per character of all other lines


def encode(n_chars: int, lines: Sequence[BoxLine], boxes: Sequence[Box]) -> bytes:
    """Pack the boxes of a page.

    Args:
        n_chars: Length of the page's text.
        lines: The lines in the order of the text; their boxes hold those of their characters.
        boxes: One (x0, y0, x1, y1) per character of these lines, in points; the characters
            between lines (the newlines) have none.
    """
    scale = _scale(lines)
    if scale is None:  # too far for 16 bits, as on no page that can be printed
        scale, lines = 1, [line._replace(kind=WHOLE) for line in lines]
    level, free = boxes, list[Box]()
    if any(line.kind for line in lines):
        level, free = _parted(lines, boxes)
    edges = _steps([box[0] for box in level] + [box[2] for box in level], scale, _SHIFT)
    lefts, rights = edges[: len(level)], edges[len(level) :]
    table = array("i", (n_chars, len(lines), len(level), len(free)))
    if lines:
        start, end, x0, y0, x1, y1, block, kind, size, bold = zip(*lines, strict=True)
        table.extend(start)
        table.extend(end)
        table.extend(_steps(x0 + y0 + x1 + y1, scale))
        table.extend(block)
        table.extend([k + _BOLD if b else k for k, b in zip(kind, bold, strict=True)])
        table.extend(_steps(size, _SIZE_STEPS))
    parts = (
        table,
        _differences(lefts, (array("i", (_SHIFT,)) + lefts)[: len(lefts)]),
        _differences(rights, lefts),
        _steps([value for box in free for value in box], scale),
    )
    stream = b"".join([_little(part) for part in parts])
    return bytes((_VERSION, scale)) + zlib.compress(stream, 1)


def _scale(lines: Sequence[BoxLine]) -> int | None:
    """Return the finest scale at which no step of the page leaves 16 bits."""
    left = min([line.x0_pt for line in lines], default=0.0)
    right = max([line.x1_pt for line in lines], default=0.0)
    reach = max(right, 0.0) - min(left, 0.0) + 1
    return next((scale for scale in _SCALES if reach * scale <= _MOST_STEPS), None)


def _steps(values: Sequence[float], scale: int, shift: int = 0) -> array[int]:
    """Round lengths to whole steps, all at once, and add `shift` to each.

    A double has 52 bits behind its first one. Adding 1.5 * 2**52 / scale pushes everything finer
    than a step out of them, so the lower half of the sum is the rounded number of steps.
    """
    magic = (1.5 * 2**52 + shift) / scale
    halves: array[int] = array("i")
    halves.frombytes(array("d", [value + magic for value in values]).tobytes())
    return halves[_LOW_HALF::2]


def _differences(numbers: array[int], others: array[int]) -> array[int]:
    """Subtract positive numbers pair by pair, as one subtraction of two long integers.

    Each pair has a lane of 32 bits with a bias that keeps it from borrowing from the next; the
    difference is the lower half of its lane.
    """
    n_bytes = 4 * len(numbers)
    bias = int.from_bytes(b"\0\0\0\x40" * len(numbers), "little")
    lanes = _long(numbers) + bias - _long(others)
    differences: array[int] = array("h")
    differences.frombytes(lanes.to_bytes(n_bytes, "little"))
    if sys.byteorder == "big":
        differences.byteswap()
    return differences[::2]


def _long(numbers: array[int]) -> int:
    return int.from_bytes(_little(numbers), "little")


def _parted(lines: Sequence[BoxLine], boxes: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """Part the boxes of horizontal lines from those of the others."""
    level: list[Box] = []
    free: list[Box] = []
    first = 0
    for line in lines:
        last = first + line.end - line.start
        (free if line.kind else level).extend(boxes[first:last])
        first = last
    return level, free


def _little(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def decode(blob: bytes) -> Decoded:
    """Unpack what `encode` packed.

    Raises:
        UnreadableProject: The bytes are damaged or were written by a newer program.
    """
    if blob[:1] != bytes((_VERSION,)):
        raise UnreadableProject(
            "The places of the letters on a page were written by a newer QualCode. Update it."
        )
    try:
        return _unpacked(blob)
    except (ValueError, IndexError, zlib.error) as problem:
        raise UnreadableProject(
            "The places of the letters on a page are damaged. Restore a backup of the project."
        ) from problem


def _unpacked(blob: bytes) -> Decoded:
    scale = blob[1]
    if scale not in _SCALES:
        raise ValueError(f"unknown scale {scale}")
    stream = memoryview(zlib.decompress(memoryview(blob)[2:]))
    n_chars, n_lines, n_level, n_free = _numbers("i", stream[: 4 * _COUNTS])
    cuts = (4 * _COUNTS, 4 * _COLUMNS * n_lines, 2 * n_level, 2 * n_level, 16 * n_free)
    counts, of_lines, of_steps, of_widths, end = accumulate(cuts)
    if end != len(stream):
        raise ValueError(f"{len(stream)} bytes where {end} were expected")
    lefts = list(accumulate(_numbers("h", stream[of_lines:of_steps])))
    return Decoded(
        n_chars=n_chars,
        scale=scale,
        lines=list(_lines(_numbers("i", stream[counts:of_lines]), n_lines, scale)),
        lefts=lefts,
        widths=_numbers("h", stream[of_steps:of_widths]),
        free=_numbers("i", stream[of_widths:]),
    )


def _lines(table: array[int], n_lines: int, scale: int) -> Iterator[BoxLine]:
    start, end, x0, y0, x1, y1, block, kind, size = (
        table[n_lines * i : n_lines * (i + 1)] for i in range(_COLUMNS)
    )
    sides = ([value / scale for value in side] for side in (x0, y0, x1, y1))
    kinds = [value % _BOLD for value in kind]
    sizes = [value / _SIZE_STEPS for value in size]
    bolds = [value >= _BOLD for value in kind]
    return map(BoxLine, start, end, *sides, block, kinds, sizes, bolds)


def _numbers(kind: str, data: memoryview) -> array[int]:
    numbers: array[int] = array(kind)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
