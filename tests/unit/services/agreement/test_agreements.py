from __future__ import annotations

from math import isnan

import pytest

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, reading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


def by_key(table):
    return {row.code_key: row for row in table.rows}


def characters(project, key, document):
    """The characters each coder marked with a code or one below it, as plain sets."""
    codes = {row.uid: row for row in project.read(codebook.rows)}

    def counts(uid):
        while uid is not None:
            if codes[uid].key == key:
                return True
            uid = codes[uid].parent_uid
        return False

    marked = {row.uid: set() for row in project.read(people.coders)}
    for row in project.read(coding_rows.rows, revision_uid=document.revision_uid):
        if counts(row.code_uid):
            left_out = {i for hole in row.holes for i in range(hole.start, hole.end)}
            marked[row.coder_uid] |= set(range(row.anchor.start, row.anchor.end)) - left_out
    return list(marked.values())


def test_alpha_and_f1_equal_a_literal_count_of_characters(project):
    row = by_key(project.read(agreements.table))["WON-1"]
    both = one = n = 0
    for document in project.read(documents.rows):
        first, second = characters(project, "WON-1", document)
        both += len(first & second)
        one += len(first ^ second)
        n += document.n_chars
    ones = 2 * both + one
    expected = ones * (2 * n - ones) / (2 * n * (2 * n - 1)) * 2
    assert row.f1.value == pytest.approx(2 * both / (2 * both + one))
    assert row.alpha.value == pytest.approx(1 - (one / n) / expected)
    assert row.n_characters == n


def test_only_what_is_marked_as_read_counts(project):
    table = project.read(agreements.table)
    rows = by_key(table)
    assert rows["WON-1"].n_documents == 3
    assert rows["SCV-2"].n_documents == 2  # one coder did not finish this theme in one document
    everything = by_key(project.read(agreements.table, Scope(all_read=True)))
    assert everything["SCV-2"].n_documents == 3
    assert table.n_unfinished_spans >= 1


def test_without_any_status_it_says_so_and_offers_all_read(project):
    coders, (round_, *_) = project.read(people.coders), project.read(people.rounds)
    families = [row.uid for row in project.read(codebook.families)]
    for coder in coders:
        for document in project.read(documents.rows):
            place = Reading(coder.uid, round_.uid, document.uid)
            project.write(reading.set_state, place, families, "not_started")
    with pytest.raises(RefusedChange, match="--all-read"):
        project.read(agreements.table)
    assert project.read(agreements.table, Scope(all_read=True)).rows


def test_one_coder_alone_is_told_what_is_missing(tmp_path):
    with (
        Project.create(tmp_path / "a.qualcode", title="A", coder=NewCoder("E B")) as made,
        pytest.raises(RefusedChange, match="two coders"),
    ):
        made.read(agreements.table)


def test_undefined_comes_with_a_reason(project):
    for row in project.read(agreements.table).rows:
        for number in (row.alpha, row.f1, row.percent, *row.kappas):
            assert isnan(number.value) == bool(number.reason), row.code_key


def test_sub_codes_count_as_their_code_at_the_level_asked(project):
    second, third = (by_key(project.read(agreements.table, Scope(level=n))) for n in (2, 3))
    assert "WON-1a" not in second
    assert "WON-1a" in third
    first = by_key(project.read(agreements.table, Scope(level=1)))
    assert set(first) <= {
        "DEM",
        "WON",
        "RUI",
        "MOB",
        "ECO",
        "ARB",
        "ZOR",
        "BES",
        "DUU",
        "OND",
        "SCV",
        "INC",
        "VEI",
        "BUR",
        "FIN",
        "REST-1",
        "REST-2",
    }


def test_the_order_of_coders_does_not_change_alpha(project):
    table = project.read(agreements.table)
    uids = tuple(row.uid for row in project.read(people.coders))
    other = project.read(agreements.table, Scope(coder_uids=uids[::-1]))
    assert table.pooled.alpha == other.pooled.alpha


def test_holes_are_no_part_of_the_spans(project):
    data = project.read(spans, Scope(all_read=True)).spans
    marked = int((data.end - data.start).sum())
    rows = project.read(coding_rows.rows)
    longest = sum(len(row.anchor) for row in rows)
    holes = sum(len(hole) for row in rows for hole in row.holes)
    assert marked <= longest - holes
    assert holes > 0
