"""Damage to files: bytes, stretches, numbers, and what is inside zip files."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

_NUMBER = re.compile(rb"\d+")
_EXTREMES = (b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999999999999", b"1e309", b"NaN")
_STRINGS = (
    *(b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b"<", b"&", b";", b"\r", b"../../x"),
    *(b"]]>", b"<!DOCTYPE a>", b"&a;", "\u202e\ud7ff😀".encode(), b"%s%n", b"{0}", b"=1+1"),
    b"A" * 5000,
)
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?")
_WHEN = (2024, 1, 1, 0, 0, 0)


def mutated(sample: bytes, case: str) -> bytes:
    """Return a damaged form of a file, the same one for the same case."""
    dice = Random(case)
    if sample.startswith(b"PK") and dice.random() < 0.7:
        return _inside(sample, dice)
    return _damaged(sample, dice)


def steady(sample: bytes) -> bytes:
    """Return a zip file that is the same whenever it is made."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(sample)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = _MOMENT.sub(b"2024-01-01T00:00:00", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _WHEN), content)
    return made.getvalue()


def _damaged(content: bytes, dice: Random) -> bytes:
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        content = dice.choice(_DAMAGES)(content, dice)
    return content


def _inside(sample: bytes, dice: Random) -> bytes:
    """Damage one member and pack all again."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(sample)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        chosen = dice.choice(names)
        for name in names:
            content = old.read(name)
            if name == chosen:
                if dice.random() < 0.1:
                    continue
                content = _damaged(content, dice)
            new.writestr(zipfile.ZipInfo(name, _WHEN), content)
    return made.getvalue()


def _flip(content: bytes, dice: Random) -> bytes:
    if not content:
        return content
    at = dice.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << dice.randrange(8))]) + content[at + 1 :]


def _cut(content: bytes, dice: Random) -> bytes:
    return content[: dice.randrange(len(content) + 1)]


def _without(content: bytes, dice: Random) -> bytes:
    start = dice.randrange(len(content) + 1)
    return content[:start] + content[start + dice.choice((1, 2, 16, 300)) :]


def _twice(content: bytes, dice: Random) -> bytes:
    start = dice.randrange(len(content) + 1)
    piece = content[start : start + dice.choice((1, 16, 300, 5000))]
    return content[:start] + piece * dice.choice((2, 2, 50)) + content[start + len(piece) :]


def _string(content: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.choice(_STRINGS) + content[at:]


def _number(content: bytes, dice: Random) -> bytes:
    found = list(_NUMBER.finditer(content[: 2**20]))
    if not found:
        return _flip(content, dice)
    one = dice.choice(found)
    return content[: one.start()] + dice.choice(_EXTREMES) + content[one.end() :]


def _swap(content: bytes, dice: Random) -> bytes:
    first, second = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    n = dice.choice((1, 8, 100))
    one, other = content[first : first + n], content[second : second + n]
    if first + n > second:
        return content
    return content[:first] + other + content[first + n : second] + one + content[second + n :]


_DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_flip, _flip, _flip, _cut, _without, _twice, _string, _number, _swap),
)
