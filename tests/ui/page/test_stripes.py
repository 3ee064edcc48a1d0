from itertools import combinations, pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.bands import Run
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.stripes import (
    LABEL_PX,
    PUSH_MAX_PX,
    WITH_LABELS,
    WITHOUT_LABELS,
    Packing,
)


def run(uid, *lines, key="WON-1", coder=""):
    """A highlight with lines of ten points at these heights."""
    rects = tuple(Rect(50, top, 300, top + 10) for top in lines)
    drawn = Highlight(uid, TextAnchor(0, 1), key=key, label=uid, coder_initials=coder)
    return Run(drawn, (TextAnchor(0, 1),), rects)


def margin_of(runs, scale, style):
    return Packing(runs, scale, style).margin()


heights = st.lists(st.integers(0, 700), min_size=1, max_size=3)


@given(st.lists(heights, max_size=25))
def test_no_two_stripes_share_a_place_and_none_is_lost(places):
    runs = [run(f"u{number}", *tops, key=f"K{number}") for number, tops in enumerate(places)]
    packing = Packing(runs, 1.0, WITH_LABELS)
    margin = packing.margin()
    for before, after in combinations(margin.stripes, 2):
        if before.lane == after.lane:
            for (top, bottom), (other_top, other_bottom) in product(before.pieces, after.pieces):
                assert bottom <= other_top or other_bottom <= top
    crowded = [uid for crowd in margin.crowds for uid in packing.uids_of(crowd)]
    assert len(crowded) == sum(crowd.n for crowd in margin.crowds)
    shown = {stripe.highlight.uid for stripe in margin.stripes} | set(crowded)
    assert shown == {each.highlight.uid for each in runs}


@given(st.lists(heights, max_size=25), st.booleans())
def test_labels_never_overlap_nor_stray_and_every_coding_is_named(places, same_code):
    runs = [
        run(f"u{number}", *tops, key="K" if same_code else f"K{number}")
        for number, tops in enumerate(places)
    ]
    labels = margin_of(runs, 1.0, WITH_LABELS).labels
    for before, after in pairwise(labels):
        assert after.y_px >= before.y_px + LABEL_PX
    tops = {each.highlight.uid: each.top_pt for each in runs}
    assert all(0 <= label.y_px - tops[label.highlight.uid] <= PUSH_MAX_PX for label in labels)
    named = [uid for label in labels for uid in (*label.uids, *label.folded)]
    assert sorted(named) == sorted(tops)


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.lists(st.integers(0, 20), max_size=3), st.booleans()),
        max_size=60,
    ),
    st.sampled_from((WITH_LABELS, WITHOUT_LABELS)),
)
def test_runs_that_come_and_go_are_packed_as_if_all_had_come_at_once(acts, style):
    runs = {}
    packing = Packing((), 1.3, style)
    for number, lines, same_code in acts:
        uid = f"u{number}"
        runs.pop(uid, None)
        if lines:  # on the lines of a page; without any it goes
            tops = [line * 12 for line in lines]
            runs[uid] = run(uid, *tops, key="K" if same_code else uid)
        packing.update({uid: runs.get(uid)})
        assert packing.margin() == margin_of(runs.values(), 1.3, style)


def test_the_longest_of_stripes_that_begin_together_is_nearest_to_the_page():
    margin = margin_of([run("short", 10), run("long", 10, 25, 40)], 1.0, WITH_LABELS)
    assert {s.highlight.uid: s.lane for s in margin.stripes} == {"long": 0, "short": 1}


def test_a_coding_over_two_columns_has_one_stripe_in_two_pieces():
    (stripe,) = margin_of([run("u", 600, 615, 100, 115)], 1.0, WITH_LABELS).stripes
    assert stripe.pieces == ((600, 625), (100, 125))


def test_what_finds_no_lane_is_counted_in_one_crowd():
    margin = margin_of([run(f"u{n}", 10, 25) for n in range(9)], 1.0, WITH_LABELS)
    assert margin.n_lanes == WITH_LABELS.lanes_max
    assert [crowd.n for crowd in margin.crowds] == [3]


def test_a_narrow_margin_has_lanes_without_labels():
    margin = margin_of([run("u", 10)], 1.0, WITHOUT_LABELS)
    assert len(margin.stripes) == 1
    assert margin.labels == ()


def test_pushed_neighbours_of_one_code_share_a_label_with_their_number():
    labels = margin_of([run("a", 10), run("b", 12), run("c", 200)], 1.0, WITH_LABELS).labels
    assert [label.uids for label in labels] == [["a", "b"], ["c"]]


def test_two_coders_share_no_label_as_it_names_one_of_them():
    runs = [run("a", 10, coder="KA"), run("b", 12, coder="KB"), run("c", 14, coder="KB")]
    labels = margin_of(runs, 1.0, WITH_LABELS).labels
    assert [label.uids for label in labels] == [["a"], ["b", "c"]]
