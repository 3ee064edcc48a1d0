"""Rows made apart that may be one: documents of one text, codes of one path. That is asked.

Documents with the same bytes have one uid from the beginning, shipped codes as well; of the
others only the text, or the words and the place in the codebook, can tell. Where somebody has
both side by side they are two, and nobody is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging.outcomes import OURS, Doubt, Key, Matches, Names, Outcome
from qualcode_app.services.merging.shelf import Shelf

_TEXTS = (
    "SELECT d.uid, r.uid, '', d.title, r.text_sha256 FROM document d"
    " JOIN revision r ON r.uid = d.current_revision_uid WHERE r.n_words > 0 ORDER BY d.uid"
)
_PATHS = (
    "SELECT uid, X'', key, coalesce(nullif(label_nl, ''), label_en), codebook_uid, parent_uid"
    " FROM code WHERE status <> 'retired' ORDER BY uid"
)
_HEADINGS = (
    "SELECT uid, level, title, start_char, end_char FROM section WHERE revision_uid = ?"
    " ORDER BY uid"
)
Likeness = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Holder:
    """A row in one of the files."""

    file: int
    uid: bytes  # as it is called now
    revision: bytes  # the text of a document
    key: str  # of a code
    words: str


@dataclass(frozen=True, slots=True)
class Alike:
    """What was decided to be one, and what is still to be asked."""

    same: dict[str, str]
    doubts: list[Doubt]


def find(shelf: Shelf, outcomes: Sequence[Outcome], names: Names, matches: Matches) -> Alike:
    """Return the documents and codes that are one, and those to be asked about."""
    found = Alike({}, [])
    living = {one.key for one in outcomes if any(each.stored is not None for each in one.versions)}
    for kind, groups in (
        (Kind.DOCUMENT, _documents(shelf, names)),
        (Kind.CODE, _codes(shelf, names)),
    ):
        for group in groups:
            holders = [one for one in group if _comes(shelf, kind, one, living)]
            uids = tuple(sorted({uid_text(one.uid) for one in holders}))
            if len(uids) < 2 or uids in matches.apart or _stand_together(holders):
                continue
            if uids not in matches.same:
                found.doubts.append(_doubt(kind, uids, holders))
            elif kind is Kind.DOCUMENT:
                found.same.update(_pairs(shelf, holders))
            else:
                found.same.update(dict.fromkeys(uids[1:], uids[0]))
    return found


def _documents(shelf: Shelf, names: Names) -> Iterator[Sequence[_Holder]]:
    """Yield documents by text."""
    yield from _grouped(shelf, names, _TEXTS, lambda _uid, said: said)


def _codes(shelf: Shelf, names: Names) -> Iterator[Sequence[_Holder]]:
    """Yield codes by what they are called below which code; those of one key are asked anyway."""
    known = _known(names)

    def path(words: str, said: Likeness) -> Likeness:
        codebook, parent = said
        above = known.get(parent, parent) if isinstance(parent, bytes) else None
        return codebook, above, " ".join(words.casefold().split())

    for group in _grouped(shelf, names, _PATHS, path):
        if len({one.key for one in group}) > 1:
            yield group


def _grouped(
    shelf: Shelf, names: Names, sql: str, likeness: Callable[[str, Likeness], Likeness]
) -> Iterator[Sequence[_Holder]]:
    known = _known(names)
    found: dict[Likeness, list[_Holder]] = defaultdict(list)
    for file, connection in enumerate(shelf.files, start=OURS):
        for uid, revision, key, words, *said in raw.fetch(connection, sql):
            holder = _Holder(file, known.get(uid) or uid, revision, key, words)
            found[likeness(words, tuple(said))].append(holder)
    yield from found.values()


def _known(names: Names) -> dict[bytes, bytes]:
    return {raw.uid_bytes(old): raw.uid_bytes(new) for old, new in names.same.items()}


def _comes(shelf: Shelf, kind: Kind, one: _Holder, living: Collection[Key]) -> bool:
    """Tell whether a row is here, or may come in: it may have been deleted elsewhere."""
    if one.file == OURS or (kind, uid_text(one.uid)) in living:
        return True
    return one.uid in shelf.fresh.get((kind, one.file), {})


def _stand_together(holders: Collection[_Holder]) -> bool:
    in_file: dict[int, set[bytes]] = defaultdict(set)
    for one in holders:
        in_file[one.file].add(one.uid)
    return any(len(uids) > 1 for uids in in_file.values())


def _doubt(kind: Kind, uids: tuple[str, ...], holders: Sequence[_Holder]) -> Doubt:
    first = {uid_text(one.uid): one for one in reversed(holders)}
    called = tuple(f"{first[uid].key} {first[uid].words}".strip() for uid in uids)
    files = tuple(first[uid].file for uid in uids)
    return Doubt(kind, uids, called, files, same_text=kind is Kind.DOCUMENT)


def _pairs(shelf: Shelf, holders: Sequence[_Holder]) -> Iterator[tuple[str, str]]:
    """Yield what is one: the documents, their texts, and headings that say the same."""
    first, *others = sorted(holders, key=lambda one: one.uid)
    headings = _headings(shelf, first)
    for other in others:
        pairs = [(other.uid, first.uid), (other.revision, first.revision)]
        pairs += [
            (uid, headings[said])
            for said, uid in _headings(shelf, other).items()
            if said in headings
        ]
        yield from ((uid_text(old), uid_text(new)) for old, new in pairs if old != new)


def _headings(shelf: Shelf, holder: _Holder) -> dict[Likeness, bytes]:
    rows = raw.fetch(shelf.files[holder.file + 1], _HEADINGS, [holder.revision])
    return {tuple(said): uid for uid, *said in rows}
