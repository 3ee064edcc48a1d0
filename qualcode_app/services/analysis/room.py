"""How much of a document is about something, and under which heading most of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual
from qualcode_app.models.documents import Section
from qualcode_app.services.analysis import unions
from qualcode_app.services.analysis.places import Places
from qualcode_app.services.analysis.questions import Line
from qualcode_app.services.analysis.scope import Scope
from qualcode_app.services.analysis.study import READ, Study
from qualcode_app.services.analysis.unions import Counters


def lines(scope: Scope) -> tuple[Line, ...]:
    """Return of each document the words about the codes, those with the largest share first.

    A document that was not read for them comes last, without a figure.
    """
    study = scope.study
    codes = sorted({i for code in scope.codes for i in study.tree.with_below(code)})
    found = study.counting(scope.within(scope.question.facet))
    found = found.only(np.isin(found.code, codes) & np.isin(found.document, scope.documents))
    known = np.asarray(np.isin(study.states(scope.codes), READ).all(axis=1), np.bool_)
    words = _words(scope.session, study, found)
    uids = tuple(study.tree.codes[i].uid for i in scope.codes)
    listed = []
    for i, name in zip(scope.documents, scope.named(scope.documents), strict=True):
        label = Bilingual(name.name, name.name)
        if not known[i]:
            listed.append(Line(label, uids, (), 0, (name,)))
            continue
        here = found.only(found.document == i)
        names = (name,) if len(here) else ()
        place = _heading(scope.session, study.documents[i].revision_uid, here)
        n_words = study.documents[i].n_words
        listed.append(Line(label, uids, names, n_words, value=float(words[i]), place=place))
    return tuple(sorted(listed, key=lambda line: -share(line) if line.of else 1.0))


def share(line: Line) -> float:
    """Return the percentage of a document's words; NaN where nothing is known."""
    return 100 * line.value / line.of if line.of else nan


def _words(session: Session, study: Study, found: Places) -> NDArray[np.int64]:
    """Return the words under codings of each document, whatever their codes."""
    counters = Counters(tuple(document.revision_uid for document in study.documents))
    one = replace(found, code=np.zeros_like(found.code))
    return unions.words(session, one, study.tree, [0], counters)[:, 0]


def _heading(session: Session, revision_uid: str, found: Places) -> str:
    """Return the title of the section of the first level that holds most of the codings."""
    sections: Sequence[tuple[str, int, int]] = [
        (row.title, row.start_char, row.end_char)
        for row in session.execute(
            select(Section.title, Section.start_char, Section.end_char)
            .where(Section.revision_uid == revision_uid, Section.level == 1)
            .order_by(Section.start_char)
        )
    ]
    end = found.start + found.length
    overlap = [
        int(np.clip(np.minimum(end, last) - np.maximum(found.start, first), 0, None).sum())
        for _, first, last in sections
    ]
    if not overlap or max(overlap) == 0:
        return ""
    return sections[overlap.index(max(overlap))][0]
