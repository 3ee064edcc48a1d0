"""Places: codings of several coders that belong together, and how these differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from enum import StrEnum
from functools import cached_property, reduce

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.content import canonical, digest, plain
from qualcode_app.domain.facets import Values

SAME_PLACE = 0.5  # share of the shorter coding that puts two codes on one place
SAME_AREA = 0.8  # share of what two areas cover together from which they are one: drawn by hand


class Kind(StrEnum):
    """In what coders differ on a place."""

    ONLY = "only"  # somebody marked nothing there
    BOUNDARY = "boundary"  # the same code between other boundaries
    CODE = "code"  # another code
    FACET = "facet"  # the same code and boundaries, other facets
    VERDICT = "verdict"  # another verdict of a register


@dataclass(frozen=True, slots=True)
class Said:
    """A coding as adjudication sees it; that of an area is anchored where its page begins."""

    uid: str
    coder_uid: str
    code_uid: str
    anchor: TextAnchor
    holes: tuple[TextAnchor, ...]
    values: Values
    area: PageArea | None = None

    def digest(self) -> str:
        """Return what a decision rests on: who put which code where, with which facets."""
        spans = [f"{span.start}-{span.end}" for span in (self.anchor, *self.holes)]
        if self.area is not None:
            spans = [f"{side:.2f}" for side in astuple(self.area)]
        values = sorted(
            canonical({name: plain(said) for name, said in asdict(value).items()})
            for value in self.values
        )
        return digest(
            {
                "coder": self.coder_uid,
                "code": self.code_uid,
                "spans": [*spans],
                "values": [*values],
            }
        )


@dataclass(frozen=True)
class Place:
    """A place of a document on which at least two coders can be compared.

    Args:
        document_uid: The document.
        revision_uid: Its text.
        anchor: From the first character that somebody marked to the last.
        said: The codings, by coder and place.
        coder_uids: Whose work, or silence, counts here.
        kinds: In what they differ; nothing where all say the same.
        n_differing: Characters that some marked with a code and others did not.
    """

    document_uid: str
    revision_uid: str
    anchor: TextAnchor
    said: tuple[Said, ...]
    coder_uids: tuple[str, ...]
    kinds: frozenset[Kind]
    n_differing: int

    @cached_property
    def members(self) -> frozenset[str]:
        """The uids of the codings."""
        return frozenset(one.uid for one in self.said)

    @property
    def code_uid(self) -> str:
        """The code that most coders put here."""
        codes = [one.code_uid for one in self.said]
        return max(codes, key=lambda code: (codes.count(code), -codes.index(code)))

    @property
    def area(self) -> PageArea | None:
        """What the areas cover together; None for a place in the text."""
        areas = [one.area for one in self.said if one.area is not None]
        return reduce(PageArea.joined, areas) if areas else None

    def of_coder(self, coder_uid: str) -> tuple[Said, ...]:
        """Return what a coder says here."""
        return tuple(one for one in self.said if one.coder_uid == coder_uid)


Counts = Callable[[str, str], bool]  # whether a coder's silence counts for a code


def places(
    document_uid: str,
    revision_uid: str,
    codings: Sequence[Said],
    coder_uids: Sequence[str],
    counts: Counts,
) -> Iterator[Place]:
    """Yield the places of one document in the order of its text.

    A code is compared between the coders who used it there and those whose silence counts; a
    place where this leaves nobody to compare is left out.

    Args:
        document_uid: The document.
        revision_uid: Its text.
        codings: All codings of these coders in it.
        coder_uids: Who is compared.
        counts: Whether silence of a coder about a code is a finding here.
    """
    order = {uid: number for number, uid in enumerate(coder_uids)}
    listed = sorted(codings, key=lambda one: (one.anchor, one.code_uid, one.uid))
    groups = _groups([one for one in listed if one.area is None])
    groups += _groups([one for one in listed if one.area is not None])
    for group in sorted(groups, key=lambda group: group[0].anchor.start):
        by_code: dict[str, list[Said]] = defaultdict(list)
        for one in group:
            by_code[one.code_uid].append(one)
        speakers = {one.coder_uid for one in group}
        heard: set[str] = set()
        kinds: set[Kind] = set()
        n_differing = 0
        for code, there in by_code.items():
            users = {one.coder_uid for one in there}
            asked = users | {uid for uid in coder_uids if counts(uid, code)}
            if len(asked) > 1:
                heard |= asked
                kinds |= _kinds(there, users, asked, speakers)
                n_differing += _any_less_all(there, len(asked))
        if heard:
            yield Place(
                document_uid,
                revision_uid,
                TextAnchor(group[0].anchor.start, max(one.anchor.end for one in group)),
                tuple(sorted(group, key=lambda one: (order[one.coder_uid], one.anchor))),
                tuple(uid for uid in coder_uids if uid in heard | speakers),
                frozenset(kinds),
                n_differing,
            )


def _groups(codings: Sequence[Said]) -> list[list[Said]]:
    """Join codings that lie on one place, in the order of the text."""
    home = list(range(len(codings)))

    def find(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    open_: list[int] = []
    for number, one in enumerate(codings):
        open_ = [at for at in open_ if codings[at].anchor.end > one.anchor.start]
        for at in open_:
            if _belong(codings[at], one):
                first, second = sorted((find(at), find(number)))
                home[second] = first
        open_.append(number)
    groups: dict[int, list[Said]] = {}
    for number, one in enumerate(codings):
        groups.setdefault(find(number), []).append(one)
    return list(groups.values())


def _belong(first: Said, second: Said) -> bool:
    """Tell whether two codings that share a character are about one place."""
    if first.area is not None and second.area is not None:
        shared_pt2 = first.area.shared_pt2(second.area)
        same = first.code_uid == second.code_uid
        least = 0.0 if same else SAME_PLACE * min(first.area.size_pt2, second.area.size_pt2)
        return shared_pt2 > least
    if first.code_uid == second.code_uid:
        return True
    shared = min(first.anchor.end, second.anchor.end) - second.anchor.start
    return shared >= SAME_PLACE * min(len(first.anchor), len(second.anchor))


def _kinds(
    there: Sequence[Said], users: Collection[str], asked: Collection[str], speakers: Collection[str]
) -> set[Kind]:
    silent = set(asked) - set(users)
    if silent:
        return {Kind.CODE if uid in speakers else Kind.ONLY for uid in silent}
    spans, values = set(), set()
    areas = [_areas(there, uid) for uid in sorted(users)]
    if not all(_are_alike(areas[0], others) for others in areas):
        return {Kind.BOUNDARY}
    for uid in users:
        own = [one for one in there if one.coder_uid == uid]
        spans.add(frozenset((one.anchor, one.holes) for one in own))
        values.add(frozenset((one.anchor, frozenset(one.values)) for one in own))
    if len(spans) > 1:
        return {Kind.BOUNDARY}
    return {Kind.FACET} if len(values) > 1 else set()


def _areas(there: Sequence[Said], coder_uid: str) -> list[PageArea]:
    return sorted(one.area for one in there if one.coder_uid == coder_uid and one.area is not None)


def _are_alike(first: Sequence[PageArea], second: Sequence[PageArea]) -> bool:
    """Tell whether two coders drew the same areas, as far as hands can."""
    if len(first) != len(second):
        return False
    for one, other in zip(first, second, strict=True):
        shared_pt2 = one.shared_pt2(other)
        if shared_pt2 < SAME_AREA * (one.size_pt2 + other.size_pt2 - shared_pt2):
            return False
    return True


def _any_less_all(there: Sequence[Said], n_asked: int) -> int:
    """Return how many characters some coders marked with a code and others did not."""
    there = [one for one in there if one.area is None]
    steps: list[tuple[int, int, str]] = []
    for one in there:
        steps += [(one.anchor.start, 1, one.coder_uid), (one.anchor.end, -1, one.coder_uid)]
    open_: dict[str, int] = defaultdict(int)
    n_differing = before = 0
    for at, step, coder in sorted(steps):
        n_marking = sum(1 for depth in open_.values() if depth)
        if 0 < n_marking < n_asked:
            n_differing += at - before
        open_[coder] += step
        before = at
    return n_differing
