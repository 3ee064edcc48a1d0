"""The passages behind a figure, and what is computed only when looked at."""

from __future__ import annotations

from math import isnan

import pytest

from qualcode_app import __version__
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.agreement import agreement_details, agreements, program_panels
from qualcode_app.services.agreement.agreement_passages import Behind, Kind, passages
from qualcode_app.services.agreement.agreement_words import methods_sentence
from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents


@pytest.fixture
def found(project):
    return project.read(spans, Scope())


def uid(found, key):
    return next(row.uid for row in found.codes if row.key == key)


def test_disagreeing_characters_of_all_passages_are_those_behind_alpha(project, found):
    table = agreements.tabulate(found)
    for row in table.rows:
        behind = project.read(passages, found, Behind(row.code_uid))
        total = sum(each.n_disagreeing for each in behind.rows)
        both = (sum(row.n_marked) - total) / 2
        if not row.f1.reason:
            assert row.f1.value == pytest.approx(2 * both / sum(row.n_marked)), row.code_key


def test_the_largest_disagreement_comes_first_with_its_words(project, found):
    behind = project.read(passages, found, Behind(uid(found, "WON-1")))
    sizes = [row.n_disagreeing for row in behind.rows]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(behind.n_of_kind.values()) == behind.n_all == len(behind.rows)
    for row in behind.rows:
        text = project.read(documents.text, row.revision_uid)
        assert row.quote == " ".join(text[row.anchor.start : row.anchor.end].split())


def test_each_kind_of_difference_is_what_the_bars_show(project, found):
    for row in project.read(passages, found, Behind(document=0)).rows:
        marked = [bool(bar.pieces) for bar in row.bars if bar.counts]
        match row.kind:
            case Kind.BOUNDARY:
                assert all(marked)
                assert 0 < row.overlap < 1
            case Kind.ONLY:
                assert not row.other_uids
            case _:
                assert row.other_uids
        assert any(marked)


def test_a_cell_of_the_confusion_opens_only_its_own_passages(project, found):
    table = agreement_details.confused(found)
    size = len(table.uids)
    at = max(
        ((i, j) for i in range(size) for j in range(size) if i != j),
        key=lambda cell: table.characters[cell[0]][cell[1]],
    )
    assert table.characters[at[0]][at[1]] > 0
    one, other = table.uids[at[0]], table.uids[at[1]]
    behind = project.read(passages, found, Behind(one, other_uid=other))
    assert behind.rows
    assert all(other in row.other_uids for row in behind.rows)


def test_a_code_against_its_own_sub_code_is_parent_against_child(desk):
    def code(coder: str, key: str) -> None:
        anchor = TextAnchor(5, 45)
        new = NewCoding(desk.document.revision_uid, desk.round_uid, coder, desk.codes[key], anchor)
        desk.project.write(codings.add, new)

    code(desk.coder_uid, "WON-1")
    code(desk.other_coder_uid, "WON-1a")
    found = desk.project.read(spans, Scope(level=3, all_read=True))
    behind = desk.project.read(passages, found, Behind(uid(found, "WON-1")))
    assert [r.kind for r in behind.rows if r.anchor.start == 5] == [Kind.PARENT_CHILD]


def test_where_and_what_have_values_although_some_themes_are_unread(found):
    got = agreement_details.where_and_what(found)
    for number in (got.where, got.what, got.label_sets):
        assert -1 <= number.value <= 1


def test_drift_follows_the_order_of_coding(project, found):
    points = project.read(agreement_details.drift, found)
    moments = [point.coded_at for point in points]
    assert moments == sorted(moments)
    by_document = agreements.tabulate(found).by_document
    for point in points:
        assert point.alpha.value == pytest.approx(by_document[point.document].alpha.value)


def test_other_programs_are_named_with_their_formulas(found):
    lines = program_panels.other_programs(found, (0, 1))
    programs = ["NVivo", "MAXQDA", "ATLAS.ti", "ReCal2", "KALPHA"]
    assert list(dict.fromkeys(line.program for line in lines)) == programs
    for line in lines:
        assert line.formula
        assert isnan(line.figure.value) == bool(line.figure.reason)


def test_nvivos_lines_hold_every_character_of_their_document_once(found):
    lines = program_panels.nvivo_lines(found, (0, 1))
    lengths = dict(zip(found.document_titles, found.characters.lengths.tolist(), strict=True))
    assert lines
    for line in lines:
        both, first, second, neither = line.characters
        assert sum(line.characters) == lengths[line.document]
        assert line.percent == pytest.approx((both + neither) / sum(line.characters))
        assert both + first + second > 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_methods_sentence_names_counts_interval_and_version(project, language):
    table = project.read(agreements.table)
    said = methods_sentence(table, language)
    assert __version__ in said
    for name in table.coders:
        assert name in said
    alpha = f"{table.pooled.alpha.value:.3f}"
    assert (alpha.replace(".", ",") if language == "nl" else alpha) in said
    assert "jackknife" in said
