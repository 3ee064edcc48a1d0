"""Every place of the window: each work space and tab, and the states that users get them into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QTabBar

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.services.memos import memos
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.ui.viewing import CodingFilter
from qualcode_app.ui.widgets.fields import SearchField
from scenes import files
from scenes.dialogs import WORDS, load_register
from scenes.stage import Stage

UNHEARD_OF = "qqzzq"
SPACES = ("corpus", "register", "merge", "agreement", "adjudication", "analysis", "coding")
NOTES = (
    ("note", "Hier staat de belofte zonder jaartal; vergelijk met de tabel op bladzijde 1."),
    ("question", "Telt een streefgetal van de provincie mee als eigen maatregel?"),
    ("decision", "Percentages van een plan coderen we bij het plan, niet bij de gemeente."),
)

# Where the agreement is read


def _active(stage: Stage) -> None:
    stage.read_agreement()


def _all_coders(stage: Stage) -> None:
    stage.read_agreement()
    stage.window.actions_["all_coders"].setChecked(True)


def _mine_alone(stage: Stage) -> None:
    stage.window.actions_["all_coders"].setChecked(False)


def _selected(stage: Stage) -> None:
    stage.read_agreement()
    row = stage.codings()[6]
    stage.window.viewing.activate("")
    page = stage.view.coding.page.view
    page.show_anchor(row.anchor, flash=False)
    page.select(TextAnchor(row.anchor.start, row.anchor.end + 40))


def _finding_a_code(stage: Stage) -> None:
    _selected(stage)
    stage.act("code_found")
    stage.view.coding.codes.find_field.setText("woon")


def _more_facets(stage: Stage) -> None:
    stage.view.coding.codes.find_field.clear()
    stage.read_agreement()
    stage.act("facet_more")


def _filtered(stage: Stage) -> None:
    stage.act("facet_more")
    stage.read_agreement()
    code_uid = stage.codings()[0].code_uid
    stage.window.viewing.filter_by(CodingFilter(code_uids=frozenset({code_uid})))


def _unfiltered(stage: Stage) -> None:
    stage.act("clear_filter")


def _found(stage: Stage) -> None:
    stage.act("find_all")
    panel = stage.view.searching.panel
    panel.field.setText(WORDS)
    panel.search()


def _not_found(stage: Stage) -> None:
    panel = stage.view.searching.panel
    panel.field.setText("ruimteveer")
    panel.search()


def _noted(stage: Stage) -> None:
    coding = stage.codings()[0]
    for kind, text in NOTES:
        new = NewMemo(Target("coding", coding.uid), kind, coding.coder_uid, text)
        stage.window.workspace.write(memos.add, new)
    stage.view.coding.lists.show_region(stage.view.coding.memos)


def _thumbnails(stage: Stage) -> None:
    stage.act("thumbnails")


def _two_pages(stage: Stage) -> None:
    stage.window.actions_["two_pages"].setChecked(True)


def _one_page(stage: Stage) -> None:
    stage.window.actions_["two_pages"].setChecked(False)


def _refused(stage: Stage) -> None:
    error = CannotWrite(
        "The folder {folder} cannot be written ({reason}). Choose another.",
        folder="Akkoorden",
        reason="read-only",
    )
    stage.read_agreement()
    stage.window.show_error(error)


# The other work spaces


def _passages(stage: Stage) -> None:
    stage.act("space_agreement")
    codes = stage.view.agreement.pages.codes
    codes.setCurrentIndex(codes.model().index(4, 0))


def _settling_otherwise(stage: Stage) -> None:
    stage.act("space_adjudication")
    stage.act("settle_edit")


def _judged(stage: Stage) -> None:
    load_register(stage)


def _cell(stage: Stage) -> None:
    stage.act("space_analysis")
    matrix = stage.view.analysis_space.matrix
    matrix.view.setCurrentIndex(matrix.grid.index(5, 1))


def _plan(stage: Stage) -> None:
    stage.act("merge_files", files.other_copy(stage))


def _merged(stage: Stage) -> None:
    side = stage.view.merge_space.side
    if side.clashes is not None:
        while side.clashes.n_open:
            side.clashes.choose(0)
    side.act()


def _tour(stage: Stage) -> None:
    stage.act("tour")
    stage.wait(lambda: stage.window.tour.card is not None)


STATES: dict[str, Callable[[Stage], None]] = {
    "coding, active": _active,
    "coding, all coders": _all_coders,
    "coding, selection": _selected,
    "coding, code sought": _finding_a_code,
    "coding, more facets": _more_facets,
    "coding, filtered": _filtered,
    "coding, hits": _found,
    "coding, no hits": _not_found,
    "coding, memos": _noted,
    "coding, thumbnails": _thumbnails,
    "coding, two pages": _two_pages,
    "coding, refused": _refused,
    "register, judging": _judged,
    "agreement, passages": _passages,
    "adjudication, otherwise": _settling_otherwise,
    "analysis, cell": _cell,
    "merge, plan": _plan,
    "merge, done": _merged,
}
AFTER = {
    "coding, all coders": _mine_alone,
    "coding, filtered": _unfiltered,
    "coding, two pages": _one_page,
}


def visit_tabs(stage: Stage) -> Iterator[str]:
    """Go to each work space and each tab of it; yield what the place is called."""
    for space in SPACES:
        stage.act(f"space_{space}")
        yield space
        yield from _visit_tabs_of(stage, space)


def _visit_tabs_of(stage: Stage, space: str) -> Iterator[str]:
    bars = [one for one in stage.view.findChildren(QTabBar) if one.isVisible()]
    for place, bar in enumerate(bars):
        first = bar.currentIndex()
        for number in range(bar.count()):
            if number != first and bar.isTabEnabled(number):
                bar.setCurrentIndex(number)
                stage.rest()
                yield f"{space}, tab {'ab'[place]}{number + 1}"
        bar.setCurrentIndex(first)
        stage.rest()


def visit_states(stage: Stage) -> Iterator[str]:
    """Bring the work spaces into the states that their use brings."""
    for name, bring in STATES.items():
        bring(stage)
        stage.rest()
        yield name
        if name in AFTER:
            AFTER[name](stage)
            stage.rest()


def visit_unfit(stage: Stage) -> Iterator[str]:
    """Look in every work space for what is not there."""
    for space in SPACES:
        stage.act(f"space_{space}")
        for field in stage.view.findChildren(SearchField):
            if not field.isVisible():
                continue
            field.setText(UNHEARD_OF)
            stage.rest()
            yield f"unfit, {space}, {field.placeholderText()}"
            field.clear()
            stage.rest()


def visit_empty(stage: Stage, path: Path) -> Iterator[str]:
    """Open a project without documents, and go to each work space of it."""
    Project.create(path, title="Nieuwe akkoorden", coder=NewCoder("Roos van Dam")).close()
    stage.window.desk.open(path)
    stage.rest()
    for name in visit_tabs(stage):
        yield f"empty, {name}"


def visit_start(stage: Stage) -> Iterator[str]:
    """Close the project, and see the start page and the tour."""
    stage.window.desk.close()
    stage.rest()
    yield "start"
    _tour(stage)
    stage.rest()
    yield "tour"
