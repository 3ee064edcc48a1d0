"""Codes are counted per coder and rolled up; one passage counts once for a branch."""

from __future__ import annotations

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.codebook import code_counts, code_moves, codebook
from qualcode_app.services.coding import coding_acts, coding_rows, codings, marked
from qualcode_app.services.store import journal

N = 64  # parts


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


def in_parts(desk, parts=range(N)):
    return {part: desk.project.read(code_counts.read, part, N) for part in parts}


def test_parts_add_up_to_the_whole(desk):
    found = in_parts(desk)
    assert sum(bool(part.by_text) for part in found.values()) > 1
    assert code_counts.added_up(found.values()) == desk.project.read(code_counts.read)


def test_every_act_names_the_texts_whose_codings_it_wrote(desk):
    empty(desk)
    project = desk.project
    kept = []

    def keep_and_remove(session, uid):
        kept.append(codings.keep(session, uid))
        return codings.remove(session, uid)

    one, two = desk.new(10, 40, "WON-1"), desk.new(10, 40, "WON-2")
    into = desk.codes["RUI-1"]
    acts = [
        (codings.add, one),
        (codings.add, two),
        (codings.recode, one.uid, desk.codes["WON-1a"]),
        (codings.resize, one.uid, TextAnchor(12, 44)),
        (coding_acts.split, two.uid, 20, "5d3b9a52-2c5b-4c9e-8c3f-2d8f7a1f0c11"),
        (codings.set_memo, one.uid, "Een gedachte."),
        (keep_and_remove, one.uid),
        (lambda session: codings.put_back(session, kept[0]),),
        (code_moves.merge, desk.codes["WON-2"], into, journal.new_uid(), "same"),
        (marked.remove, [one.uid, two.uid]),
    ]
    found = in_parts(desk)
    for act, *values in acts:
        changes = project.write(act, *values)
        parts = {code_counts.part_of(uid, N) for uid in changes.texts}
        found |= in_parts(desk, parts)
        whole = project.read(code_counts.read)
        assert code_counts.added_up(found.values()) == whole, act
        assert len(parts) == (0 if act is codings.set_memo else 1), act


def test_codes_in_use_are_known_without_counting(desk):
    counts = desk.project.read(code_counts.read)
    assert desk.project.read(code_counts.used) == counts.by_code.keys()


def test_codings_are_counted_by_text_for_some_codes_and_coders_in_any_number_of_parts(desk):
    empty(desk)
    for start, key in ((10, "WON-1"), (50, "WON-1"), (10, "RUI-1")):
        desk.project.write(codings.add, desk.new(start, start + 30, key))
    text = desk.document.revision_uid
    won = (desk.codes["WON-1"],)
    assert desk.project.read(code_counts.of_texts, (), ()) == {text: 3}
    assert desk.project.read(code_counts.of_texts, won, ()) == {text: 2}
    assert desk.project.read(code_counts.of_texts, won, (desk.other_coder_uid,)) == {}
    parts = [desk.project.read(code_counts.of_texts, won, (), part, 8) for part in range(8)]
    assert [found for found in parts if found] == [{text: 2}]
