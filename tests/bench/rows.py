"""One line of the benchmark table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measured figure beside its limit.

    Args:
        name: What was measured.
        value: The figure.
        unit: "ms", "MB" ...
        limit: The most the ratio, or without a ratio the figure, may be; None without a limit.
        against: What was measured beside it in the same run, or other words about the limit.
        ratio: The figure relative to that; None where it stands alone.
    """

    name: str
    value: float
    unit: str
    limit: float | None = None
    against: str = ""
    ratio: float | None = None

    @property
    def holds(self) -> bool | None:
        """Tell whether the limit is kept; None without one."""
        if self.limit is None:
            return None
        return (self.value if self.ratio is None else self.ratio) <= self.limit


def row(name: str, value: float, unit: str, limit: float, against: str = "") -> Row:
    """Return a figure that is itself limited, be it a time or a ratio made before."""
    return Row(name, value, unit, limit, against)
