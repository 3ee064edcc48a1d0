"""Every use case as a command; prints text, CSV or JSON."""

from __future__ import annotations

import sys
from typing import IO, Any

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
    usage,
    values,
    wording,
)
from qualcode_app.domain.errors import Cancelled, QualcodeError


class Refusal(click.ClickException):
    """A refusal of the program, told as one sentence."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone: how the command is used has nothing to do with it."""
        click.echo(f"qualcode: {self.message}", file=file or sys.stderr)


class Refusing(click.Group):
    """Tells refusals in the language that was asked for."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except QualcodeError as error:
            language = ctx.params["speak"] or wording.language_of_user()
            raise Refusal(wording.error_sentence(error, language)) from error


@click.group(cls=Refusing, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qualcode")
@click.option(
    "--speak",
    type=click.Choice(wording.LANGUAGES),
    help="Language of refusals; without it that of the window, or of the system.",
)
def cli(speak: str | None) -> None:
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
        _told(error, arguments).show(sys.stderr)
        return 2
    except (Cancelled, click.Abort, KeyboardInterrupt):
        click.echo(usage.stopped(usage.language_of(arguments)), err=True)
        return 2
    return 0


def _told(error: click.ClickException, arguments: list[str]) -> click.ClickException:
    """Return a refusal in the language of the user; click's own words are English."""
    language = usage.language_of(arguments)
    if language == "en" or not isinstance(error, click.UsageError):
        return error
    said = usage.sentence(error, language)
    return error if said is None else Refusal(said)
