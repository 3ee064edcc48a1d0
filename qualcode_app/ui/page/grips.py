"""The sides and corners by which a coded area is made larger and smaller. Plain geometry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode_app.domain.boxes import Rect

LEAST_PT = 4.0  # of a side


@dataclass(frozen=True, slots=True)
class Grip:
    """What is held: -1 the left or upper side, 1 the right or lower one, 0 neither."""

    across: int
    down: int

    def place(self, rect: Rect) -> tuple[float, float]:
        """Return where it lies on an area: at a corner, or in the middle of a side."""
        x0, y0, x1, y1 = rect.x0_pt, rect.y0_pt, rect.x1_pt, rect.y1_pt
        xs, ys = (x0, (x0 + x1) / 2, x1), (y0, (y0 + y1) / 2, y1)
        return xs[self.across + 1], ys[self.down + 1]

    def pulled(self, rect: Rect, x_pt: float, y_pt: float) -> Rect:
        """Return the area with what is held at a point; the other sides stay."""
        x0, y0, x1, y1 = rect.x0_pt, rect.y0_pt, rect.x1_pt, rect.y1_pt
        if self.across < 0:
            x0 = min(x_pt, x1 - LEAST_PT)
        elif self.across > 0:
            x1 = max(x_pt, x0 + LEAST_PT)
        if self.down < 0:
            y0 = min(y_pt, y1 - LEAST_PT)
        elif self.down > 0:
            y1 = max(y_pt, y0 + LEAST_PT)
        return Rect(x0, y0, x1, y1)


def grips() -> Iterator[Grip]:
    """Yield the corners, and then the sides."""
    for across, down in ((-1, -1), (1, -1), (-1, 1), (1, 1), (0, -1), (0, 1), (-1, 0), (1, 0)):
        yield Grip(across, down)


def grip_at(rect: Rect, x_pt: float, y_pt: float, slack_pt: float) -> Grip | None:
    """Return what of an area is held at a point: a side along its whole length, or a corner."""
    if not (
        rect.x0_pt - slack_pt <= x_pt <= rect.x1_pt + slack_pt
        and rect.y0_pt - slack_pt <= y_pt <= rect.y1_pt + slack_pt
    ):
        return None
    across = _side(x_pt, rect.x0_pt, rect.x1_pt, slack_pt)
    down = _side(y_pt, rect.y0_pt, rect.y1_pt, slack_pt)
    return Grip(across, down) if across or down else None


def _side(value: float, low: float, high: float, slack: float) -> int:
    if abs(value - low) <= slack:
        return -1
    return 1 if abs(value - high) <= slack else 0
