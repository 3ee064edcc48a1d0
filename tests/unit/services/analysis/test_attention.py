"""Attention by words per theme and group: length does not win, and silence is not counted."""

from __future__ import annotations

from math import isnan

import pytest

from qualcode_app.services.analysis import attention, matrix
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.exporting import attention_tables
from tests.unit.services.analysis.conftest import TEXT

HOMES = "Wij bouwen nieuwe huizen"


@pytest.fixture
def found(corpus_of):
    corpus_of.all_of("Adam", "Bedum", "Cuijk")
    corpus_of.document("Doorn", text=TEXT.rstrip() + " " + TEXT)  # twice as long
    groups = corpus_of.system("Size", Small="Adam Bedum", Large="Doorn", None_read="Cuijk")
    corpus_of.read("Adam", "Bedum", "Doorn")
    corpus_of.code("Adam", "WON-1a", HOMES)
    corpus_of.code("Adam", "WON-2", "nieuwe huizen")  # the same words, once more
    corpus_of.code("Doorn", "WON-1", HOMES)
    corpus_of.code("Doorn", "MOB-1", "De fiets")
    corpus_of.code("Cuijk", "WON-1", HOMES)  # not read
    study = corpus_of.study()
    chosen = Choice(level=1, system_uid=groups[""])
    return corpus_of.project.read(attention.by_group, study, chosen, matrix.counters(study))


def test_words_of_a_theme_are_counted_once_and_shared_by_length(found):
    assert [theme.key for theme in found.themes] == ["WON", "MOB"]
    small, large, unread, everything = found.groups
    assert (small.name, small.n_documents, small.words) == ("Small", 2, (4.0, 0.0))
    assert (large.words, large.n_coded) == ((4.0, 2.0), 6)
    assert small.shares[0] == pytest.approx(large.shares[0]) == pytest.approx(100 * 4 / 44)
    assert everything.words == (8.0, 2.0)
    assert everything.n_words == 5 * 22
    assert unread.n_documents == 1


def test_what_nobody_read_has_no_figure_instead_of_nought(found):
    unread = found.groups[2]
    assert all(isnan(share) for share in unread.shares)
    assert isnan(unread.mean_codes)
    row = attention_tables.themes(found, "en").rows[0]
    assert row[:4] == ["WON", "Housing", 4, pytest.approx(100 * 4 / 44)]
    assert row[6:8] == [None, None]


def test_groups_differ_in_codes_per_document(found):
    small, large = found.groups[:2]
    assert (sorted(small.codes), small.mean_codes) == ([0, 2], 1.0)
    assert large.codes == (1,)  # a code with others below it is no lowest one
    rows = attention_tables.groups(found, "nl").rows
    assert [row[0] for row in rows] == ["Small", "Large", "None_read", "Alle documenten"]
    assert rows[0][5:] == [1.0, 0, 2]
