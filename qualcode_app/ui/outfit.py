"""What a window and its panels are given."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode_app.pdf.client import Renderer
from qualcode_app.settings import Settings
from qualcode_app.ui.ask import Asker
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.language import Language
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outfit:
    """What a window is given; it outlives the window, which is built anew in another language."""

    settings: Settings
    theme: Theme
    language: Language
    workspace: Workspace
    jobs: Jobs
    renderer: Renderer
    ask: Asker
