"""Exports by gesture: each kind with its own choices, written as a job that can be stopped."""

from __future__ import annotations

import csv
import os
import stat

import pymupdf
import pytest
from odf.opendocument import load
from odf.table import Table as OdfTable

from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.export import ExportDialog
from qualcode_app.ui.export_wish import What
from qualcode_app.ui.widgets.analysis_boxes import choose

LONG_MS = 60_000
OF = {what: number for number, what in enumerate(What)}  # the dialog offers them in this order


class Exporter:
    """Chooses as a user does."""

    def __init__(self, window, qtbot, answers) -> None:
        self.window, self.qtbot, self.answers = window, qtbot, answers

    def open(self, what: What) -> ExportDialog:
        self.window.actions_["export"].trigger()
        dialog = self.window.findChildren(ExportDialog)[-1]
        dialog.choices.button(OF[what]).click()
        return dialog

    def write(self, dialog, path) -> None:
        self.answers.paths = [path]
        with self.qtbot.waitSignal(self.window.exporting.told, timeout=LONG_MS):
            dialog.act_button.click()


@pytest.fixture
def exporter(window, qtbot, answers):
    return Exporter(window, qtbot, answers)


def test_only_the_choices_of_a_kind_are_shown(exporter):
    dialog = exporter.open(What.WORKBOOK)
    options = dialog.options
    shown = {
        "format": options.format,
        "pdfs": options.with_pdfs,
        "table": options.table,
        "separators": options.separators,
        "exact": options.exact,
        "theme": options.theme,
        "quotes": options.n_quotes,
        "document": options.document,
        "coder": options.coder,
    }
    expected = {
        What.WORKBOOK: {"format", "pdfs"},
        What.TABLE: {"table", "separators", "exact"},
        What.REPORT: {"format", "theme", "quotes"},
        What.PDFS: {"document", "coder"},
        What.ARCHIVE: set(),
        What.AGREEMENT: {"separators", "exact"},
    }
    for what, names in expected.items():
        dialog.choices.button(OF[what]).click()
        assert {name for name, field in shown.items() if field.isVisible()} == names
        assert dialog.says.text()


def test_an_opendocument_workbook(exporter, tmp_path):
    dialog = exporter.open(What.WORKBOOK)
    choose(dialog.options.format, ".ods")
    exporter.write(dialog, tmp_path / "study.ods")
    sheets = load(str(tmp_path / "study.ods")).spreadsheet.getElementsByType(OdfTable)
    names = {sheet.getAttribute("name") for sheet in sheets}
    assert {"Coded segments", "Matrix", "Agreement", "Codebook", "Corpus", "Method"} <= names


def test_a_table_goes_to_csv_with_the_separators_chosen(exporter, tmp_path):
    dialog = exporter.open(What.TABLE)
    choose(dialog.options.table, "agreement")
    choose(dialog.options.separators, "dutch")
    exporter.write(dialog, tmp_path / "agreement.csv")
    with (tmp_path / "agreement.csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file, delimiter=";"))
    assert first["Krippendorff alpha"].startswith("0,")


def test_a_report_of_one_theme(exporter, tmp_path):
    dialog = exporter.open(What.REPORT)
    choose(dialog.options.format, ".html")
    choose(dialog.options.theme, "WON")
    dialog.options.n_quotes.setValue(1)
    exporter.write(dialog, tmp_path / "report")  # the ending is seen to
    page = (tmp_path / "report.html").read_text("utf-8")
    assert page.count("<h2") == 3
    assert "<blockquote>" in page


def test_one_pdf_with_the_highlights_of_one_coder(exporter, window, tmp_path):
    dialog = exporter.open(What.PDFS)
    workspace = window.workspace
    document = workspace.read(documents.rows)[0]
    coder = workspace.read(people.coders)[1]
    choose(dialog.options.document, document.uid)
    choose(dialog.options.coder, coder.uid)
    exporter.write(dialog, tmp_path / "marked")
    (path,) = (tmp_path / "marked").iterdir()
    with pymupdf.open(path) as pdf:
        assert {note.info["title"] for page in pdf for note in page.annots()} == {coder.name}


def test_an_archive_tells_who_is_who_beside_the_file(exporter, window, tmp_path):
    dialog = exporter.open(What.ARCHIVE)
    with exporter.qtbot.waitSignal(window.exporting.noted, timeout=LONG_MS):
        exporter.write(dialog, tmp_path / "archive.qualcode")
    said = window.view.main_region().message.sentence.text()
    assert "Noor de Wit" in said
    with Project.open(tmp_path / "archive.qualcode", read_only=True) as kept:
        assert {row.name for row in kept.read(people.coders)} == {"Coder 1", "Coder 2"}


def test_an_export_that_is_stopped_leaves_no_file(exporter, window, qtbot, tmp_path):
    dialog = exporter.open(What.WORKBOOK)
    exporter.answers.paths = [tmp_path / "stopped.xlsx"]
    dialog.act_button.click()
    (job,) = window.outfit.jobs.running
    with qtbot.waitSignal(job.cancelled, timeout=LONG_MS):
        job.cancel()
    assert list(tmp_path.glob("stopped*")) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for this user")
def test_a_read_only_folder_is_told_in_words(exporter, window, qtbot, tmp_path):
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(stat.S_IRUSR | stat.S_IXUSR)
    dialog = exporter.open(What.REPORT)
    exporter.answers.paths = [shut / "report.docx"]
    with qtbot.waitSignal(window.exporting.failed, timeout=LONG_MS):
        dialog.act_button.click()
    assert "report.docx" in window.view.main_region().message.sentence.text()
    assert list(shut.iterdir()) == []
