"""One coding as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode_app.domain.anchors import PageArea, TextAnchor, without


@dataclass(frozen=True, slots=True)
class Highlight:
    """A coding's place, colours and words; it covers text, or an area when `area` is given."""

    uid: str
    anchor: TextAnchor | None
    holes: tuple[TextAnchor, ...] = ()
    stripe: str = "#000000"  # colour of stripe, underline and outline on the frame's ground
    tint: str = "#ffffff"  # multiplied onto the page
    key: str = ""
    label: str = ""
    coder_initials: str = ""
    is_primary: bool = False
    area: PageArea | None = None
    underline: str = ""  # stripe colour on paper when it differs (dark theme); "" is `stripe`
    pattern: str = "solid"  # of the stripe: solid, dashed, dotted, hollow

    @property
    def on_paper(self) -> str:
        """The colour of lines drawn on the page itself."""
        return self.underline or self.stripe

    @property
    def rank(self) -> tuple[bool, int, int, str]:
        """Sorts from lowest to topmost: primary first, then longest first."""
        if self.anchor is None:
            return (not self.is_primary, 0, 0, self.uid)
        return (not self.is_primary, -len(self.anchor), self.anchor.start, self.uid)

    def spans(self) -> list[TextAnchor]:
        """Return the covered text without the holes, in order."""
        if self.anchor is None:
            return []
        return without(self.anchor, self.holes)
