"""What is dear to make is made once for all processes that run tests side by side."""

from __future__ import annotations

import os
import pickle
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode_app.domain.extraction import ExtractedDocument
from qualcode_app.pdf.client import Extractor

LONGEST_S = 600


class Once:
    """Lets the first process that asks make a folder of files; the others wait and read them."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        own = factory.getbasetemp()
        self._root = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "made once"
        self._root.mkdir(exist_ok=True)

    def __call__(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return the folder with what `make` put there; change nothing in it."""
        folder, done = self._root / name, self._root / f"{name} is done"
        give_up = time.monotonic() + LONGEST_S
        while not done.exists():
            try:
                folder.mkdir()
            except FileExistsError:
                assert time.monotonic() < give_up, f"nobody made {name}"
                time.sleep(0.05)
                continue
            try:
                make(folder)
            except BaseException:
                shutil.rmtree(folder)
                raise
            done.touch()
        return folder


class Extractions:
    """Real PDFs, each read once by the same call that an import makes."""

    def __init__(self, once: Once) -> None:
        self._once = once
        self._extractor = Extractor()

    def __call__(self, path: Path, password: str | None = None) -> ExtractedDocument:
        """Return what reading a file of the corpus yields."""

        def make(folder: Path) -> None:
            found = self._extractor.extract(path.read_bytes(), path.name, password=password)
            (folder / "found").write_bytes(pickle.dumps(found))

        return pickle.loads((self._once(path.name, make) / "found").read_bytes())

    def close(self) -> None:
        """End the process that reads."""
        self._extractor.close()
