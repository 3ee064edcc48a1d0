"""The rows of a list of codings: keys in their order, headings of groups, groups folded away.

Plain Python without Qt, so that the rows of a long list are made in another thread.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Sequence

from qualcode_app.services.coding.coding_order import MEMBER, Key
from qualcode_app.ui.item_models.group_heads import HEAD_SIZE, GroupHeads


class KeyRows:
    """Knows which coding or heading is in which row; `descending` lists all backwards."""

    def __init__(
        self,
        keys: Sequence[Key] = (),
        heads: GroupHeads | None = None,
        *,
        descending: bool = False,
        folded: Collection[int] = (),
    ) -> None:
        self.heads = heads or GroupHeads()
        self.descending = descending
        self._by_uid = {key[-1]: key for key in keys}
        groups = {key[0] for key in keys} if self.heads.by else set()
        self._away: dict[int, list[Key]] = {group: [] for group in folded if group in groups}
        shown = list(keys)
        if self._away:
            shown = []
            for key in keys:
                self._away.get(key[0], shown).append(key)
        headings = [self._head(group) for group in groups]
        self._shown = sorted([*shown, *headings]) if headings else shown

    def __len__(self) -> int:
        return len(self._shown)

    @property
    def n_codings(self) -> int:
        """The number of codings, those folded away among them."""
        return len(self._by_uid)

    @property
    def folded(self) -> frozenset[int]:
        """The groups that are folded away."""
        return frozenset(self._away)

    # By row

    def is_head(self, number: int) -> bool:
        """Tell whether a row names a group."""
        return len(self._key(number)) == HEAD_SIZE

    def group(self, number: int) -> int:
        """Return the group of a row."""
        return int(self._key(number)[0])

    def uid(self, number: int) -> str:
        """Return the uid of the coding in a row, "" in the heading of a group."""
        key = self._key(number)
        return "" if len(key) == HEAD_SIZE else str(key[-1])

    def head_numbers(self) -> list[int]:
        """Return the rows that name groups."""
        if not self.heads.by:
            return []
        places = (bisect_left(self._shown, self._head(group)) for group in self._groups())
        return sorted(self._turned(at) for at in places)

    def words(self, number: int) -> str:
        """Return what the heading in a row says."""
        group = self.group(number)
        return self.heads.words(group, self.n_members(group))

    # By coding and group

    def number_of(self, uid: str) -> int:
        """Return the row of a coding, -1 where it is not to be seen."""
        key = self._by_uid.get(uid)
        if key is None or (self._away and key[0] in self._away):
            return -1
        return self._turned(bisect_left(self._shown, key))

    def key_of(self, uid: str) -> Key | None:
        """Return the key of a coding."""
        return self._by_uid.get(uid)

    def head_of(self, group: int) -> int:
        """Return the row that names a group, -1 where no coding is in it."""
        head = self._head(group)
        at = bisect_left(self._shown, head)
        there = at < len(self._shown) and self._shown[at] == head
        return self._turned(at) if there else -1

    def n_members(self, group: int) -> int:
        """Return how many codings a group holds."""
        if group in self._away:
            return len(self._away[group])
        first, behind = self._span(group)
        return behind - first

    def is_folded(self, group: int) -> bool:
        """Tell whether the codings of a group are folded away."""
        return group in self._away

    def members(self, group: int) -> range:
        """Return the rows of the codings of an open group."""
        first, behind = self._span(group)
        if self.descending:
            return range(self._turned(behind - 1), self._turned(first) + 1)
        return range(first, behind)

    # Changes; each tells first, by the row it returns, where it will be

    def row_for(self, key: Key) -> int:
        """Return the row that a key is to be put in."""
        at = bisect_left(self._shown, key)
        return len(self._shown) - at if self.descending else at

    def head_key(self, group: int) -> Key:
        """Return the key of a heading."""
        return self._head(group)

    def put_in(self, key: Key) -> None:
        """Put a coding or a heading in its place."""
        if len(key) != HEAD_SIZE:
            self._by_uid[key[-1]] = key
        insort(self._away.get(key[0], self._shown) if len(key) != HEAD_SIZE else self._shown, key)

    def take_out(self, uid: str) -> None:
        """Take a coding out."""
        key = self._by_uid.pop(uid)
        rows = self._away.get(key[0], self._shown)
        del rows[bisect_left(rows, key)]

    def take_head_out(self, group: int) -> None:
        """Take the heading of a group out that has no coding left."""
        self._away.pop(group, None)
        del self._shown[bisect_left(self._shown, self._head(group))]

    def fold(self, group: int) -> None:
        """Fold the codings of a group away."""
        first, behind = self._span(group)
        self._away[group] = self._shown[first:behind]
        del self._shown[first:behind]

    def unfold(self, group: int) -> None:
        """Let the codings of a group be seen again."""
        back = self._away.pop(group)
        at = bisect_left(self._shown, (group, MEMBER))
        self._shown[at:at] = back

    # Inside

    def _head(self, group: int) -> Key:
        return self.heads.head(group, descending=self.descending)

    def _groups(self) -> set[int]:
        found, at = set(), 0
        while at < len(self._shown):  # from group to group, not from coding to coding
            group = self._shown[at][0]
            found.add(group)
            at = bisect_left(self._shown, (group, MEMBER + 2), at)
        return found

    def _span(self, group: int) -> tuple[int, int]:
        first = bisect_left(self._shown, (group, MEMBER))
        return first, bisect_left(self._shown, (group, MEMBER + 1), first)

    def _key(self, number: int) -> Key:
        return self._shown[self._turned(number)]

    def _turned(self, at: int) -> int:
        """Return the row of a place in the order, or the place of a row."""
        return len(self._shown) - 1 - at if self.descending else at
