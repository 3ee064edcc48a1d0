"""Matrix, answers and codes near each other as sheets."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import numpy as np

from qualcode_app.domain.snapshot import Cell, CellKind, Column, Snapshot, Table
from qualcode_app.domain.terms import heading, headings
from qualcode_app.services.analysis import matrix as figures
from qualcode_app.services.analysis import room, sentences
from qualcode_app.services.analysis.matrix import Matrix, Measure
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Named
from qualcode_app.services.analysis.study import State, Study
from qualcode_app.services.analysis.together import Together

MEASURES: dict[Measure, str] = {
    "present": "In the document",
    "count": "Passages",
    "words": "Words",
    "share": "Share of the words (%)",
    "per_1000": "Passages per 1,000 words",
}
STATES = {
    State.UNREAD: "not read",
    State.ABSENT: "read, not there",
    State.PRESENT: "there",
    State.CODED_UNREAD: "coded, not marked as read",
    State.BY_FEWER: "coded by too few",
}


def matrix(
    found: Matrix,
    study: Study,
    measure: Measure,
    columns: Sequence[figures.Column],
    language: str = "nl",
) -> Table:
    """Return one row per code: the figure per document or group, then n, N and percent.

    An unread cell is empty, a code that was looked for and not found is nought.
    """
    say = headings(language)
    n, of = found.n(), found.of()
    values = found.values(measure, columns)
    kind: CellKind = "number" if measure in ("share", "per_1000") else "integer"
    titles = [
        f"{column.group_title}: {column.name}"
        if column.group_title and column.group_title != column.name
        else column.name
        for column in columns
    ]
    groups = found.groups(study)
    head = (
        Column(say("Code"), width=10),
        Column(say("Label"), width=34),
        Column(say("Level"), "integer", 8),
        *(Column(title, kind, 14) for title in titles),
        Column("n", "integer", 6),
        Column("N", "integer", 6),
        Column("%", "number", 8, 1),
        *(Column(f"{say(word)} {g.name}", "integer", 8) for g in groups for word in ("n", "N")),
    )
    rows: list[list[Cell]] = []
    for i, code in enumerate(found.rows):
        cells = [_cell(value, measure) for value in values[i].tolist()]
        by_group = [
            int(figure[i])
            for g in groups
            for figure in (found.n(g.documents), found.of(g.documents))
        ]
        percent = 100 * int(n[i]) / int(of[i]) if of[i] else None
        rows.append(
            [
                code.key,
                code.label(language),
                code.level,
                *cells,
                int(n[i]),
                int(of[i]),
                percent,
                *by_group,
            ]
        )
    return Table(head, rows)


def cells(found: Matrix, language: str = "nl") -> Table:
    """Return one row per code and document, with what is known of it."""
    say = headings(language)
    columns = (
        Column(say("Code"), width=10),
        Column(say("Label"), width=34),
        Column(say("Document"), width=24),
        Column(say("State"), width=24),
        Column(say("Passages"), "integer", 10),
        Column(say("Words of the document"), "integer", 12),
    )
    rows: list[list[Cell]] = [
        [
            code.key,
            code.label(language),
            document.title,
            say(STATES[State(int(found.state[i, j]))]),
            None if found.state[i, j] == State.UNREAD else int(found.count[i, j]),
            int(found.n_words[j]),
        ]
        for i, code in enumerate(found.rows)
        for j, document in enumerate(found.documents)
    ]
    return Table(columns, rows)


def matrix_book(
    found: Matrix,
    study: Study,
    measure: Measure,
    columns: Sequence[figures.Column],
    language: str = "nl",
) -> Snapshot:
    """Return the matrix, and every cell with its state, as two sheets."""
    return Snapshot(
        {
            heading("Matrix", language): matrix(found, study, measure, columns, language),
            heading("Cells", language): cells(found, language),
        }
    )


def answer(found: Answer, language: str = "nl") -> Table:
    """Return one row per document that is named, and the sentence in the last one."""
    say = headings(language)
    columns = (
        Column(say("About"), width=30),
        Column(say("Document"), width=28),
        Column(say("State"), width=28),
        Column("n", "integer", 6),
        Column("N", "integer", 6),
        Column(say("Value"), "number", 10),
    )
    rows: list[list[Cell]] = []
    for line in found.lines:
        label, figure = line.label.of(language), _figure(found, line)
        by_state = _by_state(line, found.question.kind)
        named = [(one.name, say(state)) for state, names in by_state for one in names]
        rows += [[label, *one, line.n, line.of, figure] for one in named or [("", "")]]
    rows.append([sentences.sentence(found, language), "", "", None, None, None])
    return Table(columns, rows)


def together(found: Together, language: str = "nl") -> Table:
    """Return one row per pair of codes that stand near each other in some document."""
    say = headings(language)
    columns = (
        Column(say("Code"), width=10),
        Column(say("Label"), width=30),
        Column(say("With code"), width=10),
        Column(say("With label"), width=30),
        Column("n", "integer", 6),
        Column("N", "integer", 6),
        Column(say("Pairs of codings"), "integer", 10),
    )
    rows: list[list[Cell]] = []
    pairs = np.argwhere(np.triu((found.n > 0) | (found.n_pairs > 0), 1))
    for i, j in sorted(pairs.tolist(), key=lambda pair: -int(found.n[pair[0], pair[1]])):
        figures_of = (int(each[i, j]) for each in (found.n, found.of, found.n_pairs))
        named = (found.rows[k] for k in (i, j))
        codes = (words for code in named for words in (code.key, code.label(language)))
        rows.append([*codes, *figures_of])
    return Table(columns, rows)


def alone(name: str, table: Table, language: str = "nl") -> Snapshot:
    """Return one table as all that is written."""
    return Snapshot({heading(name, language): table})


def _by_state(line: Line, kind: Kind) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    return (
        ("not there" if kind == Kind.NONE_OF else "there", line.names),
        ("not read", line.unread),
        ("coded, not marked as read", line.coded_unread),
        ("coded by too few", line.by_fewer),
        ("outside the corpus", line.outside),
    )


def _figure(found: Answer, line: Line) -> float | None:
    value = room.share(line) if found.question.kind == Kind.ROOM else line.value
    return None if isnan(value) else value


def _cell(value: float, measure: Measure) -> Cell:
    if isnan(value):
        return None
    return value if measure in ("share", "per_1000") else int(value)
