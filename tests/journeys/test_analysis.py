"""A corpus of three samples with groups from a sheet, and ten questions in the real window."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from qualcode_app import paths
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import reading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.ui.widgets import analysis_boxes as boxes

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LONG_MS = 60_000
LEFT = Qt.MouseButton.LeftButton
SHEET = """Gemeente;Gemeentecode;Golf;Corpus;Reden;Groep: Grootte
gemeente Lindewater;0101;2026;in;;Klein
Kreekenburg;102;2026;in;;Klein
Oostervaart;103;2026;in;;Groot
"""


class Writer:
    """Asks as the writer of a report does: choices, letters of a code, Enter, copy."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot = window, qtbot
        rows = window.workspace.read(codebook.rows)
        self.labels = {row.key: (row.label_nl, row.label_en) for row in rows}

    @property
    def space(self):
        return self.window.view.analysis_space

    @property
    def form(self):
        return self.space.questions.form

    def import_groups(self, answers, folder) -> None:
        """Set up cases, wave and groups from a sheet."""
        path = folder / "gemeenten.csv"
        path.write_text(SHEET, "utf-8")
        answers.paths = [path]
        self.window.actions_["import_cases"].trigger()
        desk = self.window.view.corpus_desk
        self.qtbot.waitUntil(lambda: desk.dialog is not None, timeout=LONG_MS)
        self.qtbot.waitUntil(desk.dialog.act_button.isEnabled, timeout=LONG_MS)
        self.qtbot.mouseClick(desk.dialog.act_button, LEFT)

    def ask(self, kind: Kind, *keys: str, **chosen: object) -> tuple[str, str]:
        """Put a question together and copy its sentence, in Dutch and in English."""
        form, evidence = self.form, self.space.evidence
        for code in list(form.codes.chosen):
            form.codes.remove(code)
        boxes.choose(form.group, "")
        boxes.choose(form.document, "")
        boxes.choose(form.kind, kind)
        for name, value in chosen.items():
            boxes.choose(getattr(form, name), value)
        for key in keys:
            field = form.codes.box.lineEdit()
            self.qtbot.keyClicks(field, key)
            self.qtbot.keyClick(field, Qt.Key.Key_Return)
        panel = self.space.questions
        wanted = form.question()
        assert wanted is not None
        self.qtbot.waitUntil(
            lambda: panel.answer is not None and panel.answer.question == wanted, timeout=LONG_MS
        )
        said = []
        for language in ("nl", "en"):
            boxes.choose(evidence.language, language)
            self.qtbot.mouseClick(evidence.copy_button, LEFT)
            said.append(QGuiApplication.clipboard().text())
        return said[0], said[1]

    def nl(self, key: str) -> str:
        return f"‘{self.labels[key][0]}’"

    def en(self, key: str) -> str:
        return f"‘{self.labels[key][1]}’"


@pytest.fixture
def writer(window, qtbot, answers, tmp_path) -> Writer:
    writer = Writer(window, qtbot)
    writer.import_groups(answers, tmp_path)
    workspace = window.workspace
    theme = next(row.uid for row in workspace.read(codebook.families) if row.key == "DUU")
    for row in workspace.read(documents.rows):
        for coder in workspace.coders():
            if row.case_name == "Oostervaart":
                place = Reading(coder.uid, workspace.round_uid, row.uid)
                workspace.write(reading.set_state, place, [theme], "busy")
    window.actions_["space_analysis"].trigger()
    qtbot.waitUntil(lambda: writer.space.study is not None, timeout=LONG_MS)
    writer.space.tabs.show_region(writer.space.questions)
    return writer


def only_in(place: str, keys) -> list[str]:
    """Return the codes of the second level that the sample has in one document alone."""
    found = defaultdict(set)
    with (paths.samples() / "codings.csv").open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            above = line["code"].rstrip("abcdefgh")
            found[above].add(line["document"].split("-")[0].capitalize())
    return [key for key in keys if found.get(key) == {place}]


