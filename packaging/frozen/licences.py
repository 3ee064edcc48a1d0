"""Collect the licences of all that goes into the frozen program, in one text.

The specification gives the files it collected. Each belongs to a Python package, to a package of
the system, or to Python; a file that belongs to nobody, or whose owner brings no text, stops the
build.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).with_name("texts")
LINE = "=" * 78
NAMED = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
READ = {"", ".txt", ".md", ".rst"}
# What a package only names: the Lesser GPL adds to the GPL, the Affero GPL is our own.
STANDARD = {"LGPL-3.0": ("LGPL-3.0.txt", "GPL-3.0.txt"), "AFFERO GPL": ()}
MICROSOFT = re.compile(r"(api-ms-win|ucrtbase|vcruntime|msvcp|concrt)", re.IGNORECASE)


class Unlicensed(Exception):
    """A part of the program whose licence is not known."""


@cache
def owners() -> dict[str, Distribution]:
    """Return the Python package of every installed file, by the file's name."""
    return {
        os.path.normpath(str(one.locate_file(file))): one  # resolving 60,000 links takes long
        for one in distributions()
        for file in one.files or ()
    }


def part(file: Path) -> tuple[str, str]:
    """Return the name of what a file belongs to, and what is told of it; "" for our own."""
    place = file.resolve()
    if one := owners().get(os.path.normpath(file)):
        return ("", "") if one.name == "qualcode" else of_distribution(one)
    if ROOT in place.parents and Path(sys.prefix).resolve() not in place.parents:
        return "", ""
    found = of_system(place) if sys.platform == "linux" else None
    if found is None and Path(sys.base_prefix).resolve() in place.parents:
        found = of_python()
    if found is None and MICROSOFT.match(place.name):
        found = "Microsoft C++ runtime", "Redistributed under the terms of Visual Studio."
    if found is None:
        raise Unlicensed(f"{place} belongs to no part whose licence is known")
    return found


@cache
def of_distribution(one: Distribution) -> tuple[str, str]:
    """Return name and licence of a Python package, as it brings them."""
    facts = one.metadata.json
    classifiers = [each for each in facts.get("classifier", ()) if "License" in each]
    licence = str(
        facts.get("license_expression") or facts.get("license") or "; ".join(classifiers)
    ).partition("\n")[0]
    paths = [Path(str(one.locate_file(file))) for file in one.files or ()]
    texts = [
        path.read_text(encoding="utf-8")
        for path in paths
        if NAMED.search(path.name) and path.suffix in READ
    ]
    standard = [names for name, names in STANDARD.items() if name in licence.upper()]
    if not texts and not standard:
        raise Unlicensed(f"{one.name} brings no text of its licence")
    texts += [(TEXTS / name).read_text(encoding="utf-8") for names in standard for name in names]
    home = facts.get("home_page") or next(iter(facts.get("project_url", ())), "")
    head = f"{one.name} {one.version}\nLicence: {licence}\n{home}"
    return one.name, "\n\n".join([head, *dict.fromkeys(texts)])


@cache
def of_system(file: Path) -> tuple[str, str] | None:
    """Return name and licence of the Debian package that brings a file; None without one."""
    if shutil.which("dpkg-query") is None:
        return None
    names = [str(file), str(file).removeprefix("/usr")]  # as packed before all went into /usr
    command = ["dpkg-query", "--search", *names]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    package = re.split(r"[:,]", said, maxsplit=1)[0]
    text = Path("/usr/share/doc", package, "copyright")
    if not package or not text.is_file():
        return None
    return package, f"{package} (of the system)\n\n{text.read_text(encoding='utf-8')}"


@cache
def of_python() -> tuple[str, str] | None:
    """Return the licence of Python itself."""
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        text = Path(folder) / "LICENSE.txt"
        if text.is_file():
            return "Python", f"Python {sys.version.split()[0]}\n\n{text.read_text('utf-8')}"
    return None


def write(target: Path, files: Iterable[Path]) -> list[str]:
    """Write the licences of all that these files belong to; return the names of the parts.

    Raises:
        Unlicensed: A file belongs to no part that is known, or a part brings no text.
    """
    parts = dict(part(file) for file in files)
    parts.pop("", None)
    names = sorted(parts, key=str.lower)
    head = "QualCode is free software under AGPL-3.0-or-later. It contains these parts:\n\n"
    text = (
        head
        + ", ".join(names)
        + f"\n\n{LINE}\n"
        + f"\n{LINE}\n".join(parts[name] for name in names)
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return names
