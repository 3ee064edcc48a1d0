"""The shipped manual: its pages in a language, their headings, and where a place is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qualcode_app import paths

STEMS = {  # the order of the contents; the English name is a page's key
    "first-steps": {"en": "first-steps", "nl": "eerste-stappen"},
    "window": {"en": "window", "nl": "venster"},
    "analysis": {"en": "analysis", "nl": "analyse"},
    "agreement": {"en": "agreement", "nl": "overeenstemming"},
    "exports": {"en": "exports", "nl": "exporteren"},
    "citing": {"en": "citing", "nl": "aanhalen"},
    "moving-in": {"en": "moving-in", "nl": "overstappen"},
    "whats-new": {"en": "whats-new", "nl": "wat-is-nieuw"},
}
HEADING = re.compile(r"^#{1,2} (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page of the manual in one language."""

    key: str
    path: Path
    text: str  # Markdown
    headings: tuple[str, ...]  # the title first; in the same order in every language

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.headings[0]


@dataclass(frozen=True, slots=True)
class Spot:
    """A page, and one of its headings by its number; 0 is the page's title."""

    page: str
    heading: int = 0


@cache
def pages(language: str) -> tuple[ManualPage, ...]:
    """Read the manual in a language."""
    found = []
    for key, stems in STEMS.items():
        path = paths.resources() / "manual" / language / f"{stems[language]}.md"
        text = path.read_text(encoding="utf-8")
        found.append(ManualPage(key, path, text, tuple(HEADING.findall(text))))
    return tuple(found)


def spot(page: str, english_heading: str = "") -> Spot:
    """Return the spot of an English heading, or the page's beginning where it is not there."""
    headings = next(each for each in pages("en") if each.key == page).headings
    number = headings.index(english_heading) if english_heading in headings else 0
    return Spot(page, number)


def pages_with(language: str, words: str) -> list[ManualPage]:
    """Return the pages on which the words stand, next to each other."""
    wanted = words.casefold()
    return [page for page in pages(language) if wanted in page.text.casefold()]
