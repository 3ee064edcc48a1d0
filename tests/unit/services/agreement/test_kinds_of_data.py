"""Agreement on facets and on areas: figures of their own beside those on text."""

from __future__ import annotations

from dataclasses import replace

import krippendorff
import numpy as np
import pytest

from qualcode_app.agreement.matching import Marked, matched
from qualcode_app.domain.anchors import PageArea
from qualcode_app.domain.facets import FacetValue
from qualcode_app.services.agreement import agreements, area_agreement, facet_agreement
from qualcode_app.services.agreement.agreement_passages import Kind
from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.coding import area_codings, codings, facets, own_facets
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.own_facets import NewFacet
from qualcode_app.services.documents import documents

STEPS = [("1", "1"), ("1", "2"), ("2", "2"), ("3", "3"), ("3", "1"), ("2", "2"), ("3", "3")]


def test_codings_that_overlap_by_half_are_one_unit_and_each_coder_is_in_it_once():
    found = matched(
        [
            Marked(0, 0, 0, 0, 10),
            Marked(0, 0, 1, 2, 10),
            Marked(0, 0, 2, 4, 14),  # with the first 6 of 14, with the second 6 of 12
            Marked(0, 0, 1, 40, 50),
            Marked(0, 0, 0, 46, 56),  # 4 of 16
            Marked(0, 1, 1, 0, 10),  # another code
            Marked(1, 0, 1, 0, 10),  # another document
        ]
    )
    assert found == [(0, 1, 2)]


def test_the_closest_of_two_codings_of_one_coder_is_taken():
    found = matched(
        [Marked(0, 0, 0, 0, 10), Marked(0, 0, 1, 0, 6), Marked(0, 0, 1, 1, 10)],
    )
    assert found == [(0, 2)]


def judged(desk, kind: str) -> str:
    """Let two coders put a code on the same places, each with a value of a new facet."""
    home = desk.project.read(facets.traits)[desk.codes["INC-2"]].codebook_uid
    desk.project.write(own_facets.add, NewFacet(home, "Kracht", "", kind, ("a", "b", "c")))
    facet = next(row for row in desk.project.read(facets.rows) if row.label_nl == "Kracht")
    for at, pair in enumerate(STEPS):
        for coder, said in zip((desk.coder_uid, desk.other_coder_uid), pair, strict=True):
            desk.project.author_uid = coder
            coding = replace(desk.new(900 + 40 * at, 930 + 40 * at), coder_uid=coder)
            desk.project.write(codings.add, coding)
            value = FacetValue(facet.uid, option_key=facet.options[int(said) - 1].key)
            desk.project.write(facets.set_values, coding.uid, (value,))
    return facet.uid


@pytest.mark.parametrize("kind", ["nominal", "ordinal"])
def test_a_facet_gives_the_alpha_of_another_library_on_shared_codings(desk, kind):
    uid = judged(desk, kind)
    found = desk.project.read(spans, Scope(all_read=True))
    lines = {line.uid: line for line in desk.project.read(facet_agreement.lines, found)}
    values = np.array([[float(said) for said in pair] for pair in STEPS]).T
    expected = krippendorff.alpha(reliability_data=values, level_of_measurement=kind)
    assert lines[uid].alpha.value == pytest.approx(expected)
    assert (lines[uid].n_units, lines[uid].n_apart) == (7, 2)
    assert lines[uid].no_interval  # one document has none


def test_behind_a_facet_lie_the_codings_with_other_values_and_what_each_coder_said(desk):
    uid = judged(desk, "nominal")
    found = desk.project.read(spans, Scope(all_read=True))
    behind = desk.project.read(facet_agreement.passages, found, uid)
    assert [(row.anchor.start - 900) // 40 for row in behind.rows] == [1, 4]
    assert [bar.said for bar in behind.rows[0].bars] == ["a", "b"]
    assert behind.n_of_kind == {Kind.OTHER_VALUE: 2}


def draw(desk, coder: str, area: PageArea, code: str = "INC-2") -> None:
    desk.project.author_uid = coder
    new = NewAreaCoding(desk.document.revision_uid, desk.round_uid, coder, desk.codes[code], area)
    desk.project.write(area_codings.add, new)


def test_areas_have_their_own_figure_and_leave_that_of_text_alone(desk):
    before = desk.project.read(agreements.table, Scope(all_read=True)).pooled
    assert desk.project.read(area_agreement.table, desk.project.read(spans, Scope())) is None
    draw(desk, desk.coder_uid, PageArea(1, 100, 100, 200, 200))
    draw(desk, desk.other_coder_uid, PageArea(1, 150, 100, 250, 200))
    found = desk.project.read(spans, Scope(all_read=True))
    assert agreements.tabulate(found).pooled == before
    (row,) = desk.project.read(area_agreement.table, found).rows
    assert row.f1.value == pytest.approx(0.5)  # half of each
    assert row.n_marked == (10_000, 10_000)
    assert row.n_spans == (1, 1)
    surface = sum(
        page.width_pt * page.height_pt
        for document in desk.project.read(documents.rows)
        for page in desk.project.read(documents.pages, document.revision_uid)
    )
    assert row.n_characters == pytest.approx(surface, rel=1e-3)


def test_behind_areas_lie_the_pages_on_which_they_differ(desk):
    same = PageArea(1, 300, 300, 400, 400)
    for coder in (desk.coder_uid, desk.other_coder_uid):
        draw(desk, coder, same)
    draw(desk, desk.coder_uid, PageArea(2, 100, 100, 200, 200))
    found = desk.project.read(spans, Scope(all_read=True))
    behind = desk.project.read(area_agreement.passages, found)
    (row,) = behind.rows
    assert (row.kind, row.page_number, row.n_disagreeing) == (Kind.ONLY, 2, 10_000)
    assert row.area == PageArea(2, 100, 100, 200, 200)
    assert [bool(bar.pieces) for bar in row.bars] == [True, False]