def test_ten_questions_get_ten_right_sentences(writer):
    nl, en = writer.nl, writer.en
    assert writer.ask(Kind.ALL_OF, "WON-2") == (
        f"In alle 3 gelezen documenten staat iets over {nl('WON-2')}.",
        f"All 3 documents read say something about {en('WON-2')}.",
    )
    assert writer.ask(Kind.ALL_OF, "ECO-2") == (
        (
            "In 2 van de 3 gelezen documenten (Kreekenburg en Lindewater) staat iets over "
            f"{nl('ECO-2')}."
        ),
        (
            "2 of the 3 documents read (Kreekenburg and Lindewater) say something about "
            f"{en('ECO-2')}."
        ),
    )
    assert writer.ask(Kind.ALL_OF, "ZOR-8") == (
        f"Alleen in Lindewater staat iets over {nl('ZOR-8')}, van de 3 gelezen documenten.",
        f"Only Lindewater says something about {en('ZOR-8')}, of the 3 documents read.",
    )
    assert writer.ask(Kind.NONE_OF, "OND-4") == (
        (
            "In 2 van de 3 gelezen documenten (Lindewater en Oostervaart) staat niets over "
            f"{nl('OND-4')}."
        ),
        f"2 of the 3 documents read (Lindewater and Oostervaart) say nothing about {en('OND-4')}.",
    )
    assert writer.ask(Kind.ANY_OF, "VEI-3", "SCV-2") == (
        (
            "In 2 van de 3 gelezen documenten (Kreekenburg en Oostervaart) staat iets over "
            f"{nl('VEI-3')} of {nl('SCV-2')}."
        ),
        (
            "2 of the 3 documents read (Kreekenburg and Oostervaart) say something about "
            f"{en('VEI-3')} or {en('SCV-2')}."
        ),
    )
    assert writer.ask(Kind.ALL_OF, "WON-4", "VEI-3") == (
        (
            f"Alleen in Oostervaart staat iets over zowel {nl('WON-4')} als {nl('VEI-3')}, "
            f"van de 3 "
            "gelezen documenten."
        ),
        (
            f"Only Oostervaart says something about both {en('WON-4')} and {en('VEI-3')}, of the 3 "
            "documents read."
        ),
    )
    small = next(uid for uid, g in writer.space.study.corpus.groups.items() if g.title == "Klein")
    assert writer.ask(Kind.NONE_OF, "OND-5", group=small) == (
        f"In geen van de 2 gelezen documenten uit Klein staat iets over {nl('OND-5')}.",
        f"None of the 2 documents read from Klein says anything about {en('OND-5')}.",
    )
    assert writer.ask(Kind.GROUPS, "ECO-2") == (
        (
            f"Documenten waarin iets staat over {nl('ECO-2')}: Klein 2 van 2 "
            "(Kreekenburg en Lindewater); Groot 0 van 1. Groepen met minder dan 5 gelezen "
            "documenten: Klein (2) en Groot (1)."
        ),
        (
            f"Documents that say something about {en('ECO-2')}: Klein 2 of 2 "
            "(Kreekenburg and Lindewater); Groot 0 of 1. Groups with fewer than 5 documents read: "
            "Klein (2) and Groot (1)."
        ),
    )
    assert writer.ask(Kind.ALL_OF, "DUU-4") == (
        (
            f"In alle 2 gelezen documenten staat iets over {nl('DUU-4')}. Niet gelezen op "
            f"dit thema "
            "en dus onbekend: Oostervaart."
        ),
        (
            f"All 2 documents read say something about {en('DUU-4')}. Not read for this "
            f"theme and so "
            "unknown: Oostervaart."
        ),
    )
    place = next(one for one in writer.space.study.documents if one.name == "Lindewater")
    codes = only_in("Lindewater", writer.labels)
    assert len(codes) > 5
    told = [f"{nl(key)} (1 van {2 if key[:3] == 'DUU' else 3}" for key in codes]
    dutch, _ = writer.ask(Kind.ONLY, document=place.uid)
    assert dutch.startswith(f"Alleen in Lindewater staat iets over: {told[0]}")
    assert all(part in dutch for part in told)
    assert dutch.count(" (1 van ") == len(codes)
