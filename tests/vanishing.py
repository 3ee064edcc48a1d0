"""What may happen to a file from outside while it is open here."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def _deleted(path: Path, _other: Path) -> None:
    path.unlink()


def _moved(path: Path, _other: Path) -> None:
    path.rename(path.with_name("moved.qualcode"))


def _replaced(path: Path, other: Path) -> None:
    incoming = path.with_name("incoming")
    shutil.copy(other, incoming)
    incoming.replace(path)


@pytest.fixture(params=[_deleted, _moved, _replaced], ids=["deleted", "moved", "replaced"])
def vanishes(request: pytest.FixtureRequest) -> Callable[[Path, Path], None]:
    """Take a file away, or put a copy of another one in its place."""
    if os.name == "nt":
        pytest.skip("an open file cannot be moved there")
    act: Callable[[Path, Path], None] = request.param
    return act
