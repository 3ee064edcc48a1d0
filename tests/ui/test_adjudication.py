"""The adjudication work space by mouse and keys: from place to place, each with one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from qualcode_app import paths
from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.formats import codebook_json
from qualcode_app.services.adjudication import consensus
from qualcode_app.services.adjudication.board import State
from qualcode_app.services.adjudication.places import Kind
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import area_codings, coding_rows, codings
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.registers import judgements, loading, propositions
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.store import people
from qualcode_app.ui.widgets.words import ActionKey
from qualcode_app.ui.wording import label

LONG_MS = 30_000
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def space(window, qtbot):
    window.actions_["space_adjudication"].trigger()
    space = window.view.adjudication_space
    qtbot.waitUntil(lambda: space.panel.current() is not None, timeout=LONG_MS)
    return space


def outcome(window):
    """What the consensus says, as code and place."""
    uid = window.workspace.read(consensus.coder_uid)
    rows = window.workspace.read(coding_rows.rows, coder_uids=[uid])
    return {(row.code_uid, row.anchor) for row in rows}


def state(space, place):
    return space.panel.model.board.state(place)


def press(qtbot, space, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(space.panel.list, key, modifier)


def test_a_digit_takes_what_that_coder_says_and_moves_on(window, qtbot, space):
    place = space.panel.current()
    press(qtbot, space, Qt.Key.Key_1)
    said = place.of_coder(place.coder_uids[0])
    assert outcome(window) == {(one.code_uid, one.anchor) for one in said}
    assert state(space, place) is State.DECIDED
    assert space.panel.current() is not place
    assert space.panel.progress.text().startswith("1 of ")


def test_undo_takes_the_decision_back_and_goes_to_its_place(window, qtbot, space):
    place = space.panel.current()
    press(qtbot, space, Qt.Key.Key_1)
    press(qtbot, space, Qt.Key.Key_N)
    window.actions_["undo"].trigger()
    assert not outcome(window)
    assert space.panel.current() is place
    window.actions_["redo"].trigger()
    assert state(space, place) is State.DECIDED


def test_both_none_and_discuss_are_one_key_each(window, qtbot, space, answers):
    first = space.panel.current()
    press(qtbot, space, Qt.Key.Key_A)
    second = space.panel.current()
    press(qtbot, space, Qt.Key.Key_X)
    third = space.panel.current()
    answers.lines = ["Is dit een maatregel?"]
    press(qtbot, space, Qt.Key.Key_M)
    assert {code for code, _ in outcome(window)} == {one.code_uid for one in first.said}
    assert state(space, second) is State.DECIDED
    assert state(space, third) is State.DISCUSS
    words = [memo.text for memo in window.workspace.read(memo_rows.rows)]
    assert "Is dit een maatregel?" in words
    space.panel.mark(third)
    shown = [each.text() for each in space.decision.findChildren(QLabel)]
    assert any("Is dit een maatregel?" in words for words in shown)


def test_next_and_previous_leave_everything_as_it_is(window, qtbot, space):
    place = space.panel.current()
    press(qtbot, space, Qt.Key.Key_N)
    assert space.panel.current() is not place
    press(qtbot, space, Qt.Key.Key_P)
    assert space.panel.current() is place
    assert not outcome(window)


def test_a_changed_outcome_takes_other_words_from_the_page(window, qtbot, space):
    place = next(p for p in space.panel.model.board.differences if Kind.BOUNDARY in p.kinds)
    space.panel.mark(place)
    press(qtbot, space, Qt.Key.Key_E)
    editor = space.decision.editor
    assert editor.isVisible()
    chosen = TextAnchor(place.anchor.start, place.anchor.start + 20)
    space.page.view.select(chosen)
    qtbot.mouseClick(editor.keep_button, Qt.MouseButton.LeftButton)
    ((code, anchor),) = outcome(window)
    assert code == place.said[0].code_uid
    assert anchor.start == chosen.start
    assert anchor.end in {chosen.end, chosen.end - 1}
    assert not editor.isVisible()
    assert state(space, place) is State.DECIDED


def test_an_edited_facet_belongs_to_the_consensus_alone(window, qtbot, space):
    place = space.panel.current()
    before = window.workspace.read(coding_rows.get, place.said[0].uid)
    press(qtbot, space, Qt.Key.Key_E)
    editor = space.decision.editor
    (role, *_) = space._book.questions(editor.drafts()[0])
    group = editor._facets.itemAt(1).widget()
    wanted = next(o.key for o in role.options if o.key not in role.chosen_keys)
    group.chosen.emit(wanted)
    qtbot.mouseClick(editor.keep_button, Qt.MouseButton.LeftButton)
    uid = window.workspace.read(consensus.coder_uid)
    (row,) = window.workspace.read(coding_rows.rows, coder_uids=[uid])
    assert wanted in {value.option_key for value in row.values}
    assert window.workspace.read(coding_rows.get, place.said[0].uid) == before


def test_all_that_is_equal_is_taken_over_in_one_act_and_undone_in_one(window, qtbot, space):
    equal = space.panel.model.board.equal
    assert str(len(equal)) in space.panel.equal_button.text()
    press(qtbot, space, Qt.Key.Key_A, CTRL | SHIFT)
    said = {(one.code_uid, one.anchor) for place in equal for one in place.said}
    qtbot.waitUntil(lambda: window.workspace.undo_stack.count() == 1, timeout=LONG_MS)
    assert outcome(window) == said
    assert not space.panel.equal_button.isEnabled()
    told = window.status.last_act.text()
    assert told.startswith(f"{len(equal)} equal places taken over, {len(said)} codings in ")
    window.actions_["undo"].trigger()
    assert not outcome(window)
    assert space.isVisible()
    qtbot.waitUntil(space.panel.equal_button.isEnabled, timeout=LONG_MS)


def test_the_largest_difference_comes_first_on_request(space):
    space.panel.order.setCurrentIndex(1)
    space.panel.order.activated.emit(1)
    sizes = [line.place.n_differing for line in space.panel.model.lines]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 3


def test_one_code_can_be_worked_down_alone(space):
    uid = space.panel.code.itemData(1)
    space.panel.code.setCurrentIndex(1)
    space.panel.code.activated.emit(1)
    lines = space.panel.model.lines
    assert lines
    assert all(uid in {one.code_uid for one in line.place.said} for line in lines)


def test_the_page_shows_the_marks_of_the_coders_as_bars(qtbot, space):
    place = next(p for p in space.panel.model.board.differences if Kind.BOUNDARY in p.kinds)
    space.panel.mark(place)
    scene = space.page.view.scene
    shown = {uid for uid in place.members if scene.highlights.get(uid)}
    assert shown == place.members
    colours = {scene.highlights.get(one.uid).stripe for one in place.said}
    assert len(colours) == len({one.coder_uid for one in place.said})


def test_buttons_do_what_keys_do(window, qtbot, space):
    place = space.panel.current()
    qtbot.mouseClick(space.decision.blocks[1].button, Qt.MouseButton.LeftButton)
    said = place.of_coder(place.coder_uids[1])
    assert outcome(window) == {(one.code_uid, one.anchor) for one in said}


def test_a_silent_coder_cannot_be_taken(window, qtbot, space):
    place = next(p for p in space.panel.model.board.differences if p.kinds == {Kind.ONLY})
    space.panel.mark(place)
    silent = next(n for n, uid in enumerate(place.coder_uids) if not place.of_coder(uid))
    assert not space.decision.blocks[silent].button.isEnabled()
    with qtbot.waitSignal(window.workspace.failed):
        press(qtbot, space, Qt.Key(Qt.Key.Key_1 + silent))
    assert not outcome(window)


def test_the_consensus_is_nobody_to_code_as(window, qtbot, space):
    press(qtbot, space, Qt.Key.Key_1)
    names = [action.text() for action in window.bar.coder.coders_menu.actions()]
    kinds = {coder.name: coder.kind for coder in window.workspace.read(people.coders)}
    assert "consensus" in kinds.values()
    assert not [name for name in names if kinds.get(name) == "consensus"]


def test_a_coding_changed_elsewhere_opens_its_place_again(window, qtbot, space):
    place = space.panel.current()
    press(qtbot, space, Qt.Key.Key_1)
    one = place.said[0]
    window.actions_["space_coding"].trigger()
    shorter = TextAnchor(one.anchor.start, one.anchor.end - 5)
    window.workspace.write(codings.resize, one.uid, shorter)
    window.actions_["space_adjudication"].trigger()
    board = space.panel.model
    qtbot.waitUntil(
        lambda: any(
            one.uid in line.place.members and board.state(line) is State.CHANGED
            for line in board.lines
        ),
        timeout=LONG_MS,
    )


def test_progress_is_kept_when_the_project_is_opened_again(window, qtbot, space, project_file):
    press(qtbot, space, Qt.Key.Key_1)
    press(qtbot, space, Qt.Key.Key_X)
    assert window.desk.open(Path(project_file))
    window.actions_["space_adjudication"].trigger()
    panel = window.view.adjudication_space.panel
    qtbot.waitUntil(lambda: panel.current() is not None, timeout=LONG_MS)
    assert panel.progress.text().startswith("2 of ")


def test_the_regions_are_walked_by_f6(window, qtbot, space):
    assert list(window.regions()) == space.regions
    window.actions_["next_region"].trigger()
    assert QApplication.focusWidget() is not None
    assert space.panel.list.viewport().rect().contains(QPoint(1, 1))


@pytest.fixture
def drawn(window):
    """Two coders who drew another area around one table of the first document."""
    workspace = window.workspace
    document = workspace.read(documents.rows)[0]
    code = next(row.uid for row in workspace.read(codebook.rows) if row.level == 2)
    for coder, bottom in zip(workspace.coders(), (420, 350), strict=False):
        area = PageArea(2, 60, 300, 260, bottom)
        new = NewAreaCoding(document.revision_uid, workspace.round_uid, coder.uid, code, area)
        workspace.write(area_codings.add, new)


def test_an_area_is_shown_on_its_page_and_settled_with_one_key(window, qtbot, drawn, space):
    place = next(p for p in space.panel.model.board.differences if p.area is not None)
    space.panel.mark(place)
    shown = {uid: space.page.view.scene.highlights.get(uid).area for uid in place.members}
    assert shown == {one.uid: one.area for one in place.said}
    words = [each.text() for each in space.decision.findChildren(QLabel)]
    assert any("71 × 42 mm" in each for each in words)
    press(qtbot, space, Qt.Key.Key_2)
    uid = window.workspace.read(consensus.coder_uid)
    rows = window.workspace.read(coding_rows.rows, coder_uids=[uid], areas=True)
    assert [row.area for row in rows] == [place.said[1].area]
    assert state(space, place) is State.DECIDED


@pytest.fixture
def judged(window):
    """Two coders who judged one pledge differently in the first document."""
    workspace = window.workspace
    book = codebook_json.read(paths.codebooks() / "party-programme.json")
    workspace.write(loading.load, book)
    register = workspace.read(propositions.register_keyed, "pledges")
    row = next(
        row
        for row in workspace.read(propositions.rows, register.uid)
        if not row.parts and not row.asks_number and row.test != "none"
    )
    document = workspace.read(documents.rows)[0]
    coding = workspace.read(coding_rows.rows, revision_uid=document.revision_uid)[0]
    keys = [o.key for o in row.scale.options if o.needs_evidence and not o.needs_missing_part]
    for coder, key in zip(workspace.coders(), keys, strict=False):
        reading = Reading(coder.uid, workspace.round_uid, document.uid)
        verdict = Verdict(key, evidence=frozenset({coding.uid}))
        workspace.write(judgements.judge, reading, row.uid, verdict)
    return row, document, keys


def test_a_verdict_is_settled_like_a_coding(window, qtbot, judged, space):
    row, document, keys = judged
    place = next(p for p in space.panel.model.board.differences if Kind.VERDICT in p.kinds)
    space.panel.mark(place)
    assert row.key in space.decision.title.text()
    assert not space.decision.buttons["settle_both"].isEnabled()
    press(qtbot, space, Qt.Key.Key_2)
    reading = window.workspace.read(consensus.reading, document.uid)
    assert window.workspace.read(judgements.get, reading, row.uid).option_key == keys[1]
    assert state(space, place) is State.DECIDED
    window.actions_["undo"].trigger()
    assert window.workspace.read(judgements.get, reading, row.uid) == Verdict()
    assert space.panel.current() is place


def test_another_verdict_is_chosen_from_the_scale(window, qtbot, judged, space):
    row, document, _ = judged
    place = next(p for p in space.panel.model.board.differences if Kind.VERDICT in p.kinds)
    space.panel.mark(place)
    other = next(o for o in row.scale.options if not o.needs_evidence and o.key != "open")
    press(qtbot, space, Qt.Key.Key_E)
    menu = next(
        each for each in space.decision.findChildren(QMenu) if each.isVisible() and each.actions()
    )
    next(act for act in menu.actions() if act.text() == label(other)).trigger()
    menu.close()
    reading = window.workspace.read(consensus.reading, document.uid)
    assert window.workspace.read(judgements.get, reading, row.uid).option_key == other.key


def test_without_marks_of_reading_all_can_be_counted_as_read(window, qtbot, space):
    n = len(space.panel.model.board.differences)
    space._count_all_read()
    qtbot.waitUntil(lambda: len(space.panel.model.board.differences) > n, timeout=LONG_MS)


def test_one_coder_alone_is_told_why_there_is_nothing_to_settle(window, qtbot, answers, tmp_path):
    assert window.workspace.create(tmp_path / "leeg.qualcode", "Leeg", "Els Boom", None)
    window.actions_["space_adjudication"].trigger()
    panel = window.view.adjudication_space.panel
    qtbot.waitUntil(lambda: "two coders" in panel.nothing.text(), timeout=LONG_MS)
    assert panel.nothing.isVisible()
    assert not panel.equal_button.isVisible()
    qtbot.mouseClick(panel.merge_button, Qt.MouseButton.LeftButton)
    assert answers.asked[-1] == "projects"


def test_the_key_that_takes_a_coder_is_the_one_that_a_user_gave_it(window, space):
    window.actions_.set_keys("settle_1", ["Y"])
    shown = space.decision.blocks[0].findChild(ActionKey)
    assert shown.accessibleName() == "Y"


def test_every_control_has_a_name_and_no_word_is_cut(window, qtbot, space):
    for size in ((1440, 900), (1280, 800)):
        window.resize(*size)
        QApplication.processEvents()
        for widget in space.findChildren(QAbstractButton):
            if widget.isVisible() and widget.text():
                assert widget.minimumSizeHint().width() <= widget.width() + 1, widget.text()
                assert widget.accessibleName() or widget.text()
