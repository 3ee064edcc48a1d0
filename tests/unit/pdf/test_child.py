"""The child as a process: it may hang, crash or be left alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from qualcode_app.domain.errors import Cancelled, UnreadableDocument
from qualcode_app.domain.progress import Ticket
from qualcode_app.pdf.client import Extractor
from qualcode_app.pdf.process import Child, ChildGone

ROOT = Path(__file__).resolve().parents[3]


def wait_until(true, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.01)
    return False


def is_gone(pid: int) -> bool:
    """Tell whether a process has ended, be it as a zombie."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True
    return stat.rpartition(")")[2].split()[0] == "Z"


def test_progress_counts_pages(pdf):
    class Seen:
        def __init__(self) -> None:
            self.steps = []

        def report(self, done: int, total: int) -> None:
            self.steps.append((done, total))

    seen = Seen()
    with Extractor() as extractor:
        extractor.extract(pdf([], [], []), "a.pdf", progress=seen)
    assert [step for step in seen.steps if step[0]] == [(1, 3), (2, 3), (3, 3)]


def test_cancelling_works_in_the_midst_of_a_page(endless):
    ticket = Ticket()
    threading.Timer(0.5, ticket.stop.set).start()
    with Extractor() as extractor, pytest.raises(Cancelled):
        extractor.extract(endless, "endless.pdf", progress=ticket)


def test_a_page_that_never_ends_is_given_up(endless, pdf):
    with Extractor() as extractor:
        with pytest.raises(UnreadableDocument, match=r"Page 1 of endless\.pdf took longer"):
            extractor.extract(endless, "endless.pdf", timeout_s=0.5)
        assert extractor.extract(pdf([("een", 72, 700)]), "a.pdf").text == "een\n"


def test_a_crash_becomes_a_sentence(endless, pdf):
    with Extractor() as extractor:

        def kill() -> None:
            wait_until(lambda: extractor._child is not None)
            time.sleep(0.4)
            os.kill(extractor._child.pid, signal.SIGKILL)

        threading.Thread(target=kill).start()
        with pytest.raises(UnreadableDocument, match=r"endless\.pdf made the PDF reader crash"):
            extractor.extract(endless, "endless.pdf")
        assert extractor.extract(pdf([("een", 72, 700)]), "a.pdf").text == "een\n"


def test_a_closed_extractor_leaves_no_process(pdf):
    with Extractor() as extractor:
        extractor.extract(pdf([]), "a.pdf")
        pid = extractor._child.pid
    assert wait_until(lambda: is_gone(pid))


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("busy", [False, True])
def test_the_child_dies_with_its_parent(tmp_path, endless, busy):
    (tmp_path / "endless.pdf").write_bytes(endless)
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from qualcode_app.pdf.process import Child\n"
        "child = Child()\n"
        f"if {busy}:\n"
        "    child.send({'do': 'extract', 'password': None, 'timeout_s': 60},\n"
        "               Path(sys.argv[1]).read_bytes())\n"
        "    child.receive(60)\n"
        "print(child.pid, flush=True)\n"
        "child.receive(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "endless.pdf")],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as parent:
        pid = int(parent.stdout.readline())
        time.sleep(0.3)
        assert not is_gone(pid)
        parent.kill()
    assert wait_until(lambda: is_gone(pid))


def test_the_child_prints_nothing(tmp_path, pdf):
    script = (
        "import sys\n"
        "from qualcode_app.pdf.client import extract\n"
        "extract(sys.stdin.buffer.read(), 'a.pdf')\n"
    )
    content = pdf([("een", 72, 700)])
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=content[: content.rindex(b"xref\n0")],  # MuPDF has much to say about this
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout + done.stderr == b""


def test_asking_a_dead_child_is_told_and_does_not_wait():
    child = Child()
    child.kill()
    with pytest.raises(ChildGone):
        child.receive(60)
    with pytest.raises(ChildGone):
        child.send({"do": "forget", "key": "", "timeout_s": 1}, b"x" * 1_000_000)


def test_reading_pdfs_brings_no_pymupdf_into_the_program():
    script = (
        "import sys\n"
        "import qualcode_app.pdf.client\n"
        "print(sorted({'pymupdf', 'PySide6', 'numpy', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.strip() == "[]"
