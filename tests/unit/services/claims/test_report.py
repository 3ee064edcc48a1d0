"""A report that contradicts itself in fifteen ways, written theme by theme by several hands.

Every test stands for one line of a table of contradictions found in a printed report: places
and sentences are invented, what clashes and the check that has to find it are not. A finding is
kept when its theme was coded; what clashes with it was coded later, for another theme.
"""

from __future__ import annotations

from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.cases import case_edits
from qualcode_app.services.claims.contradiction import Check
from qualcode_app.services.claims.recheck import State
from tests.unit.services.claims.conftest import PLACES

GAS, HUUR = "De huur blijft laag", "Starters krijgen voorrang"


def one(found, check: Check, *words: str):
    """Return the only contradiction of a check whose sentence has these words."""
    fits = [each for each in found if each.check == check]
    fits = [each for each in fits if all(word in each.what.label_nl for word in words)]
    assert len(fits) == 1, [(each.check.value, each.what.label_nl) for each in found]
    return fits[0]


def test_line_1_a_place_that_was_not_analysed(report):
    report.project.write(case_edits.add_case, "Zandvoorde")
    uid = report.keep(Kind.NONE_OF, "WRK-2", says="Sancties ontbreken in Akkerveen en Zandvoorde.")
    found = one(report.clashes(), Check.OUTSIDE, "Zandvoorde")
    assert found.claim_uids == (uid,)
    assert [side.said.label_nl for side in found.sides][1] == "Zandvoorde: buiten het corpus"


def test_line_2_evidence_from_places_outside_the_list_and_a_wrong_denominator(report):
    coding = report.code("Florisburg", "ZRG-2")
    report.code("Beekdam", "ZRG-2")
    uid = report.keep(
        Kind.ALL_OF,
        "ZRG-2",
        says="Twee van de zeven colleges, Beekdam en Florisburg, kiezen voor de regio.",
        evidence=((coding, "example"),),
    )
    report.out("Florisburg", "niet op de lijst")
    clashes = [each for each in report.clashes() if each.check == Check.OUTSIDE]
    assert {each.claim_uids for each in clashes} == {(uid,)}
    assert all("Florisburg" in each.what.label_nl for each in clashes)
    (picked,) = (each for each in clashes if each.sides[1].coding_uids)
    assert report.quotes_of(picked.sides[1]) == ["Wij bouwen nieuwe huizen"]
    wrong = one(report.clashes(), Check.COUNT, "Twee van de zeven")
    assert wrong.what.label_en == "The sentence says Twee van de zeven; what was found is 2 of 6."


def test_line_3_absent_here_and_present_by_a_code_below(report):
    here = (report.documents["Corvendam"],)
    report.keep(Kind.NONE_OF, "SCH-1", document_uids=here, says="Corvendam zwijgt over schulden.")
    report.code("Corvendam", "SCH-1a", HUUR)
    report.code("Akkerveen", "SCH-1a", HUUR)
    report.keep(Kind.ALL_OF, "SCH-1a", says="Akkerveen en Corvendam noemen schulden van jongeren.")
    found = one(report.clashes(), Check.ABSENCE, "Corvendam")
    assert [side.said.label_nl for side in found.sides] == [
        "Corvendam zwijgt over schulden.",
        "Akkerveen en Corvendam noemen schulden van jongeren.",
    ]
    assert report.quotes_of(found.sides[1]) == [HUUR]


def test_line_4_nothing_on_two_themes_and_quoted_on_one(report):
    here = (report.documents["Duinrijk"],)
    report.keep(Kind.NONE_OF, "SCH-1", "SCH-2", document_uids=here, says="Duinrijk zegt niets.")
    report.code("Duinrijk", "SCH-2a", GAS)
    report.keep(Kind.ALL_OF, "SCH-2a", says="Duinrijk wil dat “de huur blijft laag”.")
    found = one(report.clashes(), Check.ABSENCE, "Duinrijk", "Minimabeleid")
    assert report.quotes_of(found.sides[1]) == [GAS]


