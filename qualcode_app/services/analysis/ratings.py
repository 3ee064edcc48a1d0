"""How passages are rated or labelled by a facet, group by group: counts, median and mean.

A passage counts once, whoever coded it, and only in documents that were read for the code; two
coders who rate it differently count it under both values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan, nan

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual, RefusedChange
from qualcode_app.domain.facets import Facet
from qualcode_app.domain.figures import number
from qualcode_app.services.analysis import unions
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Question
from qualcode_app.services.analysis.scope import Known, Scope, combined
from qualcode_app.services.analysis.sentences import Says, joined
from qualcode_app.services.analysis.study import Study

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "head": "{facet} bij {what}{where}: {parts}.",
        "scale": (
            "{label} mediaan ‘{median}’, gemiddelde {mean} ({passages} in {n} van {of} "
            "gelezen documenten)"
        ),
        "names": "{label} {values} ({passages} in {n} van {of} gelezen documenten)",
        "none": "{label} geen (0 van {of} gelezen documenten)",
        "all": "alle documenten",
        "one": "1 fragment",
        "more": "{k} fragmenten",
    },
    "en": {
        "head": "{facet} of {what}{where}: {parts}.",
        "scale": (
            "{label} median ‘{median}’, mean {mean} ({passages} in {n} of {of} documents read)"
        ),
        "names": "{label} {values} ({passages} in {n} of {of} documents read)",
        "none": "{label} none (0 of {of} documents read)",
        "all": "all documents",
        "one": "1 passage",
        "more": "{k} passages",
    },
}


@dataclass(frozen=True, slots=True)
class Rated:
    """The passages of one group, by the options of the facet in their order."""

    line: Line
    counts: tuple[int, ...]
    median: int = -1  # place of the option in the middle, the lower one of two; -1 for none
    mean: float = nan  # of the steps of a scale


@dataclass(frozen=True, slots=True)
class RatingAnswer:
    """How a code is rated; `options` names the values of the facet."""

    answer: Answer
    facet: Facet
    options: tuple[Bilingual, ...]
    rows: tuple[Rated, ...]


def ask(session: Session, study: Study, question: Question, system_uid: str = "") -> RatingAnswer:
    """Return the values of a facet on passages with a code, by group or of all documents.

    Raises:
        RefusedChange: The facet has no options to choose from, or a part of the question is gone.
    """
    scope = Scope(session, study, question)
    facet = scope.facet_of(question.facet[0] if question.facet else "")
    if not facet.options or not scope.codes:
        raise RefusedChange(
            "This question needs a code, and a facet with values to choose from. Choose both."
        )
    by_option = [
        unions.passages(
            study.counting(study.of_facet(session, (facet.uid, option.key))),
            study.tree,
            scope.codes,
            len(study.documents),
        ).sum(axis=1)
        for option in facet.options
    ]
    counts = np.array(by_option)
    rated = np.asarray(counts.any(axis=0), np.bool_)
    read = combined(study.states(scope.codes), Kind.ANY_OF).known
    said = Known(read, rated, np.zeros_like(rated), rated)
    ranks = [option.rank for option in facet.options]
    rows = []
    for label, inside in _groups(scope, system_uid):
        line = replace(scope.told(said, inside, scope.codes), label=label)
        known = [i for i in inside if read[i]]
        rows.append(_rated(line, counts[:, known].sum(axis=1).tolist(), ranks))
    options = tuple(Bilingual(o.label_nl, o.label_en) for o in facet.options)
    return RatingAnswer(scope.answer([row.line for row in rows]), facet, options, tuple(rows))


def sentence(found: RatingAnswer, language: str = "nl") -> str:
    """Return how a code is rated, group by group, with n of N."""
    says, words = Says(found.answer, language), WORDS[language]
    names = [says.label(option) for option in found.options]
    parts = []
    for row in found.rows:
        k = sum(row.counts)
        said = {
            "label": says.label(row.line.label) or words["all"],
            "n": row.line.n,
            "of": row.line.of,
            "passages": words["one" if k == 1 else "more"].format(k=k),
        }
        if not k:
            parts.append(words["none"].format(**said))
        elif isnan(row.mean):
            values = [f"{name} {n}" for name, n in zip(names, row.counts, strict=True) if n]
            parts.append(words["names"].format(values=joined(values, language), **said))
        else:
            mean = number(row.mean, 1, language)
            parts.append(words["scale"].format(median=names[row.median], mean=mean, **said))
    facet = says.label(Bilingual(found.facet.label_nl, found.facet.label_en))
    told = words["head"].format(
        facet=facet[:1].upper() + facet[1:],
        what=joined([says.quoted(one) for one in found.answer.what], language),
        where=says.where(),
        parts="; ".join(parts),
    )
    return " ".join([told, *says.doubts(*(row.line for row in found.rows))])


def _groups(scope: Scope, system_uid: str) -> list[tuple[Bilingual, list[int]]]:
    """Return the groups of a way of grouping with their documents, or all documents."""
    if not system_uid:
        return [(Bilingual("", ""), scope.documents)]
    documents = scope.study.documents
    system = next((s for s in scope.study.corpus.systems if s.uid == system_uid), None)
    if system is None:
        raise RefusedChange("This grouping is not in the project any more. Choose another.")
    return [
        (
            Bilingual(group.title, group.title),
            [i for i in scope.documents if documents[i].belongs_to(group.uid)],
        )
        for group in system.groups
    ]


def _rated(line: Line, counts: Sequence[int], ranks: Sequence[int | None]) -> Rated:
    """Return counts with their median and mean, where the options are steps of a scale."""
    steps = [rank for rank in ranks if rank is not None]
    total = sum(counts)
    if not total or len(steps) < len(ranks):
        return Rated(line, tuple(counts))
    order = sorted(range(len(steps)), key=lambda i: steps[i])
    reached = np.cumsum([counts[i] for i in order])
    middle = order[int(np.searchsorted(reached, (total + 1) // 2))]
    mean = sum(step * n for step, n in zip(steps, counts, strict=True)) / total
    return Rated(line, tuple(counts), middle, mean)
