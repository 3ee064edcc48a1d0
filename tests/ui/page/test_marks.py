from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.ui.page.glyphs import Glyphs, Part
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.highlights import Highlights
from qualcode_app.ui.page.overlaps import LAYERS_MAX
from qualcode_app.ui.page.shapes import ALONE_PX, STEP, Shapes

from .conftest import small_pdf


def shown(highlights, index):
    """Everything drawn on a page, in a form that can be compared."""
    marks = highlights.on_page(index)
    grounds = {(g.highlight.uid, g.rects) for b in marks.bands for g in b.grounds}
    lines = {(u.highlight.uid, u.level, u.rects) for b in marks.bands for u in b.underlines}
    counts = {(n.n, n.rect) for b in marks.bands for n in b.counts}
    return grounds, lines, counts


def spans(source):
    last = source.pages[2].start_char
    return st.tuples(st.integers(0, last), st.integers(1, 400)).map(
        lambda pair: TextAnchor(pair[0], min(pair[0] + pair[1], len(source.text)))
    )


def test_adding_and_removing_one_by_one_draws_the_same_as_showing_all_at_once(letter):
    @settings(deadline=None, max_examples=60)
    @given(st.lists(spans(letter), max_size=14), st.sets(st.integers(0, 13)))
    def check(anchors, removed):
        every = [Highlight(f"h{n}", anchor) for n, anchor in enumerate(anchors)]
        patched = Highlights(Glyphs(letter))
        for index in range(3):
            patched.on_page(index)
        for each in every:
            patched.patch([each], [])
        patched.patch([], [f"h{n}" for n in removed])
        whole = Highlights(Glyphs(letter))
        whole.replace_all(each for n, each in enumerate(every) if n not in removed)
        for index in range(3):
            assert shown(patched, index) == shown(whole, index)

    check()


def test_never_more_than_three_grounds_lie_on_a_place(letter):
    @settings(deadline=None, max_examples=60)
    @given(st.lists(spans(letter), max_size=14))
    def check(anchors):
        highlights = Highlights(Glyphs(letter))
        highlights.replace_all(Highlight(f"h{n}", a) for n, a in enumerate(anchors))
        rects = [
            rect
            for band in highlights.on_page(0).bands
            for ground in band.grounds
            for rect in ground.rects
        ]
        for rect in rects:
            x, y = rect.x0_pt + 0.2, (rect.y0_pt + rect.y1_pt) / 2
            on_it = [r for r in rects if r.x0_pt < x < r.x1_pt and r.y0_pt < y < r.y1_pt]
            assert len(on_it) <= LAYERS_MAX

    check()


def test_a_coding_alone_has_no_underline_and_two_on_one_place_have_two(letter):
    highlights = Highlights(Glyphs(letter))
    highlights.replace_all([Highlight("a", TextAnchor(0, 20))])
    assert shown(highlights, 0)[1] == set()
    highlights.patch([Highlight("b", TextAnchor(10, 30))], [])
    assert {(uid, level) for uid, level, _ in shown(highlights, 0)[1]} == {("a", 0), ("b", 1)}


def test_a_fourth_coding_is_counted_at_the_end_of_the_place(letter):
    highlights = Highlights(Glyphs(letter))
    highlights.replace_all([Highlight(f"h{n}", TextAnchor(0, 20 + n)) for n in range(5)])
    assert {n for n, _ in shown(highlights, 0)[2]} == {5}


def test_the_primary_lies_lowest_then_the_longest(letter):
    highlights = Highlights(Glyphs(letter))
    highlights.replace_all(
        [
            Highlight("short", TextAnchor(5, 10)),
            Highlight("long", TextAnchor(0, 30)),
            Highlight("primary", TextAnchor(4, 12), is_primary=True),
        ]
    )
    box = highlights.on_page(0).run_of("short").rects[0]
    at = highlights.at(0, (box.x0_pt + box.x1_pt) / 2, (box.y0_pt + box.y1_pt) / 2)
    assert at == ["short", "long", "primary"]


def test_a_hole_is_not_painted(letter):
    highlights = Highlights(Glyphs(letter))
    whole = Highlight("a", TextAnchor(0, 40), holes=(TextAnchor(10, 20),))
    highlights.replace_all([whole])
    run = highlights.on_page(0).run_of("a")
    assert run.spans == (TextAnchor(0, 10), TextAnchor(20, 40))


def test_a_coding_over_two_pages_is_on_both(letter):
    start = letter.pages[1].start_char
    highlights = Highlights(Glyphs(letter))
    touched = highlights.patch([Highlight("a", TextAnchor(start - 20, start + 20))], [])
    assert set(touched) == {0, 1}
    assert all(highlights.on_page(index).run_of("a").rects for index in (0, 1))


def test_preparing_in_steps_draws_the_same(letter):
    every = [Highlight(f"h{n}", TextAnchor(n * 5, n * 5 + 12)) for n in range(60)]
    stepped, whole = Highlights(Glyphs(letter)), Highlights(Glyphs(letter))
    stepped.replace_all(every)
    whole.replace_all(every)
    assert len(list(stepped.prepare(0))) > 1
    assert shown(stepped, 0) == shown(whole, 0)


