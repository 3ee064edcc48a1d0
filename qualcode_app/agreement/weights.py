"""How far two categories agree: matrices of shape (q, q) with 1 on the diagonal."""

from __future__ import annotations

import numpy as np

from qualcode_app.agreement.data import Floats


def identity(q: int) -> Floats:
    """Return weights for unordered categories: alike or not."""
    return np.eye(q)


def linear(q: int) -> Floats:
    """Return weights that fall with the steps between two categories."""
    return 1 - _steps(q)


def quadratic(q: int) -> Floats:
    """Return weights that fall with the square of the steps between two categories."""
    return np.asarray(1 - _steps(q) ** 2, np.float64)


def _steps(q: int) -> Floats:
    order = np.arange(q, dtype=np.float64)
    return np.abs(order[:, None] - order[None, :]) / max(q - 1, 1)
