"""Find running heads, page numbers, footnotes and captions."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode_app.domain.extraction import Region
from qualcode_app.domain.layout import LaidOutPage


def find(pages: Sequence[LaidOutPage]) -> tuple[Region, ...]:
    return ()
