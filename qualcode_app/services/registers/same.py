"""Propositions that count as one in a rate: repeats, and variants of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualcode_app.services.registers.propositions import OPEN, Option, PropositionRow


@dataclass(frozen=True, slots=True)
class Same:
    """The units that are counted; in each, those that repeat one another."""

    units: tuple[tuple[str, ...], ...]  # uids of propositions
    repeats: Mapping[str, str]  # by proposition, the first of its repeats

    @classmethod
    def of(cls, rows: Sequence[PropositionRow]) -> Same:
        """Return how the given propositions are counted; others in their groups stay out."""
        order = [row.uid for row in rows]
        groups = {group.key: group for row in rows for group in row.groups}.values()
        repeats = _joined(order, (g.members for g in groups if g.relation == "repeat"))
        whole = _joined(order, (g.members for g in groups if g.relation in {"repeat", "variant"}))
        units: dict[str, list[str]] = defaultdict(list)
        for uid in order:
            units[whole[uid]].append(uid)
        return cls(tuple(tuple(unit) for unit in units.values()), repeats)

    def outcome(self, unit: Sequence[str], said: Mapping[str, Option], top: int) -> Option:
        """Return what counts of a unit in one document.

        A repeat is judged once, so one verdict stands for all repeats. A set of variants is met
        if one is; before that it is open while a variant is open.
        """
        variants: dict[str, list[Option]] = defaultdict(list)
        for uid in unit:
            variants[self.repeats[uid]].append(said[uid])
        found = [_best(options) for options in variants.values()]
        if any(option.in_rate and option.rank == top for option in found):
            return _best(found)
        waiting = [option for option in found if option.key == OPEN]
        return waiting[0] if waiting else _best(found)


def _best(options: Sequence[Option]) -> Option:
    """Return the highest verdict that counts; without one, any that is not open."""
    return max(
        options,
        key=lambda o: (o.in_rate, o.rank if o.rank is not None else -1, o.key != OPEN),
    )


def _joined(order: Sequence[str], groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return, by uid, the first uid of all that are joined with it through groups."""
    place = {uid: number for number, uid in enumerate(order)}
    first = {uid: uid for uid in order}
    for members in groups:
        here = [uid for uid in members if uid in first]
        roots = {first[uid] for uid in here}
        if len(roots) > 1:
            root = min(roots, key=place.__getitem__)
            first |= {uid: root for uid, old in first.items() if old in roots}
    return first
