"""Student's t: how wide an interval is, and how likely a value lies below another.

scipy is imported when first needed: it takes a tenth of a second.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from qualcode_app.agreement.data import Floats, Ints
from qualcode_app.agreement.figure import Interval


@lru_cache(maxsize=1024)
def t_point(degrees: int, level: float = 0.95) -> float:
    """Return the half width of a two-sided t interval, in standard errors."""
    from scipy.special import stdtrit  # noqa: PLC0415

    return float(stdtrit(degrees, (1 + level) / 2))


def t_share(degrees: Ints, steps: Floats) -> Floats:
    """Return the probability below so many standard errors."""
    from scipy.special import stdtr  # noqa: PLC0415

    return np.asarray(stdtr(degrees, steps), np.float64)


def t_interval(
    value: float, error: float, units: int, method: str, level: float = 0.95
) -> Interval:
    """Return the t interval of a figure on so many independent units; it ends at 1."""
    half = t_point(units - 1, level) * error
    return Interval(value - half, min(1.0, value + half), level, method, error)
