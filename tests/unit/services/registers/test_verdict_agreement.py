"""Agreement on verdicts: per scale, nominal and ordinal, with the propositions behind it."""

from __future__ import annotations

import krippendorff
import numpy as np
import pytest

from qualcode_app.services.agreement.agreement_passages import Kind
from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.registers import verdict_agreement
from qualcode_app.services.store import people

# Proposition, document, what the first coder says, what the second one says.
SAID = [
    ("P0166", 0, "absent", "absent"),
    ("P0166", 1, "not_applicable", "absent"),
    ("P1150", 0, "adopted", "absent"),
    ("P1150", 1, "adopted", "adopted"),
    ("P0166", 2, "absent", "absent"),
    ("P1150", 2, "absent", None),
]


@pytest.fixture
def judged(judge):
    """Two coders' verdicts on the same propositions; one is missing."""
    coders = judge.project.read(people.coders)
    for at, coder in enumerate(coders[:2]):
        judge.coder = coder
        judge.project.author_uid = coder.uid
        for number in range(3):
            judge.read(number)
        for key, document, *said in SAID:
            match said[at]:
                case "adopted":
                    uid = judge.passage(key, document, concreteness=3)
                    judge.judge(key, document, "adopted", evidence=frozenset({uid}))
                case "absent":
                    judge.absent(key, document)
                case "not_applicable":
                    judge.judge(key, document, "not_applicable")
    return judge


def lines(judge):
    found = judge.project.read(spans, Scope(all_read=True))
    return found, judge.project.read(verdict_agreement.lines, found)


def test_verdicts_give_the_alpha_of_another_library_on_both_levels(judged):
    _, rows = lines(judged)
    options = {"absent": 0, "partly": 1, "adopted": 2, "not_applicable": 9, None: np.nan}
    values = np.array([[options[row[2]] for row in SAID], [options[row[3]] for row in SAID]])
    nominal = krippendorff.alpha(reliability_data=values, level_of_measurement="nominal")
    ranked = np.where(values == 9, np.nan, values)
    ordinal = krippendorff.alpha(reliability_data=ranked, level_of_measurement="ordinal")
    assert [row.alpha.value for row in rows] == pytest.approx([nominal, ordinal])
    assert [row.coefficient for row in rows] == [
        "Krippendorff's alpha (nominal)",
        "Krippendorff's alpha (ordinal)",
    ]
    assert (rows[0].n_units, rows[0].n_apart, rows[0].n_documents) == (5, 2, 3)


def test_behind_a_figure_lie_the_propositions_with_other_verdicts(judged):
    found, rows = lines(judged)
    behind = judged.project.read(verdict_agreement.passages, found, rows[0].uid)
    assert behind.n_of_kind == {Kind.OTHER_VALUE: 2}
    apart = {row.quote.split()[0]: [bar.said for bar in row.bars] for row in behind.rows}
    assert apart == {
        "P1150": ["overgenomen", "afwezig"],
        "P0166": ["n.v.t.", "afwezig"],
    }
    with_evidence = next(row for row in behind.rows if row.quote.startswith("P1150"))
    assert with_evidence.anchor.start > 300  # the passage that the first coder ticked
    english = judged.project.read(verdict_agreement.passages, found, rows[0].uid, "en")
    assert "absent" in {bar.said for row in english.rows for bar in row.bars}


def test_a_register_that_one_coder_used_has_no_line(judge):
    judge.read(0)
    judge.absent("P0166", 0)
    assert lines(judge)[1] == ()
