"""Measure everything, print one table, keep it as JSON and compare with the last time."""

from __future__ import annotations

import importlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from bench.rows import Row

LAST = HERE.parents[1] / ".bench" / "last.json"


def main() -> int:
    wanted = sys.argv[1:] or sorted(path.stem for path in HERE.glob("bench_*.py"))
    before = json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}
    found: list[Row] = []
    for name in wanted:
        module = importlib.import_module(f"bench.{name.removesuffix('.py')}")
        for row in module.measure():
            found.append(row)
            print(_line(row, before.get(row.name)), flush=True)
    LAST.parent.mkdir(exist_ok=True)
    kept = before | {row.name: asdict(row) for row in found}
    LAST.write_text(json.dumps(kept, indent=1), "utf-8")
    over = [row.name for row in found if row.holds is False]
    print(f"over the limit: {', '.join(over)}" if over else "everything within its limit")
    return 0


def _line(row: Row, before: dict[str, float] | None) -> str:
    last = f"last {before['value']:.4g}" if before else ""
    mark = "over" if row.holds is False else ""
    limit = "" if row.limit is None else f"limit {row.limit:.4g}"
    ratio = "" if row.ratio is None else f"x {row.ratio:.3g}"
    return (
        f"{row.name:58.58} {row.value:10.4g} {row.unit:6} {ratio:8} {limit:14} "
        f"{row.against:28.28} {mark:5} {last}"
    )


if __name__ == "__main__":
    sys.exit(main())
