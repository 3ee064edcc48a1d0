"""What cannot be merged is refused in the window in one sentence, and nothing has changed."""

from __future__ import annotations

LONG_MS = 60_000


def test_the_window_says_in_one_sentence_why_and_changes_nothing(qtbot, window, unfit_file):
    project = window.workspace.project.path
    before = project.read_bytes()
    window.outfit.ask.paths = [unfit_file]
    with qtbot.waitSignal(window.merging.failed, timeout=LONG_MS):
        window.actions_["merge_files"].trigger()
    said = window.view.coding.page.message.sentence.text()
    assert unfit_file.name in said
    assert said.count(". ") <= 2
    assert project.read_bytes() == before
    assert window.view.merge_space.plan is None
