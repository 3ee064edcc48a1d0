"""All coefficients by key. A new one is one `Coefficient` object in one of these modules."""

from __future__ import annotations

from types import ModuleType

from qualcode_app.agreement import (
    alpha,
    boundaries,
    gamma,
    label_sets,
    more_coders,
    raw,
    two_coders,
    unitizing,
)
from qualcode_app.agreement.coefficient import Coefficient, Data

FAMILIES: tuple[ModuleType, ...] = (
    raw,
    two_coders,
    more_coders,
    alpha,
    label_sets,
    unitizing,
    boundaries,
    gamma,
)


def _collect() -> dict[str, Coefficient]:
    found: dict[str, Coefficient] = {}
    for family in FAMILIES:
        for thing in vars(family).values():
            if isinstance(thing, Coefficient):
                if thing.key in found:
                    raise ValueError(f"two coefficients are called {thing.key}")
                found[thing.key] = thing
    return found


COEFFICIENTS = _collect()


def fitting(data: Data) -> list[Coefficient]:
    """Return the coefficients that fit the data."""
    return [each for each in COEFFICIENTS.values() if each.why_not(data) is None]
