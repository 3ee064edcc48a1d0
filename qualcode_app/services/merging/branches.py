"""Codes that two people changed: which fields each changed, where a common state is known.

Every state a code had is kept; the newest one that two versions come from tells what each side
changed. Where nobody changed the same field, both can hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.aggregates import Stored
from qualcode_app.services.merging.outcomes import OURS, Effect, Outcome, SinceThen

_STATES = "SELECT digest, parent_digests, content, at FROM code_revision WHERE code_uid = ?"
Content = Mapping[str, Any]


def give_bases(
    files: Sequence[Connection],
    outcomes: Sequence[Outcome],
    since: Sequence[SinceThen | None],
) -> list[Outcome]:
    """Return the outcomes; clashes of codes with the state that all versions come from.

    Args:
        files: Ours first.
        outcomes: Rows that change or clash.
        since: What happened to each of the other files since it was handed out.
    """
    return [
        replace(one, base=_base(files, one, since))
        if one.kind is Kind.CODE and one.effect is Effect.CLASH
        else one
        for one in outcomes
    ]


def woven(base: Content, versions: Sequence[Stored]) -> Stored | None:
    """Return a row with what each version changed; None where two changed one field otherwise."""
    first = versions[0]
    root, children = dict(first.root), dict(first.children)
    taken: dict[str, object] = {}
    for one in versions:
        said = one.content()
        for name in _changed(base, said):
            if taken.setdefault(name, said[name]) != said[name]:
                return None
            if name.startswith("["):
                children[name[1:-1]] = one.children[name[1:-1]]
            else:
                root[name] = one.root[name]
    return replace(first, root=root, children=children)


def _changed(base: Content, said: Content) -> Iterator[str]:
    for name, value in said.items():
        if json.loads(json.dumps(value)) != base.get(name):
            yield name


def _base(
    files: Sequence[Connection], clash: Outcome, since: Sequence[SinceThen | None]
) -> Content | None:
    """Return the newest state that all living versions come from."""
    parents: dict[str, str] = {}
    states: dict[str, tuple[int, str]] = {}
    for file in {OURS, *(one.file for one in clash.known)}:
        for digest, before, content, at in raw.fetch(
            files[file + 1], _STATES, [raw.uid_bytes(clash.uid)]
        ):
            parents[digest] = parents.get(digest) or before
            states[digest] = at, content
    for number, told in enumerate(since):  # a blind file begins without earlier states
        story = told.stories.get(clash.key) if told is not None else None
        version = clash.of(number)
        if story is not None and story.base is not None and version is not None:
            (*_, oldest) = ("", *_line(version.digest, parents))
            if oldest != story.base:
                parents[oldest] = story.base
    living = [one.digest for one in clash.contents if one.stored is not None]
    if len(living) < 2:
        return None
    lines = [set(_line(digest, parents)) for digest in living]
    common = set.intersection(*lines) & states.keys()
    if not common:
        return None
    _, newest = max(states[digest] for digest in common)
    found: Content = json.loads(newest)
    return found


def _line(digest: str, parents: Mapping[str, str]) -> Iterator[str]:
    """Yield a state and those before it."""
    met: set[str] = set()
    while digest and digest not in met:
        met.add(digest)
        yield digest
        digest = parents.get(digest, "")
