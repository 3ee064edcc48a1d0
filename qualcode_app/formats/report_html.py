"""A report as one page for a browser; nothing is fetched for it, and it prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qualcode_app.domain.progress import Progress
from qualcode_app.domain.report import (
    Block,
    Claim,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Report,
)
from qualcode_app.domain.terms import heading
from qualcode_app.formats.html_page import STYLE, table_markup, text_markup
from qualcode_app.formats.whole_file import whole

REPORT_STYLE = """
body { max-width: 54rem; } h1 { margin-bottom: 0; }
h2 { font-size: 1.35rem; border-bottom: 2px solid #d5dae2; padding-bottom: .2rem;
  margin-top: 3rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .3rem; }
.sub, .small, .state { color: #5b6675; }
table { font-size: .85rem; margin: .6rem 0 1rem; } th { vertical-align: bottom; }
nav ul { columns: 2; padding-left: 1.2rem; }
blockquote { margin: .6rem 0 .8rem; padding: 0 0 0 1rem; border-left: 3px solid #b8c1cf; }
blockquote p { margin: 0; }
cite, .role { font-style: normal; color: #5b6675; font-size: .9rem; }
.claim { margin: 1rem 0; padding: .6rem 1rem; border: 1px solid #d5dae2; border-radius: 6px; }
.claim p { margin: 0 0 .2rem; }
.claim.open { border-color: #a33b20; } .open .state { color: #a33b20; }
figure { margin: 1rem 0; overflow-x: auto; } figure svg { max-width: 100%; height: auto; }
details { font-size: .85rem; color: #5b6675; } pre { white-space: pre-wrap; font: inherit; }
@media print {
  body { margin: 0; max-width: none; } h2 { break-before: page; }
  nav, details { display: none; }
  blockquote, .claim, figure, tr { break-inside: avoid; }
}
"""


def write(report: Report, path: Path, progress: Progress) -> None:
    """Write the page; raises Cancelled, or CannotWrite when the folder refuses it."""
    title = text_markup(report.title)
    parts = [
        f'<!doctype html>\n<html lang="{report.language}">\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width">\n',
        f"<title>{title}</title>\n<style>{STYLE}{REPORT_STYLE}</style>\n",
        f'<h1>{title}</h1>\n<p class="sub">{text_markup(report.subtitle)}</p>\n',
        _contents(report),
    ]
    chapter = 0
    for done, block in enumerate(report.blocks):
        progress.report(done, len(report.blocks))
        if isinstance(block, Heading) and block.level == 1:
            chapter += 1
            parts.append(f'<h2 id="c{chapter}">{text_markup(block.text)}</h2>\n')
        else:
            parts.append(_markup(block, report.language))
    with whole(path) as part:
        part.write_text("".join(parts), "utf-8")
    progress.report(len(report.blocks), len(report.blocks))


def _contents(report: Report) -> str:
    chapters = [
        block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1
    ]
    lines = "".join(
        f'<li><a href="#c{number}">{text_markup(text)}</a></li>\n'
        for number, text in enumerate(chapters, start=1)
    )
    name = heading("Contents", report.language)
    return f'<nav aria-label="{name}"><ul>\n{lines}</ul></nav>\n'


def _markup(block: Block, language: str) -> str:
    match block:
        case Heading():
            level = block.level + 1
            return f"<h{level}>{text_markup(block.text)}</h{level}>\n"
        case Paragraph():
            kind = ' class="small"' if block.small else ""
            return f"<p{kind}>{text_markup(block.text)}</p>\n"
        case Quote():
            return _quote(block)
        case Claim():
            return _claim(block)
        case Picture():
            words = text_markup(block.words)
            name = heading("In words", language)
            return (
                f"<figure>{block.svg}</figure>\n"
                f"<details><summary>{name}</summary><pre>{words}</pre></details>\n"
            )
        case Grid():
            above = f"<p class='small'>{text_markup(block.caption)}</p>\n" if block.caption else ""
            return above + table_markup(block.table, language)


def _claim(block: Claim) -> str:
    quotes: Sequence[str] = [_quote(quote) for quote in block.evidence]
    kind = "claim" if block.holds else "claim open"
    return (
        f'<div class="{kind}"><p>{text_markup(block.text)}</p>\n'
        f'<p class="state">{text_markup(block.state)}</p>\n{"".join(quotes)}</div>\n'
    )


def _quote(block: Quote) -> str:
    role = f'<span class="role">{text_markup(block.role)}: </span>' if block.role else ""
    return (
        f"<blockquote><p>{role}“{text_markup(block.text)}” "
        f"<cite>({text_markup(block.source)})</cite></p></blockquote>\n"
    )
