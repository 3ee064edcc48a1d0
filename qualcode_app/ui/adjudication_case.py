"""From a place to what the page and the decision panel show of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.adjudication.board import State
from qualcode_app.services.adjudication.decisions import Decided, Difference, Draft
from qualcode_app.services.adjudication.places import Kind, Place, Said
from qualcode_app.services.adjudication.verdicts import Judged, VerdictPlace
from qualcode_app.ui.adjudication_names import NO_COLOUR, Names
from qualcode_app.ui.adjudication_words import area_words, kind_words, outcome_words, state_words
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.panels.decision_panel import Case
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.voice_block import Remark
from qualcode_app.ui.wording import count, in_language, label

translate = QCoreApplication.translate
SHOWN_WORDS = 12  # of a passage; a longer one is told by its first and last words


class CaseMaker:
    """Puts one place into words and marks."""

    def __init__(self, names: Names, book: FacetBook, theme: Theme, text: str) -> None:
        self._names = names
        self._book = book
        self._theme = theme
        self._text = text

    def case(
        self,
        place: Difference,
        state: State,
        decided: Decided | None,
        outcome: Sequence[Draft | Judged],
    ) -> Case:
        """Return a place as it is put before who decides."""
        voices = tuple(
            (self._names.voice(uid), self._remarks(place, uid)) for uid in place.coder_uids
        )
        said = ""
        if decided is not None:
            parts = (outcome_words(decided.outcome), decided.note)
            said = ": ".join(part for part in parts if part)
            if state is State.CHANGED:
                said = f"{state_words(state).capitalize()}. {said}"
        return Case(
            f"{self._names.page(place)}, {self._names.key(place)}",
            kind_words(place.kinds),
            voices,
            said,
            tuple(self._settled(place, one) for one in outcome),
            self._names.consensus(),
            can_have_both=isinstance(place, Place),
        )

    def marks(self, place: Difference) -> list[Highlight]:
        """Return what the coders marked on the page."""
        if isinstance(place, VerdictPlace):
            return []
        return [self._mark(one) for one in place.said]

    def _mark(self, one: Said) -> Highlight:
        voice = self._names.voice(one.coder_uid)
        row = self._names.codes.get(one.code_uid)
        colours = self._theme.code_colours(row.colour if row else NO_COLOUR)
        return Highlight(
            uid=one.uid,
            anchor=one.anchor if one.area is None else None,
            area=one.area,
            holes=one.holes,
            stripe=voice.colour.name(),
            pattern=voice.pattern,
            tint=colours.tint.name(),
            key=row.key if row else "?",
            label=label(row) if row else "",
            coder_initials=voice.initials,
            underline=self._on_paper(voice.uid),
        )

    def _on_paper(self, coder_uid: str) -> str:
        """Return a coder's colour as it is seen on paper, which is light in every theme."""
        colour = self._names.voice(coder_uid).colour
        return colour.darker(160 if self._theme.is_dark else 100).name()

    def _settled(self, place: Difference, one: Draft | Judged) -> Remark:
        if isinstance(one, Judged) and isinstance(place, VerdictPlace):
            return self._verdict(place, one)
        assert isinstance(one, Draft)  # noqa: S101  a place of text has no verdict
        return self._remark(one, frozenset())

    def _remarks(self, place: Difference, coder_uid: str) -> tuple[Remark, ...]:
        if isinstance(place, VerdictPlace):
            return tuple(self._verdict(place, one) for one in place.of_coder(coder_uid))
        strong = {
            part
            for kind, part in (
                (Kind.CODE, "head"),
                (Kind.BOUNDARY, "quote"),
                (Kind.FACET, "details"),
            )
            if kind in place.kinds
        }
        return tuple(self._remark(one, frozenset(strong)) for one in place.of_coder(coder_uid))

    def _remark(self, one: Said | Draft, strong: frozenset[str]) -> Remark:
        row = self._names.codes.get(one.code_uid)
        return Remark(
            row.key if row else "?",
            label(row) if row else "",
            self._quote(one),
            self._book.summary(one),
            row.colour if row else NO_COLOUR,
            strong,
        )

    def _quote(self, one: Said | Draft) -> str:
        if one.area is not None:
            return area_words(one.area)
        words = self._text[one.anchor.start : one.anchor.end].split()
        if len(words) > SHOWN_WORDS:
            half = SHOWN_WORDS // 2
            words = [*words[:half], "…", *words[-half:]]
        length = translate("adjudication", "({n} characters)").format(n=count(len(one.anchor)))
        return f"“{' '.join(words)}” {length}"

    def _verdict(self, place: VerdictPlace, one: Judged) -> Remark:
        verdict, row = one.verdict, place.proposition
        option = row.scale.option(verdict.option_key)
        met = ", ".join(sorted(verdict.met))
        n_passages = count(len(verdict.evidence))
        details = (
            translate("adjudication", "met: {parts}").format(parts=met) if met else "",
            "; ".join(str(number) for number in verdict.numbers),
            verdict.missing,
            verdict.note,
            translate("adjudication", "passages as evidence: {n}").format(n=n_passages),
        )
        return Remark(
            label(option) if option is not None else verdict.option_key,
            in_language(row.wording_nl, row.wording_en),
            "",
            "\n".join(part for part in details if part),
            strong=frozenset({"head"}),
        )
