"""Every dialog of the program, each opened as a user opens it, by the name of its class."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QDialog

from qualcode_app.domain.changes import Kind
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import reading
from qualcode_app.services.coding.came import Came
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import intake
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.ui.dialogs.codebook_arrival import CodebookArrival
from qualcode_app.ui.dialogs.trouble import TroubleDialog
from qualcode_app.ui.widgets.waiting import WaitingDialog
from scenes import files
from scenes.stage import Stage

WORDS = "woningen"
DETAILS = "KeyError: 3\n  ui/panels/example.py:41\n  ui/panels/example.py:17"


def _mark_code(stage: Stage, key: str = "WON-2") -> None:
    rows = stage.window.workspace.read(codebook.rows)
    stage.view.coding.codes.tree.mark(next(row.uid for row in rows if row.key == key))


def _about_code(stage: Stage, act: str) -> None:
    stage.read_agreement()
    _mark_code(stage)
    stage.act(act)


def _about_page(stage: Stage, act: str) -> None:
    stage.read_agreement()
    stage.act(act)


def _make_code(stage: Stage) -> None:
    stage.read_agreement()
    stage.view.coding.page.view.select(stage.codings()[0].anchor)
    stage.act("code_in_vivo")


def _code_hits(stage: Stage) -> None:
    stage.act("find_all")
    panel = stage.view.searching.panel
    panel.field.setText(WORDS)
    panel.search()
    stage.rest()
    panel.code_button.click()


def _report_broken_files(stage: Stage) -> None:
    stage.act("space_coding")
    stage.window.desk.add_documents(files.broken(stage))
    stage.rest()
    stage.view.coding.page.message.button.click()


def _take_over_highlights(stage: Stage) -> None:
    taken = intake.take_in(stage.project, [files.marked_pdf(stage)])
    stage.window.workspace.changed.emit(taken.changes)
    stage.window.viewing.look_at(taken.taken[0].document_uid)
    stage.act("take_over_highlights")


def _join_coders(stage: Stage) -> None:
    workspace, new = stage.window.workspace, NewCoder("N. de Wit")
    stage.project.write(people.add_coder, new)
    mine = Reading(workspace.coder_uid, workspace.round_uid, stage.document().uid)
    theirs = Reading(new.uid, workspace.round_uid, stage.document().uid)
    for family in list(stage.project.read(reading.states, mine))[:4]:
        stage.project.write(reading.set_states, mine, {family: "done"})
        stage.project.write(reading.set_states, theirs, {family: "busy"})
    stage.act("whose_work")
    asked = stage.dialogs()[0]
    asked.join_requested.emit(new.uid, workspace.coder_uid)  # type: ignore[attr-defined]
    asked.close()


def _agreement(stage: Stage) -> None:
    stage.act("space_agreement")
    codes = stage.view.agreement.pages.codes
    codes.setCurrentIndex(codes.model().index(4, 0))
    stage.rest()


def _write_rule(stage: Stage) -> None:
    _agreement(stage)
    stage.act("boundary_rule")


def _list_left_out(stage: Stage) -> None:
    _agreement(stage)
    stage.view.agreement.head.left_out.click()


def _draw_chart(stage: Stage) -> None:
    stage.act("space_analysis")
    stage.view.analysis_space.matrix.picture_button.click()


def _link_codes(stage: Stage) -> None:
    stage.act("space_analysis")
    stage.view.analysis_space.questions.links_button.click()


def _word_scale(stage: Stage) -> None:
    stage.act("space_analysis")
    stage.view.analysis_space.questions.scale_button.click()


def _add_attribute(stage: Stage) -> None:
    stage.act("space_corpus")
    stage.view.corpus_space.groups.add_requested.emit(Kind.ATTRIBUTE)


def load_register(stage: Stage) -> None:
    """Load the register of trends, if it is not there yet, and go to its first proposition."""
    stage.act("space_register")
    panel = stage.view.register_space.panel
    if panel.model.rowCount() == 0:
        menu = panel.load_button.menu()
        assert menu is not None
        menu.actions()[1].trigger()
        stage.rest()


def _tabulate_register(stage: Stage) -> None:
    load_register(stage)
    stage.view.register_space.panel.table_button.click()


def _choose_book(stage: Stage) -> None:
    stage.act("book_import", files.new_codebook(stage))
    stage.of_kind(CodebookArrival).accept()
    stage.act("book_export")


def _export_project(stage: Stage) -> None:
    stage.act("export_project", stage.folder / "akkoorden.qdpx")


def _import_project(stage: Stage) -> None:
    stage.act("import_project", stage.folder / "akkoorden.qdpx")


def _tell_trouble(stage: Stage) -> None:
    TroubleDialog(stage.window.outfit.theme, DETAILS, stage.window).open()


def _ask_origin(stage: Stage) -> None:
    stage.view.origins.ask(Came())


def _wait(stage: Stage) -> None:
    outfit = stage.window.outfit
    job = outfit.jobs.start("1.000 coderingen schrijven", lambda _progress: None)
    WaitingDialog(outfit.theme, job, stage.window, can_stop=True).open()


def _by(name: str) -> Callable[[Stage], None]:
    """Open a dialog by its action alone."""
    return lambda stage: stage.act(name)


OPENERS: dict[str, Callable[[Stage], None]] = {
    "NewProjectDialog": _by("new_project"),
    "ExportDialog": _by("export"),
    "Palette": _by("palette"),
    "SettingsDialog": _by("settings"),
    "HelpWindow": _by("manual"),
    "AboutDialog": _by("about"),
    "TroubleDialog": _tell_trouble,
    "WaitingDialog": _wait,
    "CodeEditor": partial(_about_code, act="book_edit"),
    "MergeCodes": partial(_about_code, act="book_merge"),
    "SplitCode": partial(_about_code, act="book_split"),
    "CodeWordsDialog": partial(_about_page, act="code_card"),
    "MemoDialog": partial(_about_page, act="memo_here"),
    "InVivoDialog": _make_code,
    "OwnFacetDialog": _by("own_facet"),
    "CodingFilterDialog": _by("filter"),
    "CodingOrigin": _ask_origin,
    "ActiveCodes": _by("book_active"),
    "VersionsDialog": _by("book_versions"),
    "CodeReview": _by("book_review"),
    "NotMentionedDialog": _by("not_mentioned_list"),
    "QuotationCheck": _by("check_quotations"),
    "TextQuality": _by("text_quality"),
    "CodeHitsDialog": _code_hits,
    "HandoutDialog": _by("hand_out"),
    "SendBackDialog": _by("send_back"),
    "BatchesDialog": _by("batches"),
    "HistoryDialog": _by("history"),
    "WhoseWork": _by("whose_work"),
    "FindingsDialog": _by("check_project"),
    "BackupsDialog": _by("backups"),
    "BoundaryRuleDialog": _write_rule,
    "LeftOutDialog": _list_left_out,
    "ChartDialog": _draw_chart,
    "OwnScaleDialog": _word_scale,
    "CodeLinksDialog": _link_codes,
    "NewAttributeDialog": _add_attribute,
    "CaseSheetDialog": lambda stage: stage.act("import_cases", files.cases(stage)),
    "RegisterTableDialog": _tabulate_register,
    "CodeTableDialog": lambda stage: stage.act("import_codings", files.codings(stage)),
    "CodebookArrival": lambda stage: stage.act("book_import", files.new_codebook(stage)),
    "CodebookUpdate": lambda stage: stage.act("book_import", files.changed_codebook(stage)),
    "ChooseBook": _choose_book,
    "LostReport": _export_project,
    "ProjectArrival": _import_project,
    "IntakeReport": _report_broken_files,
    "TakeoverDialog": _take_over_highlights,
    "JoinDialog": _join_coders,  # from here on there is one coder more
}


def open_all(stage: Stage) -> Iterator[QDialog]:
    """Open each dialog; it is closed when the next one is asked for."""
    for name, open_it in OPENERS.items():
        open_it(stage)
        stage.rest()
        shown = {type(one).__name__: one for one in stage.dialogs()}
        yield shown[name]
        stage.close_dialogs()
