from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.ui.page.overlaps import LAYERS_MAX, LEVELS_MAX, overlaps

START, LENGTH = 100, 24

stretches = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda pair: (START + pair[0], START + min(pair[0] + pair[1], LENGTH))
)


def on_each_character(covers):
    """By character the ranks that lie on it, the lowest first."""
    return [
        [rank for rank, (first, last) in enumerate(covers) if first <= START + at < last]
        for at in range(LENGTH)
    ]


def characters(found):
    return {START + at for at in found}


@given(st.lists(stretches, max_size=12))
def test_each_character_shows_its_lowest_codings_and_how_many_there_are(covers):
    there = on_each_character(covers)
    drawn = overlaps([[cover] for cover in covers], [len(ranks) for ranks in there], START)

    for rank in range(len(covers)):
        tinted = characters(at for at in range(LENGTH) if rank in there[at][:LAYERS_MAX])
        assert covered(drawn.tinted.get(rank, [])) == tinted
        for level in range(LEVELS_MAX):
            lined = characters(
                at
                for at in range(LENGTH)
                if len(there[at]) > 1 and there[at][level : level + 1] == [rank]
            )
            assert covered(drawn.underlined.get((rank, level), [])) == lined

    crowded = characters(at for at in range(LENGTH) if len(there[at]) > LAYERS_MAX)
    assert covered([stretch for stretch, _ in drawn.crowded]) == crowded
    for (first, last), most in drawn.crowded:
        assert most == max(len(there[at - START]) for at in range(first, last))


@given(st.lists(stretches, max_size=12))
def test_what_touches_is_drawn_as_one_stretch(covers):
    depths = [len(ranks) for ranks in on_each_character(covers)]
    drawn = overlaps([[cover] for cover in covers], depths, START)
    each = [*drawn.tinted.values(), [stretch for stretch, _ in drawn.crowded]]
    for found in each:
        assert all(before[1] < after[0] for before, after in pairwise(found))


def covered(found):
    return {at for first, last in found for at in range(first, last)}
