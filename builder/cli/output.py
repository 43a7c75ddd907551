"""What every command prints in the same way."""

import json
from collections.abc import Iterable

import click

from builder.findings.finding import Finding
from builder.report.plain import Json
from builder.report.verdict_report import finding_lines


def print_json(value: Json) -> None:
    """Print a value as indented JSON with Chinese as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines in order."""
    for line in lines:
        click.echo(line)


def print_findings(findings: tuple[Finding, ...]) -> None:
    """Print findings to the error stream, each with its remedy."""
    for finding in findings:
        for line in finding_lines(finding):
            click.echo(line, err=True)
