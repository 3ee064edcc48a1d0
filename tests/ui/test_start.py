"""Starting: light, on screen before anything heavy is loaded, and alive after a mistake."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

LATE = (
    *("pandas", "numpy", "scipy", "lxml", "docx", "xlsxwriter", "pymupdf", "click", "regex"),
    *("sqlalchemy.dialects.postgresql", "PySide6.QtNetwork", "PySide6.QtPrintSupport"),
    *("qualcode_app.formats", "qualcode_app.services.documents.intake"),
    *("qualcode_app.domain.codebook_file", "qualcode_app.services.merging.batches"),
)
DIALOGS = ["about", "frame", "trouble"]  # a mistake must be told whatever cannot be loaded


def run_in_child(code: str, tmp_path) -> dict:
    """Run code in a fresh Python with settings of its own and return what it prints."""
    begin = f"""
        import json, sys
        from pathlib import Path
        from PySide6.QtWidgets import QApplication
        from qualcode_app.settings import Settings
        from qualcode_app.ui.app import App
        application = QApplication([])
        app = App(application, Settings.load(Path({str(tmp_path / "settings.json")!r})))
        app.show()
        application.processEvents()
        def loaded():
            return [name for name in {("sqlalchemy", *LATE)!r} if name in sys.modules]
    """
    script = textwrap.dedent(begin) + textwrap.dedent(code)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_window_is_on_screen_before_anything_heavy_is_loaded(tmp_path):
    told = run_in_child(
        """
        seen = app.window.isVisible()
        print(json.dumps({"visible": seen, "loaded": loaded()}))
        app.shut_down()
        """,
        tmp_path,
    )
    assert told == {"visible": True, "loaded": []}


def test_with_a_project_open_only_the_database_is_loaded(tmp_path, project_file):
    told = run_in_child(
        f"""
        opened = app.window.desk.open(Path({str(project_file)!r}))
        application.processEvents()
        print(json.dumps({{"opened": opened, "loaded": loaded()}}))
        app.shut_down()
        """,
        tmp_path,
    )
    assert told == {"opened": True, "loaded": ["sqlalchemy"]}


def test_with_a_project_open_no_dialog_waits_and_no_source_was_read(tmp_path, project_file):
    told = run_in_child(
        f"""
        import linecache
        app.window.desk.open(Path({str(project_file)!r}))
        application.processEvents()
        here = "qualcode_app.ui.dialogs."
        dialogs = sorted(name.removeprefix(here) for name in sys.modules if name.startswith(here))
        read = [name for name in linecache.cache if Path(name).match("sqlalchemy/*/*.py")]
        print(json.dumps({{"dialogs": dialogs, "read": read}}))
        app.shut_down()
        """,
        tmp_path,
    )
    assert told == {"dialogs": DIALOGS, "read": []}


def test_a_mistake_is_shown_with_details_and_the_window_lives_on(tmp_path):
    told = run_in_child(
        """
        from PySide6.QtCore import QTimer
        from qualcode_app.ui.dialogs.trouble import TroubleDialog
        sys.excepthook = app.take_error
        def fail():
            raise ValueError("what a participant said")
        QTimer.singleShot(0, fail)
        for _ in range(50):
            application.processEvents()
        dialog = app.window.findChild(TroubleDialog)
        dialog.copy_button.click()
        copied = application.clipboard().text()
        dialog.close()
        print(json.dumps({"copied": copied, "visible": app.window.isVisible()}))
        app.shut_down()
        """,
        tmp_path,
    )
    assert told["visible"]
    assert "ValueError" in told["copied"]
    assert "participant" not in told["copied"]


def test_a_project_named_on_the_command_line_opens(tmp_path, project_file):
    script = f"""
        import os, sys
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from qualcode_app import logs, settings
        from qualcode_app.ui import app as module
        folder = Path({str(tmp_path)!r})
        settings.default_path = lambda: folder / "settings.json"
        logs.default_folder = lambda: folder / "logs"
        def look():
            window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "desk"))
            if window.view is None:
                QTimer.singleShot(50, look)
            else:
                print(window.windowTitle())
                window.close()
        QTimer.singleShot(0, look)
        sys.exit(module.run([{str(project_file)!r}]))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "Voorbeeld: drie akkoorden (project.qualcode) – QualCode"


def test_a_double_click_that_the_desktop_sends_along_opens_the_file(tmp_path):
    asked = tmp_path / "Studie één.qualcode"
    code = f"""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QFileOpenEvent
        from qualcode_app.ui.app import Application
        application.shutdown()
        desktop, heard = Application([]), []
        desktop.file_asked.connect(lambda path: heard.append(str(path)))
        desktop.sendEvent(desktop, QFileOpenEvent(QUrl.fromLocalFile({str(asked)!r})))
        print(json.dumps(heard))
    """
    assert run_in_child(code, tmp_path) == [str(asked)]
