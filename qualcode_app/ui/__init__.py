"""The window: everything that needs Qt.

PySide puts its own function in the place of Python's `__import__`, to know which modules switch on
`from __feature__ import snake_case`. For that it reads the source of each module imported from then
on, and Python keeps what was read: a tenth of a second and 27 MB until the window stands. Nothing
here uses that switch, so Python's own function, which PySide keeps at hand, gets its place back.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  brings the function that is put aside

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
