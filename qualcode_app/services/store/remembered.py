"""Digests of rows that are asked for at every act, kept from one transaction to the next.

A stamp names one content of a row within one file, as long as what was rolled back is forgotten:
the next act gets the same stamp for another content.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.models import aggregates

Digests = dict[tuple[Kind, str, str], str]  # by kind, uid and stamp

_KEPT = "digests"
_KEPT_MAX = 10_000


def hold(session: Session, kept: Digests) -> None:
    """Lend a session what its project remembers."""
    session.info[_KEPT] = kept


def digests(session: Session, kind: Kind, uids: Iterable[str]) -> dict[str, str]:
    """Return the digest of the present content of each row that is here."""
    kept: Digests = session.info[_KEPT]
    stamps = aggregates.stamps(session.connection(), kind, uids)
    keys = {uid: (kind, uid, stamp) for uid, stamp in stamps.items()}
    known = {uid: kept[key] for uid, key in keys.items() if key in kept}
    read = aggregates.read(session.connection(), kind, stamps.keys() - known.keys())
    new = {uid: stored.digest() for uid, stored in read.items()}
    if len(kept) + len(new) > _KEPT_MAX:
        kept.clear()
    kept |= {keys[uid]: digest for uid, digest in new.items()}
    return known | new
