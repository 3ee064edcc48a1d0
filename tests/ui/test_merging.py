"""Clashes and names decided in the window, before anything changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode_app.services.codebook import code_edits, codebook
from qualcode_app.services.coding import in_vivo
from qualcode_app.services.merging import copies
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.merge import MergeDialog

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


def next_dialog(qtbot, window, act):
    """Do something and return the plan that is shown then."""
    known = set(window.findChildren(MergeDialog))
    act()
    qtbot.waitUntil(lambda: bool(set(window.findChildren(MergeDialog)) - known), timeout=LONG_MS)
    (dialog,) = set(window.findChildren(MergeDialog)) - known
    return dialog


def plan(qtbot, window, path):
    window.outfit.ask.paths = [path]
    return next_dialog(qtbot, window, window.actions_["merge_files"].trigger)


@pytest.fixture
def clash(qtbot, window, other):
    """Two people wrote another definition of one code."""
    with Project.open(other) as file:
        define(file, "WON-1", "Zoals de ander het zegt.")
    uid = define(window.workspace.project, "WON-1", "Zoals wij het zeggen.")
    return uid, plan(qtbot, window, other)


def test_a_clash_shows_both_versions_and_must_be_decided(qtbot, window, clash):
    uid, dialog = clash
    said = [card.accessibleDescription() for card in dialog.clashes.cards]
    assert any("Zoals de ander" in words for words in said)
    assert any("Zoals wij" in words for words in said)
    assert not dialog.act_button.isEnabled()
    theirs = next(i for i, words in enumerate(said) if "Zoals de ander" in words)
    qtbot.keyClick(dialog.clashes, str(theirs + 1))
    assert dialog.clashes.cards[theirs].isChecked()
    with qtbot.waitSignal(window.team.told, timeout=LONG_MS):
        dialog.act_button.click()
    assert window.workspace.read(code_edits.get, uid).short_nl == "Zoals de ander het zegt."


def test_both_texts_can_be_kept_below_each_other(qtbot, window, clash):
    uid, dialog = clash
    dialog.clashes.cards[2].click()
    with qtbot.waitSignal(window.team.told, timeout=LONG_MS):
        dialog.act_button.click()
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
    dialog = plan(qtbot, window, other)
    dialog.clashes.cards[card].click()
    again = next_dialog(qtbot, window, dialog.act_button.click)
    if again.clashes.cards:
        again.clashes.cards[0].click()
    with qtbot.waitSignal(window.team.told, timeout=LONG_MS):
        again.act_button.click()
    rows = window.workspace.read(codebook.rows)
    assert len([row for row in rows if row.label_nl in ("ons woord", "hun woord")]) == n_codes
