"""Places the reader came from, for going back and forward."""

from __future__ import annotations

from dataclasses import dataclass

KEPT_PLACES = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A point of a page that stood at the top of the window."""

    index: int
    x_pt: float
    y_pt: float
    document_uid: str = ""


class History:
    """Works like that of a browser, over documents too: a new jump drops what lay forward."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def leave(self, place: Place) -> None:
        """Note where a jump begins."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-KEPT_PLACES]
        self._forward.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place before this one, if there is any."""
        if not self._back:
            return None
        self._forward.append(here)
        return self._back.pop()

    def forward(self, here: Place) -> Place | None:
        """Return the place that was gone back from, if there is any."""
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place to go forward to."""
        return bool(self._forward)
