from __future__ import annotations

import io
import struct

import pytest

from qualcode_app.pdf import wire


def test_a_message_comes_back_with_all_its_parts():
    pipe = io.BytesIO()
    wire.write(pipe, {"is": "page", "ë": 1}, b"ab", memoryview(b"cd"))
    wire.write(pipe, {"is": "end"})
    pipe.seek(0)
    first, second = wire.read(pipe), wire.read(pipe)
    assert first is not None
    assert (first.header, first.body) == ({"is": "page", "ë": 1}, b"abcd")
    assert second is not None
    assert (second.header, second.body) == ({"is": "end"}, b"")
    assert wire.read(pipe) is None


def test_half_a_message_is_the_end():
    pipe = io.BytesIO()
    wire.write(pipe, {"is": "page"}, b"abcd")
    for length in range(len(pipe.getvalue())):
        assert wire.read(io.BytesIO(pipe.getvalue()[:length])) is None


@pytest.mark.parametrize(
    "nonsense",
    [
        struct.pack("<IQ", 2**32 - 1, 0),
        struct.pack("<IQ", 2, 2**63) + b"{}",
        struct.pack("<IQ", 2, 0) + b"[]",
        struct.pack("<IQ", 2, 0) + b"\xff\xfe",
    ],
)
def test_nonsense_is_refused(nonsense):
    with pytest.raises(ValueError, match=r"message|JSON|codec|object|decode|Expecting"):
        wire.read(io.BytesIO(nonsense))
