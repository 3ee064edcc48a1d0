"""What the program remembers about how somebody works: language, look, recent projects, widths."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

RECENT_MAX = 12
LEFT_MAX = 100  # copies of projects whose last place is remembered
PIN_DIGITS = tuple("123456789")

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Settings:
    """Choices kept between two starts; a missing or damaged file means the defaults.

    Change a field and call `save`. Nothing here belongs to a project: what a team shares lies in
    the project file.
    """

    path: Path | None = None  # None: nothing is kept
    language: str = "system"  # "system", "nl", "en"
    theme: str = "system"
    text_percent: int = 100
    recent: list[str] = field(default_factory=list)  # newest first
    folder: str = ""  # where the last file was chosen
    backups_folder: str = ""  # of one's choice; empty: beside each project
    told_synced: list[str] = field(default_factory=list)  # folders that were told to be synced
    seen_version: str = ""  # whose news were told
    coder_name: str = ""
    coder_uid: str = ""
    file_coders: dict[str, str] = field(default_factory=dict)  # by the name of each copy of a file
    left_at: dict[str, list[str | float]] = field(default_factory=dict)  # by copy, newest last
    widths_px: dict[str, list[int]] = field(default_factory=dict)  # by splitter
    window_px: list[int] = field(default_factory=list)  # width, height
    window_is_maximised: bool = False
    live_agreement: bool = False  # figures in the status bar while training
    shortcuts: dict[str, list[str]] = field(default_factory=dict)  # by action; own keys only
    pins: dict[str, dict[str, str]] = field(default_factory=dict)  # coder -> digit -> code

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Read the settings at `path`, by default those of this user."""
        path = default_path() if path is None else path
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            stored = {}
        except (OSError, ValueError) as error:
            log.warning("settings could not be read: %s", type(error).__name__)
            stored = {}
        return cls(path=path, **_fitting(stored))

    def save(self) -> None:
        """Write the settings; a folder that cannot be written costs no work, only comfort."""
        if self.path is None:
            return
        values = asdict(self)
        del values["path"]
        part = self.path.with_name(self.path.name + ".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(values, indent=1, ensure_ascii=False), encoding="utf-8")
            part.replace(self.path)
        except OSError as error:
            log.warning("settings could not be kept: %s", type(error).__name__)

    @property
    def backups_in(self) -> Path | None:
        """The folder of one's choice for backups."""
        return Path(self.backups_folder) if self.backups_folder else None

    def note_project(self, path: Path) -> None:
        """Put a project on top of the recent ones."""
        name = str(path)
        self.recent = [name, *(other for other in self.recent if other != name)][:RECENT_MAX]
        if self.path is None or path.parent != self.path.parent:  # where nobody looks for files
            self.folder = str(path.parent)
        self.save()

    def note_left(self, copy_uid: str, document_uid: str, place: tuple[int, float, float]) -> None:
        """Remember where one stopped reading in a copy: page from 0 on, x and y in points."""
        self.left_at.pop(copy_uid, None)
        self.left_at[copy_uid] = [document_uid, *place]
        for old in list(self.left_at)[:-LEFT_MAX]:
            del self.left_at[old]
        self.save()

    def forget_project(self, path: str) -> None:
        """Take a project off the list of recent ones."""
        self.recent = [other for other in self.recent if other != path]
        self.save()

    def pin(self, coder_uid: str, digit: str, code_uid: str) -> None:
        """Give a digit key of one coder a code; a code has one digit."""
        pins = self.pins.setdefault(coder_uid, {})
        for other in [key for key, uid in pins.items() if uid == code_uid]:
            del pins[other]
        pins[digit] = code_uid
        self.save()

    def unpin(self, coder_uid: str, digit: str) -> None:
        """Free a digit key."""
        self.pins.get(coder_uid, {}).pop(digit, None)
        self.save()


def default_path() -> Path:
    """Return where this user's settings lie."""
    from platformdirs import user_config_path  # noqa: PLC0415  not needed by tests and servers

    return user_config_path("QualCode", appauthor=False) / "settings.json"


def _fitting(stored: object) -> dict[str, Any]:
    """Return the stored values whose kind fits their field; the rest keep their default."""
    if not isinstance(stored, dict):
        return {}
    defaults = Settings()
    fitting: dict[str, Any] = {}
    for item in fields(Settings):
        value = stored.get(item.name)
        if item.name != "path" and type(value) is type(getattr(defaults, item.name)):
            fitting[item.name] = value
    return fitting
