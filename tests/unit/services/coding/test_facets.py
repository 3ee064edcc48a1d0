"""Facets on codings: what is asked, what fits, what is stored, and what a project adds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qualcode_app.domain import facets as rules
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.facets import FacetValue
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings, facets, own_facets
from qualcode_app.services.store import people

KEYS = ("role", "direction", "concreteness", "number", "instrument", "continuity")


class Book:
    """The shipped facets as a test speaks of them."""

    def __init__(self, project) -> None:
        self.project = project
        self.facets = project.read(facets.rows)
        self.by_key = {facet.key: facet for facet in self.facets}
        self.traits = project.read(facets.traits)

    def code(self, key: str):
        return self.project.read(codebook.code_keyed, key).uid

    def value(self, facet: str, option: str) -> FacetValue:
        return FacetValue(self.by_key[facet].uid, option_key=option)

    def offered(self, code: str, *values: FacetValue) -> dict[str, list[tuple[str, ...]]]:
        asked = rules.questions(self.facets, self.traits[self.code(code)], values)
        found: dict[str, list[tuple[str, ...]]] = {}
        for question in asked:
            keys = tuple(option.key for option in question.options)
            found.setdefault(question.facet.key, []).append(keys)
        return found

    def press(self, code: str, values, facet: str, option: str):
        traits = self.traits[self.code(code)]
        return rules.toggled(self.facets, traits, values, self.by_key[facet], option)


@pytest.fixture
def book(project) -> Book:
    return Book(project)


@pytest.fixture
def coding(project):
    """A coding without a value."""
    row = project.read(coding_rows.rows)[0]
    project.write(facets.set_values, row.uid, ())
    return project.read(coding_rows.get, row.uid)


def test_the_shipped_facets_come_in_order_with_their_options(book):
    assert tuple(facet.key for facet in book.facets) == KEYS
    assert [option.rank for option in book.by_key["concreteness"].options] == [0, 1, 2, 3]
    assert book.by_key["concreteness"].options[3].wording_nl


def test_role_decides_which_direction_and_whether_concreteness_is_asked(book):
    assert set(book.offered("WON-2")) == {"role"}
    measure = book.offered("WON-2", book.value("role", "measure"))
    assert measure["direction"] == [("with_source", "mixed", "against_source")]
    assert "concreteness" in measure
    diagnosis = book.offered("WON-2", book.value("role", "diagnosis"))
    assert diagnosis["direction"] == [("acknowledged", "implicit", "reversed")]
    assert "concreteness" not in diagnosis


def test_a_code_with_poles_asks_for_its_own_poles_whatever_the_role(book):
    asked = book.offered("RUI-1", book.value("role", "measure"))
    assert asked["direction"] == [("pole_a", "between_poles", "pole_b")]
    traits = book.traits[book.code("RUI-1")]
    pole_a = book.by_key["direction"].option("pole_a")
    assert rules.option_label(pole_a, traits) == (traits.pole_a, traits.pole_a)


def test_diagnosis_and_measure_together_have_a_direction_each(book):
    values = (book.value("role", "diagnosis"), book.value("role", "measure"))
    assert len(book.offered("WON-2", *values)["direction"]) == 2


def test_diagnosis_and_measure_go_together_and_a_stance_stands_alone(book):
    values = book.press("WON-2", (), "role", "diagnosis")
    values = book.press("WON-2", values, "role", "measure")
    assert {value.option_key for value in values} == {"diagnosis", "measure"}
    values = book.press("WON-2", values, "role", "position")
    assert [value.option_key for value in values] == ["position"]
    assert book.press("WON-2", values, "role", "position") == ()


def test_another_step_of_a_scale_replaces_the_first(book):
    values = (book.value("role", "measure"),)
    for step in ("1", "3"):
        values = book.press("WON-2", values, "concreteness", step)
    assert [value.option_key for value in values] == ["measure", "3"]


def test_taking_the_role_away_takes_what_hung_on_it(book):
    values = (book.value("role", "measure"),)
    values = book.press("WON-2", values, "direction", "with_source")
    values = book.press("WON-2", values, "concreteness", "2")
    assert book.press("WON-2", values, "role", "measure") == ()


def test_what_is_not_offered_cannot_be_chosen(book):
    assert book.press("WON-2", (), "concreteness", "2") == ()


def test_missing_names_required_facets_without_an_answer(book):
    traits = book.traits[book.code("WON-2")]
    role = book.by_key["role"].uid
    assert rules.missing(book.facets, traits, ()) == {role}
    measure = (book.value("role", "measure"),)
    assert rules.missing(book.facets, traits, measure) == {
        book.by_key["direction"].uid,
        book.by_key["concreteness"].uid,
    }


def test_the_side_of_a_code_proposes_the_role(book):
    sides = {traits.side: traits for traits in book.traits.values()}
    proposed = {
        side: [value.option_key for value in rules.defaults(book.facets, traits)]
        for side, traits in sides.items()
    }
    assert proposed["trend"] == ["diagnosis"]
    assert proposed["programme"] == ["measure"]
    assert proposed["both"] == []


def test_a_coding_made_by_hand_starts_with_the_proposed_role(project, book, coding):
    trend = next(
        uid
        for uid, traits in book.traits.items()
        if traits.side == "trend" and uid != coding.code_uid
    )
    new = codings.NewCoding(
        coding.revision_uid,
        project.read(people.rounds)[0].uid,
        coding.coder_uid,
        trend,
        coding.anchor,
    )
    project.write(codings.add, new)
    made = project.read(coding_rows.get, new.uid)
    assert made.values == (book.value("role", "diagnosis"),)


def test_values_are_stored_read_back_and_cleared(project, book, coding):
    number = FacetValue(
        book.by_key["number"].uid,
        value_min=Decimal("8.50"),
        value_max=Decimal(48),
        unit="euro",
        base="per maand",
        year=2030,
    )
    values = (book.value("role", "measure"), number, book.value("instrument", "money"))
    changes = project.write(facets.set_values, coding.uid, values)
    assert changes[Kind.CODING].changed == {coding.uid}
    assert set(project.read(coding_rows.get, coding.uid).values) == set(values)
    project.write(facets.set_values, coding.uid, ())
    assert project.read(coding_rows.get, coding.uid).values == ()


def test_several_numbers_fit_on_one_coding(project, book, coding):
    uid = book.by_key["number"].uid
    numbers = tuple(FacetValue(uid, value_min=Decimal(n), value_max=Decimal(n)) for n in (3, 1, 2))
    project.write(facets.set_values, coding.uid, (book.value("role", "measure"), *numbers))
    found = rules.only(project.read(coding_rows.get, coding.uid).values, uid)
    assert [value.value_min for value in found] == [3, 1, 2]


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ([("role", "measure"), ("concreteness", "1"), ("concreteness", "2")], RefusedChange),
        ([("concreteness", "1")], RefusedChange),
        ([("role", "elsewhere")], UnknownRecord),
        ([("role", "diagnosis"), ("direction", "with_source")], RefusedChange),
    ],
)
def test_values_that_do_not_belong_are_refused_and_nothing_changes(
    project, book, coding, values, error
):
    wanted = tuple(book.value(facet, option) for facet, option in values)
    project.write(codings.recode, coding.uid, book.code("WON-2"))
    with pytest.raises(error):
        project.write(facets.set_values, coding.uid, wanted)
    assert project.read(coding_rows.get, coding.uid).values == ()


def test_a_range_that_runs_backwards_is_refused(project, book, coding):
    number = FacetValue(book.by_key["number"].uid, value_min=Decimal(9), value_max=Decimal(8))
    with pytest.raises(RefusedChange, match="from 9 to 8"):
        project.write(facets.set_values, coding.uid, (book.value("role", "measure"), number))


def test_another_code_keeps_what_it_asks_too_and_drops_the_rest(project, book, coding):
    project.write(codings.recode, coding.uid, book.code("WON-2"))
    before = (
        book.value("role", "measure"),
        book.value("direction", "with_source"),
        book.value("concreteness", "3"),
    )
    project.write(facets.set_values, coding.uid, before)
    project.write(codings.recode, coding.uid, book.code("RUI-1"))
    now = project.read(coding_rows.get, coding.uid).values
    assert {value.option_key for value in now} == {"measure", "3"}
    project.write(codings.recode, coding.uid, book.code("WON-2"), before)
    assert set(project.read(coding_rows.get, coding.uid).values) == set(before)


def test_values_survive_removing_and_putting_back(project, book, coding):
    values = (book.value("role", "measure"),)
    project.write(facets.set_values, coding.uid, values)
    kept = project.read(codings.keep, coding.uid)
    project.write(codings.remove, coding.uid)
    project.write(codings.put_back, kept)
    assert project.read(coding_rows.get, coding.uid).values == values


def test_a_project_adds_a_facet_of_its_own(project, book, coding):
    home = book.facets[0].codebook_uid
    new = own_facets.NewFacet(home, "Doelgroep", "", "nominal", ("jongeren", "ouderen"), many=True)
    project.write(own_facets.add, new)
    made = project.read(facets.rows)[-1]
    assert (made.label_nl, made.label_en, made.many) == ("Doelgroep", "Doelgroep", True)
    both = tuple(FacetValue(made.uid, option_key=option.key) for option in made.options)
    project.write(facets.set_values, coding.uid, both)
    assert set(project.read(coding_rows.get, coding.uid).values) == set(both)
    with pytest.raises(RefusedChange, match="Clear them first"):
        project.write(own_facets.remove, made.uid)


@pytest.mark.parametrize(
    ("label", "options", "words"),
    [
        ("", ("a", "b"), "needs a name"),
        ("Doelgroep", ("a", "a"), "two different options"),
        ("rol", ("a", "b"), "already"),
    ],
)
def test_a_facet_without_name_options_or_with_a_taken_name_is_refused(
    project, book, label, options, words
):
    new = own_facets.NewFacet(book.facets[0].codebook_uid, label, "", "nominal", options)
    with pytest.raises(RefusedChange, match=words):
        project.write(own_facets.add, new)
