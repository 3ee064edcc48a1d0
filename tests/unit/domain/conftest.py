"""Pages set in type without a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from qualcode_app.domain.boxes import BoxLine
from qualcode_app.domain.layout import LaidOutPage

WIDTH_PT, HEIGHT_PT = 595.0, 842.0


@pytest.fixture
def lay_out() -> Callable[..., list[LaidOutPage]]:
    """Make pages of lines (text, x, y) or (text, x, y, size) or (text, x, y, size, bold)."""

    def make(*pages: Sequence[tuple]) -> list[LaidOutPage]:
        made, start = [], 0
        for number, rows in enumerate(pages, 1):
            lines, texts, at, block, last = [], [], 0, 0, None
            for row in rows:
                text, x, y, size, bold = (
                    (*row, 10.0, False)[:5] if len(row) == 3 else (*row, False)[:5]
                )
                if last is not None and not 0 < y - last <= 1.5 * size:
                    block += 1
                last = y
                right = x + 0.5 * size * len(text)
                lines.append(
                    BoxLine(at, at + len(text), x, y, right, y + 1.2 * size, block, 0, size, bold)
                )
                texts.append(text)
                at += len(text) + 1
            text = "\n".join(texts) + "\n"
            made.append(LaidOutPage(number, start, text, WIDTH_PT, HEIGHT_PT, 0, lines))
            start += len(text)
        return made

    return make
