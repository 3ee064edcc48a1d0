"""A study of a team, from handing out to the consensus: in the window, and by command."""

from __future__ import annotations

import random

import openpyxl
import pytest
from PySide6.QtCore import Qt

from qualcode_app import paths
from qualcode_app.cli import run
from qualcode_app.services.adjudication import consensus
from qualcode_app.services.adjudication.board import State
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.handout import HandoutDialog
from qualcode_app.ui.dialogs.new_project import NewProjectDialog
from qualcode_app.ui.dialogs.send_back import SendBackDialog
from qualcode_app.ui.export_wish import ExportWish, What
from qualcode_app.ui.widgets.action_card import ActionCard
from qualcode_app.ui.widgets.deal_grid import CHOSEN
from tests.ui.conftest import Hand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
LONG_MS = 60_000

LEAD = "Els Boom"
CODERS = ("Noor Proef", "Sem Proef", "Ilse Proef")
GROUND = "De gemeente koopt weer grond."
LEASE = "Erfpacht overwegen we niet."
COACHES = "twee wooncoaches"
FUND = "Voor koopstarters komt er een fonds van\n€ 6 miljoen"
WORK = {  # who codes which words with what: alike, between other boundaries, otherwise, alone
    "Noor Proef": ((GROUND, "RUI-1"), (FUND, "WON-3"), (LEASE, "RUI-1"), (COACHES, "WON-2")),
    "Sem Proef": ((GROUND, "RUI-1"), (FUND[-40:], "WON-3"), (LEASE, "RUI-2")),
    "Ilse Proef": ((GROUND, "RUI-1"), (FUND, "WON-3"), (LEASE, "RUI-1")),
}