def test_a_coding_that_comes_while_a_page_is_prepared_is_not_lost(letter):
    every = [Highlight(f"h{n}", TextAnchor(n * 5, n * 5 + 12)) for n in range(40)]
    highlights = Highlights(Glyphs(letter))
    highlights.replace_all(every)
    steps = highlights.prepare(0)
    next(steps)
    highlights.patch([Highlight("late", TextAnchor(3, 9))], ["h1"])
    assert list(steps) == []
    uids = {run.highlight.uid for run in highlights.on_page(0).runs()}
    assert "late" in uids
    assert "h1" not in uids


def test_a_coding_works_out_only_the_lines_it_lies_on(letter):
    highlights = Highlights(Glyphs(letter))
    end = letter.pages[0].n_chars
    chain = [Highlight(f"h{n}", TextAnchor(n * 5, n * 5 + 12)) for n in range((end - 12) // 5)]
    highlights.replace_all(chain)
    before = list(highlights.on_page(0).bands)
    assert len(before) > 2
    highlights.patch([Highlight("new", TextAnchor(2, 9))], [])
    after = highlights.on_page(0).bands
    assert [now is then for now, then in zip(after, before, strict=True)] == [
        at > 0 for at in range(len(before))
    ]


def test_a_crowd_over_many_lines_is_counted_once_at_its_end(letter):
    highlights = Highlights(Glyphs(letter))
    end = letter.pages[0].n_chars - 40
    highlights.replace_all([Highlight(f"h{n}", TextAnchor(0, end + n)) for n in range(5)])
    assert [count.n for b in highlights.on_page(0).bands for count in b.counts] == [5]


def test_where_pages_are_not_tinted_every_line_of_a_coding_is_underlined_once(letter):
    highlights = Highlights(Glyphs(letter))
    highlights.replace_all([Highlight("a", TextAnchor(0, letter.pages[0].n_chars - 1))])
    shapes = Shapes(tinted=False)
    marks = highlights.on_page(0)
    drawn = shapes.of_page(0, marks.bands, 1.0)
    (line,) = [shape for each in drawn for shape in each.underlines]
    assert line.uid == "a"
    assert line.path.elementAt(2).y - line.path.elementAt(0).y == ALONE_PX
    assert not any(each.grounds for each in drawn)


def test_the_outline_of_a_coding_ends_on_every_line_where_its_letters_end(read):
    source = read(small_pdf([["Een kop met veel wit erachter" + " " * 30, "De zin eronder."]]), "w")
    assert " \n" in source.text
    highlights = Highlights(Glyphs(source))
    highlights.replace_all([Highlight("a", TextAnchor(0, len(source.text.rstrip())))])
    (head, _) = highlights.on_page(0).run_of("a").rects
    (last,) = Glyphs(source).rects(Part(0, source.text.index("erachter") + 7, 29))
    assert head.x1_pt == last.x1_pt


def looks_of(drawn):
    """Return the shapes in a form that can be compared, by the line that they are drawn on."""
    return {
        (each.band.start, shape.uid, round(shape.top_px, 3), shape.path.elementCount())
        for each in drawn
        for shape in (*each.grounds, *each.underlines)
    }


def test_strips_of_a_page_draw_together_what_the_whole_page_draws(letter):
    @settings(deadline=None, max_examples=40)
    @given(st.lists(spans(letter), max_size=14), st.booleans(), st.integers(20, 200))
    def check(anchors, tinted, step):
        highlights = Highlights(Glyphs(letter))
        highlights.replace_all(Highlight(f"h{n}", a) for n, a in enumerate(anchors))
        bands, height = highlights.on_page(0).bands, int(letter.pages[0].height_pt * 1.5)
        whole, strips = Shapes(tinted=tinted), Shapes(tinted=tinted)
        seen = set()
        for top in range(0, height + step, step):
            drawn = strips.of_page(0, bands, 1.5, top, top + step)
            assert all(each.top_px <= top + step and each.bottom_px >= top for each in drawn)
            seen |= looks_of(drawn)
        assert seen == looks_of(whole.of_page(0, bands, 1.5))

    check()


def test_a_page_is_prepared_in_small_steps_and_its_shapes_are_made_once(letter):
    highlights = Highlights(Glyphs(letter))
    end = letter.pages[0].n_chars - 10
    highlights.replace_all(Highlight(f"h{n}", TextAnchor(n, n + 9)) for n in range(0, end, 7))
    bands, shapes = highlights.on_page(0).bands, Shapes()
    assert len(list(shapes.prepare(0, bands, 2.0))) == len(bands) // STEP
    made = [shape for each in shapes.of_page(0, bands, 2.0) for shape in each.grounds]
    list(shapes.prepare(0, bands, 2.0))
    again = [shape for each in shapes.of_page(0, bands, 2.0) for shape in each.grounds]
    assert made
    assert all(one is other for one, other in zip(made, again, strict=True))
