"""JSON read with suspicion: size, encoding, repeated names, and the line of whatever is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NoReturn

from qualcode_app.domain.errors import UnreadableTable

MAX_BYTES = 20_000_000
_MEGABYTE = 1_000_000
_SPACE = re.compile(r"[ \t\r\n]*")

Place = tuple[str | int, ...]


class JsonObject(dict[str, object]):
    """A JSON object that remembers a name it held twice."""

    repeated: str | None = None


def read_text(path: Path) -> str:
    """Return the text of a JSON file.

    Raises:
        UnreadableTable: The file is absent, too large or not UTF-8.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableTable(
                "{file}, line 1: the file has {size} MB and a codebook at most {limit} MB. "
                "Check that this is a codebook.",
                file=path.name,
                size=round(size / _MEGABYTE),
                limit=MAX_BYTES // _MEGABYTE,
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableTable(
            "{file} cannot be opened: {reason}. Check that it is there and may be opened.",
            file=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableTable(
            "{file}, line {line}: this is not UTF-8 text. Save the file as UTF-8.",
            file=path.name,
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error


def parse(text: str, file: str) -> object:
    """Return the JSON value in `text`, with objects as JsonObject.

    Raises:
        UnreadableTable: The text is not JSON, is nested too deep, or holds a number that is none.
    """
    try:
        return json.loads(text, object_pairs_hook=_to_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise UnreadableTable(
            "{file}, line {line}: this is not JSON ({reason}). Mend that line, or export the file "
            "again.",
            file=file,
            line=error.lineno,
            reason=error.msg,
        ) from error
    except RecursionError as error:
        raise UnreadableTable(
            "{file}, line {line}: lists and objects lie too deep in each other. Check that this "
            "is the right file.",
            file=file,
            line=_line_of_deepest(text),
        ) from error
    except ValueError as error:
        raise UnreadableTable(
            "{file}, line {line}: a number cannot be read ({reason}). Mend that line, or export "
            "the file again.",
            file=file,
            line=_line_of_odd_number(text),
            reason=error,
        ) from error


def line_of(text: str, place: Place) -> int:
    """Return the line, counted from 1, on which the value at `place` begins.

    Called only when something is wrong, so that reading a sound file costs nothing extra.
    """
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    for step in place:
        found = _member(decoder, text, at, step)
        if found is None:
            break
        at = found
    return text.count("\n", 0, at) + 1


def _member(decoder: json.JSONDecoder, text: str, at: int, step: str | int) -> int | None:
    """Return where the member `step` of the object or list at `at` begins."""
    is_object = text[at] == "{"
    at = _skip(text, at + 1)
    found, number = None, 0
    while text[at] not in "]}":
        name: str | int = number
        if is_object:
            name, at = decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if name == step:
            found = at  # of a name that stands twice the last one counts
            if not is_object:
                return found
        _, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        number += 1
    return found


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _to_object(pairs: list[tuple[str, object]]) -> JsonObject:
    found = JsonObject(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        found.repeated = next(name for name in names if names.count(name) > 1)
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _line_of_deepest(text: str) -> int:
    depth = deepest = at = 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text):
        if match[0] in "[{":
            depth += 1
            if depth > deepest:
                deepest, at = depth, match.start()
        elif match[0] in "]}":
            depth -= 1
    return text.count("\n", 0, at) + 1


def _line_of_odd_number(text: str) -> int:
    match = re.search(r'(?<!["\w])(?:-?Infinity|NaN|-?\d{1000,})(?!["\w])', text)
    return text.count("\n", 0, match.start() if match else 0) + 1
