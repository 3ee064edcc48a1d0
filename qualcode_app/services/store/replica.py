"""New files of a study, empty but for what a project says of itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from qualcode_app.models import migrations, raw
from qualcode_app.services.store.project import ProjectFacts


def begin(facts: ProjectFacts, path: Path) -> None:
    """Make an empty project file with these facts; raises sqlite3.Error or OSError."""
    created = (facts.created_at - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        migrations.create(link)
        link.execute(
            "INSERT INTO project (one, study_uid, replica_uid, title, created_at, format)"
            " VALUES (1, ?, ?, ?, ?, ?)",
            (
                raw.uid_bytes(facts.study_uid),
                raw.uid_bytes(facts.replica_uid),
                facts.title,
                int(created * 1_000_000),
                migrations.CURRENT,
            ),
        )
