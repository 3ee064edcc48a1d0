"""Which codings belong to one place, and how coders differ there."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.facets import FacetValue
from qualcode_app.services.adjudication.places import Kind, Said, places

NOOR, SEM, ILSE = "noor", "sem", "ilse"


def said(coder, start, end, code="WON-2", *, uid="", values=()):
    name = uid or f"{coder} {code} {start} {end}"
    return Said(name, coder, code, TextAnchor(start, end), (), values)


def found(*codings, counts=lambda coder, code: True, coders=(NOOR, SEM)):
    return list(places("d", "r", codings, coders, counts))


def test_one_code_between_other_boundaries_is_one_place():
    (place,) = found(said(NOOR, 0, 100), said(SEM, 40, 120))
    assert place.kinds == {Kind.BOUNDARY}
    assert place.anchor == TextAnchor(0, 120)
    assert place.n_differing == 60


def test_two_codes_are_one_place_when_half_of_the_shorter_is_shared():
    near = found(said(NOOR, 0, 100), said(SEM, 80, 120, "RUI-4"))
    assert [place.kinds for place in near] == [{Kind.CODE}]
    far = found(said(NOOR, 0, 100), said(SEM, 81, 121, "RUI-4"))
    assert [place.kinds for place in far] == [{Kind.ONLY}, {Kind.ONLY}]


def test_equal_codings_differ_in_nothing():
    (place,) = found(said(NOOR, 5, 9), said(SEM, 5, 9))
    assert not place.kinds
    assert place.n_differing == 0


def test_other_facets_on_equal_codings_are_a_difference():
    (place,) = found(said(NOOR, 5, 9, values=(FacetValue("f", "1"),)), said(SEM, 5, 9))
    assert place.kinds == {Kind.FACET}


def test_silence_of_a_coder_who_did_not_read_the_theme_is_no_difference():
    assert not found(said(NOOR, 5, 9), counts=lambda coder, code: False)
    (place,) = found(said(NOOR, 5, 9), counts=lambda coder, code: coder == SEM)
    assert place.kinds == {Kind.ONLY}


def test_a_code_is_compared_only_between_those_who_read_its_theme():
    (place,) = found(
        said(NOOR, 0, 50),
        said(NOOR, 0, 50, "RUI-4"),
        said(SEM, 0, 50),
        counts=lambda coder, code: code == "WON-2",
    )
    assert not place.kinds
    assert len(place.said) == 3


@pytest.mark.parametrize("silent", [SEM, ILSE])
def test_of_three_coders_one_may_be_silent(silent):
    others = [coder for coder in (NOOR, SEM, ILSE) if coder != silent]
    (place,) = found(*(said(coder, 0, 10) for coder in others), coders=(NOOR, SEM, ILSE))
    assert place.kinds == {Kind.ONLY}
    assert place.coder_uids == (NOOR, SEM, ILSE)
    assert place.of_coder(silent) == ()


def test_places_come_in_the_order_of_the_text():
    listed = found(said(SEM, 300, 310), said(NOOR, 100, 110), said(NOOR, 200, 210))
    assert [place.anchor.start for place in listed] == [100, 200, 300]


def test_what_a_coding_says_does_not_depend_on_its_uid_or_the_order_of_its_facets():
    one, two = FacetValue("f", "1"), FacetValue("g", None, "woord")
    first = said(NOOR, 1, 2, uid="a", values=(one, two))
    second = said(NOOR, 1, 2, uid="b", values=(two, one))
    assert first.digest() == second.digest()
    assert first.digest() != said(NOOR, 1, 3, uid="a", values=(one, two)).digest()
