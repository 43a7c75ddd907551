"""What every command prints in the same way."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from builder.cli.exit_code import ExitCode, exit_code
from builder.findings.finding import Finding
from builder.formula.blank import visible
from builder.show.plain import Json, json_text
from builder.show.verdicts import finding_lines

Item = TypeVar("Item")
# A text from a file stays on its line.
_ONE_LINE = str.maketrans("\n\r", "  ")


def print_json(value: Json) -> None:
    """Print a value as indented JSON, Chinese as it is where the console has it all."""
    click.echo(json_text(value, sys.stdout.encoding))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines in order."""
    for line in lines:
        click.echo(_harmless(line))


def _harmless(line: str) -> str:
    """A line that cannot steer the terminal: what hides in it is shown by its number."""
    return visible(line).translate(_ONE_LINE)


@contextmanager
def progress(items: Iterable[Item], count: int, label: str) -> Iterator[Iterable[Item]]:
    """The items, with a bar on the terminal that grows as they are taken."""
    if not count or not sys.stderr.isatty():
        yield items
        return
    with click.progressbar(items, length=count, label=label, file=sys.stderr) as bar:
        yield bar


def print_findings(findings: tuple[Finding, ...]) -> ExitCode:
    """Print findings to the error stream, each with its remedy; the code a command ends with."""
    for finding in findings:
        for line in finding_lines(finding):
            click.echo(_harmless(line), err=True)
    return exit_code(findings)


def print_findings_of(made: object | None, findings: tuple[Finding, ...]) -> ExitCode:
    """Print findings on what should have been made of a file; the code where nothing was made."""
    code = print_findings(findings)
    return ExitCode.UNREADABLE if made is None and code != ExitCode.USAGE else code
