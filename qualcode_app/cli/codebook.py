"""Commands on the codebook."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli import codebook_edits, codebook_files
from qualcode_app.cli.common import EXISTING_FILE, as_json, language, opened, show
from qualcode_app.formats import codebook_json
from qualcode_app.services.codebook import codebook as codes


class _Listing(click.Group):
    """Lists a codebook unless the first word says what else to do."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take everything that is no command for what is listed."""
        if args and args[0] not in {*self.commands, "--help", "-h"}:
            args = [listed.name or "", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Listing)
def codebook() -> None:
    """List the codes of a project, or import and export a codebook."""


@codebook.command(name="list")
@click.argument("project", type=EXISTING_FILE)
@click.option("--load", "file", type=EXISTING_FILE, help="Take this codebook file in first.")
@click.option("--level", type=click.IntRange(1, 9), help="Only codes down to this level.")
@language
@as_json
def listed(
    project: Path, file: Path | None, level: int | None, language: str, as_json: bool
) -> None:
    """List the codes of PROJECT with their number of codings."""
    if file is not None:
        book = codebook_json.read(file)
        with opened(project) as there:
            there.write(codes.load, book)
    with opened(project, read_only=True) as there:
        rows = [row for row in there.read(codes.rows) if level is None or row.level <= level]

    def line(row: codes.CodeRow) -> str:
        label = row.label_nl if language == "nl" else row.label_en
        return f"{'  ' * (row.level - 1)}{row.key}  {label}  {row.n_codings or ''}".rstrip()

    show(rows, as_json=as_json, line=line, empty="This project has no codebook.")


for command in (*codebook_files.COMMANDS, *codebook_edits.COMMANDS):
    codebook.add_command(command)

COMMANDS = (codebook,)
