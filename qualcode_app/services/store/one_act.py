"""The session of one use case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from qualcode_app.domain.progress import Progress


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


@contextmanager
def stopped_by(session: Session, progress: Progress) -> Iterator[None]:
    """Report before every statement, so that what reports nothing by itself can be stopped."""
    connection = session.connection()

    def ask(*_: object) -> None:
        progress.report(0, 0)

    event.listen(connection, "before_cursor_execute", ask)
    try:
        yield
    finally:
        event.remove(connection, "before_cursor_execute", ask)