def test_line_5_only_three_and_several_more(report):
    for name in PLACES[:3]:
        report.code(name, "WRK-1")
    said = "Beschut werk komt alleen in drie steden voor."
    uid = report.keep(Kind.ALL_OF, "WRK-1", says=said)
    for name in PLACES[3:5]:
        report.code(name, "WRK-1", GAS)
    found = one(report.clashes(), Check.ONLY, "Duinrijk en Elzerwoud")
    assert found.claim_uids == (uid,)
    assert report.names_of(found.sides[1]) == ["Duinrijk", "Elzerwoud"]


def test_line_6_only_one_and_one_of_the_exceptions(report):
    report.code("Elzerwoud", "WON-2")
    first = report.keep(Kind.ALL_OF, "WON-2", says="Alleen in Elzerwoud wordt dit gekoppeld.")
    report.code("Beekdam", "WON-2", HUUR)
    second = report.keep(Kind.ALL_OF, "WON-2", says="Elzerwoud is een van de uitzonderingen.")
    found = one(report.clashes(), Check.ONLY, "ook in Beekdam")
    assert found.claim_uids == (first, second)
    assert report.quotes_of(found.sides[1]) == [HUUR]


def test_line_7_nobody_and_yet_two(report):
    report.keep(Kind.NONE_OF, "ZRG-1", says="Nergens wordt verward gedrag genoemd.")
    report.code("Akkerveen", "ZRG-1a")
    report.code("Florisburg", "ZRG-1")
    found = one(report.clashes(), Check.ABSENCE, "Akkerveen en Florisburg")
    assert report.names_of(found.sides[1]) == ["Akkerveen", "Florisburg"]


def test_line_8_cooperation_only_in_one_and_reconsidered_in_another(report):
    report.code("Beekdam", "ZRG-2")
    report.keep(Kind.ALL_OF, "ZRG-2")
    report.code("Corvendam", "ZRG-2", GAS)
    report.keep(Kind.PROFILE, document_uids=(report.documents["Corvendam"],))
    found = one(report.clashes(), Check.ONLY, "Corvendam")
    assert found.sides[0].said.label_nl.startswith("Alleen in Beekdam")
    assert report.quotes_of(found.sides[1]) == [GAS]


def test_line_9_the_others_say_nothing_and_one_of_them_does(report):
    for name in PLACES[:4]:
        report.code(name, "WON-1")
    uid = report.keep(Kind.ALL_OF, "WON-1")
    report.figure("Elzerwoud", "WON-1", "33", "sociale huur", 2022, GAS)
    found = one(report.clashes(), Check.COMPLEMENT, "Elzerwoud")
    assert found.claim_uids == (uid,)
    assert report.quotes_of(found.sides[1]) == [GAS]


def test_line_10_one_year_for_two_different_targets(report):
    report.figure("Florisburg", "DUU-1a", "100", "zonder gas", 2031, GAS)
    report.figure("Florisburg", "DUU-1b", "100", "zonder uitstoot", 2031, HUUR)
    found = one(report.clashes(), Check.NUMBER, "Florisburg", "2031")
    assert "heeft 100 %" in found.what.label_nl
    assert [report.quotes_of(side) for side in found.sides] == [[HUUR], [GAS]]


def test_line_11_one_place_in_two_groups(report):
    report.system("Grootte", Stad="Akkerveen Beekdam Corvendam", Dorp="Duinrijk Corvendam")
    found = one(report.clashes(), Check.GROUP, "Corvendam", "Stad en Dorp")
    assert [side.document_uids for side in found.sides] == [(report.documents["Corvendam"],)] * 2


def test_line_11_a_sentence_that_calls_a_place_by_another_group(report):
    report.system("Grootte", Stad="Akkerveen Beekdam", Platteland="Duinrijk Corvendam")
    says = "Plattelandsgemeenten als Akkerveen leggen snel internet aan."
    uid = report.keep(Kind.ALL_OF, "WRK-1", says=says)
    found = one(report.clashes(), Check.GROUP, "Akkerveen", "Platteland", "Stad")
    assert found.claim_uids == (uid,)


