from __future__ import annotations

import pytest
from sqlalchemy import select

from qualcode_app.models import aggregates, raw
from qualcode_app.models.aggregates import ALL

KINDS = [aggregate.kind for aggregate in ALL]


def uids_of(connection, kind):
    root = aggregates.BY_KIND[kind].root
    return list(connection.scalars(select(root.c.uid)))


def test_the_digest_of_raw_rows_is_that_of_the_aggregate(project):
    seen = set()
    with project.connection() as connection:
        for kind in KINDS:
            uids = uids_of(connection, kind)
            wanted = {
                uid: stored.digest()
                for uid, stored in aggregates.read(connection, kind, uids).items()
            }
            found = {
                raw.uid_text(uid): digest
                for rows in raw.read(connection, kind, [raw.uid_bytes(uid) for uid in uids])
                for uid, digest in rows.digests()
            }
            assert found == wanted
            seen |= {kind} if uids else set()
    assert len(seen) >= 8


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_copied(kind):
    root, below = raw.tables(kind)
    aggregate = aggregates.BY_KIND[kind]
    assert set(root.columns) == {column.name for column in aggregate.root.columns}
    assert [table.name for table in below] == [table.name for table in aggregate.children]
