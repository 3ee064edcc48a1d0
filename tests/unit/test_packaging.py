"""What installs the program says the same as the program."""

from __future__ import annotations

import ast
import configparser
import importlib.util
import json
import plistlib
import re
import subprocess
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy
import pymupdf
import PySide6
import pytest

import qualcode_app
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


def tool(name):
    """Load a program of the packaging as a module."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / "frozen" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_licences_of_all_parts_are_collected(tmp_path):
    files = [Path(part.__file__) for part in (json, numpy, PySide6, pymupdf, qualcode_app)]
    target = tmp_path / "LICENCES.txt"
    names = tool("licences").write(target, files)
    assert {name.lower() for name in names} >= {"numpy", "pyside6_essentials", "pymupdf"}
    assert len(names) == 4  # and Python
    text = target.read_text("utf-8")
    for said in ("PYTHON SOFTWARE FOUNDATION", "GNU LESSER GENERAL PUBLIC LICENSE", "NumPy"):
        assert said in text


def test_a_part_without_a_known_licence_stops_the_build(tmp_path):
    stray = tmp_path / "libstray.so.1"
    stray.write_bytes(b"\x7fELF")
    licences = tool("licences")
    with pytest.raises(licences.Unlicensed, match="libstray"):
        licences.write(tmp_path / "LICENCES.txt", [stray])
    assert not (tmp_path / "LICENCES.txt").exists()


def test_libraries_of_the_system_go_with_the_last_that_asked_for_them():
    kept = [
        ("PySide6/plugins/platforms/libqxcb.so", "/env/libqxcb.so", "BINARY"),
        ("libX11.so.6", "/lib/libX11.so.6", "BINARY"),
        ("libXau.so.6", "/usr/lib/libXau.so.6", "BINARY"),
        ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY"),
    ]
    gone = [
        ("PySide6/plugins/platformthemes/libqgtk3.so", "/env/libqgtk3.so", "BINARY"),
        ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0", "BINARY"),
        ("libcairo.so.2", "/usr/lib/libcairo.so.2", "BINARY"),
    ]
    asked = {"libqxcb": "libX11.so.6", "libX11": "libXau.so.6"}
    asked |= {"libqgtk3": "libgtk-3.so.0", "libgtk-3": "libcairo.so.2"}

    def imports(source):
        name = Path(source).name.partition(".so")[0]
        return [(asked[name], None)] if name in asked else []

    assert tool("slim").binaries([*kept, *gone], imports) == kept


def test_icons_for_windows_and_macos_are_made_from_the_drawing(qapp):
    pictograms = tool("pictograms")
    assert pictograms.ico()[:4] == b"\0\0\1\0"
    icns = pictograms.icns()
    assert icns[:4] == b"icns"
    assert int.from_bytes(icns[4:8], "big") == len(icns)


def test_macos_is_told_which_files_a_double_click_opens():
    spec = ast.parse((PACKAGING / "frozen" / "qualcode.spec").read_text("utf-8"))
    (bundle,) = (
        node
        for node in ast.walk(spec)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "BUNDLE"
    )
    (told,) = (each.value for each in bundle.keywords if each.arg == "info_plist")
    plist = plistlib.loads(plistlib.dumps(ast.literal_eval(told)))
    (opened,) = plist["CFBundleDocumentTypes"]
    (kind,) = plist["UTExportedTypeDeclarations"]
    assert opened["CFBundleTypeExtensions"] == ["qualcode"]
    assert opened["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"] == {
        "public.filename-extension": ["qualcode"],
        "public.mime-type": MIME,
    }


def test_the_version_is_written_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]
    number = project["tool"]["hatch"]["version"]["path"]
    assert qualcode_app.__version__ in (ROOT / number).read_text("utf-8")


@pytest.mark.parametrize(
    "told", [".github/workflows/build.yml", "Makefile", "packaging/linux/build.sh"]
)
def test_what_a_build_runs_is_there(told):
    text = (ROOT / told).read_text("utf-8")
    named = re.findall(r"packaging[/\\][\w./\\-]+\w|\$here/[\w.]+\w", text)
    assert named
    for name in named:
        path = name.replace("\\", "/").replace("$here", str((ROOT / told).parent))
        assert (ROOT / path).exists(), path
