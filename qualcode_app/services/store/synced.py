"""Folders that a program keeps equal on several computers, and the copies it leaves there."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

_FOLDERS = (  # how a folder on the way is called
    (re.compile(r"onedrive( ?- ?.+)?"), "OneDrive"),
    (re.compile(r"dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs"), "iCloud Drive"),
    (re.compile(r"google ?drive(-.+)?|my drive|mijn drive"), "Google Drive"),
    (re.compile(r"nextcloud\d*|owncloud\d*"), "Nextcloud"),
)
_MARKERS = (  # what lies in the topmost folder that is synced
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.driveupload", "Google Drive"),
    (".tmp.drivedownload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "ownCloud"),
    (".stfolder", "Syncthing"),
)
_TOLD = re.compile(  # what such a program adds to a name, in words that nobody else uses
    r"conflict|case.clash",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"[ -]?(\(\d+\)|\d+|[\w-]+)")  # a number or a computer: it may be by hand
_FACTS = "SELECT study_uid, replica_uid FROM project"


def program(project: Path) -> str:
    """Return the program that syncs the folder of a project; empty: none that we know."""
    home = Path.home().resolve()
    for place in project.resolve().parents:
        for pattern, name in _FOLDERS:
            if pattern.fullmatch(place.name.casefold()):
                return name
        if place == home:
            break  # its own dot files tell what is installed, not what is synced
        for marker, name in _MARKERS:
            if any(place.glob(marker)):
                return name
    return ""


def conflicted_copies(project: Path) -> list[Path]:
    """Return the copies of this very file that a sync program put beside it.

    A copy in whose name the word conflict stands only has to be of the same study; one with a
    number or the name of a computer has to be a copy of this file, and other than it.
    """
    ours = _facts(project)
    if ours is None:
        return []
    found = []
    for path in sorted(project.parent.iterdir()):
        added = _added(path, project)
        if not added:
            continue
        theirs = _facts(path)
        if theirs is None or theirs[0] != ours[0]:
            continue
        if _TOLD.search(added) or (_PERHAPS.fullmatch(added) and theirs == ours):
            found.append(path)
    return found


def _added(path: Path, project: Path) -> str:
    """Return what stands in a name beyond that of the project."""
    name, stem = path.name, project.stem
    if path == project or not name.startswith(stem) or path.suffix != project.suffix:
        return ""
    return name.removeprefix(stem).removesuffix(project.suffix)


def _facts(path: Path) -> tuple[bytes, bytes] | None:
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as link:
            row: tuple[bytes, bytes] | None = link.execute(_FACTS).fetchone()
    except sqlite3.Error:
        return None  # no project
    return row
