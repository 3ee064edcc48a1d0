"""Running commands as a user does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from qualcode_app.cli import run


@dataclass(frozen=True)
class Said:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def qualcode(capsys):
    def call(*arguments: object) -> Said:
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return call
