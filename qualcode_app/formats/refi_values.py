"""Attributes of REFI-QDA elements as plain values, in all the spellings seen."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime

from qualcode_app.formats.xml_text import Element

_GUID = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")
_BIG = 2**53  # beyond it no program means a place in a text


def guid(raw: str) -> str:
    """Return an identifier in lower case without braces; empty where there is none.

    One that is no guid is turned into one, the same at each place that names it.
    """
    said = raw.strip()
    match = _GUID.fullmatch(said)
    if match:
        return match[1].lower()
    return str(uuid.uuid5(uuid.NAMESPACE_URL, said)) if said else ""


def own_guid(element: Element) -> str:
    """Return the identifier of an element; one made from its place where it has none."""
    said = guid(element.attributes.get("guid", ""))
    return said or str(uuid.uuid5(uuid.NAMESPACE_URL, f"{element.name} {element.line}"))


def targets(element: Element, name: str) -> tuple[str, ...]:
    """Return what the children of one name point to."""
    found = (guid(one.attributes.get("targetGUID", "")) for one in element.named(name))
    return tuple(one for one in found if one)


def user(element: Element) -> str:
    """Return who made an element, in either spelling; empty where nobody is named."""
    said = element.attributes
    return guid(said.get("creatingUser") or said.get("creatingUserGUID") or "")


def time(element: Element) -> datetime | None:
    """Return when an element was made; a time without zone is taken as UTC."""
    said = element.attributes.get("creationDateTime") or element.attributes.get("modifiedDateTime")
    try:
        found = datetime.fromisoformat((said or "").strip())
        return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def whole(element: Element, name: str) -> int | None:
    """Return a whole number; None where there is none that could be a place."""
    try:
        found = round(float(element.attributes.get(name, "")))
    except (ValueError, OverflowError):
        return None
    return found if abs(found) < _BIG else None


def description(element: Element) -> str:
    """Return the description below an element."""
    return "\n".join(one.text.strip() for one in element.named("Description")).strip()
