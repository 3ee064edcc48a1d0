"""What installs the program says the same as the program."""

from __future__ import annotations

import configparser
import importlib.util
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from qualcode_app.models.engine import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
MIME = "application/x-qualcode"


def test_the_menu_entry_opens_projects_in_both_languages():
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(PACKAGING / "linux" / "qualcode.desktop", encoding="utf-8")
    said = entry["Desktop Entry"]
    assert said["Exec"] == "qualcode %f"
    assert said["MimeType"] == f"{MIME};"
    assert {"Comment[nl]", "GenericName[nl]"} <= set(said)
    assert (ROOT / "resources" / "brand" / f"{said['Icon']}.svg").exists()


def test_a_project_is_known_by_its_name_and_by_its_bytes(project_file):
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = ElementTree.parse(PACKAGING / "linux" / "qualcode.xml").getroot()
    assert kind.get("type") == MIME
    match = kind.find("m:magic/m:match", space)
    assert int(match.get("value"), 16) == APPLICATION_ID
    at = int(match.get("offset"))
    assert project_file.read_bytes()[at : at + 4] == APPLICATION_ID.to_bytes(4, "big")
    assert project_file.match(kind.find("m:glob", space).get("pattern"))


def test_the_installer_for_windows_takes_files_that_are_made_or_kept_and_opens_projects():
    script = (PACKAGING / "windows" / "qualcode.iss").read_text("utf-8")
    named = re.findall(r"\.\.\\\.\.\\([\w.]+)", script)
    assert set(named) == {"LICENSE", "build", "dist"}
    assert (ROOT / "LICENSE").exists()
    assert 'Subkey: "Software\\Classes\\.qualcode"' in script
    assert '"""{app}\\qualcode.exe"" ""%1"""' in script


@pytest.mark.parametrize("script", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: path.name)
def test_a_shell_script_can_be_read_by_any_shell(script):
    subprocess.run(["sh", "-n", str(script)], check=True)


def test_the_licences_of_all_parts_are_collected(tmp_path):
    target = tmp_path / "LICENCES.txt"
    command = [sys.executable, str(PACKAGING / "frozen" / "licences.py"), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    text = target.read_text("utf-8")
    for part in ("PyMuPDF", "PySide6_Essentials", "SQLAlchemy", "pandas", "numpy", "scipy"):
        assert part.lower() in text.lower()


def test_icons_for_windows_and_macos_are_made_from_the_drawing(tmp_path, qapp):
    spec = importlib.util.spec_from_file_location(
        "pictograms", PACKAGING / "frozen" / "pictograms.py"
    )
    pictograms = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pictograms)
    assert pictograms.ico()[:4] == b"\0\0\1\0"
    icns = pictograms.icns()
    assert icns[:4] == b"icns"
    assert int.from_bytes(icns[4:8], "big") == len(icns)
