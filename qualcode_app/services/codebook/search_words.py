"""What a code can be found by beside its key, labels and short definition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.models.codebooks import Code, CodeKeyword


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Keywords and full definitions of a code, in both languages."""

    keywords: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()


def search_words(
    session: Session, code_uids: Collection[str] | None = None
) -> dict[str, SearchWords]:
    """Return the words of the given codes that are in use, by uid; of all without any given."""
    stems = select(CodeKeyword.code_uid, CodeKeyword.stem).order_by(CodeKeyword.ordinal)
    codes = select(Code.uid, Code.full_nl, Code.full_en).where(Code.status != "retired")
    if code_uids is not None:
        stems = stems.where(CodeKeyword.code_uid.in_(code_uids))
        codes = codes.where(Code.uid.in_(code_uids))
    keywords: dict[str, list[str]] = defaultdict(list)
    for uid, stem in session.execute(stems):
        keywords[uid].append(stem)
    return {
        uid: SearchWords(tuple(keywords[uid]), tuple(filter(None, definitions)))
        for uid, *definitions in session.execute(codes)
    }
