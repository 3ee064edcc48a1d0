"""Where the program notes what it does: uids, counts, kinds of errors; never a quote or a name."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from qualcode_app import __version__

SIZE_MAX = 500_000
KEPT = 2
FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def default_folder() -> Path:
    """Return where this user's logs lie."""
    from platformdirs import user_log_path  # noqa: PLC0415  not needed by tests and servers

    return user_log_path("QualCode", appauthor=False)


def set_up(folder: Path | None = None) -> None:
    """Write the log to a file of bounded size; without a writable folder there is no log."""
    folder = default_folder() if folder is None else folder
    root = logging.getLogger("qualcode_app")
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "qualcode.log", maxBytes=SIZE_MAX, backupCount=KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)


def error_report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Return what a maintainer needs to find a bug, without any text of a document.

    The message of an error may hold a participant's words, so only its kind is told.
    """
    frames = traceback.extract_tb(trace)
    places = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    chain = error.__cause__ or error.__context__
    lines = [
        f"QualCode {__version__}",
        f"Python {platform.python_version()} on {sys.platform} {platform.machine()}",
        f"{kind.__module__}.{kind.__qualname__}",
        *places,
    ]
    if chain is not None:
        lines.append(f"after {type(chain).__module__}.{type(chain).__qualname__}")
    return "\n".join(lines)


def _short(filename: str) -> str:
    """Return the end of a path: the user's folders are nobody's business."""
    return "/".join(Path(filename).parts[-3:])
