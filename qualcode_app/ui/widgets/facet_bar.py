"""The required facets of the active coding as segments with their keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qualcode_app.domain.facets import Question
from qualcode_app.ui.facet_book import FacetBook, Valued
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.segments import (
    NamedSegments,
    Segment,
    SegmentGroup,
    SegmentWords,
    without_shared_words,
)
from qualcode_app.ui.wording import in_language

# Letters by the facets that ship; facets of a project's own are chosen by mouse or in "more".
LETTERS = {"role": "DMS", "direction": "VGT"}

MIN_WIDTH_PX = 240

Shape = tuple[tuple[str, tuple[str, ...]], ...]


def keyed(questions: Sequence[Question], facet_key: str) -> Question | None:
    """Return the question that the letters of a facet answer now.

    Where a facet asks twice, it is the first without an answer; with both answered, the last.
    """
    asked = [question for question in questions if question.facet.key == facet_key]
    return next((question for question in asked if question.is_open), asked[-1] if asked else None)


def steps(questions: Sequence[Question]) -> Question | None:
    """Return the scale that digits answer now."""
    return next(
        (each for each in questions if each.facet.required and each.facet.kind == "ordinal"), None
    )


class FacetBar(QWidget):
    """Shows what is asked and what is answered; an answer that is missing is hollow."""

    option_chosen = Signal(str, str)  # uid of the facet, key of the option

    def __init__(self, book: FacetBook, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self._theme = theme
        self._shape: Shape = ()
        self._fitted: tuple[object, ...] = ()  # what the segments were fitted to
        self.groups: list[NamedSegments] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space("s"))
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_coding(self, row: Valued) -> None:
        """Show the required facets of a coding."""
        asked = self._book.questions(row)
        required = [question for question in asked if question.facet.required]
        shape = tuple(
            (question.facet.uid, tuple(option.key for option in question.options))
            for question in required
        )
        words = [self._words(question, required, row) for question in required]
        if shape != self._shape:
            self._shape = shape
            self._rebuild(required, words)
        for named, question, each in zip(self.groups, required, words, strict=True):
            named.group.say(each, is_open=question.is_open)
        self._fit()

    def group_of(self, question: Question) -> SegmentGroup | None:
        """Return the segments of a question."""
        wanted = (question.facet.uid, tuple(option.key for option in question.options))
        at = self._shape.index(wanted) if wanted in self._shape else -1
        return self.groups[at].group if at >= 0 else None

    def minimumSizeHint(self) -> QSize:
        """Ask for little: words are shortened before a region beside the page is."""
        return QSize(MIN_WIDTH_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the names go when there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _rebuild(self, required: list[Question], words: list[tuple[SegmentWords, ...]]) -> None:
        for named in self.groups:
            self._row.removeWidget(named)
            named.hide()
            named.deleteLater()
        self.groups, self._fitted = [], ()
        for question, each in zip(required, words, strict=True):
            name = self._book.name(question.facet)
            group = SegmentGroup(self._theme, name, each, self)
            facet_uid = question.facet.uid
            group.chosen.connect(lambda key, uid=facet_uid: self.option_chosen.emit(uid, key))
            named = NamedSegments(group, name, self)
            for one in (group, named):  # a wide window does not pull the keys apart
                one.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._row.insertWidget(self._row.count() - 1, named)
            self.groups.append(named)

    def _words(
        self, question: Question, required: list[Question], row: Valued
    ) -> tuple[SegmentWords, ...]:
        letters = LETTERS.get(question.facet.key, "")
        if keyed(required, question.facet.key) is not question:
            letters = ""
        is_scale = steps(required) is question
        found = []
        texts = [self._book.option_words(option, row.code_uid) for option in question.options]
        shorts = without_shared_words(texts)
        for i, (option, text) in enumerate(zip(question.options, texts, strict=True)):
            wording = in_language(option.wording_nl, option.wording_en)
            chosen = option.key in question.chosen_keys
            if is_scale and option.key.isdecimal():
                said = f"{text}: {wording}" if wording else text
                found.append(SegmentWords(option.key, option.key, "", said, chosen))
                continue
            key = letters[i] if i < len(letters) else ""
            found.append(SegmentWords(option.key, text, key, wording, chosen, shorts[i]))
        return tuple(found)

    def _fit(self) -> None:
        """Let names go where there is no room, then fold answers, then shorten what is longest."""
        words = (segment.words for segment in self._segments())
        wanted = (self.width(), self._theme.font().key(), *words)
        if wanted == self._fitted:  # as from one coding to the next: all stays where it is
            return
        self._fitted = wanted
        spacing = self._row.spacing()
        groups = [named.group for named in self.groups]
        for segment in self._segments():
            segment.give_way(None)
        hints = sum(group.full_width_px + spacing for group in groups)
        names = sum(named.name.sizeHint().width() + 6 for named in self.groups)
        tight = self.width() < hints
        for named in self.groups:
            named.name.setVisible(self.width() >= hints + names)
            segments = named.group.segments
            is_answered = any(segment.isChecked() for segment in segments)
            has_words = not all(segment.words.text.isdecimal() for segment in segments)
            no_keys = not any(segment.words.key for segment in segments)
            named.group.fold(folded=tight and is_answered and has_words and no_keys)
        if tight:
            self._shorten(spacing * max(0, len(groups) - 1))

    def _shorten(self, between_px: int) -> None:
        """Give each segment what it needs, and the longest ones alike what is left."""
        shown = [segment for segment in self._segments() if not segment.isHidden()]
        for segment in shown:
            segment.give_way(0)
        frames = sum(named.group.frame_px for named in self.groups)
        needed = [segment.needed_px for segment in shown]
        most = _most_each(needed, self.width() - between_px - frames)
        for segment in shown:
            segment.give_way(most)

    def _segments(self) -> list[Segment]:
        return [segment for named in self.groups for segment in named.group.segments]


def _most_each(needed: Sequence[int], room: int) -> int:
    """Return what the greediest may have so that all together have no more than the room."""
    left = room
    for number, each in enumerate(sorted(needed)):
        share = left // (len(needed) - number)
        if each > share:
            return max(0, share)
        left -= each
    return max(needed, default=0)
