"""Each round has its own set of codes in play."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.people import ReadingStatus
from qualcode_app.services.codebook import active, code_edits, code_state, codebook, versions
from qualcode_app.services.codebook.active import NewActiveSet
from qualcode_app.services.codebook.code_edits import CodeText, NewCode
from qualcode_app.services.coding import reading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout
from qualcode_app.services.teams.handout import Task


def choice(desk, *keys: str) -> NewActiveSet:
    home = desk.project.read(code_edits.codebook_of, desk.codes["WON"])
    chosen = frozenset(desk.codes[key] for key in keys)
    return NewActiveSet(desk.round_uid, home, chosen, "training")


def in_play(desk) -> set[str]:
    rows = desk.project.read(codebook.rows, round_uid=desk.round_uid)
    return {row.key for row in rows if row.is_active}


def test_before_a_choice_the_codes_that_are_on_by_default_are_in_play(desk):
    rows = desk.project.read(codebook.rows, round_uid=desk.round_uid)
    assert {row.uid for row in rows if row.is_active} == {row.uid for row in rows if row.default_on}


def test_a_chosen_code_brings_those_above_it_and_nothing_else(desk):
    desk.project.write(active.choose, choice(desk, "WON-1a", "RUI"))
    assert in_play(desk) == {"WON", "WON-1", "WON-1a", "RUI"}


def test_undo_goes_back_to_the_codes_before(desk):
    before = in_play(desk)
    first, second = choice(desk, "WON"), choice(desk, "RUI")
    desk.project.write(active.choose, first)
    desk.project.write(active.choose, second)
    desk.project.write(active.go_back, second, first.version_uid)
    assert in_play(desk) == {"WON"}
    desk.project.write(active.go_back, first, None)
    assert in_play(desk) == before
    assert len(desk.project.read(versions.listed)) == 1


def test_the_newest_whole_version_is_no_choice_of_codes_for_a_round(desk):
    first = desk.project.read(versions.listed)[0].uid
    desk.project.write(active.choose, choice(desk, "WON", "RUI"))
    assert len(desk.project.read(versions.listed)) == 2
    assert desk.project.read(versions.newest_whole) == first
    retired = {desk.codes["WON-2"]: {"status": "retired"}}
    desk.project.write(code_state.change_codes, "codebook.retire", retired, "not used")
    home = desk.project.read(code_edits.codebook_of, desk.codes["WON"])
    fixed = "00000000-0000-4000-8000-00000000000b"
    desk.project.write(versions.fix, home, fixed, "without them")
    assert desk.project.read(versions.newest_whole) == fixed


def test_only_the_families_of_the_round_are_read_and_with_its_version(desk):
    new = choice(desk, "WON-1", "RUI-2")
    desk.project.write(active.choose, new)
    home = new.codebook_uid
    desk.project.write(versions.fix, home, "00000000-0000-4000-8000-00000000000a", "later")
    place = Reading(desk.coder_uid, desk.round_uid, desk.document.uid)
    assert set(desk.project.read(reading.states, place)) == {desk.codes["WON"], desk.codes["RUI"]}
    desk.project.write(reading.mark_done, place)
    query = select(ReadingStatus.codebook_version_uid).where(
        ReadingStatus.family_uid == desk.codes["WON"],
        ReadingStatus.document_uid == desk.document.uid,
        ReadingStatus.coder_uid == desk.coder_uid,
    )
    assert desk.project.read(lambda session: session.scalar(query)) == new.version_uid
    with pytest.raises(RefusedChange, match="read with this version"):
        desk.project.write(active.go_back, new, None)


def test_a_draft_made_later_is_in_play(desk):
    new = choice(desk, "WON")
    desk.project.write(active.choose, new)
    text = CodeText("WON-77", "Woonboten", "Houseboats", "WON:1")
    made = NewCode(new.codebook_uid, desk.codes["WON"], text)
    desk.project.write(code_edits.add, made, "")
    assert in_play(desk) == {"WON", "WON-77"}


def test_a_file_handed_out_has_the_codes_of_the_round_and_of_its_families_only(desk, tmp_path):
    desk.project.write(active.choose, choice(desk, "WON-1", "RUI-2"))
    for families, keys in (((), {"WON", "WON-1", "RUI", "RUI-2"}), (("WON",), {"WON", "WON-1"})):
        path = tmp_path / f"task-{len(families)}.qualcode"
        chosen = tuple(desk.codes[key] for key in families)
        handout.hand_out(
            desk.project, path, Task(desk.other_coder_uid, (desk.document.uid,), chosen)
        )
        with Project.open(path) as theirs:
            rows = theirs.read(codebook.rows, round_uid=desk.round_uid)
            assert {row.key for row in rows if row.is_active} == keys


def test_a_round_without_codes_is_refused(desk):
    with pytest.raises(RefusedChange, match="needs codes"):
        desk.project.write(active.choose, choice(desk))
