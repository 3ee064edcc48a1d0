"""Documents made from different files that hold one text: one document, or two? That is asked.

Those with the same bytes have one uid from the beginning; of the others only the text can tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging.outcomes import OURS, Doubt, Matches, Names
from qualcode_app.services.merging.shelf import Shelf

_TEXTS = (
    "SELECT d.uid, r.uid, r.text_sha256, d.title FROM document d"
    " JOIN revision r ON r.uid = d.current_revision_uid WHERE r.n_words > 0 ORDER BY d.uid"
)
_HEADINGS = (
    "SELECT uid, level, title, start_char, end_char FROM section WHERE revision_uid = ?"
    " ORDER BY uid"
)


@dataclass(frozen=True, slots=True)
class _Holder:
    """A document in one of the files."""

    file: int
    document: bytes
    revision: bytes
    title: str


def find(shelf: Shelf, names: Names, matches: Matches) -> tuple[dict[str, str], list[Doubt]]:
    """Return the rows of documents that are one, and the documents to be asked about.

    Where somebody has both side by side they are two, and nobody is asked.
    """
    same: dict[str, str] = {}
    doubts: list[Doubt] = []
    for holders in _by_text(shelf, names):
        uids = tuple(sorted({uid_text(one.document) for one in holders}))
        if len(uids) < 2 or uids in matches.apart or _stand_together(holders):
            continue
        if uids in matches.same:
            same |= dict(_pairs(shelf, holders))
        else:
            first = {uid_text(one.document): one for one in reversed(holders)}
            titles = tuple(first[uid].title for uid in uids)
            files = tuple(first[uid].file for uid in uids)
            doubts.append(Doubt(Kind.DOCUMENT, uids, titles, files, same_text=True))
    return same, doubts


def _by_text(shelf: Shelf, names: Names) -> Iterator[Sequence[_Holder]]:
    known = {raw.uid_bytes(old): raw.uid_bytes(new) for old, new in names.same.items()}
    found: dict[str, list[_Holder]] = defaultdict(list)
    for file, connection in enumerate(shelf.files, start=OURS):
        for document, revision, sha256, title in raw.fetch(connection, _TEXTS):
            now = known.get(document) or document
            holder = _Holder(file, now, revision, title)
            found[sha256].append(holder)
    yield from found.values()


def _stand_together(holders: Collection[_Holder]) -> bool:
    in_file: dict[int, set[bytes]] = defaultdict(set)
    for one in holders:
        in_file[one.file].add(one.document)
    return any(len(documents) > 1 for documents in in_file.values())


def _pairs(shelf: Shelf, holders: Sequence[_Holder]) -> Iterator[tuple[str, str]]:
    """Yield what is one: the documents, their texts, and headings that say the same."""
    first, *others = sorted(holders, key=lambda one: one.document)
    headings = _headings(shelf, first)
    for other in others:
        pairs = [(other.document, first.document), (other.revision, first.revision)]
        pairs += [
            (uid, headings[said])
            for said, uid in _headings(shelf, other).items()
            if said in headings
        ]
        yield from ((uid_text(old), uid_text(new)) for old, new in pairs if old != new)


def _headings(shelf: Shelf, holder: _Holder) -> dict[tuple[object, ...], bytes]:
    rows = raw.fetch(shelf.files[holder.file + 1], _HEADINGS, [holder.revision])
    return {tuple(said): uid for uid, *said in rows}
