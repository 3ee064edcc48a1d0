"""The reliability data: who judged what, as plain numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MOST_CODERS = 62  # a set of coders is one int64
MOST_KEYS = 2**62  # places on the axis that all documents, codes and coders share


@dataclass(frozen=True, eq=False)
class SpanData:
    """Free spans of several coders over several documents.

    Spans come in any order; a coding with holes comes as its pieces. Afterwards the spans are
    sorted by code, document, coder and start; overlaps of one coder and one code are merged
    (spans that only touch stay two); spans without a character, and spans where the coder does
    not count, are left out and their number is kept.

    Args:
        coders: Uids; the arrays below hold indices into these tuples.
        codes: Uids.
        documents: Uids.
        lengths: Characters of every document.
        counted: Shape (coders, codes, documents): whether the coder finished looking for the
            code in the document, so that finding nothing is data and not a gap.
        document: Document of every span.
        code: Code of every span.
        coder: Coder of every span.
        start: First character of every span.
        end: First character after every span.

    Raises:
        ValueError: Shapes or indices do not fit, or a span leaves its document.
    """

    coders: tuple[str, ...]
    codes: tuple[str, ...]
    documents: tuple[str, ...]
    lengths: Ints
    counted: Bools
    document: Ints
    code: Ints
    coder: Ints
    start: Ints
    end: Ints
    empty: int = field(init=False)  # spans without a character
    unfinished: int = field(init=False)  # spans where their coder does not count
    merged: int = field(init=False)  # spans that vanished in another of the same coder and code

    def __post_init__(self) -> None:
        for name in ("lengths", "document", "code", "coder", "start", "end"):
            object.__setattr__(self, name, np.ascontiguousarray(getattr(self, name), np.int64))
        object.__setattr__(self, "counted", np.ascontiguousarray(self.counted, np.bool_))
        self._check()
        usable = self.counted[self.coder, self.code, self.document]
        solid = self.end > self.start
        object.__setattr__(self, "empty", int((~solid).sum()))
        object.__setattr__(self, "unfinished", int((solid & ~usable).sum()))
        keep = solid & usable
        if not keep.all():
            self._take(keep)
        self._sort_and_merge()

    @property
    def shape(self) -> tuple[int, int, int]:
        """Number of coders, codes and documents."""
        return len(self.coders), len(self.codes), len(self.documents)

    @property
    def axis_bits(self) -> int:
        """Bits that hold any place in any document, its end included."""
        return int(self.lengths.max(initial=0)).bit_length() + 1

    def spans_per_coder(self) -> Ints:
        """Return the number of spans, shape (coders, codes, documents)."""
        _, codes, documents = self.shape
        place = (self.coder * codes + self.code) * documents + self.document
        return np.bincount(place, minlength=self.counted.size).reshape(self.shape)

    def has_overlapping_codes(self) -> bool:
        """Tell whether a coder put two codes on one character."""
        offset = np.cumsum(self.lengths) - self.lengths
        line = self.coder * (self.lengths.sum() + 1) + offset[self.document]
        order = np.argsort(line + self.start)
        first, after = (line + self.start)[order], (line + self.end)[order]
        return bool((first[1:] < np.maximum.accumulate(after)[:-1]).any())

    def only(
        self,
        coders: Sequence[int] | None = None,
        codes: Sequence[int] | None = None,
        documents: Sequence[int] | None = None,
    ) -> SpanData:
        """Return the data of some coders, codes or documents, in the order given."""
        picks = [
            np.arange(n) if pick is None else np.asarray(pick, np.int64)
            for n, pick in zip(self.shape, (coders, codes, documents), strict=True)
        ]
        new = [np.full(n, -1) for n in self.shape]
        for index, pick in zip(new, picks, strict=True):
            index[pick] = np.arange(len(pick))
        coder, code, document = new[0][self.coder], new[1][self.code], new[2][self.document]
        kept = (coder >= 0) & (code >= 0) & (document >= 0)
        return SpanData(
            tuple(self.coders[i] for i in picks[0]),
            tuple(self.codes[i] for i in picks[1]),
            tuple(self.documents[i] for i in picks[2]),
            self.lengths[picks[2]],
            self.counted[np.ix_(*picks)],
            document[kept],
            code[kept],
            coder[kept],
            self.start[kept],
            self.end[kept],
        )

    def union_of_codes(self, unions: Mapping[str, Sequence[int]]) -> SpanData:
        """Return the data with each union of codes as one code.

        A coder counts for a union where the coder counts for all codes in it: as long as one
        is open, finding nothing is no finding.

        Args:
            unions: Indices of codes by name; a code may be in several unions.
        """
        groups = list(unions.values())
        rows = [np.flatnonzero(np.isin(self.code, group)) for group in groups]
        pick = np.concatenate([np.empty(0, np.int64), *rows])
        code = np.repeat(np.arange(len(groups)), [len(row) for row in rows])
        shape = (len(self.coders), len(groups), len(self.documents))
        counted = np.empty(shape, np.bool_)
        for index, group in enumerate(groups):
            counted[:, index] = self.counted[:, list(group)].all(axis=1)
        return SpanData(
            self.coders,
            tuple(unions),
            self.documents,
            self.lengths,
            counted,
            self.document[pick],
            code,
            self.coder[pick],
            self.start[pick],
            self.end[pick],
        )

    def _check(self) -> None:
        coders, codes, documents = self.shape
        if coders > MOST_CODERS:
            raise ValueError(f"at most {MOST_CODERS} coders can be compared on spans")
        if any(len(set(names)) < len(names) for names in (self.coders, self.codes, self.documents)):
            raise ValueError("a coder, code or document is named twice")
        if self.lengths.shape != (documents,) or (self.lengths < 0).any():
            raise ValueError("expected one length of at least 0 per document")
        if self.counted.shape != self.shape:
            raise ValueError(f"expected counted of shape {self.shape}, got {self.counted.shape}")
        if (coders * codes * documents) << (self.axis_bits + 7) > MOST_KEYS:
            raise ValueError("too many coders, codes and characters to compare at once")
        for array, top in ((self.coder, coders), (self.code, codes), (self.document, documents)):
            if array.shape != self.start.shape or array.ndim != 1:
                raise ValueError("expected one coder, code and document per span")
            if array.size and (array.min() < 0 or array.max() >= top):
                raise ValueError("a span names a coder, code or document that is not there")
        self._check_places()

    def _check_places(self) -> None:
        if self.end.shape != self.start.shape:
            raise ValueError("expected one end per span")
        if (self.start < 0).any() or (self.end < self.start).any():
            raise ValueError("a span ends before it starts, or starts before its document")
        if (self.end > self.lengths[self.document]).any():
            raise ValueError("a span ends after its document")

    def _take(self, keep: Bools | Ints) -> None:
        for name in ("document", "code", "coder", "start", "end"):
            object.__setattr__(self, name, getattr(self, name)[keep])

    def _sort_and_merge(self) -> None:
        coders, _, documents = self.shape
        cell = (self.code * documents + self.document) * coders + self.coder
        axis = cell << self.axis_bits
        first = axis + self.start
        if (first[1:] < first[:-1]).any():
            order = np.argsort(first)
            self._take(order)
            axis, first = axis[order], first[order]
        reach = np.maximum.accumulate(axis + self.end) if first.size else first
        opens = np.ones(first.size, np.bool_)
        opens[1:] = first[1:] >= reach[:-1]
        object.__setattr__(self, "merged", int(first.size - opens.sum()))
        if self.merged:
            heads = np.flatnonzero(opens)
            lasts = np.append(heads[1:], first.size) - 1
            ends = reach[lasts] - axis[heads]
            self._take(heads)
            object.__setattr__(self, "end", ends)


@dataclass(frozen=True, eq=False)
class UnitData:
    """Fixed units that each coder put into one category, or left open.

    Args:
        categories: Names of the available categories, in the codebook's order.
        ratings: Shape (units, coders): index of the category, -1 where missing.
        frequency: How many alike units each row stands for; one each when left empty.
        ordered: Whether the order of the categories means something.
        values: The categories as numbers, where they are numbers.
        sets: The categories as sets of labels, where they are such sets.

    Raises:
        ValueError: Shapes do not fit, or a rating is no category.
    """

    categories: tuple[str, ...]
    ratings: Ints
    frequency: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    ordered: bool = False
    values: Floats | None = None
    sets: tuple[frozenset[str], ...] | None = None

    def __post_init__(self) -> None:
        ratings = np.ascontiguousarray(self.ratings, np.int64)
        if ratings.ndim != 2:
            raise ValueError(f"expected units x coders, got shape {ratings.shape}")
        q = len(self.categories)
        if ratings.size and (ratings.min() < -1 or ratings.max() >= q):
            raise ValueError("a rating is not among the categories")
        frequency = np.ascontiguousarray(self.frequency, np.int64)
        if not frequency.size:
            frequency = np.ones(len(ratings), np.int64)
        if frequency.shape != (len(ratings),) or (frequency < 0).any():
            raise ValueError("expected one frequency of at least 0 per unit")
        for extra in (self.values, self.sets):
            if extra is not None and len(extra) != q:
                raise ValueError("expected one value and one set per category")
        object.__setattr__(self, "ratings", ratings)
        object.__setattr__(self, "frequency", frequency)

    @property
    def coders(self) -> int:
        """Number of coders."""
        return int(self.ratings.shape[1])

    @property
    def q(self) -> int:
        """Number of available categories, used or not."""
        return len(self.categories)

    @cached_property
    def rated(self) -> Ints:
        """How many coders judged each unit."""
        return np.asarray((self.ratings >= 0).sum(axis=1), np.int64)

    def equally_rated(self) -> bool:
        """Tell whether every unit was judged by the same number of coders."""
        rated = self.rated[self.frequency > 0]
        return bool((rated == rated[:1]).all())

    @cached_property
    def counts(self) -> Floats:
        """How many coders chose each category, shape (units, categories)."""
        units = np.arange(len(self.ratings))
        counts = np.zeros((len(units), self.q))
        for column in self.ratings.T:  # no coder names one unit twice, so += loses nothing
            judged = column >= 0
            counts[units[judged], column[judged]] += 1
        return counts

    @cached_property
    def collapsed(self) -> UnitData:
        """The same units with alike ones in one row."""
        base, radix = self.q + 1, (self.q + 1) ** self.coders
        if radix > MOST_KEYS:
            rows, which = np.unique(self.ratings, axis=0, return_inverse=True)
            frequency = np.bincount(which.ravel(), self.frequency, len(rows))
            return replace(self, ratings=rows, frequency=frequency)
        key = (self.ratings + 1) @ base ** np.arange(self.coders, dtype=np.int64)
        order = np.argsort(key)
        heads = np.flatnonzero(np.diff(key[order], prepend=-1))
        frequency = np.add.reduceat(self.frequency[order], heads) if heads.size else key
        return replace(self, ratings=self.ratings[order[heads]], frequency=frequency)

    def with_frequency(self, frequency: Ints) -> UnitData:
        """Return the same rows standing for other numbers of units."""
        same = replace(self, frequency=frequency)
        same.__dict__.update(rated=self.rated, counts=self.counts)  # a bootstrap asks often
        return same
