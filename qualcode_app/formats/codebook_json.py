"""Read and write codebook files: `codebooks/FORMAT.md` describes them."""

from __future__ import annotations

import dataclasses
import json
import re
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from qualcode_app.domain.codebook_file import CodebookFile
from qualcode_app.domain.errors import CannotWrite, UnreadableTable
from qualcode_app.formats.codebook_checks import Fault, check
from qualcode_app.formats.json_text import JsonObject, Place, line_of, parse, read_text

FORMAT = 1
MAX_TEXT = 20_000
LINE_WIDTH = 160

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def read(path: Path) -> CodebookFile:
    """Return the codebook in the file.

    Raises:
        UnreadableTable: The file is no sound codebook; names file, line and reason.
    """
    text = read_text(path)
    raw = parse(text, path.name)
    try:
        _check_format(raw)
        book: CodebookFile = _structure(CodebookFile, raw, ())
        check(book)
    except Fault as fault:
        raise UnreadableTable(
            "{file}, line {line}: {reason} Mend it there, or export the codebook again.",
            file=path.name,
            line=line_of(text, fault.place),
            reason=fault.reason,
        ) from fault
    return book


def write(book: CodebookFile, path: Path) -> None:
    """Write the codebook so that a changed code is a changed block; the file is whole or absent.

    Raises:
        CannotWrite: The folder is absent, full or read-only.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(to_text(book), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CannotWrite(
            "{file} cannot be written: {reason}. Choose another folder.",
            file=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error


def value_of(kind: type, text: str) -> Any:
    """Return one part of a codebook, such as a CodeEntry, from the JSON `as_line` made.

    Raises:
        Fault: The text holds something else.
    """
    try:
        raw = parse(text, "")
    except UnreadableTable as error:
        raise Fault((), "this is no sound JSON.") from error
    return _structure(kind, raw, ())


def as_line(part: object) -> str:
    """Return one part of a codebook as JSON on one line, which `value_of` reads back."""
    return json.dumps(_plain(part), ensure_ascii=False)


def to_text(book: CodebookFile) -> str:
    """Return the file's text; equal codebooks give equal text."""
    return _layout(_plain(book), 0) + "\n"


def _check_format(raw: object) -> None:
    if not isinstance(raw, JsonObject) or "format" not in raw:
        raise Fault((), "this is not a codebook: it has no format number.")
    if raw["format"] != FORMAT or isinstance(raw["format"], bool):
        raise Fault(
            ("format",),
            "the format number is {found} and this program reads {known}; a newer one may read it.",
            found=_shown(raw["format"]),
            known=FORMAT,
        )


def _structure(kind: Any, raw: object, place: Place) -> Any:
    """Return `raw` as a value of the annotated type `kind`, or raise Fault."""
    origin = get_origin(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _structure_object(kind, raw, place)
    if origin is tuple:
        if not isinstance(raw, list):
            _refuse(place, "a list", raw)
        item_kind = get_args(kind)[0]
        return tuple(_structure(item_kind, item, (*place, n)) for n, item in enumerate(raw))
    if origin is Literal:
        if raw not in get_args(kind) or not isinstance(raw, str):
            _refuse(place, "one of " + ", ".join(map(str, get_args(kind))), raw)
        return raw
    if origin in (Union, UnionType):
        if raw is None and NoneType in get_args(kind):
            return None
        (wanted,) = (option for option in get_args(kind) if option is not NoneType)
        return _structure(wanted, raw, place)
    return _structure_plain(kind, raw, place)


def _structure_object(kind: type, raw: object, place: Place) -> object:
    if not isinstance(raw, JsonObject):
        _refuse(place, "an object", raw)
    if raw.repeated is not None:
        raise Fault(
            (*place, raw.repeated), '"{name}" stands here twice.', name=_short(raw.repeated)
        )
    hints = _hints(kind)
    for name in raw:
        if name not in hints:
            raise Fault((*place, name), 'there is no field "{name}" here.', name=_short(name))
    for field in dataclasses.fields(kind):
        if field.default is dataclasses.MISSING and field.name not in raw:
            raise Fault(place, 'the field "{name}" is missing.', name=field.name)
    return kind(
        **{name: _structure(hints[name], value, (*place, name)) for name, value in raw.items()}
    )


def _structure_plain(kind: type, raw: object, place: Place) -> object:
    if kind is str:
        if not isinstance(raw, str):
            _refuse(place, "text", raw)
        if len(raw) > MAX_TEXT:
            raise Fault(
                place,
                "a text of {n} characters; at most {limit} are read.",
                n=len(raw),
                limit=MAX_TEXT,
            )
        if _FORBIDDEN.search(raw):
            raise Fault(place, "this text holds a control character or half a character.")
        return raw
    if kind is bool:
        if not isinstance(raw, bool):
            _refuse(place, "true or false", raw)
        return raw
    if isinstance(raw, bool) or not isinstance(raw, int):
        _refuse(place, "a whole number", raw)
    return raw


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _refuse(place: Place, wanted: str, raw: object) -> NoReturn:
    name = next((step for step in reversed(place) if isinstance(step, str)), "the file")
    raise Fault(
        place, "{name} must be {wanted}, not {found}.", name=name, wanted=wanted, found=_shown(raw)
    )


def _shown(raw: object) -> str:
    if isinstance(raw, list | dict):
        return "a list" if isinstance(raw, list) else "an object"
    return _short(json.dumps(raw))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"


def _plain(value: object) -> object:
    """Return dataclasses as dicts without the fields that hold their default."""
    if dataclasses.is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.default is dataclasses.MISSING or getattr(value, field.name) != field.default
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _layout(value: object, depth: int) -> str:
    """Return JSON in which a small list or object takes one line."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, list | dict) or not value:
        return line
    if _is_flat(value) and len(line) + 2 * depth <= LINE_WIDTH:
        return line
    inner = "  " * (depth + 1)
    if isinstance(value, dict):
        items = [f"{json.dumps(k)}: {_layout(v, depth + 1)}" for k, v in value.items()]
        return "{\n" + ",\n".join(inner + item for item in items) + "\n" + "  " * depth + "}"
    rows = [inner + _layout(item, depth + 1) for item in value]
    return "[\n" + ",\n".join(rows) + "\n" + "  " * depth + "]"


def _is_flat(value: list[object] | dict[str, object]) -> bool:
    members = value.values() if isinstance(value, dict) else value
    return not any(isinstance(member, list | dict) and member for member in members)
