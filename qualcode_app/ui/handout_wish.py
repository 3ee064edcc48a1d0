"""What a lead wants to hand out, as a dialog tells it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qualcode_app.services.teams.handout import Task


@dataclass(frozen=True, slots=True)
class HandoutWish:
    """One task per coder, and the folder that their files go to."""

    tasks: tuple[Task, ...]
    folder: Path
