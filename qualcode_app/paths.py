"""Where the program's own files and the user's folders lie."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Return a folder of shipped data: inside an installed package, else beside a checkout's."""
    installed = PACKAGE / "_data" / name
    return installed if installed.is_dir() else PACKAGE.parent / name


def resources() -> Path:
    """Return the folder with icons, themes, translations, manual and samples."""
    return _shipped("resources")


def codebooks() -> Path:
    """Return the folder with the shipped codebooks."""
    return _shipped("codebooks")


def samples() -> Path:
    """Return the folder with the sample agreements and their codings."""
    return resources() / "samples"
