"""Rows that are not known here at all: copied from file to file as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.models import aggregates, raw
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging.batches import OpenBatch
from qualcode_app.services.merging.merge_plan import MergePlan, renamed

Place: TypeAlias = "tuple[Any, ...]"
# What may exist once only among text codings.
PLACE = ("coder_uid", "round_uid", "code_uid", "revision_uid", "start_char", "end_char")
_PLACES = f"SELECT {', '.join(PLACE)}, uid FROM coding WHERE kind = 'text'"  # noqa: S608

_ABOUT = {  # what refers to a coding
    Kind.MEMO: "SELECT uid FROM memo WHERE target_uid = :uid",
    Kind.RELATION: "SELECT uid FROM relation WHERE :uid IN (from_coding_uid, to_coding_uid)",
    Kind.JUDGEMENT: "SELECT judgement_uid FROM judgement_evidence WHERE coding_uid = :uid",
    Kind.CLAIM: "SELECT claim_uid FROM claim_evidence WHERE coding_uid = :uid",
}


def codings(plan: MergePlan, others: Sequence[Connection]) -> Iterator[tuple[Place, str]]:
    """Yield place and uid of every fresh coding of text."""
    names = {**plan.aliases, **plan.successors}
    for one in plan.fresh:
        if one.kind is Kind.CODING:
            for place, uid in _places(others[one.file], ""):
                if uid in one.stamps:
                    yield tuple(names.get(each, each) for each in place), uid


def places(connection: Connection, coder_uids: Collection[str]) -> dict[Place, str]:
    """Return the uid of every text coding of these coders by its place."""
    marks = ", ".join(f"X'{raw.uid_bytes(uid).hex()}'" for uid in sorted(coder_uids))
    return dict(_places(connection, f" AND coder_uid IN ({marks})"))


def give_way(connection: Connection, batch: OpenBatch, aliases: Mapping[str, str]) -> None:
    """Take away our codings that somebody else made under a smaller uid.

    What is said about them is said about the one that stays.
    """
    for old, gone in aggregates.read(connection, Kind.CODING, aliases).items():
        for kind, sql in _ABOUT.items():
            uids = connection.exec_driver_sql(sql, {"uid": raw.uid_bytes(old)})
            about = [uid_text(uid) for (uid,) in uids.all()]
            for before in aggregates.read(connection, kind, about).values():
                now = renamed(before, aliases)
                batch.changed(before, now)
                batch.replace(now, before)
        batch.removed(gone)
        aggregates.erase(connection, Kind.CODING, [old])
    batch.flush()


def bring(
    session: Session,
    batch: OpenBatch,
    plan: MergePlan,
    others: Sequence[Connection],
    aliases: Mapping[str, str],
) -> Iterator[list[str]]:
    """Copy all fresh rows; yields the digests of each portion once it is written.

    Args:
        session: Where they go.
        batch: Which they come in with.
        plan: Which names them.
        others: The files they lie in.
        aliases: Rows that are the same under two uids; the one that goes is not copied.
    """
    names = _as_bytes(aliases)
    recoded = names | _as_bytes(plan.successors)
    connection = session.connection()
    for one in plan.fresh:
        uids = [uid for uid in one.stamps if uid not in aliases]
        for found in raw.read(others[one.file], one.kind, uids):
            rows = found.renamed(recoded if one.kind is Kind.CODING else names)
            digests = list(rows.digests())
            rows.write(connection)
            batch.added_raw(one.kind, digests)
            yield [digest for _, digest in digests]


def _as_bytes(names: Mapping[str, str]) -> dict[bytes, bytes]:
    return {raw.uid_bytes(old): raw.uid_bytes(new) for old, new in names.items()}


def _places(connection: Connection, which: str) -> Iterator[tuple[Place, str]]:
    text: dict[bytes, str] = {}  # few uids of coders, codes and revisions in many rows

    def said(uid: bytes) -> str:
        return text.get(uid) or text.setdefault(uid, uid_text(uid))

    for coder, round_, code, revision, start, end, uid in connection.exec_driver_sql(
        _PLACES + which
    ).all():
        yield (said(coder), said(round_), said(code), said(revision), start, end), uid_text(uid)
