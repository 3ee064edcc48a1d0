"""A merge that is killed half-way leaves the project as it was."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.merging import copies
from qualcode_app.services.store.project import Project

MERGE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from qualcode_app.services.merging import merging
from qualcode_app.services.store.project import Project

class Deadly:
    def report(self, done, total):
        if done:
            os.kill(os.getpid(), signal.SIGKILL)

with Project.open(Path(sys.argv[1])) as lead:
    plan = merging.prepare(lead, [Path(sys.argv[2])])
    merging.carry_out(lead, plan, progress=Deadly())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill at once")
def test_a_kill_in_the_middle_of_a_merge_leaves_the_project_as_before(project_file, tmp_path):
    other = tmp_path / "other.qualcode"
    with Project.open(project_file) as lead:
        copies.save_copy(lead, other)
        before = lead.read(coding_rows.rows)
    with Project.open(other) as file:
        for row in file.read(coding_rows.rows)[:5]:
            file.write(codings.remove, row.uid)
    done = subprocess.run(
        [sys.executable, "-c", MERGE_AND_DIE, str(project_file), str(other)], check=False
    )
    assert done.returncode == -signal.SIGKILL
    with Project.open(project_file) as lead:
        assert lead.read(coding_rows.rows) == before
