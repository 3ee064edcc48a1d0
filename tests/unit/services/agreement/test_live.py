"""Figures while training: only in training rounds, of those who coded the document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode_app.services.agreement import live
from qualcode_app.services.coding import codings


@pytest.fixture
def training(desk) -> str:
    return desk.start_round("training")


def code(desk, round_uid: str, coder: str, start: int, end: int, key: str = "INC-2") -> None:
    new = replace(desk.new(start, end, key), round_uid=round_uid, coder_uid=coder)
    desk.project.write(codings.add, new)


def test_outside_training_there_are_no_figures(desk):
    place = (desk.round_uid, desk.document.uid)
    assert desk.project.read(live.figure, *place) is None


def test_alone_in_a_document_there_is_nothing_to_compare(desk, training):
    place = (training, desk.document.uid)
    assert desk.project.read(live.figure, *place) is None
    code(desk, training, desk.coder_uid, 300, 340)
    assert desk.project.read(live.figure, *place) is None


def test_the_figures_are_those_of_the_two_who_coded_the_document(desk, training):
    one, other = desk.coder_uid, desk.other_coder_uid
    for coder, start in ((one, 300), (other, 320)):
        code(desk, training, coder, start, start + 40)
        code(desk, training, coder, 500, 540, "INC-3")
    uid = desk.codes["INC-3"]
    found = desk.project.read(live.figure, training, desk.document.uid, uid)
    assert len(found.coders) == 2
    assert (found.code_key, found.of_code.value) == ("INC-3", 1)
    assert 0 < found.alpha.value < 1
    code(desk, training, other, 300, 320)  # now both marked the first place, but the second more
    after = desk.project.read(live.figure, training, desk.document.uid, desk.codes["INC-2"])
    assert after.alpha.value > found.alpha.value
    assert after.code_key == "INC-2"
