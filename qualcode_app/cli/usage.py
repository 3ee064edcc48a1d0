"""What is wrong with how a command was typed: click tells it in English, and here it is ours.

What click says is known by its kind, or by its words; words that are not known stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import click

from qualcode_app.cli import wording
from qualcode_app.domain.errors import QualcodeError

Reading = Callable[[re.Match[str]], QualcodeError]


class WrongCommand(QualcodeError):
    """A command that cannot be carried out as it was typed."""


class BrokenOff(QualcodeError):
    """A command that the user stopped."""


def language_of(arguments: Sequence[str]) -> str:
    """Return the language asked for in a command that may be wrong, or that of the user."""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=True):
        asked = value if option == "--speak" else option.removeprefix("--speak=")
        if option.startswith("--speak") and asked in wording.LANGUAGES:
            return asked
    return wording.language_of_user()


def stopped(language: str) -> str:
    """Return what is said when the user broke a command off."""
    return wording.error_sentence(BrokenOff("Stopped; what was finished before stays."), language)


def sentence(error: click.UsageError, language: str) -> str | None:
    """Return what is wrong and where help is; None where only click's own words say it."""
    found = _understood(error)
    if found is None:
        return None
    said = wording.error_sentence(found, language)
    if error.ctx is None:
        return said
    see = WrongCommand("See {command}.", command=f"{error.ctx.command_path} --help")
    return f"{said} {wording.error_sentence(see, language)}"


def _understood(error: click.UsageError) -> QualcodeError | None:
    match error:
        case click.NoSuchOption():
            return _no_option(error)
        case click.MissingParameter():
            return _missing(error)
        case click.BadParameter():
            readings, where = _VALUES, _where(error)
        case _:
            readings, where = _COMMANDS, ""
    for pattern, read in readings.items():
        if found := re.fullmatch(pattern, error.message, re.DOTALL):
            problem = read(found)
            return problem if not where else _of(where, problem)
    return None


def _of(where: str, problem: QualcodeError) -> QualcodeError:
    return WrongCommand("{where} is not right: {problem}", where=where, problem=problem)


def _no_option(error: click.NoSuchOption) -> QualcodeError:
    if error.possibilities:
        return WrongCommand(
            "There is no option {option}. Did you mean {near}?",
            option=error.option_name,
            near=", ".join(sorted(error.possibilities)),
        )
    return WrongCommand("There is no option {option}.", option=error.option_name)


def _missing(error: click.MissingParameter) -> QualcodeError:
    where = _where(error)
    if error.param is not None and isinstance(error.param.type, click.Choice):
        choices = ", ".join(map(str, error.param.type.choices))
        return WrongCommand(
            "{where} is missing. Choose one of: {choices}.", where=where, choices=choices
        )
    return WrongCommand("{where} is missing.", where=where)


def _where(error: click.BadParameter) -> str:
    """Return the name of an option or argument as it is typed."""
    hint = error.param_hint
    if hint is None and error.param is not None and error.ctx is not None:
        hint = error.param.get_error_hint(error.ctx)
    if hint is None:
        return "?"
    return (hint if isinstance(hint, str) else " / ".join(hint)).replace("'", "")


_COMMANDS: dict[str, Reading] = {
    r"No such command '(.*?)'\..*": lambda it: WrongCommand(
        "There is no command {command}.", command=it[1]
    ),
    r"Missing command\.": lambda _: WrongCommand("The name of the command is missing."),
    r"Got unexpected extra arguments? \((.*)\)": lambda it: WrongCommand(
        "{words} does not belong in this command.", words=it[1]
    ),
    r"Option '(.*)' requires an argument\.": lambda it: WrongCommand(
        "The option {option} needs a value after it.", option=it[1]
    ),
    r"Option '(.*)' requires (\d+) arguments\.": lambda it: WrongCommand(
        "The option {option} needs {n} values after it.", option=it[1], n=it[2]
    ),
    r"Option '(.*)' does not take a value\.": lambda it: WrongCommand(
        "The option {option} has no value.", option=it[1]
    ),
}
_VALUES: dict[str, Reading] = {
    r"'(.*)' is not (?:one of )?('.*')\.": lambda it: WrongCommand(
        "{value} is not one of {choices}.", value=it[1], choices=it[2].replace("'", "")
    ),
    r"'(.*)' is not a valid integer(?: range)?\.": lambda it: WrongCommand(
        "{value} is no whole number.", value=it[1]
    ),
    r"'(.*)' is not a valid float(?: range)?\.": lambda it: WrongCommand(
        "{value} is no number.", value=it[1]
    ),
    r"(\S+) is not in the range (.*)\.": lambda it: WrongCommand(
        "{value} is not in the range {range}.", value=it[1], range=it[2]
    ),
    r"'(.*)' does not match the formats? (.*)\.": lambda it: WrongCommand(
        "{value} is no date.", value=it[1]
    ),
    r"\w+ '(.*)' does not exist\.": lambda it: WrongCommand("{name} is not there.", name=it[1]),
    r"\w+ '(.*)' is a file\.": lambda it: WrongCommand(
        "{name} is a file, and a folder is wanted.", name=it[1]
    ),
    r"\w+ '(.*)' is a directory\.": lambda it: WrongCommand(
        "{name} is a folder, and a file is wanted.", name=it[1]
    ),
    r"\w+ '(.*)' is not readable\.": lambda it: WrongCommand("{name} cannot be read.", name=it[1]),
    r"Takes (\d+) values but (\d+) (?:was|were) given\.": lambda it: WrongCommand(
        "{n} values are needed.", n=it[1]
    ),
}
