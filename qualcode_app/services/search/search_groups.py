"""How the hits of a search are put together: by case, by wave, or by a grouping of the study."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from qualcode_app.services.cases import case_rows, corpus
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument

CASE, WAVE = "case", "wave"
NONE = ""  # the name of what is in no group


@dataclass(frozen=True, slots=True)
class Way:
    """One way to group documents."""

    key: str  # "case", "wave", or the uid of a grouping
    title: str  # of a grouping of the study; empty for the other two


def ways(session: Session) -> list[Way]:
    """Return the ways in which the documents of this project can be grouped."""
    found = [Way(CASE, "")] if case_rows.cases(session) else []
    if case_rows.waves(session):
        found.append(Way(WAVE, ""))
    systems = case_rows.group_systems(session)
    return [*found, *(Way(system.uid, system.title) for system in systems if system.groups)]


def groups(session: Session, key: str) -> Mapping[str, str]:
    """Return the group of each present text by its uid, in the order of the groups.

    A document of several groups of one grouping stands under all their names together.
    """
    all_of_it = corpus.corpus(session)
    order, name_of = _order(all_of_it, key), {}
    for document in all_of_it.everything:
        name_of[document.revision_uid] = _name(all_of_it, document, key)
    return dict(sorted(name_of.items(), key=lambda pair: order.get(pair[1], len(order))))


def _order(all_of_it: Corpus, key: str) -> dict[str, int]:
    if key == CASE:
        names = sorted(case.name for case in all_of_it.cases)
    elif key == WAVE:
        names = [wave.title for wave in all_of_it.waves]
    else:
        names = [
            group.title
            for system in all_of_it.systems
            if system.uid == key
            for group in system.groups
        ]
    return {name: number for number, name in enumerate(names)}


def _name(all_of_it: Corpus, document: CorpusDocument, key: str) -> str:
    if key == CASE:
        return document.case.name if document.case else NONE
    if key == WAVE:
        return document.wave.title if document.wave else NONE
    titles = [all_of_it.groups[uid].title for uid in document.groups.get(key, ())]
    return ", ".join(titles) or NONE
