"""Nothing goes out: no socket to a network is made, and no log or report holds what is studied."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap

import pytest
from reportlab.pdfgen.canvas import Canvas

WORDS = ("Geheimcitaat", "Geheimnaam", "Geheimmap", "Geheimmemo", "Geheimtitel", "Geheimzoek")

GUARD = """
import os, sys

def guard(event, args):
    if event == "socket.__new__" and args[1] != 1 or event.startswith(("socket.get", "urllib")):
        with open(os.environ["GUARD_FOUND"], "a") as found:
            found.write(f"{event} {args}\\n")
        raise RuntimeError("no network here")

sys.addaudithook(guard)
with open(os.environ["GUARD_SEEN"], "a") as seen:
    seen.write(f"{os.getpid()}\\n")
"""

JOURNEY = """
    import json, os, sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from qualcode_app import logs
    from qualcode_app.domain.anchors import TextAnchor
    from qualcode_app.services.codebook import codebook
    from qualcode_app.services.coding import codings
    from qualcode_app.services.coding.codings import NewCoding
    from qualcode_app.services.documents import documents
    from qualcode_app.services.exporting import exports
    from qualcode_app.services.merging import copies
    from qualcode_app.settings import Settings
    from qualcode_app.ui.app import App
    from qualcode_app.ui.dialogs.trouble import TroubleDialog
    from qualcode_app import paths

    base = Path(sys.argv[1])
    folder = base / "Geheimmap"
    folder.mkdir()
    logs.set_up(base / "logs")
    application = QApplication([])
    app = App(application, Settings(path=base / "settings.json", language="nl"))
    sys.excepthook = app.take_error
    app.show()
    window, workspace = app.window, app.outfit.workspace

    def settle():
        application.processEvents()
        while app.outfit.jobs.running:
            application.processEvents()

    book = paths.codebooks() / "combined.json"
    assert workspace.create(folder / "study.qualcode", "Geheimtitel", "Geheimnaam", book)
    text = folder / "verslag.txt"
    text.write_text("De wethouder zei: Geheimcitaat over woningen. " * 40, "utf-8")
    pdf = next(base.glob("*.pdf"))
    window.desk.add_documents([text, pdf])
    settle()
    row = max(workspace.read(documents.rows), key=lambda each: each.n_chars)
    window.viewing.look_at(row.uid)
    settle()
    code = next(each for each in workspace.read(codebook.rows) if each.level == 2)
    new = NewCoding(
        row.revision_uid, workspace.round_uid, workspace.coder_uid, code.uid, TextAnchor(3, 60),
        memo="Geheimmemo",
    )
    assert workspace.write(codings.add, new) is not None
    refused = workspace.write(codings.add, new)
    window.view.show_space("analysis")
    window.view.show_space("corpus")
    window.view.show_space("register")
    window.view.show_space("coding")
    settle()
    copy = folder / "copy.qualcode"
    copies.save_copy(workspace.project, copy)
    window.merging.plan([copy])
    settle()
    (folder / "broken.qualcode").write_text("Geheimcitaat " * 40)
    opened = window.desk.open(folder / "broken.qualcode")

    def fail():
        Geheimlokaal = "Geheimzoek"
        try:
            raise KeyError(f"{folder} Geheimcitaat")
        except KeyError as error:
            raise ValueError(f"Geheimnaam zei {Geheimlokaal}") from error

    def fail_in_work(progress):
        fail()

    told = []
    for begin in (lambda: QTimer.singleShot(0, fail),
                  lambda: app.outfit.jobs.start("work", fail_in_work)):
        begin()
        for _ in range(200):
            application.processEvents()
            dialog = window.findChild(TroubleDialog)
            if dialog is not None:
                break
        settle()
        dialog = window.findChild(TroubleDialog)
        dialog.copy_button.click()
        told.append(application.clipboard().text())
        dialog.close()
        settle()
        for _ in range(20):
            application.processEvents()
    after = workspace.write(codings.remove, new.uid) is not None
    network = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        listed = Path("/proc/self/net") / table
        if listed.exists():
            network |= {line.split()[9] for line in listed.read_text().splitlines()[1:]}
    held = []
    for place in Path("/proc/self/fd").glob("*") if Path("/proc/self/fd").exists() else ():
        try:
            name = os.readlink(place)
        except OSError:
            continue
        if name.startswith("socket:[") and name[8:-1] in network:
            held.append(name)
    app.shut_down()
    print(json.dumps({"details": told, "refused": refused is None, "opened": opened,
                      "goes on": after, "network": held}))
"""


@pytest.fixture(scope="module")
def journey(tmp_path_factory):
    """What a piece of work left behind: what it told, and every log and stream as text."""
    base = tmp_path_factory.mktemp("journey")
    (base / "guard").mkdir()
    (base / "guard" / "sitecustomize.py").write_text(GUARD)
    agreement(base / "akkoord.pdf")
    environment = {
        **os.environ,
        "PYTHONPATH": str(base / "guard"),
        "GUARD_FOUND": str(base / "found"),
        "GUARD_SEEN": str(base / "seen"),
    }
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(JOURNEY), str(base)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    written = "".join(path.read_text("utf-8") for path in (base / "logs").iterdir())
    return base, json.loads(done.stdout.splitlines()[-1]), written + done.stderr


def agreement(path) -> None:
    sheet = Canvas(str(path), pagesize=(400, 300))
    sheet.drawString(40, 220, "Geheimcitaat in een akkoord.")
    sheet.showPage()
    sheet.save()


def test_neither_log_nor_report_nor_dialog_holds_what_is_studied(journey):
    _, told, written = journey
    assert told["refused"]
    assert not told["opened"]
    for details in (*told["details"], written):
        assert "ValueError" in details
        assert "after builtins.KeyError" in details
        assert [word for word in WORDS if word in details] == []


def test_after_mistakes_the_work_goes_on(journey):
    _, told, _ = journey
    assert len(told["details"]) == 2
    assert told["goes on"]


def test_no_process_makes_a_socket_to_a_network(journey):
    base, told, _ = journey
    assert len((base / "seen").read_text().split()) >= 2  # the window and the child for PDFs
    assert not (base / "found").exists()
    assert told["network"] == []
