"""The quotation check: is every quotation of a draft literally in its document?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.domain.quotations import Piece, Quotation, find, folded
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow, PageRow

LITERAL, ELSEWHERE, OTHER_PAGE, DIFFERS, NOWHERE = (
    "literal",
    "elsewhere",
    "other_page",
    "differs",
    "nowhere",
)
ALIKE = 0.45  # share of likeness from which a place is worth showing
_SOURCE_CHARS = 140  # behind a quotation, where its source is named
_PAGE = re.compile(
    r"\b(?:blz|p|pp|pag|pagina|page|seite|s)\.?\s*(?P<label>[\divxlc]+)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_TRIES = 3
_LEAP_CHARS = 3000  # about a page: what is farther apart is not one quotation with an omission


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation of the draft and where it stands, or what comes nearest.

    `likeness` is 1 where it is literal, else the share of words in common; `nearest` is empty
    where nothing comes near.
    """

    quotation: Quotation
    verdict: str
    document_uid: str
    document_title: str
    page_number: int
    page_label: str
    anchor: TextAnchor | None
    nearest: str
    likeness: float


def check(session: Session, draft: str, progress: Progress | None = None) -> list[Checked]:
    """Return every quotation of a draft with its verdict."""
    watch = progress or Silent()
    quotations = list(find(draft))
    texts: list[_Text] = []
    listed = documents.rows(session) if quotations else []
    total = len(listed) + len(quotations)
    for done, row in enumerate(listed):
        watch.report(done, total)
        texts.append(_Text.of(session, row))
    found = []
    for done, quotation in enumerate(quotations):
        watch.report(len(listed) + done, total)
        source = draft[quotation.end + 1 : quotation.end + 1 + _SOURCE_CHARS].split(
            "\n\n", maxsplit=1
        )[0]
        found.append(_judged(quotation, source, texts))
    return found


