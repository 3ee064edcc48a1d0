"""Waiting for the window on a machine that has much else to do."""

from __future__ import annotations

from functools import partialmethod

import pytest
from pytestqt.qtbot import QtBot

LONGEST_MS = 60_000


class PatientBot(QtBot):
    """Gives up late; the five seconds of the library pass while others keep a processor busy."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=LONGEST_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=LONGEST_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=LONGEST_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp, request) -> QtBot:
    return PatientBot(request)
