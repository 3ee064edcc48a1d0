"""What every test may ask for."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def _shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"the folder ../shared/{name} is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder with real PDFs and double-coded texts, beside the checkout."""
    return _shared("corpus")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder with the source texts, beside the checkout."""
    return _shared("seeds")
