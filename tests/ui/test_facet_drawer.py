"""More of a coding in the real window: numbers of the passage, instruments, new or continued."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from qualcode_app.domain import facets as rules
from qualcode_app.domain import numbers as reading
from qualcode_app.ui.widgets.segments import Segment
from tests.ui.facet_tools import code_words, numbers, open_kreekenburg, press, values


@pytest.fixture
def space(hand):
    return open_kreekenburg(hand)


@pytest.fixture
def code_it(hand, space):
    return partial(code_words, hand)


def numbered_coding(hand, space) -> str:
    """Make active a coding of a passage with numbers."""
    row = next(
        row
        for row in space.listed.model.rows()
        if any(each.isdecimal() for each in row.quote.replace(".", "").split())
    )
    space.hand.show_coding(row.uid)
    return row.uid


def test_f_proposes_numbers_and_enter_takes_them(hand, space, qtbot):
    uid = numbered_coding(hand, space)
    press(hand, "M", "F")
    entry = space.drawer.entry
    assert space.drawer.isVisible()
    assert entry.fields["value"].hasFocus()
    proposed = entry.fields["value"].text()
    assert proposed
    qtbot.keyClick(entry.fields["value"], Qt.Key.Key_Return)
    (number,) = numbers(hand, uid)
    shown = rules.numbered(number)
    assert proposed in shown
    assert space.drawer.entry.fields["value"].text() != proposed
    qtbot.keyClick(space.drawer.entry.fields["value"], Qt.Key.Key_Escape)
    assert not space.drawer.isVisible()
    assert hand.view.hasFocus()


def test_each_number_of_the_passage_can_be_put_into_the_fields(hand, space, qtbot):
    """The first is not always the one that is meant."""
    hand.window.resize(1280, 800)
    row = next(row for row in space.listed.model.rows() if len(reading.read(row.quote)) > 1)
    space.hand.show_coding(row.uid)
    press(hand, "M", "F")
    drawer = space.drawer
    chips = [each for each in drawer.findChildren(QPushButton) if each.property("kind") == "chip"]
    assert len(chips) == len(reading.read(row.quote))
    qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    value = drawer.entry.fields["value"]
    assert value.hasFocus()
    assert chips[1].text().removeprefix("≥ ").removeprefix("≤ ").startswith(value.text())
    qtbot.keyClick(value, Qt.Key.Key_Return)
    assert [rules.numbered(number) for number in numbers(hand, row.uid)] == [chips[1].text()]


def segments_in(drawer) -> list[Segment]:
    return [each for each in drawer.findChildren(Segment) if each.isVisible()]


def test_more_leaves_the_passage_in_sight_and_cuts_no_words(hand, space, code_it, qtbot):
    hand.window.resize(1280, 800)
    uid = code_it("WON-2")
    row = next(row for row in space.listed.model.rows() if row.uid == uid)
    bar, view = space.page.view.verticalScrollBar(), space.page.view
    place = view.scene.place_px(row.anchor)
    bar.setValue(round(place.bottom - view.viewport().height()) + 4)  # at the lower edge
    press(hand, "F")
    qtbot.waitUntil(lambda: segments_in(space.drawer) != [])

    def is_in_sight() -> None:
        top, height = bar.value(), view.viewport().height()
        assert top <= view.scene.place_px(row.anchor).top < top + height

    qtbot.waitUntil(is_in_sight)
    shown = segments_in(space.drawer)
    assert [each.words.text for each in shown if each.width() < each.needed_px] == []


def test_a_number_can_be_typed_and_taken_away(hand, space, code_it, qtbot):
    uid = code_it()
    press(hand, "M", "F")
    fields = space.drawer.entry.fields
    for key, typed in (("value", "8 tot 48"), ("unit", "euro"), ("year", "2030")):
        fields[key].setFocus()
        fields[key].clear()
        qtbot.keyClicks(fields[key], typed)
    qtbot.keyClick(fields["year"], Qt.Key.Key_Return)
    (number,) = numbers(hand, uid)
    assert (number.value_min, number.value_max) == (Decimal(8), Decimal(48))
    assert (number.unit, number.year) == ("euro", 2030)
    space.drawer.value_dropped.emit(number)
    assert numbers(hand, uid) == ()


def test_what_is_no_number_is_refused_in_words(hand, space, code_it, qtbot):
    code_it()
    press(hand, "M", "F")
    field = space.drawer.entry.fields["value"]
    field.clear()
    qtbot.keyClicks(field, "veel")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "No number can be read here" in space.page.message.sentence.text()


def test_instruments_go_together_and_new_or_continued_does_not(hand, space, code_it, qtbot):
    uid = code_it()
    press(hand, "M", "F")

    def click(value: str) -> None:
        QApplication.processEvents()  # what the drawer shows now
        for group in space.drawer.findChildren(type(space.strip.facets.groups[0].group)):
            for segment in group.segments:
                if segment.words.value == value and segment.isVisible():
                    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
                    return
        raise AssertionError(value)

    for value in ("money", "staff", "new", "continued"):
        click(value)
    assert values(hand, uid)["instrument"] == {"money", "staff"}
    assert values(hand, uid)["continuity"] == {"continued"}
