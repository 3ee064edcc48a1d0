"""Codes are counted per coder and rolled up; one passage counts once for a branch."""

from __future__ import annotations

from qualcode_app.services.codebook import code_counts, codebook
from qualcode_app.services.coding import coding_rows, codings


def parents(desk) -> dict[str, str | None]:
    return {row.uid: row.parent_uid for row in desk.project.read(codebook.rows)}


def empty(desk) -> None:
    for row in desk.project.read(coding_rows.rows):
        desk.project.write(codings.remove, row.uid)


def test_a_passage_with_a_code_and_its_sub_code_counts_once_for_the_branch(desk):
    empty(desk)
    for key in ("WON-1", "WON-1a", "WON-1b"):
        desk.project.write(codings.add, desk.new(10, 40, key))
    desk.project.write(codings.add, desk.new(50, 80, "WON-1a"))
    counts = desk.project.read(code_counts.read)
    totals = counts.rolled_up(parents(desk))
    assert counts.own(desk.codes["WON-1"]) == 1
    assert totals[desk.codes["WON-1a"]] == 2
    assert totals[desk.codes["WON-1"]] == 2
    assert totals[desk.codes["WON"]] == 2


def test_codes_of_two_branches_on_one_passage_count_in_both_and_once_above(desk):
    empty(desk)
    for key in ("WON-1", "WON-2", "RUI-1"):
        desk.project.write(codings.add, desk.new(10, 40, key))
    totals = desk.project.read(code_counts.read).rolled_up(parents(desk))
    assert [totals[desk.codes[key]] for key in ("WON-1", "WON-2", "WON", "RUI")] == [1, 1, 1, 1]


def test_two_coders_on_one_passage_are_two_and_each_has_an_own_count(desk):
    empty(desk)
    desk.project.write(codings.add, desk.new(10, 40, "WON-1"))
    other = desk.new(10, 40, "WON-1")
    desk.project.write(
        codings.add,
        type(other)(
            other.revision_uid, other.round_uid, desk.other_coder_uid, other.code_uid, other.anchor
        ),
    )
    counts = desk.project.read(code_counts.read)
    assert counts.own(desk.codes["WON-1"]) == 2
    assert counts.own(desk.codes["WON-1"], desk.coder_uid) == 1
    assert counts.rolled_up(parents(desk))[desk.codes["WON"]] == 2
    assert counts.rolled_up(parents(desk), desk.other_coder_uid)[desk.codes["WON"]] == 1


def test_codes_nobody_used_are_left_out(desk):
    empty(desk)
    assert desk.project.read(code_counts.read).rolled_up(parents(desk)) == {}
