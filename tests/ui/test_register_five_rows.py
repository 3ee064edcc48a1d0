"""The five invented rows of the blueprint, judged by hand in the window, give its sums."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.facets import FacetValue
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings, facets, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.registers import judgements

VERDICTS = {  # proposition: for A, B and C the verdict, the concreteness and what is filled in
    "P0166": [
        ("partly", 1, {"missing": "de termijn"}),
        ("adopted", 3, {"number": "20 jaar"}),
        "absent",
    ],
    "P1149": [("adopted", 3, {"number": "2023"}), "not_applicable", ("contrary", None, {})],
    "P1150": ["not_applicable", ("adopted", 2, {}), ("adopted", 2, {})],
    "P0477": ["not_applicable", "not_applicable", "absent"],
    "P0868": [None, "absent", "absent"],
}
CELLS = {
    "P0166": ["◐ 1", "● 3 (20 jaar)", "○", "1/3, 1 partly"],
    "P1149": ["● 3 (2023)", "n.v.t.", "✕", "1/2"],
    "P1150": ["n.v.t.", "● 2", "● 2", "2/2"],
    "P0477": ["n.v.t.", "n.v.t.", "○", "0/1"],
    "P0868": ["?", "○", "○", "0/2, 1 open"],
}


class Judge:
    """Judges in the window with mouse and keys; passages are coded beforehand."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot = window, qtbot
        self.workspace = window.workspace
        self.documents = self.workspace.read(documents.rows)
        self.codes = {row.key: row.uid for row in self.workspace.read(codebook.rows)}
        self.facets = {row.key: row.uid for row in self.workspace.read(facets.rows)}
        self.next_char = 300

    @property
    def space(self):
        return self.window.view.register_space

    def passage(self, code_key: str, document, concreteness: int | None) -> str:
        values = None
        if concreteness is not None:
            values = (
                FacetValue(self.facets["role"], option_key="measure"),
                FacetValue(self.facets["concreteness"], option_key=str(concreteness)),
            )
        self.next_char += 40
        new = NewCoding(
            document.revision_uid,
            self.workspace.round_uid,
            self.workspace.coder_uid,
            self.codes[code_key],
            TextAnchor(self.next_char, self.next_char + 30),
            values=values,
        )
        self.workspace.write(codings.add, new)
        return new.uid

    def go_to(self, key: str, document):
        self.space._viewing.look_at(document.uid)
        row = next(row for row in self.space.panel.model.all if row.key == key)
        assert self.space.panel.mark(row.uid)
        return row

    def say(self, key: str, document, said) -> None:
        option, concreteness, filled = (said, None, {}) if isinstance(said, str) else said
        row = self.go_to(key, document)
        verdict = self.space.verdict
        if option in {"adopted", "partly", "contrary"}:
            uid = self.passage(row.code_keys[0], document, concreteness)
            items = [verdict.evidence.item(n) for n in range(verdict.evidence.count())]
            item = next(one for one in items if one.data(Qt.ItemDataRole.UserRole).uid == uid)
            item.setCheckState(Qt.CheckState.Checked)
        if option == "adopted":
            for letter in verdict.parts:
                self.qtbot.mouseClick(verdict.parts[letter], Qt.MouseButton.LeftButton)
        for name, text in filled.items():
            field = getattr(verdict, name)
            field.setFocus()
            self.qtbot.keyClicks(field, text)
            self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.qtbot.mouseClick(verdict.options[option], Qt.MouseButton.LeftButton)
        place = Reading(self.workspace.coder_uid, self.workspace.round_uid, document.uid)
        stored = self.workspace.read(judgements.get, place, row.uid)
        assert stored.option_key == option, self.space.panel.message.sentence.text()


@pytest.fixture
def judge(window, qtbot, pledges_file, tmp_path) -> Judge:
    assert window.desk.open(Path(shutil.copy(pledges_file, tmp_path / "pledges.qualcode")))
    judge = Judge(window, qtbot)
    for document in judge.documents:
        place = Reading(window.workspace.coder_uid, window.workspace.round_uid, document.uid)
        window.workspace.write(reading.mark_done, place)
    window.bar.show_space("register")
    return judge


def test_the_five_rows_judged_by_hand_give_the_cells_and_rates_of_the_blueprint(judge, qtbot):
    for key, said in VERDICTS.items():
        for document, one in zip(judge.documents, said, strict=True):
            if one is not None:
                judge.say(key, document, one)
    qtbot.mouseClick(judge.space.panel.table_button, Qt.MouseButton.LeftButton)
    desk = judge.window.view.register_desk
    qtbot.waitUntil(lambda: desk.dialog is not None and desk.dialog.register is not None)
    rows = {row[0]: list(row[2:]) for row in desk.dialog.sheets.tables["Matrix"].rows}
    assert {key: rows[key] for key in CELLS} == CELLS
    desk.dialog.reject()


def test_the_table_follows_a_verdict_and_shows_another_coder(judge, qtbot):
    document = judge.documents[0]
    qtbot.mouseClick(judge.space.panel.table_button, Qt.MouseButton.LeftButton)
    desk = judge.window.view.register_desk
    qtbot.waitUntil(lambda: desk.dialog is not None and desk.dialog.register is not None)

    def said() -> str:
        rows = {row[0]: row for row in desk.dialog.sheets.tables["Matrix"].rows}
        return str(rows["P0477"][2])

    assert said() == "?"
    judge.say("P0477", document, "not_applicable")
    qtbot.waitUntil(lambda: said() == "n.v.t.", timeout=20_000)
    box = desk.dialog.coders
    other = (box.currentIndex() + 1) % box.count()
    box.setCurrentIndex(other)
    box.activated.emit(other)
    qtbot.waitUntil(lambda: said() == "?", timeout=20_000)
    desk.dialog.reject()


def test_each_rule_is_told_in_the_window_and_nothing_is_stored(judge, qtbot):
    document = judge.documents[1]
    row = judge.go_to("P1150", document)
    qtbot.mouseClick(judge.space.verdict.options["adopted"], Qt.MouseButton.LeftButton)
    assert "needs evidence" in judge.space.panel.message.sentence.text()
    place = Reading(judge.workspace.coder_uid, judge.workspace.round_uid, document.uid)
    assert judge.workspace.read(judgements.get, place, row.uid).option_key == "open"
    judge.workspace.write(reading.set_state, place, [judge.codes["DUU"]], "busy")
    qtbot.mouseClick(judge.space.verdict.options["absent"], Qt.MouseButton.LeftButton)
    assert "to be read for" in judge.space.panel.message.sentence.text()
    assert judge.workspace.read(judgements.get, place, row.uid).option_key == "open"
