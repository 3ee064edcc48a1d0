"""Which heights of a margin look different after an act. Plain geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from qualcode_app.ui.page.stripes import LABEL_PX, Label, Margin, Piece, Stripe

WHOLE: Piece = (float("-inf"), float("inf"))


def between(before: Margin, after: Margin) -> list[Piece]:
    """Return top and bottom of each stretch in which two margins of one page differ."""
    if (before.labels_left_px, before.style) != (after.labels_left_px, after.style):
        return [WHOLE]
    return [
        *_of_stripes(before, _only_in_one(before.stripes, after.stripes)),
        *_of_crowds(before, after),
        *_of_labels(before, after),
    ]


def of_codings(margin: Margin, uids: Iterable[str]) -> list[Piece]:
    """Return top and bottom of the stripes and labels of codings, and of nothing else."""
    wanted = set(uids)
    return [
        *_of_stripes(margin, (each for each in margin.stripes if each.highlight.uid in wanted)),
        *(_height(margin, each.y_px) for each in margin.labels if not wanted.isdisjoint(each.uids)),
    ]


def _only_in_one(before: Iterable[Stripe], after: Iterable[Stripe]) -> Iterator[Stripe]:
    """Yield what is not the very same on both sides: stripes that stay are not made anew."""
    old = {id(each): each for each in before}
    for each in after:
        if old.pop(id(each), None) is None:
            yield each
    yield from old.values()


def _of_stripes(margin: Margin, stripes: Iterable[Stripe]) -> Iterator[Piece]:
    below = 0 if margin.style.labelled else LABEL_PX  # whose it is may stand there
    for stripe in stripes:
        for top, bottom in stripe.pieces:
            yield top, bottom + below


def _of_crowds(before: Margin, after: Margin) -> Iterator[Piece]:
    old, new = (
        {(each.top_px, each.bottom_px): each.n for each in margin.crowds}
        for margin in (before, after)
    )
    for top, bottom in old.keys() ^ new.keys():
        yield top - before.style.label_px, bottom
    for top, bottom in old.keys() & new.keys():
        if old[top, bottom] != new[top, bottom]:
            yield _height(before, top - before.style.label_px)


def _of_labels(before: Margin, after: Margin) -> Iterator[Piece]:
    old, new = ({_look(label): label for label in margin.labels} for margin in (before, after))
    differ = chain(
        (label for look, label in old.items() if look not in new),
        (label for look, label in new.items() if look not in old),
    )
    for label in differ:
        yield _height(before, label.y_px)


def _look(label: Label) -> tuple[int, float, int, int]:
    return id(label.highlight), label.y_px, len(label.uids), len(label.folded)


def _height(margin: Margin, top_px: float) -> Piece:
    return top_px, top_px + margin.style.label_px
