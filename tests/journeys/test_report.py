"""From three agreements to the report: coded, asked, kept, written, and asked again."""

from __future__ import annotations

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import Qt

from qualcode_app import paths
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.ui.dialogs.export import ExportDialog
from qualcode_app.ui.dialogs.new_project import NewProjectDialog
from qualcode_app.ui.export_wish import What
from qualcode_app.ui.widgets.analysis_boxes import choose
from tests.ui.conftest import Hand
from tests.ui.test_analysis import ask, said
from tests.ui.test_export import OF

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 60_000
KEY = "WON-1"
CODED = {  # words on one line of each agreement
    "kreekenburg": ("€ 6 miljoen waarmee de gemeente", KEY),
    "lindewater": ("Ten minste 35 procent daarvan", KEY),
    "oostervaart": ("ningsplicht van vijf jaar", "WON-4"),
}


class Writer:
    """Codes, asks and writes, by mouse and keys."""

    def __init__(self, window, qtbot, answers, folder) -> None:
        self.window, self.qtbot, self.answers, self.folder = window, qtbot, answers, folder
        self.hand = Hand(window, qtbot)

    @property
    def analysis(self):
        return self.window.view.analysis_space

    def code(self, title: str, words: str, key: str) -> None:
        rows = self.window.workspace.read(documents.rows)
        document = next(row for row in rows if row.title.startswith(title))
        self.window.viewing.look_at(document.uid)
        self.hand.select(words)
        self.hand.key(Qt.Key.Key_Return)
        field = self.window.view.coding.codes.find_field
        self.qtbot.keyClicks(field, key)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.window.actions_["document_read"].trigger()

    def export(self, what: What, name: str, suffix: str = "", **chosen: object):
        self.window.actions_["export"].trigger()
        dialog = self.window.findChildren(ExportDialog)[-1]
        dialog.choices.button(OF[what]).click()
        if suffix:
            choose(dialog.options.format, suffix)
        for option, value in chosen.items():
            getattr(dialog.options, option).setChecked(value)
        self.answers.paths = [self.folder / name]
        with self.qtbot.waitSignal(self.window.exporting.told, timeout=LONG_MS):
            self.qtbot.mouseClick(dialog.act_button, LEFT)
        return self.folder / f"{name}{suffix}"


@pytest.fixture
def writer(empty_window, qtbot, answers, tmp_path):
    return Writer(empty_window, qtbot, answers, tmp_path)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_three_agreements_become_a_report_whose_sentences_stay_true(writer):
    code_three_agreements(writer)
    sentence = keep_a_finding(writer)
    report = writer.export(What.REPORT, "rapport", ".docx")
    paragraphs = [one.text for one in Document(str(report)).paragraphs]
    assert any(one.startswith(f"{sentence}\nStill true · 2/3") for one in paragraphs)
    for title, (words, _) in CODED.items():
        quoted = [one for one in paragraphs if one.startswith("“") and words in one]
        assert len(quoted) == 1
        assert f"({title}-2026, p. " in quoted[0]
    page = writer.export(What.REPORT, "rapport", ".html").read_text("utf-8")
    assert sentence in page
    assert page.count("<svg") == 1
    check_the_workbook(writer, sentence)
    take_a_coding_back(writer)
    changed = writer.export(What.REPORT, "later", ".html").read_text("utf-8")
    assert '<div class="claim open">' in changed
    assert "Changed · 1/3" in changed


def code_three_agreements(writer: Writer) -> None:
    writer.answers.paths = [writer.folder / "study.qualcode"]
    writer.window.actions_["new_project"].trigger()
    (dialog,) = writer.window.findChildren(NewProjectDialog)
    writer.qtbot.keyClicks(dialog.title, "Three agreements")
    writer.qtbot.keyClicks(dialog.coder, "Fenna Proef")
    writer.qtbot.mouseClick(dialog.act_button, LEFT)
    with writer.qtbot.waitSignal(writer.window.desk.documents_added, timeout=LONG_MS):
        writer.window.desk.add_documents(sorted(paths.samples().glob("*.pdf")))
    for title, (words, key) in CODED.items():
        writer.code(title, words, key)
    workspace = writer.window.workspace
    assert [row.code_key for row in workspace.read(coding_rows.rows)] == [KEY, KEY, "WON-4"]


def keep_a_finding(writer: Writer) -> str:
    writer.window.actions_["space_analysis"].trigger()
    space = writer.analysis
    writer.qtbot.waitUntil(lambda: space.study is not None, timeout=LONG_MS)
    writer.qtbot.waitUntil(lambda: space.findings.register is not None, timeout=LONG_MS)
    ask(writer.qtbot, space, Kind.ALL_OF, KEY)
    sentence = said(writer.qtbot, space, "2 of the 3")
    writer.qtbot.mouseClick(space.evidence.keep_button, LEFT)
    writer.qtbot.waitUntil(lambda: len(space.findings.register.rows) == 1, timeout=LONG_MS)
    return sentence


def check_the_workbook(writer: Writer, sentence: str) -> None:
    path = writer.export(What.WORKBOOK, "study", ".xlsx", with_pdfs=True)
    book = openpyxl.load_workbook(path)
    head, *rows = book["Coded segments"].iter_rows(values_only=True)
    quotes = [row[head.index("Quote as printed")] for row in rows]
    assert quotes == [words for words, _ in CODED.values()]
    assert all(row[head.index("To the page")].startswith("=HYPERLINK(") for row in rows)
    head, row = book["Findings"].iter_rows(values_only=True)
    assert row[head.index("Finding")] == sentence
    assert len(list((writer.folder / "study PDF").glob("*.pdf"))) == 3


def take_a_coding_back(writer: Writer) -> None:
    """The first agreement says something else on second thoughts."""
    window = writer.window
    window.actions_["space_coding"].trigger()
    rows = window.workspace.read(coding_rows.rows)
    window.viewing.look_at(rows[0].document_uid)
    window.viewing.activate(rows[0].uid)
    window.actions_["remove_coding"].trigger()
    assert len(window.workspace.read(coding_rows.rows)) == 2
