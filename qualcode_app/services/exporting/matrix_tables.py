"""The matrix of the whole corpus as one sheet of a workbook."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qualcode_app.domain.snapshot import Table
from qualcode_app.services.analysis import matrix, study
from qualcode_app.services.exporting import analysis_tables


def table(session: Session, language: str = "nl") -> Table:
    """Return passages per code and document of any coder, with n of N; rows are of every level."""
    read = study.read(session)
    deepest = max((code.level for code in read.tree.codes), default=1)
    found = matrix.table(read, matrix.Choice(level=deepest))
    return analysis_tables.matrix(found, read, "count", found.columns(read), language)
