"""The manual names what is there."""

from __future__ import annotations

import re

import pytest

from qualcode_app import frames, paths
from qualcode_app.cli import cli

MANUAL = paths.resources() / "manual"
ANALYSIS = (MANUAL / "en" / "analysis.md", MANUAL / "nl" / "analyse.md")
EXPORTS = (MANUAL / "en" / "exports.md", MANUAL / "nl" / "exporteren.md")
PAGES = sorted(MANUAL.glob("*/*.md"))


@pytest.mark.parametrize("page", ANALYSIS, ids=lambda page: page.stem)
def test_every_type_of_statement_has_its_way(page):
    rows = re.findall(r"^\| T(\d+) [^|]+\|([^|]*)\|", page.read_text("utf-8"), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 25))
    assert all(way.strip() for _, way in rows)


@pytest.mark.parametrize("page", EXPORTS, ids=lambda page: page.stem)
def test_every_table_is_told(page):
    said = page.read_text("utf-8")
    assert [key for key in frames.TABLES if f"`{key}`" not in said] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_a_page_is_there(page):
    named = set(re.findall(r"`qualcode ([a-z-]+)", page.read_text("utf-8")))
    assert named <= set(cli.commands)
