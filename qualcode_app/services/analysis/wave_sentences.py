"""What a comparison of two waves says: what stayed, came and went, and what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode_app.services.analysis.questions import Named

if TYPE_CHECKING:
    from qualcode_app.services.analysis.sentences import Says


def by_wave(says: Says) -> list[str]:
    """Return the pairs of cases, all documents of each wave, then what does not count and why."""
    *pairs, before, after = says.answer.lines
    words = says.words
    parts = [
        words["pair"].format(
            label=says.label(line.label),
            n=line.n,
            word=says.word_of(line),
            names=says.names(line.names) or words["nobody"],
        )
        for line in pairs
    ]
    told = [
        words["waves"].format(
            of=pairs[0].of,
            before=says.label(before.label),
            after=says.label(after.label),
            what=says.what(),
            where=says.where(),
            parts="; ".join(parts),
        ),
        words["all_of_waves"].format(
            n=f"{before.n}",
            of=f"{before.of}{says.word_of(before)}",
            before=says.label(before.label),
            m=after.n,
            of_m=f"{after.of}{says.word_of(after)}",
            after=says.label(after.label),
        ),
    ]
    told += says.tail("unread_pairs", pairs[0].unread)
    told += says.tail("wider_pairs", pairs[0].coded_unread)
    if says.answer.also:
        labels = [Named("", says.quoted(one)) for one in says.answer.also]
        told += says.tail("also", labels)
    told += says.tail("several", says.with_reasons(says.answer.several))
    return told + says.outside(before, after)
