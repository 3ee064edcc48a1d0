"""Projects of QualCoder and Taguette by command."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "formats"))

import foreign_projects as made


def test_projects_of_other_programs_come_in_by_command(tmp_path, qualcode):
    project = tmp_path / "hier.qualcode"
    assert qualcode("new", project, "--coder", "Lead", "--codebook", "none").code == 0
    home = made.qualcoder(tmp_path)
    planned = qualcode("exchange", "import", project, home, "--plan", "--json")
    assert planned.code == 0
    assert qualcode("codings", "list", project, "--json").json == []
    assert qualcode("exchange", "import", project, home).code == 0
    assert len(qualcode("codings", "list", project, "--json").json) == 3
    assert qualcode("exchange", "import", project, home / "data.qda").code == 0
    assert len(qualcode("codings", "list", project, "--json").json) == 3

    several = made.taguette(tmp_path, ("Studie", "Twee"))
    refused = qualcode("exchange", "import", project, several)
    assert refused.code == 2
    assert "Studie, Twee" in refused.err
    assert qualcode("exchange", "import", project, several, "--name", "Studie").code == 0
    assert len(qualcode("codings", "list", project, "--json").json) == 7
