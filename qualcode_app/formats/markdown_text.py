"""The text of a .md as it reads: without the marks of headings, emphasis, links and code.

Headings get their level, list marks become "•", numbers of lists stay, and so do all other
lines and blank lines; comments go, pictures leave their description.
"""

from __future__ import annotations

import re

from qualcode_app.domain.written import WrittenText, stored
from qualcode_app.formats.text_lines import BULLET, TextLines

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_ITEM = re.compile(r"^([ \t]*)[-*+][ \t]+(?=\S)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INLINE = (
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"), r"\1"),
    (re.compile(r"(?<![\w\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)"), r"\2"),
    (re.compile(r"(?<![\w\\*])(\*\*\*|\*\*|\*)(?=[^\s*])(.+?)(?<=[^\s*\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\w\\])(__|_)(?=[^\s_])(.+?)(?<=[^\s_\\])\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def read(source: str) -> WrittenText:
    """Return the text of Markdown."""
    lines = _COMMENT.sub("", stored(source).text).removesuffix("\n").split("\n")
    found = TextLines()
    is_code = False
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if _FENCE.match(line):
            is_code = not is_code
        elif is_code:
            found.add(line)
        elif heading := _HEADING.fullmatch(line):
            found.add(_inline(heading[2] or ""), len(heading[1]))
        elif at < len(lines) and _is_titled(line, lines[at]):
            found.add(_inline(line), 1 if "=" in lines[at] else 2)
            at += 1
        elif not _RULE.fullmatch(line):
            found.add(_inline(_ITEM.sub(rf"\1{BULLET} ", _QUOTE.sub("", line), count=1)))
    return found.text()


def _is_titled(line: str, below: str) -> bool:
    """Tell whether a line is a heading because the next one underlines it."""
    is_plain = line.strip() and not (_ITEM.match(line) or _QUOTE.match(line) or line[0] in " \t|")
    return bool(is_plain and _UNDERLINE.fullmatch(below) and len(below.strip()) > 1)


def _inline(text: str) -> str:
    for pattern, kept in _INLINE:
        text = pattern.sub(kept, text)
    return text
