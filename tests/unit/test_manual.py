"""The manual names what is there."""

from __future__ import annotations

import re

import pytest

from qualcode_app import __version__, frames, paths
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
    named = set(re.findall(r"`qualcode ([a-z][a-z-]*)", page.read_text("utf-8")))
    assert named <= set(cli.commands)


@pytest.mark.parametrize("page", ["en/whats-new.md", "nl/wat-is-nieuw.md"])
def test_the_newest_version_stands_first_among_the_news(page):
    headings = re.findall(
        r"^## (?:Version|Versie) (\S+)$", (MANUAL / page).read_text("utf-8"), re.MULTILINE
    )
    assert headings[0] == __version__
    changelog = (MANUAL.parents[1] / "CHANGELOG.md").read_text("utf-8")
    assert headings == re.findall(r"^## ([\d.]+)", changelog, re.MULTILINE)


@pytest.mark.parametrize("page", ["en/citing.md", "nl/aanhalen.md"])
def test_the_program_is_cited_with_its_version(page):
    said = (MANUAL / page).read_text("utf-8")
    assert set(re.findall(r"\d+\.\d+\.\d+", said)) == {__version__}
    cited = (MANUAL.parents[1] / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {__version__}\n" in cited


def pictures(page):
    return re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8"))


def test_every_picture_is_there_and_told_in_words():
    for page in PAGES:
        for words, link in pictures(page):
            assert (page.parent / link).is_file(), link
            assert len(words.split()) >= 8, words


def test_each_language_has_the_same_pictures_in_its_own_words():
    shown = {}
    for language in ("en", "nl"):
        told = {link for page in MANUAL.glob(f"{language}/*.md") for _, link in pictures(page)}
        files = {path.name: path for path in (MANUAL / language / "pictures").iterdir()}
        assert {f"pictures/{name}" for name in files} == told
        shown[language] = files
    assert set(shown["en"]) == set(shown["nl"])
    for name, path in shown["en"].items():
        assert path.read_bytes() != shown["nl"][name].read_bytes(), name


def test_the_pictures_are_light():
    assert sum(path.stat().st_size for path in MANUAL.rglob("*.png")) < 3_000_000


def test_links_between_pages_lead_to_pages():
    for page in PAGES:
        links = re.findall(r"\]\(([^)]+\.md)\)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).is_file()] == []
