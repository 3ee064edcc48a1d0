"""Clashes and names decided in the window, before anything changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models import aggregates
from qualcode_app.services.codebook import code_counts, code_edits, codebook
from qualcode_app.services.coding import coding_rows, codings, in_vivo, rereading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.coding_origin import CodingOrigin
from qualcode_app.ui.widgets.clash_panel import ClashPanel

LONG_MS = 60_000


@pytest.fixture
def other(window, tmp_path):
    """A copy of the open project, for somebody else to work in."""
    path = tmp_path / "other.qualcode"
    copies.save_copy(window.workspace.project, path)
    return path


def define(project, key, words):
    uid = next(row.uid for row in project.read(codebook.rows) if row.key == key)
    project.author_uid = project.read(people.coders)[0].uid
    text = project.read(code_edits.get, uid)
    project.write(code_edits.write, uid, replace(text, short_nl=words), "test")
    return uid


def next_plan(qtbot, window, act):
    """Do something and return the work space with the plan that is shown then."""
    view = window.view
    before = view.merge_space.plan
    act()
    qtbot.waitUntil(lambda: view.merge_space.plan not in (None, before), timeout=LONG_MS)
    return view.merge_space


def plan(qtbot, window, *paths):
    window.outfit.ask.paths = list(paths)
    return next_plan(qtbot, window, window.actions_["merge_files"].trigger)


def merge(qtbot, window, space):
    with qtbot.waitSignal(window.merging.told, timeout=LONG_MS):
        space.side.act_button.click()


@pytest.fixture
def clash(qtbot, window, other):
    """Two people wrote another definition of one code."""
    with Project.open(other) as file:
        define(file, "WON-1", "Zoals de ander het zegt.")
    uid = define(window.workspace.project, "WON-1", "Zoals wij het zeggen.")
    return uid, plan(qtbot, window, other)


def test_a_clash_shows_both_versions_and_must_be_decided(qtbot, window, clash):
    uid, space = clash
    cards = space.side.clashes.cards
    said = [card.accessibleDescription() for card in cards]
    assert any("Zoals de ander" in words for words in said)
    assert any("Zoals wij" in words for words in said)
    assert not space.side.act_button.isEnabled()
    assert "1 clash" in space.side.left_words.text()
    theirs = next(i for i, words in enumerate(said) if "Zoals de ander" in words)
    qtbot.keyClick(space.side.clashes.list, str(theirs + 1))
    assert cards[theirs].isChecked()
    with qtbot.waitSignal(window.merging.told, timeout=LONG_MS):
        qtbot.keyClick(space.panel.changes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.read(code_edits.get, uid).short_nl == "Zoals de ander het zegt."


def test_both_texts_can_be_kept_below_each_other(qtbot, window, clash):
    uid, space = clash
    space.side.clashes.cards[2].click()
    merge(qtbot, window, space)
    lines = window.workspace.read(code_edits.get, uid).short_nl.splitlines()
    assert sorted(lines) == ["Zoals de ander het zegt.", "Zoals wij het zeggen."]


@pytest.mark.parametrize(("card", "n_codes"), [(0, 1), (1, 2)])
def test_two_codes_with_one_key_are_asked_about(qtbot, window, other, card, n_codes):
    parent = next(row for row in window.workspace.read(codebook.rows) if row.level == 1)
    key = window.workspace.read(in_vivo.free_key, parent.uid)
    for project, name in ((window.workspace.project, "ons woord"), (None, "hun woord")):
        if project is None:
            with Project.open(other) as file:
                file.write(in_vivo.add_code, in_vivo.NewCode(parent.uid, key, name))
        else:
            project.write(in_vivo.add_code, in_vivo.NewCode(parent.uid, key, name))
    space = plan(qtbot, window, other)
    space.side.clashes.cards[card].click()
    next_plan(qtbot, window, space.side.act_button.click)
    if space.side.clashes.cards:
        space.side.clashes.cards[0].click()
    merge(qtbot, window, space)
    rows = window.workspace.read(codebook.rows)
    assert len([row for row in rows if row.label_nl in ("ons woord", "hun woord")]) == n_codes


# What files bring, before and after


def lines(tree, parent=None):
    """What stands in a tree, below a row or at its top."""
    n = tree.topLevelItemCount() if parent is None else parent.childCount()
    return [tree.topLevelItem(at) if parent is None else parent.child(at) for at in range(n)]


def line(tree, words, parent=None):
    return next(one for one in lines(tree, parent) if one.text(0).startswith(words))


@pytest.fixture
def two(window, tmp_path):
    """Two copies of the open project: Noor codes something new, Sem writes a note."""
    paths = [tmp_path / "noor.qualcode", tmp_path / "sem.qualcode"]
    for path in paths:
        copies.save_copy(window.workspace.project, path)
    row = window.workspace.read(coding_rows.rows)[0]
    with Project.open(paths[0]) as file:
        file.author_uid = row.coder_uid
        (round_, *_) = file.read(people.rounds)
        place = TextAnchor(40, 60)
        new = NewCoding(row.revision_uid, round_.uid, row.coder_uid, row.code_uid, place)
        file.write(codings.add, new)
    with Project.open(paths[1]) as file:
        file.author_uid = row.coder_uid
        file.write(codings.set_memo, row.uid, "een kanttekening van Sem")
    return paths


def test_the_plan_tells_per_file_kind_and_document_down_to_the_row(qtbot, window, two):
    space = plan(qtbot, window, *two)
    files, changes = space.panel.files, space.panel.changes
    assert str(two[0]) in lines(files)[0].toolTip(0)
    assert [one.text(0) for one in lines(files)] == ["noor.qualcode", "sem.qualcode", "Together"]
    assert [line(changes, "Codings").text(1), line(changes, "Memos").text(1)] == ["1", "1"]
    place = line(changes, "", line(changes, "Memos"))
    place.setExpanded(True)
    qtbot.waitUntil(lambda: "kanttekening" in place.child(0).text(0), timeout=LONG_MS)
    assert place.child(0).text(1) == "1"
    files.setCurrentItem(lines(files)[0])
    assert line(changes, "Codings").text(1) == "1"
    assert not [one for one in lines(changes) if one.text(0) == "Memos" and one.text(1) == "1"]
    clashes = space.findChild(ClashPanel)
    assert clashes.heading.text() == "No clashes"
    assert not clashes.list.isVisible()
    assert not clashes.all_button.isVisible()


def test_a_file_can_be_added_and_the_plan_be_dropped(qtbot, window, two):
    space = plan(qtbot, window, two[0])
    window.outfit.ask.paths = [two[1]]
    next_plan(qtbot, window, space.panel.add_button.click)
    assert len(space.plan.files) == 2
    space.side.drop_button.click()
    assert space.plan is None
    assert space.panel.begin_button.isVisible()


def test_after_merging_the_next_steps_are_offered_and_it_can_be_withdrawn(qtbot, window, two):
    before = len(window.workspace.read(coding_rows.rows))
    space = plan(qtbot, window, *two)
    merge(qtbot, window, space)
    after = space.side.after
    assert "2 files merged" in space.panel.title.text()
    assert any("rows came in" in words for words in after.says)
    assert len(window.workspace.read(coding_rows.rows)) == before + 1
    assert window.view.coding.tally.counts == window.workspace.read(code_counts.read)
    with qtbot.waitSignal(window.provenance.told, timeout=LONG_MS):
        after.withdraw_button.click()
    assert len(window.workspace.read(coding_rows.rows)) == before
    assert window.view.coding.tally.counts == window.workspace.read(code_counts.read)
    assert space.panel.begin_button.isVisible()
    again = plan(qtbot, window, two[0])
    said = again.panel.message.sentence.text()
    assert "noor.qualcode was merged on" in said
    assert "withdrawn on" in said


def remove_last(hand):
    hand.space.listed.show_scope(in_all=True)
    row = hand.space.listed.model.rows()[-1]  # not the one that Sem writes a note on
    hand.space.listed.mark_all([row.uid])
    hand.space.hand.remove_marked()
    return row


@pytest.mark.parametrize("between", ["nothing", "an act", "an undo"])
def test_steps_from_before_a_merge_outlast_its_withdrawal_where_none_came_since(
    qtbot, window, hand, two, between
):
    before = set(window.workspace.read(coding_rows.rows))
    removed = [remove_last(hand)]
    space = plan(qtbot, window, *two)
    merge(qtbot, window, space)
    if between == "an act":
        removed.append(remove_last(hand))
    elif between == "an undo":
        window.actions_["undo"].trigger()
        removed.clear()
    with qtbot.waitSignal(window.provenance.told, timeout=LONG_MS):
        space.side.after.withdraw_button.click()
    assert set(window.workspace.read(coding_rows.rows)) == before.difference(removed)
    stack = window.workspace.undo_stack
    assert stack.count() == (between == "nothing")
    window.actions_["undo"].trigger()
    if between == "nothing":
        assert set(window.workspace.read(coding_rows.rows)) == before
        window.actions_["redo"].trigger()
        assert set(window.workspace.read(coding_rows.rows)) == before.difference(removed)


def test_the_keys_of_merging_count_in_its_work_space_alone(qtbot, window, clash):
    _, space = clash
    qtbot.keyClick(space.panel.changes, "2")
    assert space.side.clashes.n_open == 0
    window.actions_["space_coding"].trigger()
    qtbot.keyClick(window.view.coding.page.view, "1")
    assert len(space.side.clashes.choices) == 1


def test_the_codings_that_came_in_are_listed_by_batch_and_by_file(qtbot, window, two):
    space = plan(qtbot, window, *two)
    merge(qtbot, window, space)
    space.side.after.look_button.click()
    listed = window.view.coding.listed
    assert window.view.currentWidget() is window.view.coding
    came = [listed.model.uid(row) for row in range(listed.model.rowCount())]
    assert len(came) == 1
    assert listed.head.origin_chip.isVisible()
    assert "Came with noor.qualcode" in window.view.coding.hand.words_of(came[0])
    listed.head.origin_wished.emit()
    (dialog,) = window.findChildren(CodingOrigin)
    box = dialog.field.box
    box.setCurrentIndex(box.findText("    sem.qualcode"))
    dialog.act_button.click()
    assert listed.model.rowCount() == 0
    assert "sem.qualcode" in listed.head.origin_chip.text()
    listed.head.origin_chip.click()
    assert listed.model.rowCount() == len(window.workspace.read(coding_rows.rows))


def test_codings_are_listed_by_the_days_on_which_they_were_made(window):
    listed = window.view.coding.listed
    n = listed.model.rowCount()
    listed.head.origin_wished.emit()
    (dialog,) = window.findChildren(CodingOrigin)
    dialog.field.until.setDate(QDate(2001, 1, 1))
    dialog.act_button.click()
    assert listed.model.rowCount() == 0
    listed.head.origin_wished.emit()
    again = window.findChildren(CodingOrigin)[-1]
    assert again.field.until.date() == QDate(2001, 1, 1)
    again.field.since.setDate(QDate(2000, 5, 1))
    again.field.until.setDate(QDate.currentDate())
    again.act_button.click()
    assert listed.model.rowCount() == n


def read_anew(session, revision_uid):
    """Give a document another text, as a reading would that takes one word for another."""
    old = aggregates.read(session.connection(), Kind.REVISION, [revision_uid], whole=True)
    stored = old[revision_uid]
    uid = journal.derived_uid(stored.root["document_uid"], "read anew")
    children = {
        table: [{**row, "revision_uid": uid} for row in rows]
        for table, rows in stored.children.items()
        if table in ("page", "page_boxes")
    }
    for page in children["page"]:
        page["text"] = page["text"].replace("wonen", "w0nen")
    columns = {**stored.root, "uid": uid, "number": 2, "text_sha256": "anew"}
    columns.pop("stamp")
    journal.add(session, "revision.ocr", Kind.REVISION, columns, children)
    document = {"current_revision_uid": uid}
    journal.change(session, "document.reread", Kind.DOCUMENT, stored.root["document_uid"], document)
    return Changes.everything()


def test_codings_that_went_along_to_a_new_text_are_looked_at_one_by_one(qtbot, window, tmp_path):
    project, coder = window.workspace.project, window.workspace.coder_uid
    row = window.workspace.read(documents.rows)[0]
    text = project.read(documents.text, row.revision_uid)
    path = tmp_path / "noor.qualcode"
    copies.save_copy(project, path)
    word = text.index("wonen")
    with Project.open(path) as file:
        file.author_uid = coder
        code = next(one.uid for one in file.read(codebook.rows) if one.key == "WON-1")
        place = TextAnchor(word, word + 5)
        new = NewCoding(row.revision_uid, window.workspace.round_uid, coder, code, place)
        file.write(codings.add, new)
    project.write(read_anew, row.revision_uid)
    project.write(rereading.bring_along)
    space = plan(qtbot, window, path)
    merge(qtbot, window, space)
    listed = space.side.after.doubtful
    (item,) = [
        listed.item(at)
        for at in range(listed.count())
        if listed.item(at).text().endswith("“wonen” → “w0nen”")
    ]
    listed.itemActivated.emit(item)
    assert window.view.currentWidget() is window.view.coding
    active = window.workspace.read(coding_rows.get, window.viewing.active_uid)
    assert active.quote == "w0nen"


def test_what_changed_since_the_plan_is_told_and_compared_again(qtbot, window, two):
    space = plan(qtbot, window, two[1])
    before = space.plan
    row = window.workspace.read(coding_rows.rows)[0]
    window.workspace.project.write(codings.set_memo, row.uid, "ondertussen hier geschreven")
    with qtbot.waitSignal(window.merging.failed, timeout=LONG_MS):
        space.side.act_button.click()
    qtbot.waitUntil(lambda: space.plan is not before, timeout=LONG_MS)
    assert "Look at the new plan first" in space.panel.message.sentence.text()
    assert space.side.clashes.n_open == 1
    space.side.clashes.cards[0].click()
    merge(qtbot, window, space)
