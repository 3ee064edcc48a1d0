"""The session of one use case."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session


class OneAct(Session):
    """A session of one transaction, which keeps its connection at hand until that is over.

    An act asks for it a dozen times; to be told by SQLAlchemy costs as much as a statement.
    """

    _at_hand: Connection | None = None

    def connection(self, *args: Any, **kwargs: Any) -> Connection:
        """Return the connection of the transaction; begins one where there is none."""
        if args or kwargs or self._at_hand is None:
            self._at_hand = super().connection(*args, **kwargs)
        return self._at_hand

    def commit(self) -> None:
        """End the transaction; what was written stays."""
        self._at_hand = None
        super().commit()

    def rollback(self) -> None:
        """End the transaction; what was written is gone."""
        self._at_hand = None
        super().rollback()

    def close(self) -> None:
        """Give the connection back."""
        self._at_hand = None
        super().close()
