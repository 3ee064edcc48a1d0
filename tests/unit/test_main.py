"""The three ways into the program."""

from __future__ import annotations

import subprocess
import sys


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "qualcode_app", *arguments]
    return subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)


def test_a_command_runs_without_a_window():
    done = run("--help")
    assert done.returncode == 0
    assert b"agreement" in done.stdout


def test_an_unknown_command_ends_with_2_and_one_line():
    done = run("nonsense")
    assert done.returncode == 2
    assert b"nonsense" in done.stderr


def test_the_child_ends_when_its_parent_is_gone():
    done = run("--child")
    assert done.returncode == 0
    assert done.stdout == b""
