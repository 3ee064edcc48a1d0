"""Bring the translations up to date with the code, and compile them.

Qt's own tools do the work. What they cannot see is collected here: the sentences of errors and
notices, which stand in layers without Qt, go into the context "errors".
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "qualcode_app"
WINDOW = CODE / "ui"
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("nl", "en")  # English needs its plurals only
REASONS = {"Reason", "NoInterval", "Notice"}  # enumerations whose values are sentences

Message = tuple[str, str]  # context, source


def trees(folder: Path) -> Iterator[ast.Module]:
    """Parse every module below a folder."""
    for path in sorted(folder.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"), str(path))


def error_kinds() -> set[str]:
    """Return the names of QualcodeError and of everything derived from it."""
    classes = [
        node for tree in trees(CODE) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    ]
    kinds = {"QualcodeError"}
    while True:
        more = {
            each.name
            for each in classes
            if any(isinstance(base, ast.Name) and base.id in kinds for base in each.bases)
        }
        if more <= kinds:
            return kinds
        kinds |= more


def error_sentences() -> set[str]:
    """Return the templates of all errors, notices and reasons.

    Raises:
        SystemExit: An error is made with something else than a literal template.
    """
    kinds = (error_kinds() - {"QualcodeError"}) | {"Notice", "Fault"}
    found: set[str] = set()
    for tree in trees(CODE / "pdf"):
        found |= set(_constants(tree.body))
    for tree in trees(CODE):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id in kinds and node.args:
                    found |= set(_sentences(node))
            elif isinstance(node, ast.ClassDef) and node.name in REASONS:
                found |= set(_constants(node.body))
    return found


def _sentences(call: ast.Call) -> Iterator[str]:
    for argument in call.args[:2]:  # a fault in a codebook file names its place first
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
            return
        if isinstance(argument, ast.Attribute) or _is_constant_name(argument):
            return  # a sentence used twice: it is found where it is defined
    raise SystemExit(f"line {call.lineno}: an error needs a literal sentence: {ast.unparse(call)}")


def _is_constant_name(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id.isupper()


def _constants(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            value = node.value.value
            if isinstance(value, str) and value.endswith("."):
                yield value


def window_strings() -> set[Message]:
    """Return every text the window shows, with its context, as the code says it."""
    found: set[Message] = set()
    for tree in trees(WINDOW):
        for node in tree.body:
            context = node.name if isinstance(node, ast.ClassDef) else ""
            for call in ast.walk(node):
                if isinstance(call, ast.Call):
                    found |= set(_message(call, context))
    return found


def _message(call: ast.Call, context: str) -> Iterator[Message]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
    if name == "tr" and texts and isinstance(texts[0], str):
        yield context, texts[0]
    elif name in {"translate", "marked"}:
        words = [text for text in texts[:2] if isinstance(text, str)]
        if len(words) == 2:
            yield words[0], words[1]


def wanted() -> set[Message]:
    """Return everything that has to be translated."""
    return window_strings() | {("errors", sentence) for sentence in error_sentences()}


def messages(language: str) -> dict[Message, ElementTree.Element]:
    """Return the messages of a translation file by context and source."""
    tree = ElementTree.parse(FOLDER / f"qualcode_{language}.ts")
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def update() -> None:
    """Take new texts into the translation files and drop those that are gone."""
    with tempfile.TemporaryDirectory() as folder:
        collected = Path(folder) / "errors.py"
        lines = [f"translate('errors', {sentence!r})" for sentence in sorted(error_sentences())]
        collected.write_text("\n".join(lines) + "\n", encoding="utf-8")
        sources = [str(path) for path in sorted(WINDOW.rglob("*.py"))]
        for language in LANGUAGES:
            plurals = ["-pluralonly"] if language == "en" else []
            _run(
                "pyside6-lupdate",
                "-silent",
                *("-locations", "none", "-no-obsolete", "-target-language", language),
                *("-tr-function-alias", "QT_TRANSLATE_NOOP+=marked"),
                *plurals,
                *sources,
                str(collected),
                *("-ts", str(FOLDER / f"qualcode_{language}.ts")),
            )


def release() -> None:
    """Compile the translation files."""
    for language in LANGUAGES:
        ts = FOLDER / f"qualcode_{language}.ts"
        fresh = ts.with_suffix(".qm.part")  # a running window has the old file mapped
        _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(fresh))
        fresh.replace(ts.with_suffix(".qm"))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(tool)), *arguments], check=True)


def main() -> int:
    """Update, compile, and name what is missing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    update()
    release()
    dutch = messages("nl")
    unseen = sorted(wanted() - set(dutch))
    unfinished = sorted(
        key
        for key, message in dutch.items()
        if (translation := message.find("translation")) is None
        or translation.get("type") == "unfinished"
    )
    for what, keys in (("not seen by lupdate", unseen), ("not translated", unfinished)):
        for context, source in keys:
            print(f"{what}: {context}: {source}")
    return 1 if unseen or unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
