"""What a case is: something made in a folder, put before the program, and the codes it answers."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from click.testing import CliRunner

from builder.cli.main import root
from builder.findings.finding import Finding
from builder.pipeline.batch import Basis
from builder.pipeline.intake import take_in
from builder.pipeline.run import Verified, verify_all

# Everything the program says of what the case made, code by code.
Case = Callable[[Path], Iterable[str]]


def codes(findings: Iterable[Finding]) -> list[str]:
    """The code of every finding."""
    return [one.code for one in findings]


def said(*words: object) -> list[str]:
    """Every code that a command prints."""
    done = CliRunner().invoke(root, [*map(str, words)], standalone_mode=False)
    assert done.exception is None
    return re.findall(r"QA\d{3,4}", done.output)


def verified(*paths: Path) -> list[str]:
    """What ``builder verify`` says of these files and folders."""
    intake = take_in(paths)
    run = verify_all(intake, Basis(), jobs=1, kept=None)
    told = [code for each in run for code in codes(each.verdict.findings)]
    return [*told, *codes(intake.left_out)]


def run_over(*paths: Path) -> list[Verified]:
    """What one run makes of these files and folders, file by file."""
    return [*verify_all(take_in(paths), Basis(), jobs=1, kept=None)]


def put(path: Path, content: bytes) -> Path:
    """A file with this content, its folder made where it was not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
