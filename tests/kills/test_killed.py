"""Whatever moment the program is killed at, the file opens and lacks at most one act.

`make bench` kills 300 times by chance and before every statement; here it is a share of them.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

KILLING = Path(__file__).parent / "killing.py"
N_BY_CHANCE, SHARE, SEED = 10, 0.03, 20261121


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill at once")
@pytest.mark.slow
def test_nothing_is_lost_by_a_kill_by_chance_or_before_a_statement():
    command = [sys.executable, str(KILLING), str(N_BY_CHANCE), str(SHARE), str(SEED)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    everything = [found["random"], *found["sweeps"]]
    assert [loss for report in everything for loss in report["losses"]] == []
    assert all(report["kills"] for report in everything)
    assert sum(report["in_transaction"] for report in everything) > 20