class _Text:
    """A document as quotations are looked for in it."""

    def __init__(self, row: DocumentRow, reading: ReadingText, pages: Sequence[PageRow]) -> None:
        self.row = row
        self.reading = reading
        self.pages = pages
        self.hay = folded(reading.text)

    @classmethod
    def of(cls, session: Session, row: DocumentRow) -> _Text:
        reading = ReadingText.of(
            documents.text(session, row.revision_uid),
            documents.regions(session, row.revision_uid),
        )
        return cls(row, reading, documents.pages(session, row.revision_uid))

    @cached_property
    def _at(self) -> list[int]:
        """Where each folded character is read; a letter folds with its accents, or into several."""
        letters = _LETTER.finditer(self.reading.text)
        return [letter.start() for letter in letters for _ in range(_width(letter[0]))]

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        return [(m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(self.reading.text)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, (word, _, _) in enumerate(self.words):
            found[word].append(number)
        return found

    def literal(self, pieces: Sequence[Piece]) -> list[TextAnchor]:
        """Return where all pieces stand in their order: the span from first to last."""
        found: list[TextAnchor] = []
        first, *rest = pieces
        place = self._next(first, 0)
        while place is not None:
            begin, end = place
            for piece in rest:
                place = self._next(piece, end, end + _LEAP_CHARS)
                if place is None:
                    break
                end = place[1]
            if place is not None:
                anchor = self.reading.anchor(self._at[begin], self._at[end - 1] + 1)
                if anchor is not None:
                    found.append(anchor)
            place = self._next(first, begin + 1)
        return found

    def _next(self, piece: Piece, start: int, stop: int | None = None) -> tuple[int, int] | None:
        """Return the next place of a piece in the folded text, not inside other words."""
        needle = folded(piece.text)
        begin = self.hay.find(needle, start, stop)
        while begin >= 0:
            end = begin + len(needle)
            first, last = self._at[begin], self._at[end - 1] + 1
            if not (
                (piece.begins_word and self._is_in_word(first))
                or (piece.ends_word and self._is_in_word(last))
            ):
                return begin, end
            begin = self.hay.find(needle, begin + 1, stop)
        return None

    def _is_in_word(self, place: int) -> bool:
        """Tell whether letters stand on both sides of a place: "een" is not said in "geen"."""
        around = self.reading.text[max(place - 1, 0) : place + 1]
        return len(around) > 1 and around.isalpha()

    def page(self, anchor: TextAnchor) -> PageRow:
        starts = [page.start_char for page in self.pages]
        return self.pages[bisect_right(starts, anchor.start) - 1]

    def is_named(self, source: str) -> bool:
        """Tell whether the words behind a quotation name this document."""
        said = source.casefold()
        names = (self.row.title, self.row.short_title, self.row.case_name)
        return any(len(name) > 2 and name.casefold() in said for name in names)

    def nearest(self, quoted: Sequence[str]) -> tuple[float, int, int]:
        """Return likeness, first and last word of the stretch most like these words."""
        votes: Counter[int] = Counter()
        for number, word in enumerate(quoted):
            places = self.places.get(word, ())
            weight = 1000 // (len(places) + 1)  # rare words tell more
            for place in places:
                votes[(place - number) // 4] += weight
        best = (0.0, 0, 0)
        for bucket, _ in votes.most_common(_TRIES):
            first = max(bucket * 4 - 2, 0)
            window = [word for word, _, _ in self.words[first : first + len(quoted) + 8]]
            blocks = SequenceMatcher(None, window, quoted, autojunk=False).get_matching_blocks()
            same = [block for block in blocks if block.size]
            if not same:
                continue
            share = 2 * sum(b.size for b in same)
            start, end = first + same[0].a, first + same[-1].a + same[-1].size
            likeness = share / (len(quoted) + end - start)
            # What stands where the draft says something else is shown as well.
            start -= min(same[0].b, start)
            end = min(end + len(quoted) - same[-1].b - same[-1].size, len(self.words))
            best = max(best, (likeness, start, end - 1))
        return best


@lru_cache(maxsize=4096)
def _width(letter: str) -> int:
    return len(folded(letter))


def _judged(quotation: Quotation, source: str, texts: Sequence[_Text]) -> Checked:
    pieces = quotation.pieces()
    named = [text for text in texts if text.is_named(source)]
    if pieces:
        for text in [*named, *(text for text in texts if text not in named)]:
            anchors = text.literal(pieces)
            if anchors:
                return _placed(
                    quotation, text, anchors, source, wrong=bool(named) and text not in named
                )
    return _near(quotation, named or texts)


def _placed(
    quotation: Quotation, text: _Text, anchors: Sequence[TextAnchor], source: str, *, wrong: bool
) -> Checked:
    """Return a quotation that is literal, on the page its source names where it stands there."""
    said = _PAGE.search(source)
    label = said["label"].casefold() if said and text.is_named(source) else ""
    there = [a for a in anchors if text.page(a).label.casefold() == label] if label else []
    anchor = (there or list(anchors))[0]
    verdict = LITERAL
    if wrong:
        verdict = ELSEWHERE
    elif label and not there:
        verdict = OTHER_PAGE
    return _checked(quotation, verdict, text, anchor, "", 1.0)


def _near(quotation: Quotation, texts: Sequence[_Text]) -> Checked:
    quoted = [match[0].casefold() for match in _WORD.finditer(quotation.text)]
    found = [(*text.nearest(quoted), text) for text in texts] if quoted else []
    likeness, first, last, text = max(found, key=lambda one: one[0], default=(0.0, 0, 0, None))
    if text is None or likeness < ALIKE:
        return Checked(quotation, NOWHERE, "", "", 0, "", None, "", likeness)
    start, end = text.words[first][1], text.words[last][2]
    anchor = text.reading.anchor(start, end)
    if anchor is None:
        return Checked(quotation, NOWHERE, "", "", 0, "", None, "", likeness)
    return _checked(quotation, DIFFERS, text, anchor, text.reading.text[start:end], likeness)


def _checked(
    quotation: Quotation,
    verdict: str,
    text: _Text,
    anchor: TextAnchor,
    nearest: str,
    likeness: float,
) -> Checked:
    page = text.page(anchor)
    nearest = " ".join(nearest.split())
    return Checked(
        quotation,
        verdict,
        text.row.uid,
        text.row.title,
        page.number,
        page.label,
        anchor,
        nearest,
        likeness,
    )
