"""Messages between the program and its child: a JSON header and raw bytes, length first.

No pickle: the child reads files from anywhere, so what it answers is data and never code.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

LIFELINE = "QUALCODE_LIFELINE"
"""Environment variable with the number of a pipe that ends when the parent does."""

_LENGTHS = struct.Struct("<IQ")
_LONGEST_HEADER = 2**28
_LONGEST_BODY = 2**33


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    header: Mapping[str, Any]
    body: bytes


def write(stream: BinaryIO, header: Mapping[str, object], *body: bytes | memoryview) -> None:
    """Send one message; raises OSError when nobody reads any more."""
    head = json.dumps(header).encode()
    stream.write(_LENGTHS.pack(len(head), sum(len(part) for part in body)))
    stream.write(head)
    stream.writelines(body)
    stream.flush()


def read(stream: BinaryIO) -> Frame | None:
    """Wait for one message; None when the other side is gone.

    Raises:
        ValueError: What came is no message.
    """
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    n_header, n_body = _LENGTHS.unpack(lengths)
    if n_header > _LONGEST_HEADER or n_body > _LONGEST_BODY:
        raise ValueError(f"a message of {n_header} and {n_body} bytes is too long")
    head, body = stream.read(n_header), stream.read(n_body)
    if len(head) < n_header or len(body) < n_body:
        return None
    header = json.loads(head)
    if not isinstance(header, dict):
        raise ValueError("the header of a message is no object")
    return Frame(header, body)
