"""The benches stand on tools of the tests: who changes those learns here that they still fit."""

import importlib
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
BENCHES = sorted(path.stem for path in (TESTS / "bench").glob("bench_*.py"))


@pytest.fixture(autouse=True)
def _paths(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(TESTS.parent), str(TESTS), *sys.path])


@pytest.mark.parametrize("name", BENCHES)
def test_a_bench_can_be_loaded_and_measures(name):
    assert callable(importlib.import_module(f"bench.{name}").measure)


def test_the_page_view_is_measured_on_a_document_read_as_the_import_does():
    tools = importlib.import_module("bench.page_tools")
    sample = TESTS.parent / "resources" / "samples" / "oostervaart-2026.pdf"

    source = tools.read(sample.read_bytes(), "Oostervaart 2026")

    assert source.pages
    assert tools.codings_of(source, 3)
