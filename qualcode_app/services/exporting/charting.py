"""Charts made of what the analysis found: bars, heat map, strip plot, timeline, portrait."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from math import nan

import numpy as np

from qualcode_app import paths
from qualcode_app.domain.charts import (
    BarRow,
    Bars,
    Caption,
    Heat,
    HeatRow,
    Lane,
    Point,
    PointRow,
    Portrait,
    Stretch,
    Strip,
    Timeline,
)
from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.terms import heading
from qualcode_app.services.analysis import number_sentences, ratings
from qualcode_app.services.analysis.matrix import Column, Matrix, Measure
from qualcode_app.services.analysis.number_answers import Found, NumberAnswer
from qualcode_app.services.analysis.portrait import DocumentPortrait, ThemeRow
from qualcode_app.services.analysis.ratings import RatingAnswer
from qualcode_app.services.analysis.sentences import SMALL
from qualcode_app.services.analysis.study import READ, State, States, Study
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.exporting.analysis_tables import MEASURES, STATES
from qualcode_app.services.exporting.chart_words import WORDS

PARTS = (State.PRESENT, State.BY_FEWER, State.ABSENT, State.CODED_UNREAD, State.UNREAD)


class Charts:
    """Makes charts of one study in one language."""

    def __init__(self, study: Study, title: str, language: str = "nl") -> None:
        """Remember what every chart says below itself.

        Args:
            study: What the figures are counted from.
            title: Of the project.
            language: "nl" or "en".
        """
        self.study = study
        self.language = language
        self._words = WORDS[language]
        self._title = title

    def groups(self, code: CodeNode, system_uid: str = "") -> Bars:
        """Return in how many documents of each group a code is, or is not, or is not known."""
        study = self.study
        system = next((s for s in study.corpus.systems if s.uid == system_uid), None)
        groups = [
            (group.title, [i for i in range(study.n_in) if self._is_of(i, group.uid)])
            for group in (system.groups if system else ())
        ] or [(self._words["all"], list(range(study.n_in)))]
        states = study.states([study.tree.index(code.uid)])[:, 0]
        rows = [(title, states[inside]) for title, inside in groups]
        read = [(title, int(np.isin(known, READ).sum())) for title, known in rows]
        small = [f"{title} ({n})" for title, n in read if n < SMALL and system]
        notes = number_sentences.small_groups(small, self.language)
        return self._bars("bars", "bars_sub", self._label(code), rows, notes)

    def codes(self, found: Matrix, shown: Sequence[int] | None = None) -> Bars:
        """Return in how many documents codes of a matrix are, of some of its rows or of all."""
        rows = [
            (f"{found.rows[i].key} {self._label(found.rows[i])}", found.state[i])
            for i in (range(len(found.rows)) if shown is None else shown)
        ]
        family = found.choice.family_uid
        tree = self.study.tree
        what = self._label(tree.codes[tree.index(family)]) if family else self._words["codes"]
        return self._bars("bars_codes", "codes_sub", what, rows, [], n=len(found.documents))

    def ratings(self, found: RatingAnswer) -> Bars:
        """Return the passages of each group by the values of a facet."""
        rows = tuple(
            BarRow(
                self._in(row.line.label) or self._words["all"], row.counts, row.line.n, row.line.of
            )
            for row in found.rows
        )
        facet = self._in(Bilingual(found.facet.label_nl, found.facet.label_en))
        what = ", ".join(self._in(one) for one in found.answer.what)
        caption = self._caption(
            self._words["ratings"].format(facet=facet[:1].upper() + facet[1:], what=what),
            self._words["ratings_sub"].format(n_of=self._words["n_of"]),
            [ratings.sentence(found, self.language)],
        )
        return Bars(caption, tuple(self._in(option) for option in found.options), rows)

    def heat(
        self,
        found: Matrix,
        measure: Measure,
        columns: Sequence[Column],
        shown: Sequence[int] | None = None,
    ) -> Heat:
        """Return a matrix as a heat map, of some of its rows or of all."""
        values = found.values(measure, columns)
        n, of = found.n(), found.of()
        rows = tuple(
            HeatRow(
                f"{found.rows[i].key} {self._label(found.rows[i])}",
                tuple(values[i].tolist()),
                int(n[i]),
                int(of[i]),
                is_sum=_has_parts(found, i),
            )
            for i in (range(len(found.rows)) if shown is None else shown)
        )
        single = all(len(column.documents) == 1 for column in columns)
        name = heading(MEASURES[measure], self.language)
        caption = self._caption(
            self._words["heat"].format(
                measure=name, columns=self._words["documents" if single else "groups"]
            ),
            self._words["n_of"],
            [],
        )
        heads = tuple((column.name, column.group_title) for column in columns)
        return Heat(caption, heads, rows, 1 if measure in ("share", "per_1000") else 0)

    def strip(self, found: NumberAnswer) -> Strip:
        """Return numbers of one thing on an axis, by group or all in one row."""
        rows = tuple(
            PointRow(
                self._in(one.line.label) if len(found.found) > 1 else self._words["all"],
                tuple(
                    Point(row.name, row.low, row.high, row.coding.uid)
                    for row in one.rows
                    if not row.is_year
                ),
                one.line.n,
                one.line.of,
                one.median,
            )
            for one in found.found
        )
        caption = self._caption(
            self._words["strip"].format(what=self._in(found.what)),
            self._words["strip_sub"].format(n_of=self._words["n_of"]),
            [self._words["open"], number_sentences.sentence(found, self.language)],
        )
        return Strip(caption, self._in(found.what), rows)

    def timeline(self, found: NumberAnswer) -> Timeline:
        """Return target years, a row for each thing."""
        rows = tuple(
            PointRow(self._in(one.line.label), _years(one), one.line.n, one.line.of)
            for one in found.found
        )
        what = self._in(found.what)
        caption = self._caption(
            self._words["timeline_of" if what else "timeline"].format(what=what),
            self._words["timeline_sub"].format(n_of=self._words["n_of"]),
            [self._words["year"], *number_sentences.doubts(found, self.language)],
        )
        return Timeline(caption, rows)

    def portrait(self, found: DocumentPortrait) -> Portrait:
        """Return a document as a strip, a lane for each theme."""
        document = found.document
        lanes = tuple(self._lane(row, found) for row in found.themes)
        marks = found.pages[:: max(1, -(-len(found.pages) // 20))]
        caption = self._caption(
            self._words["portrait"].format(name=document.title),
            self._words["portrait_sub"].format(n=found.n, of=found.of),
            [self._words["share"].format(n=document.n_words)],
        )
        pages = tuple((page.start_char / max(1, found.n_chars), page.label) for page in marks)
        return Portrait(caption, lanes, pages)

    # Inside

    def _bars(
        self,
        title: str,
        subtitle: str,
        what: str,
        rows: Sequence[tuple[str, States]],
        notes: Sequence[str],
        n: int = 0,
    ) -> Bars:
        """Return bars of what is known in documents; what occurs in no bar has no part."""
        every = np.concatenate([states for _, states in rows]) if rows else np.zeros(0, np.int8)
        kept = [s for s in PARTS if s in (State.PRESENT, State.ABSENT) or (every == s).any()]
        bars = tuple(
            BarRow(
                label,
                tuple(int((states == state).sum()) for state in kept),
                int((states == State.PRESENT).sum()),
                int(np.isin(states, READ).sum()),
            )
            for label, states in rows
        )
        caption = self._caption(
            self._words[title].format(what=what),
            self._words[subtitle].format(n=n, n_of=self._words["n_of"]),
            notes,
        )
        return Bars(caption, tuple(heading(STATES[s], self.language) for s in kept), bars)

    def _lane(self, row: ThemeRow, found: DocumentPortrait) -> Lane:
        whole = max(1, found.n_chars)
        stretches = tuple(
            Stretch(
                coding.anchor.start / whole,
                coding.anchor.end / whole,
                f"{coding.code_key} {coding.page_label}",
                coding.uid,
            )
            for coding in row.codings
        )
        share = row.n_words / found.document.n_words if found.document.n_words else 0.0
        theme = row.theme
        label = self._label(theme)
        return Lane(theme.key, label, stripe(theme.colour), stretches, share, row.is_read)

    def _is_of(self, document: int, group_uid: str) -> bool:
        return self.study.documents[document].belongs_to(group_uid)

    def _caption(self, title: str, subtitle: str, notes: Sequence[str]) -> Caption:
        who = ", ".join(row.name for row in self.study.who)
        today = datetime.now(UTC).astimezone().date()
        source = self._words["source"].format(
            title=self._title, n=self.study.n_in, who=who, day=today.isoformat()
        )
        return Caption(title, subtitle, source, tuple(filter(None, notes)), self.language)

    def _label(self, code: CodeNode) -> str:
        return self._in(Bilingual(code.label_nl, code.label_en))

    def _in(self, label: Bilingual) -> str:
        first, second = label.label_nl, label.label_en
        return (first or second) if self.language == "nl" else (second or first)


def _has_parts(found: Matrix, row: int) -> bool:
    """Tell whether the row below stands for a part of this one."""
    below = found.rows[row + 1 : row + 2]
    return bool(below) and below[0].level > found.rows[row].level


def stripe(colour: str) -> str:
    """Return the colour of a theme on paper: from its slot, or its own."""
    slot, _, index = colour.partition(":")
    stripes = _stripes().get(slot)
    if stripes is not None:
        return stripes[int(index or 0) % len(stripes)]
    return colour if colour.startswith("#") and len(colour) == 7 else "#4A5462"


@cache
def _stripes() -> dict[str, list[str]]:
    path = paths.resources() / "themes" / "families.toml"
    return {slot: lists["light"] for slot, lists in tomllib.loads(path.read_text("utf-8")).items()}


def _years(found: Found) -> tuple[Point, ...]:
    return tuple(Point(row.name, *(row.years or (nan, nan)), row.coding.uid) for row in found.rows)