class Seat:
    """Somebody at the window, who uses mouse and keys."""

    def __init__(self, window, qtbot, answers) -> None:
        self.window, self.qtbot, self.answers = window, qtbot, answers
        self.mouse = Hand(window, qtbot)

    def act(self, name: str) -> None:
        self.window.actions_[name].trigger()

    def dialog(self, kind):
        self.qtbot.waitUntil(lambda: bool(self._open(kind)), timeout=LONG_MS)
        (found,) = self._open(kind)
        return found

    def agree(self, dialog) -> None:
        self.qtbot.mouseClick(dialog.act_button, LEFT)

    def look(self) -> None:
        """Be at the window, not in a dialog that is gone."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=LONG_MS)

    def settle(self) -> None:
        jobs = self.window.outfit.jobs
        self.qtbot.waitUntil(lambda: not jobs.running, timeout=LONG_MS)

    def code(self, words: str, key: str) -> None:
        """Select words with the mouse, find the code by typing, choose it with Enter."""
        self.mouse.select(words)
        self.mouse.key(Qt.Key.Key_Return)
        field = self.window.view.coding.codes.find_field
        self.qtbot.keyClicks(field, key)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def codings(self, *names: str):
        """What these people say: name, code and place."""
        rows = self.window.workspace.read(coding_rows.rows)
        return {
            (row.coder_name, row.code_key, row.anchor)
            for row in rows
            if not names or row.coder_name in names
        }

    def _open(self, kind):
        return [one for one in self.window.findChildren(kind) if one.isVisible()]


@pytest.fixture
def seat(qtbot, empty_window, answers) -> Seat:
    return Seat(empty_window, qtbot, answers)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_team_hands_out_codes_blind_merges_and_settles(seat, tmp_path):
    study = tmp_path / "studie.qualcode"
    begin(seat, study)
    files = hand_out(seat, tmp_path / "uit")
    backs = [code_blind(seat, files[name], name, tmp_path) for name in CODERS]
    merge(seat, study, backs)
    alpha = compare(seat)
    said = seat.codings(*CODERS)
    settle(seat)
    assert seat.codings(*CODERS) == said  # the originals stay
    assert compare(seat) == alpha  # and agreement keeps using them
    export(seat, tmp_path / "consensus.xlsx")


def begin(seat: Seat, study) -> None:
    """The lead makes the project, adds the agreements and the names of the coders."""
    seat.answers.paths = [study]
    seat.act("new_project")
    dialog = seat.dialog(NewProjectDialog)
    seat.qtbot.keyClicks(dialog.title, "Drie akkoorden")
    seat.qtbot.keyClicks(dialog.coder, LEAD)
    seat.agree(dialog)
    with seat.qtbot.waitSignal(seat.window.desk.documents_added, timeout=LONG_MS):
        seat.window.desk.add_documents(sorted(paths.samples().glob("*.pdf")))
    for name in CODERS:
        seat.answers.lines = [name]
        seat.window.bar.coder.new_coder_requested.emit()
    lead = next(one for one in seat.window.workspace.coders() if one.name == LEAD)
    seat.window.workspace.choose_coder(lead.uid)


def hand_out(seat: Seat, folder):
    """Every coder gets the first agreement, blind; the lead gets nothing."""
    seat.act("hand_out")
    dialog = seat.dialog(HandoutDialog)
    dialog.each_by.setValue(len(CODERS) + 1)
    for row in range(1, dialog.grid.rowCount()):
        dialog.grid.item(row, CHOSEN).setCheckState(Qt.CheckState.Unchecked)
    dialog.grid.item(0, 1).setCheckState(Qt.CheckState.Unchecked)
    seat.answers.paths = [folder]
    seat.qtbot.mouseClick(dialog.folder_button, LEFT)
    seat.qtbot.keyClicks(dialog.message_line, "Lees het hele akkoord.")
    with seat.qtbot.waitSignal(seat.window.handing.told, timeout=LONG_MS):
        seat.agree(dialog)
    found = {name: next(folder.glob(f"*{name}*")) for name in CODERS}
    assert len(list(folder.iterdir())) == len(CODERS)
    return found


def code_blind(seat: Seat, file, name: str, folder):
    """A coder says who she is, codes, marks the agreement as read and sends the work back."""
    seat.window.workspace.settings.coder_uid = "a computer of somebody else"
    seat.answers.lines = [name]
    assert seat.window.desk.open(file)
    window = seat.window
    assert seat.answers.asked[-1] == "who"
    assert window.bar.coder.accessibleName().endswith(name)
    assert "Lees het hele akkoord." in window.view.coding.page.message.sentence.text()
    assert [coder.name for coder in window.workspace.coders()] == [name]
    assert window.workspace.read(coding_rows.rows) == []
    for words, key in WORK[name]:
        seat.code(words, key)
    assert len(seat.codings()) == len(WORK[name])
    seat.act("document_read")
    seat.act("send_back")
    back = folder / f"{name} terug.qualcode"
    seat.answers.paths = [back]
    with seat.qtbot.waitSignal(window.handing.told, timeout=LONG_MS) as told:
        seat.agree(seat.dialog(SendBackDialog))
    assert "MB" in told.args[0]
    return back


def merge(seat: Seat, study, backs) -> None:
    """The lead opens the project again and merges all three files at once."""
    assert seat.window.desk.open(study)
    assert seat.window.bar.coder.accessibleName().endswith(LEAD)
    seat.answers.paths = list(backs)
    seat.act("merge_files")
    space = seat.window.view.merge_space
    seat.qtbot.waitUntil(lambda: space.plan is not None, timeout=LONG_MS)
    files = [space.panel.files.topLevelItem(number) for number in range(len(backs))]
    assert [file.text(0) for file in files] == [back.name for back in backs]
    assert all("Handed out on" in file.toolTip(0) for file in files)
    with seat.qtbot.waitSignal(seat.window.merging.told, timeout=LONG_MS):
        seat.agree(space.side)
    seat.qtbot.mouseClick(space.side.after.findChildren(ActionCard)[0], LEFT)
    assert seat.window.view.currentWidget() is seat.window.view.agreement_space
    assert len(seat.codings()) == sum(len(work) for work in WORK.values())
    assert all(row.has_file for row in seat.window.workspace.read(documents.rows))


def compare(seat: Seat) -> dict[str, float]:
    """Look at agreement; returns alpha by code."""
    seat.act("space_agreement")
    panel = seat.window.view.agreement_space.panel
    seat.settle()
    seat.qtbot.waitUntil(lambda: panel.report is not None, timeout=LONG_MS)
    assert set(panel.report.data.coder_names) == set(CODERS)
    return {row.code_key: str(row.alpha) for row in panel.report.table.rows}


def settle(seat: Seat) -> None:
    """The lead goes through all differences, each with one key, and takes over what is equal."""
    seat.act("space_adjudication")
    panel = seat.window.view.adjudication_space.panel
    seat.qtbot.waitUntil(lambda: panel.current() is not None, timeout=LONG_MS)
    seat.look()
    board = panel.model.board
    assert len(board.differences) == 3
    assert len(board.equal) == 1
    keys = {"WON-3": Qt.Key.Key_1, "RUI-1": Qt.Key.Key_A, "WON-2": Qt.Key.Key_X}
    for _ in range(3):
        key = seat.window.view.adjudication_space._names.key(panel.current())
        seat.qtbot.keyClick(panel.list, keys[key])
    assert panel.progress.text() == "3 of 3"
    seat.qtbot.keyClick(panel.list, Qt.Key.Key_A, CTRL | SHIFT)
    seat.settle()
    assert all(board.state(place) is State.DECIDED for place in board.places)
    outcome = sorted(key for _, key, _ in seat.codings("Consensus"))
    assert outcome == ["RUI-1", "RUI-1", "RUI-2", "WON-3"]
    seat.act("undo")
    assert len(seat.codings("Consensus")) == 3
    seat.act("redo")
    seat.settle()
    assert len(seat.codings("Consensus")) == 4


def export(seat: Seat, target) -> None:
    """The workbook holds the outcome as the work of the consensus, beside that of the coders."""
    with seat.qtbot.waitSignal(seat.window.exporting.told, timeout=LONG_MS):
        seat.window.exporting.export(ExportWish(What.WORKBOOK), target)
    book = openpyxl.load_workbook(target, read_only=True)
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    coder, code = head.index("Coder"), head.index("Code")
    told = sorted(row[code] for row in rows if row[coder] == "Consensus")
    assert told == ["RUI-1", "RUI-1", "RUI-2", "WON-3"]
    assert {row[coder] for row in rows} == {*CODERS, "Consensus"}


# By command, over real agreements

N_PDFS = 20
PER_DOCUMENT = 6
SEED = 20


@pytest.fixture
def command(capsys):
    """Runs a command that must go well and returns what it printed."""

    def call(*arguments: object) -> str:
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert code == 0, printed.err
        return printed.out

    return call


@pytest.mark.corpus
@pytest.mark.slow
def test_twenty_real_agreements_go_the_same_way_by_command(command, corpus, tmp_path):
    study = tmp_path / "studie.qualcode"
    pdfs = sorted((corpus / "agreements").glob("*.pdf"))[:N_PDFS]
    assert len(pdfs) == N_PDFS
    command("new", study, "--coder", LEAD)
    command("add", study, *pdfs)
    for name in CODERS:
        command("coders", study, name)
    out = tmp_path / "uit"
    out.mkdir()
    names = [part for name in CODERS for part in ("--coder", name)]
    command("handout", study, out, *names, "--message", "Alles lezen.", "--seed", SEED)
    backs = []
    for name in CODERS:
        file = next(out.glob(f"*{name}*"))
        code_by_table(command, file, name, tmp_path)
        command("read", file, "--coder", name)
        backs.append(tmp_path / f"{name}.qualcode")
        command("sendback", file, backs[-1])
        assert backs[-1].stat().st_size < file.stat().st_size
    command("merge", study, *backs)
    before = command("agreement", study)
    settle_by_command(command, study)
    assert command("agreement", study) == before
    target = tmp_path / "consensus.csv"
    command("export", study, target)
    assert ";Consensus;" in target.read_text("utf-8-sig")


def code_by_table(command, file, name: str, folder) -> None:
    """Code sentences of every agreement: mostly alike, sometimes shorter, sometimes otherwise."""
    with Project.open(file, read_only=True) as project:
        assert [one.name for one in project.read(people.coders)] == [name]
        shelf = project.read(documents.rows)
        lines = ["coder,document,start,end,code"]
        for number, row in enumerate(shelf):
            alike = random.Random(f"{SEED} {number}")
            own = random.Random(f"{SEED} {number} {name}")
            units = project.read(documents.units, row.revision_uid, "paragraph")
            long = [unit for unit in units if len(unit) > 200]
            for unit in alike.sample(long, min(PER_DOCUMENT, len(long))):
                key = alike.choice(("WON-1", "MOB-1", "ZOR-1", "DUU-1"))
                match own.randrange(6):
                    case 0:
                        continue
                    case 1:
                        key = "BES-1"
                end = unit.end - (len(unit) // 3 if own.randrange(5) == 0 else 0)
                lines.append(f'{name},"{row.title}",{unit.start},{end},{key}')
    table = folder / f"{name}.csv"
    table.write_text("\n".join(lines), "utf-8")
    command("codings", "import", file, table)


def settle_by_command(command, study) -> None:
    """Take over what is equal and decide on everything else, each place by one command."""
    with Project.open(study, read_only=True) as project:
        originals = {row.uid for row in project.read(coding_rows.rows)}
    command("adjudicate", "equal", study, "--as", LEAD)
    listed = [line.split("  ") for line in command("adjudicate", "list", study).splitlines()]
    assert len(listed) > N_PDFS
    assert {line[1] for line in listed} == {"open"}
    for number, (place, *_) in enumerate(listed[:6]):
        how = (("--both",), ("--none",), ("--discuss", "Wat telt hier?"))[number % 3]
        command("adjudicate", "decide", study, place, "--as", LEAD, *how)
    states = [line.split("  ")[1] for line in command("adjudicate", "list", study).splitlines()]
    assert sorted(states[:6]) == ["decided"] * 4 + ["discuss"] * 2
    with Project.open(study, read_only=True) as project:
        uid = project.read(consensus.coder_uid)
        now = project.read(coding_rows.rows)
        assert {row.uid for row in now if row.coder_uid != uid} == originals
        assert len([row for row in now if row.coder_uid == uid]) > N_PDFS
