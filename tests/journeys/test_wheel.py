"""The program as it is installed: from a wheel, away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_resources_codebooks_and_licence(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for part in (
        "qualcode_app/_data/codebooks/combined.json",
        "qualcode_app/_data/resources/samples/codings.csv",
        "qualcode_app/_data/resources/themes/light.toml",
        "qualcode_app/_data/resources/i18n/qualcode_nl.qm",
        "qualcode_app/models/migrations/version_1.sql",
    ):
        assert part in names
    assert any(name.endswith("LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "packaging/")) for name in names)


def test_the_installed_program_does_its_main_job(wheel, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    code = (
        "import qualcode_app, sys; from qualcode_app.__main__ import main;"
        "print(qualcode_app.__file__, flush=True); sys.argv[1:] = ['demo', 'uit'];"
        "sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].startswith(str(site))
    assert (tmp_path / "uit" / "sample.xlsx").exists()