def test_line_12_a_claim_on_a_group_that_its_matrix_does_not_bear_out(report):
    groups = report.system("Grootte", Midden="Akkerveen Beekdam", Dorp="Duinrijk Elzerwoud")
    report.code("Akkerveen", "SCH-1")
    uid = report.keep(
        Kind.NONE_OF,
        "SCH-1",
        "SCH-2",
        group_uid=groups["Midden"],
        says="Sommige middelgrote plaatsen besteden geen aandacht aan schulden.",
    )
    report.code("Beekdam", "SCH-2", HUUR)
    found = one(report.clashes(), Check.MATRIX, "Beekdam")
    assert found.claim_uids == (uid,)
    assert report.stands(uid).state == State.CHANGED
    assert report.quotes_of(found.sides[1]) == [HUUR]


def test_line_13_a_complement_that_depends_on_where_a_code_stands(report):
    for name in PLACES[:4]:
        report.code(name, "ZRG-3")
    report.keep(Kind.ALL_OF, "ZRG-3")
    report.code("Elzerwoud", "ZRG-4", GAS)
    assert report.clashes() == ()  # beside the code: by the codebook it is something else
    report.code("Florisburg", "ZRG-3a", GAS)
    found = one(report.clashes(), Check.COMPLEMENT, "Florisburg")
    assert report.quotes_of(found.sides[1]) == [GAS]


def test_line_14_one_finding_in_two_wordings(report):
    first = report.keep(Kind.NONE_OF, "WON-3", says="Niemand vraagt wie de waardestijging betaalt.")
    second = report.keep(
        Kind.ALL_OF, "WON-3", says="Niemand vraagt wie de waardevermindering betaalt."
    )
    found = one(report.clashes(), Check.WORDING)
    assert found.claim_uids == (first, second)
    assert "“waardestijging” en “waardevermindering”" in found.what.label_nl


def test_line_15_labels_that_are_nearly_those_of_the_codebook(report):
    first = report.keep(Kind.ALL_OF, "WON", says="Toekomstbestending wonen staat in geen van zes.")
    second = report.keep(Kind.ALL_OF, "ZRG-5", says="Over ‘Informeel inzet’ zegt niemand iets.")
    clashes = report.clashes()
    assert one(clashes, Check.LABEL, "Toekomstbestending wonen").claim_uids == (first,)
    found = one(clashes, Check.LABEL, "Informeel inzet")
    assert found.claim_uids == (second,)
    assert found.sides[1].said.label_nl == "Informele inzet"


def test_a_report_that_fits_has_no_contradictions(report):
    groups = report.system("Grootte", Stad="Akkerveen Beekdam Corvendam", Dorp="Duinrijk Elzerwoud")
    for name in PLACES[:2]:
        report.code(name, "SCH-1a")
    for kind in (Kind.ALL_OF, Kind.NONE_OF):
        report.keep(kind, "SCH-1")
        report.keep(kind, "SCH-2")
        report.keep(kind, "SCH-1", group_uid=groups["Stad"])
    report.keep(Kind.GROUPS, "SCH-1", system_uid=groups[""])
    report.keep(Kind.PROFILE, document_uids=(report.documents["Akkerveen"],))
    report.keep(Kind.ONLY, document_uids=(report.documents["Akkerveen"],))
    report.keep(Kind.RARE, at_most=2)
    report.keep(Kind.ROOM, "SCH-1")
    report.keep(Kind.TOGETHER, "SCH-1", "SCH-2")
    english = report.says(Kind.ALL_OF, "SCH-1")[1]
    report.keep(Kind.ALL_OF, "SCH-1", says=english)
    assert [each.what.label_nl for each in report.clashes()] == []
    assert {row.state for row in report.register().rows} == {State.TRUE}
