"""What the rows are called that the versions of a clash name: another code, case or text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from qualcode_app.domain.changes import Kind
from qualcode_app.models import aggregates, references
from qualcode_app.models.aggregates import BY_KIND
from qualcode_app.services.merging.outcomes import Effect, Outcome

_WORDS = ("label_nl", "label_en", "name", "title", "title_nl")


def give_names(files: Sequence[Connection], outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return the outcomes; clashes with the names of the rows in which their versions differ."""
    wanted: dict[Kind, set[str]] = defaultdict(set)
    named = {one.key: list(_named(one)) for one in outcomes if one.effect is Effect.CLASH}
    for pairs in named.values():
        for kind, uid in pairs:
            wanted[kind].add(uid)
    names: dict[str, str] = {}
    for kind, uids in wanted.items():
        for file in files:
            for uid, stored in aggregates.read(file, kind, uids - names.keys()).items():
                names[uid] = _name(kind, stored.root)
    return [
        replace(one, called={uid: names[uid] for _, uid in named[one.key] if uid in names})
        if named.get(one.key)
        else one
        for one in outcomes
    ]


def _named(clash: Outcome) -> Iterator[tuple[Kind, str]]:
    """Yield the rows that the living versions name, where they do not name the same."""
    living = [one.stored.root for one in clash.contents if one.stored is not None]
    table = BY_KIND[clash.kind].root.name
    for one in references.references():
        if one.kind is clash.kind and one.table == table and one.target is not None:
            uids = {root[one.column] for root in living}
            if len(uids) > 1:
                yield from ((one.target, uid) for uid in sorted(uids - {None}))


def _name(kind: Kind, root: Mapping[str, Any]) -> str:
    if kind is Kind.REVISION:
        return f"{root['number']} ({root['text_source']})"
    words = next((str(root[name]) for name in _WORDS if root.get(name)), "")
    return " ".join(part for part in (str(root.get("key") or ""), words) if part)
