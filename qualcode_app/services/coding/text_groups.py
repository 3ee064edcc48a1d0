"""Documents in the order of their cases, or of the groups they belong to."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qualcode_app.services.cases import case_rows
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument, corpus

CASE, WAVE = "case", "wave"
SYSTEM = "system "  # before the uid of a system
NOTHING = "–"  # what stands above documents without a case or group


def systems(session: Session) -> dict[str, str]:
    """Return the titles of the systems of groups, by what they are asked for with."""
    return {f"{SYSTEM}{row.uid}": row.title for row in case_rows.group_systems(session)}


def ranked(session: Session, by: str) -> tuple[list[str], dict[str, int]]:
    """Return what stands above documents, in order, and the place of each text in it.

    A document in several groups stands under them all at once ("Coast; Large"). For anything
    but cases and systems both are empty.

    Args:
        session: The project.
        by: "case", "wave", or what `systems` names.
    """
    if by not in (CASE, WAVE) and not by.startswith(SYSTEM):
        return [], {}
    register = corpus(session)
    keys = {one.revision_uid: _key(register, one, by) for one in register.everything}
    order = sorted(set(keys.values()))
    place = {key: number for number, key in enumerate(order)}
    return [title for _, title in order], {uid: place[key] for uid, key in keys.items()}


def _key(register: Corpus, document: CorpusDocument, by: str) -> tuple[tuple[int, ...], str]:
    """Return what a document is sorted by, and what stands above it; nothing comes last."""
    if by == CASE:
        name = document.case.name if document.case else ""
        return (0 if name else 1,), name or NOTHING
    if by == WAVE:
        wave = document.wave
        at = register.waves.index(wave) if wave else 0
        return (0, at) if wave else (1,), wave.title if wave else NOTHING
    groups = register.groups
    own = sorted(
        (groups[uid] for uid in document.groups.get(by.removeprefix(SYSTEM), ())),
        key=lambda group: group.rank,
    )
    title = "; ".join(group.title for group in own)
    return (0, *(group.rank for group in own)) if own else (1,), title or NOTHING
