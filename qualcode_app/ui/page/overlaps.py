"""What of the codings on a few lines is drawn where they overlap. Offsets only, no page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Stretch = tuple[int, int]  # first character of a page, and the one after its last

LAYERS_MAX = 3  # grounds multiplied on one place
LEVELS_MAX = 4  # underlines stacked on one place; a count tells of the others


@dataclass(frozen=True, slots=True)
class Overlaps:
    """What is drawn on a text, by the rank of a coding: 0 lies lowest."""

    tinted: dict[int, list[Stretch]]  # where a coding has a ground
    underlined: dict[tuple[int, int], list[Stretch]]  # where it has a line, by rank and level
    crowded: list[tuple[Stretch, int]]  # where more lie than have a ground, and how many at most


def overlaps(covers: Iterable[Sequence[Stretch]], depths: Sequence[int], start: int) -> Overlaps:
    """Work out what is drawn on a text.

    Args:
        covers: What each coding covers of it, the lowest coding first, each in order.
        depths: How many codings lie on each of its characters.
        start: The offset of its first character.
    """
    tinted: dict[int, list[Stretch]] = {}
    by_level: list[dict[int, list[Stretch]]] = [{} for _ in range(LEVELS_MAX)]
    # Where more can be drawn, and how much is there already.
    room = [(start, start + len(depths), 0)]
    for rank, cover in enumerate(covers):
        for stretch in cover:
            left = []
            for place in room:
                if place[1] <= stretch[0] or stretch[1] <= place[0]:
                    left.append(place)
                    continue
                first, last = max(place[0], stretch[0]), min(place[1], stretch[1])
                level = place[2]
                if level < LAYERS_MAX:
                    _append(tinted.setdefault(rank, []), (first, last))
                _append(by_level[level].setdefault(rank, []), (first, last))
                if place[0] < first:
                    left.append((place[0], first, level))
                if level + 1 < LEVELS_MAX:
                    left.append((first, last, level + 1))
                if last < place[1]:
                    left.append((last, place[1], level))
            room = left
        if not room:
            break
    # A coding that lies alone has a ground and no line.
    by_level[0] = _within(by_level[0], _joined(by_level[1]))
    underlined = {
        (rank, level): stretches
        for level, lines in enumerate(by_level)
        for rank, stretches in lines.items()
    }
    crowded = [
        ((low, high), max(depths[low - start : high - start]))
        for low, high in _joined(by_level[LAYERS_MAX])
    ]
    return Overlaps(tinted, underlined, crowded)


def _within(lines: dict[int, list[Stretch]], shared: Sequence[Stretch]) -> dict[int, list[Stretch]]:
    """Keep what of each line lies on a shared stretch."""
    cut = {
        rank: [
            (max(first, low), min(last, high))
            for first, last in stretches
            for low, high in shared
            if low < last and first < high
        ]
        for rank, stretches in lines.items()
    }
    return {rank: stretches for rank, stretches in cut.items() if stretches}


def _joined(lines: dict[int, list[Stretch]]) -> list[Stretch]:
    """Return the stretches of all lines of a level, joined where they touch."""
    found: list[Stretch] = []
    for stretch in sorted(each for stretches in lines.values() for each in stretches):
        _append(found, stretch)
    return found


def _append(stretches: list[Stretch], stretch: Stretch) -> None:
    """Add a stretch, joined with the one before when they touch."""
    if stretches and stretches[-1][1] == stretch[0]:
        stretches[-1] = stretches[-1][0], stretch[1]
    else:
        stretches.append(stretch)
