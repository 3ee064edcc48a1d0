"""Collect the licences of all parts that go into the frozen program, in one text."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINE = "=" * 78


def parts(name: str = "qualcode") -> dict[str, Distribution]:
    """Return the distributions a package needs, and those that they need."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        wanted = waiting.pop()
        key = re.sub(r"[-_.]+", "-", wanted).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(wanted)
        except PackageNotFoundError:  # needed on another system only
            continue
        waiting += [
            re.split(r"[\s;<>=!~\[(]", requirement, maxsplit=1)[0]
            for requirement in found[key].requires or ()
            if "extra ==" not in requirement
        ]
    found.pop(name, None)
    return dict(sorted(found.items()))


def texts(one: Distribution) -> list[str]:
    """Return the licence texts that came with a distribution."""
    named = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
    paths = [path for path in one.files or () if named.search(path.name)]
    return [
        path.read_text(encoding="utf-8")
        for path in paths
        if path.suffix in {"", ".txt", ".md", ".rst"}
    ]


def told(one: Distribution) -> str:
    """Return name, version, licence and home of a distribution."""
    facts = one.metadata.json
    classifiers = [each for each in facts.get("classifier", ()) if "License" in each]
    licence = facts.get("license_expression") or facts.get("license") or "; ".join(classifiers)
    home = facts.get("home_page") or next(iter(facts.get("project_url", ())), "")
    return f"{facts['name']} {one.version}\nLicence: {str(licence).splitlines()[0]}\n{home}"


def main(target: Path) -> None:
    """Write one text; a part without a licence stops the build."""
    every = parts()
    without = [
        name for name, one in every.items() if not (texts(one) or "icense" in str(one.metadata))
    ]
    if without:
        raise SystemExit(f"no licence found of {', '.join(without)}")
    pieces = [f"{told(one)}\n\n{chr(10).join(texts(one))}" for one in every.values()]
    target.parent.mkdir(parents=True, exist_ok=True)
    head = "QualCode is free software under AGPL-3.0-or-later. It contains these parts:\n\n"
    target.write_text(head + f"\n{LINE}\n".join(pieces), encoding="utf-8")
    print(f"licences of {len(every)} parts in {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "LICENCES.txt")
