"""Every use case as a command; prints text, CSV or JSON."""

from __future__ import annotations

import sys

import click

from qualcode_app import __version__
from qualcode_app.cli import (
    adjudicate,
    agreement,
    analysis,
    annotated,
    backups,
    cases,
    claims,
    code,
    code_links,
    code_tables,
    codebook,
    demo,
    exchange,
    export,
    framework,
    groups,
    highlights,
    memos,
    merge,
    ocr,
    pdfs,
    project,
    provenance,
    quality,
    quotes,
    register,
    search,
    team,
    values,
)
from qualcode_app.domain.errors import Cancelled, QualcodeError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qualcode")
def cli() -> None:
    """Code agreement PDFs, merge coders' files, measure agreement.

    Without a command the window opens; with a .qualcode file, the window on that project.
    """


for group in (
    project,
    codebook,
    cases,
    groups,
    code,
    code_links,
    code_tables,
    merge,
    provenance,
    backups,
    team,
    memos,
    agreement,
    analysis,
    values,
    framework,
    claims,
    annotated,
    adjudicate,
    exchange,
    exchange,
    export,
    pdfs,
    highlights,
    quotes,
    quality,
    search,
    register,
    ocr,
    demo,
):
    for command in group.COMMANDS:
        cli.add_command(command)


def run(arguments: list[str]) -> int:
    """Run one command; returns 0, or 2 after one clear line on standard error."""
    try:
        cli.main(arguments, prog_name="qualcode", standalone_mode=False)
    except click.exceptions.Exit as end:
        return int(end.exit_code)
    except click.ClickException as error:
        error.show(sys.stderr)
        return 2
    except (Cancelled, click.Abort, KeyboardInterrupt):
        click.echo("Stopped; what was finished before stays.", err=True)
        return 2
    except QualcodeError as error:
        click.echo(f"qualcode: {error}", err=True)
        return 2
    return 0
