"""Killed 300 times by chance and before every statement of each kind of act: what is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from bench.rows import Row, row

KILLING = Path(__file__).resolve().parents[1] / "kills" / "killing.py"
N_BY_CHANCE, SEED = 300, 20261121


def measure() -> list[Row]:
    command = [sys.executable, str(KILLING), str(N_BY_CHANCE), "1", str(SEED)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    by_chance, sweeps = found["random"], found["sweeps"]
    told = f"in an open transaction: {by_chance['in_transaction']}"
    n_swept, n_inside = (sum(each[key] for each in sweeps) for key in ("kills", "in_transaction"))
    for loss in [loss for report in (by_chance, *sweeps) for loss in report["losses"]]:
        print(loss)
    return [
        row("lost by kills at random moments", len(by_chance["losses"]), "kills", 0, told),
        Row("kills at random moments", by_chance["kills"], "kills"),
        Row("of these in an open transaction", by_chance["in_transaction"], "kills"),
        row(
            "lost by kills before a statement",
            sum(len(each["losses"]) for each in sweeps),
            "kills",
            0,
            f"in an open transaction: {n_inside}",
        ),
        Row("kills before a statement", n_swept, "kills"),
        *(
            Row(f"statements of {name}", n, "kills")
            for each in sweeps
            for name, n in each["statements"].items()
        ),
    ]
