"""How much groups say on each theme, as sheets."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan

from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.domain.terms import headings
from qualcode_app.services.analysis.attention import Attention


def sheets(found: Attention, language: str = "nl") -> Mapping[str, Table]:
    """Return the words per theme and group, and what each group says in all."""
    say = headings(language)
    return {say("Attention"): themes(found, language), say("Groups"): groups(found, language)}


def themes(found: Attention, language: str = "nl") -> Table:
    """Return one row per theme with words and share of each group; empty where nothing was read."""
    say = headings(language)
    names = [group.name or say("All documents") for group in found.groups]
    columns = (
        Column(say("Code"), width=10),
        Column(say("Label"), width=34),
        *(
            column
            for name in names
            for column in (
                Column(f"{name}: {say('Words').lower()}", "integer", 14),
                Column(f"{name}: %", "number", 10),
            )
        ),
    )
    rows: list[list[Cell]] = []
    for i, theme in enumerate(found.themes):
        figures: list[Cell] = []
        for group in found.groups:
            words, share = group.words[i], group.shares[i]
            figures += [
                None if isnan(words) else int(words),
                None if isnan(share) else share,
            ]
        rows.append([theme.key, theme.label(language), *figures])
    return Table(columns, rows)


def groups(found: Attention, language: str = "nl") -> Table:
    """Return one row per group: how long its documents are and how many codes each has."""
    say = headings(language)
    columns = (
        Column(say("Group"), width=24),
        Column(say("Documents"), "integer", 10),
        Column(say("Words"), "integer", 12),
        Column(say("Words coded"), "integer", 12),
        Column(say("Share of the words (%)"), "number", 12),
        Column(say("Codes per document, mean"), "number", 14),
        Column(say("Codes per document, least"), "integer", 14),
        Column(say("Codes per document, most"), "integer", 14),
    )
    rows: list[list[Cell]] = [
        [
            group.name or say("All documents"),
            group.n_documents,
            group.n_words,
            group.n_coded,
            None if isnan(group.share_coded) else group.share_coded,
            None if isnan(group.mean_codes) else group.mean_codes,
            min(group.codes, default=None),
            max(group.codes, default=None),
        ]
        for group in found.groups
    ]
    return Table(columns, rows)
