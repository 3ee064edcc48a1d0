"""Ratings and statuses by group (T13, T19), and the portrait of a document (T16)."""

from __future__ import annotations

import pytest

from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.facets import FacetValue
from qualcode_app.services.analysis import portrait, ratings
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.ratings import RatingAnswer, sentence
from qualcode_app.services.coding import facets, own_facets
from qualcode_app.services.coding.own_facets import NewFacet


@pytest.fixture
def rated(corpus_of):
    """Four places in two groups, with new homes rated on a scale of three steps."""
    corpus_of.all_of("Adam", "Bedum", "Cuijk", "Doorn")
    corpus_of.read("Adam", "Bedum", "Cuijk")
    book = corpus_of.project.read(own_facets.codebooks)[0][0]
    scale = NewFacet(book, "stevigheid", "firmness", "ordinal", ("vaag", "half", "vast"))
    corpus_of.project.write(own_facets.add, scale)
    for name, words, step in (
        ("Adam", "Wij bouwen nieuwe huizen", "o3"),
        ("Adam", "De huur blijft laag", "o1"),
        ("Adam", "Er komen flexwoningen bij", "o3"),
        ("Bedum", "Wij bouwen nieuwe huizen", "o2"),
        ("Doorn", "Wij bouwen nieuwe huizen", "o1"),
    ):
        uid = corpus_of.code(name, "WON-1", words)
        corpus_of.project.write(facets.set_values, uid, (FacetValue(scale.uid, step),))
    corpus_of.scale = scale.uid
    return corpus_of


def ask(study, facet: str, key: str = "WON-1", system: str = "") -> RatingAnswer:
    question = Question(Kind.ANY_OF, (study.codes[key],), facet=(facet, ""))
    return study.project.read(ratings.ask, study.study(), question, system)


def test_t13_a_scale_has_a_median_and_a_mean_by_group_with_n_of_n(rated):
    groups = rated.system("Grootte", G4="Adam", Klein="Bedum Cuijk", Leeg="Doorn")
    found = ask(rated, rated.scale, system=groups[""])
    assert [row.counts for row in found.rows] == [(1, 0, 2), (0, 1, 0), (0, 0, 0)]
    assert sentence(found, "nl") == (
        "Stevigheid bij ‘Nieuwbouw’: G4 mediaan ‘vast’, gemiddelde 2,3 (3 fragmenten in 1 van 1 "
        "gelezen documenten); Klein mediaan ‘half’, gemiddelde 2,0 (1 fragment in 1 van 2 gelezen "
        "documenten); Leeg geen (0 van 0 gelezen documenten). Wel gecodeerd, maar op dit thema nog "
        "niet als gelezen gemarkeerd: Doorn."
    )
    assert "G4 median ‘vast’, mean 2.3 (3 passages in 1 of 1 documents read)" in sentence(
        found, "en"
    )


def test_t13_the_median_of_two_is_the_lower_one(rated):
    rated.system("Grootte", G4="Adam")
    found = ask(rated, rated.scale)
    assert found.rows[0].counts == (1, 1, 2)
    assert found.rows[0].median == 1  # the second of four


def test_t19_statuses_are_counted_apart(rated):
    rated.code("Cuijk", "WON-1", role="measure")
    rated.code("Adam", "WON-1b", role="diagnosis")
    told = sentence(ask(rated, rated.role), "nl")
    assert told.startswith(
        "Rol bij ‘Nieuwbouw’: alle documenten maatregel 1 en diagnose 1 (2 fragmenten in 2 van 3 "
        "gelezen documenten)."
    )


def test_what_has_no_values_to_choose_from_is_refused(rated):
    with pytest.raises(RefusedChange):
        ask(rated, rated.number_facet)


def test_t16_the_portrait_has_the_codings_in_reading_order_by_theme(rated):
    bea = rated.coder("Bea Two")
    rated.code("Adam", "WON-1", coder=bea)  # the same passage counts once
    rated.code("Adam", "MOB-1", "De fiets krijgt ruimte")
    found = rated.project.read(portrait.of, rated.study(), rated.documents["Adam"])
    homes, traffic = found.themes
    assert [row.quote for row in homes.codings] == [
        "Wij bouwen nieuwe huizen",
        "De huur blijft laag",
        "Er komen flexwoningen bij",
    ]
    assert (homes.n_words, traffic.n_words) == (12, 4)
    assert (found.n, found.of) == (2, 2)


def test_a_theme_that_was_not_read_is_not_counted_in_a_portrait(rated):
    found = rated.project.read(portrait.of, rated.study(), rated.documents["Doorn"])
    assert (found.n, found.of) == (0, 0)
    assert [len(theme.codings) for theme in found.themes] == [1, 0]
    with pytest.raises(UnknownRecord):
        rated.project.read(portrait.of, rated.study(), "nobody")
