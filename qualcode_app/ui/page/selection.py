"""What is selected: two gaps between characters, and the step by which they move."""

from __future__ import annotations

from enum import Enum

from qualcode_app.domain.anchors import TextAnchor, without
from qualcode_app.ui.page.glyphs import Glyphs
from qualcode_app.ui.page.words import Units, next_word, previous_word, word_at


class Step(Enum):
    """How far the caret goes at once, and what a dragged selection snaps to."""

    CHARACTER = 1
    WORD = 2
    SENTENCE = 3
    PARAGRAPH = 4


class Selection:
    """The caret and the text between it and where selecting began; gaps count characters."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._text = glyphs.source.text
        self.sentences = Units(glyphs.source.sentences)
        self._paragraphs = Units(glyphs.source.paragraphs)
        self.caret: int | None = None
        self._fixed: tuple[int, int] | None = None  # the stretch selecting began with
        self._step = Step.CHARACTER
        self.range: TextAnchor | None = None

    def clear(self) -> None:
        """Select nothing; the caret stays."""
        self._fixed = None
        self.range = None

    def put(self, gap: int) -> None:
        """Place the caret and select nothing."""
        self.clear()
        self.caret = min(max(gap, 0), len(self._text))

    def take(self, anchor: TextAnchor) -> None:
        """Select a range, caret at its end."""
        self._step = Step.CHARACTER
        self._fixed = (anchor.start, anchor.start)
        self.caret = anchor.end
        self.range = anchor

    def begin(self, start: int, end: int) -> None:
        """Start selecting at a gap, given twice, or with a line that is taken as a whole."""
        self.put(end)
        self._step = Step.CHARACTER
        self._fixed = (start, end)
        self.range = TextAnchor(start, end) if start < end else None

    def take_unit(self, offset: int, step: Step) -> None:
        """Select the word, sentence or paragraph at a character; dragging goes on by such units."""
        unit = self.unit_at(offset, step)
        if unit is None:
            return
        self.take(unit)
        self._step = step
        self._fixed = (unit.start, unit.end)

    def drag_to(self, first: int, last: int) -> None:
        """Stretch the selection from where it began, by the unit it began with.

        Args:
            first: The gap to reach.
            last: The same, or the end where a line is taken as a whole.
        """
        if self._fixed is None:
            self.begin(first, last)
            return
        start, end = self._fixed
        if self._step is not Step.CHARACTER:
            unit = self.unit_at(first, self._step) or self.unit_at(first - 1, self._step)
            if unit is not None:
                first, last = unit.start, max(end, unit.end)
        self.caret = first if first < start else last
        low, high = min(start, first), max(end, last)
        self.range = self._whole_lines(low, high) if low < high else None

    def _whole_lines(self, low: int, high: int) -> TextAnchor:
        """Widen a range to the ends of lines of which no part can be pointed at."""
        first, last = self._glyphs.whole_line(low), self._glyphs.whole_line(high - 1)
        return TextAnchor(low if first is None else first.start, high if last is None else last.end)

    def move(self, step: Step, direction: int, *, selecting: bool) -> None:
        """Move the caret by a step to the right (1) or to the left (-1)."""
        gap = self.caret
        if gap is None:
            return
        if self.range is not None and not selecting and step is Step.CHARACTER:
            self.put(self.range.end if direction > 0 else self.range.start)
            return
        self.move_to(self._moved(gap, step, direction), selecting=selecting, step=step)

    def move_to(self, gap: int, *, selecting: bool, step: Step = Step.CHARACTER) -> None:
        """Move the caret to a gap, stretching the selection or dropping it.

        Args:
            gap: Where to.
            selecting: Whether the selection goes along; it leaps over footnotes and running heads.
            step: How it goes on behind what it leaps over.
        """
        if not selecting:
            self.put(gap)
            return
        gap = self._behind_holes(min(max(gap, 0), len(self._text)), step)
        self.stretch_to(gap, gap)

    def _behind_holes(self, gap: int, step: Step) -> int:
        """Return a gap at which a selection that is stretched there ends in no hole."""
        if self.caret is None:
            return gap
        start, end = self._fixed or (self.caret, self.caret)
        if self._hole_at(start) or (start < end and self._hole_at(end - 1)):
            return gap  # begun in a footnote: it is what is selected
        direction = 1 if gap > self.caret else -1
        while 0 < gap < len(self._text):
            after = gap > end
            hole = self._hole_at(gap - 1 if after else gap) if after or gap < start else None
            if hole is None:
                break
            beyond = hole.end if direction > 0 else hole.start
            grows = after is (direction > 0)
            gap = self._moved(beyond, step, direction) if grows else beyond
        return min(max(gap, 0), len(self._text))

    def _hole_at(self, offset: int) -> TextAnchor | None:
        """Return the running head or footnote that holds a character."""
        skipped = self._glyphs.source.skipped
        return next((hole for hole in skipped if hole.covers(offset)), None)

    def stretch_to(self, first: int, last: int) -> None:
        """Stretch the selection from where it, or else the caret, stands; see `drag_to`."""
        if self._fixed is None and self.caret is not None:
            self._fixed = (self.caret, self.caret)
        self._step = Step.CHARACTER
        self.drag_to(first, last)

    def _moved(self, gap: int, step: Step, direction: int) -> int:
        if step is Step.WORD:
            return next_word(self._text, gap) if direction > 0 else previous_word(self._text, gap)
        if step is Step.SENTENCE:
            if direction > 0:
                here = self.sentences.at(gap)
                following = self.sentences.after(here.end if here else gap)
                return following.start if following else len(self._text)
            earlier = self.sentences.before(gap)
            return earlier.start if earlier else 0
        return gap + direction

    def unit_at(self, offset: int, step: Step) -> TextAnchor | None:
        """Return the word, sentence or paragraph that holds a character."""
        if not 0 <= offset < len(self._text):
            return None
        if step is Step.WORD:
            return self._glyphs.whole_line(offset) or word_at(self._text, offset)
        if step is Step.SENTENCE:
            return self.sentences.at(offset) or self._hole_at(offset)
        if step is Step.PARAGRAPH:
            return self._paragraphs.at(offset) or self._glyphs.block_at(offset)
        return TextAnchor(offset, offset + 1)

    def unit_beside(self, direction: int, otherwise: int) -> TextAnchor | None:
        """Return the sentence or list item after (1) or before (-1) what is selected.

        Args:
            direction: 1 or -1.
            otherwise: The gap to start from when nothing is selected and there is no caret.
        """
        if self.range is not None:
            here = self.range.end if direction > 0 else self.range.start
        else:
            here = self.caret if self.caret is not None else otherwise
        return self.sentences.after(here) if direction > 0 else self.sentences.before(here)

    def with_unit_beside(self, direction: int) -> TextAnchor | None:
        """Return the selection and the sentence after (1) or before (-1) it, as one range."""
        unit = self.unit_beside(direction, 0)
        if self.range is None or unit is None:
            return unit
        return TextAnchor(min(self.range.start, unit.start), max(self.range.end, unit.end))

    def without_last_unit(self) -> TextAnchor | None:
        """Return the selection without its last sentence, if it holds more than one."""
        if self.range is None:
            return None
        last = self.sentences.before(self.range.end)
        if last is None or last.start <= self.range.start:
            return self.range
        kept = self.sentences.before(last.start)
        end = last.start if kept is None else min(max(kept.end, self.range.start + 1), last.start)
        return TextAnchor(self.range.start, end)

    def whole_units(self) -> TextAnchor | None:
        """Return the selection stretched to the boundaries of the sentences it touches."""
        if self.range is None:
            return None
        first, last = self.sentences.at(self.range.start), self.sentences.at(self.range.end - 1)
        start = first.start if first is not None else self.range.start
        end = last.end if last is not None else self.range.end
        return TextAnchor(start, end)

    def holes(self) -> tuple[TextAnchor, ...]:
        """Return the running heads and footnotes that the selection leaps over.

        They are left out only when the selection begins and ends outside all of them, so that
        a footnote can still be selected by itself.
        """
        return leapt_over(self.range, self._glyphs.source.skipped)

    def spans(self) -> list[TextAnchor]:
        """Return the selected text without its holes."""
        return [] if self.range is None else without(self.range, self.holes())

    def words(self, anchor: TextAnchor) -> str:
        """Return the text of a range, without the footnotes and running heads in between."""
        spans = without(anchor, leapt_over(anchor, self._glyphs.source.skipped))
        return "".join(self._text[span.start : span.end] for span in spans)


def leapt_over(
    selected: TextAnchor | None, skipped: tuple[TextAnchor, ...]
) -> tuple[TextAnchor, ...]:
    """Return the skipped stretches inside a selection that starts and ends outside of them all."""
    if selected is None:
        return ()
    if any(hole.covers(selected.start) or hole.covers(selected.end - 1) for hole in skipped):
        return ()
    return tuple(hole for hole in skipped if hole.overlaps(selected))
