"""The report with another coefficient, or with another interval beside it."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

import numpy as np
import pytest

from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.domain.errors import Cancelled, RefusedChange
from qualcode_app.domain.progress import Ticket
from qualcode_app.domain.terms import DUTCH, heading
from qualcode_app.services.agreement import agreements, chosen_figures
from qualcode_app.services.agreement.narrowing import with_documents
from qualcode_app.services.agreement.reliability import Scope, spans


def report(project, **choice):
    return project.read(agreements.table, Scope(all_read=True, **choice))


@pytest.mark.parametrize("key", ["f1", "kappa", "percent", "alpha_u", "ac1"])
def test_every_line_shows_the_coefficient_of_its_own_part(project, key):
    found = project.read(spans, Scope(all_read=True, coefficient=key))
    table = agreements.tabulate(found)
    each, at = COEFFICIENTS[key], {row.uid: i for i, row in enumerate(found.codes)}
    whole = each.compute(found.spans).value
    assert table.pooled.alpha.value == pytest.approx(whole)
    for row in table.rows:
        own = each.compute(found.spans.only(codes=[at[row.code_uid]])).value
        assert row.alpha.value == pytest.approx(own, nan_ok=True)
        assert isnan(own) == bool(row.alpha.reason)
    for line in table.by_document:
        own = each.compute(found.spans.only(documents=line.members)).value
        assert line.alpha.value == pytest.approx(own, nan_ok=True)
    assert table.coefficient == each.name


def test_f1_chosen_is_the_f1_that_always_stands_beside_alpha(project):
    beside = {row.code_uid: row.f1.value for row in report(project).rows}
    for row in report(project, coefficient="f1").rows:
        assert row.alpha.value == pytest.approx(beside[row.code_uid], nan_ok=True)


def test_the_bootstrap_gives_another_interval_around_the_same_alpha(project):
    left_out, drawn = report(project), report(project, interval="bootstrap")
    assert drawn.pooled.alpha == left_out.pooled.alpha
    assert drawn.pooled.low < drawn.pooled.alpha.value < drawn.pooled.high
    assert drawn.pooled.low != left_out.pooled.low
    assert drawn == report(project, interval="bootstrap")  # the seed is fixed


def test_pages_give_one_document_the_interval_that_it_has_not_alone(project):
    scope = Scope(all_read=True)
    alone = with_documents(project.read(spans, scope), [0])
    pages = project.read(spans, replace(scope, interval="blocks"))
    before = agreements.tabulate(alone)
    after = agreements.tabulate(with_documents(pages, [0]))
    assert isnan(before.pooled.low)
    assert "two documents" in before.pooled.no_interval
    assert after.pooled.alpha.value == pytest.approx(before.pooled.alpha.value)
    assert after.pooled.low < after.pooled.alpha.value < after.pooled.high
    (line,) = after.by_document
    assert line.low == pytest.approx(after.pooled.low)


def test_units_have_the_analytic_interval_and_characters_have_not(project):
    table = report(project, base="sentence", interval="units", coefficient="ac1")
    assert table.pooled.low < table.pooled.alpha.value < table.pooled.high
    with pytest.raises(RefusedChange, match="independent"):
        report(project, interval="units")


def test_what_cannot_be_computed_is_refused_with_what_can(project):
    with pytest.raises(RefusedChange, match="gamma"):
        report(project, coefficient="guess")
    with pytest.raises(RefusedChange, match="bootstrap"):
        report(project, coefficient="f1", interval="bootstrap")


def test_gamma_has_no_interval_and_says_why_and_stops_when_asked(project):
    found = project.read(spans, Scope(all_read=True, coefficient="gamma"))
    found = with_documents(found, [0])
    table = agreements.tabulate(found)
    assert table.pooled.alpha.value <= 1
    assert "too long" in table.pooled.no_interval
    ticket = Ticket()
    ticket.stop.set()
    with pytest.raises(Cancelled):
        agreements.tabulate(found, ticket)


def test_the_spread_is_that_of_the_chosen_figures(project):
    table = report(project, coefficient="f1")
    values = [row.alpha.value for row in table.rows if not row.alpha.reason]
    assert table.spread.least == pytest.approx(min(values))
    assert table.spread.quartiles[1] == pytest.approx(np.median(values))


def test_what_counts_unmarked_text_as_agreement_comes_with_a_warning(project):
    assert "nobody marked" in report(project, coefficient="percent").warning
    assert "nobody marked" in report(project, coefficient="ac1", base="page").warning
    assert report(project, coefficient="f1").warning == report(project).warning == ""


def test_every_offer_has_its_formula_and_source():
    offers = chosen_figures.offers()
    assert {"alpha", "gamma", "u", "f1"} <= {offer.key for offer in offers}
    assert all(offer.formula and offer.source for offer in offers)


def test_names_and_formulas_of_all_that_can_be_chosen_are_there_in_dutch():
    for offer in chosen_figures.offers():
        assert offer.name in DUTCH
        assert heading(offer.formula, "nl") != offer.formula
