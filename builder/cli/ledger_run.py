"""One run of ``builder ledger``: what was asked for, one thing after another, and what is told."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click

from builder.cli.exit_code import ExitCode, exit_code
from builder.cli.output import print_findings, print_json, print_lines
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ledger.rows import State
from builder.ledger.told import ledger_lines, submission_json
from builder.pipeline.templates import Templates
from builder.pipeline.year.acts import undo
from builder.pipeline.year.exporting import everything, export_ledger
from builder.pipeline.year.folder import Year
from builder.pipeline.year.judging import judge, pending
from builder.pipeline.year.letters import write_letters
from builder.pipeline.year.opening import open_year
from builder.pipeline.year.receiving import drops_of, receive
from builder.pipeline.year.step import Step, Told, nobody

# So many acts are listed, enough to find the one that is to be undone.
_ACTS = 10


@frozen
class Asked:
    """What the command line says."""

    root: Path
    files: tuple[Path, ...]
    title: str
    by: str
    jobs: int
    deadline: str
    undo: str
    export: Path | None
    database: str
    templates: Templates
    new: bool
    again: bool
    letters: bool
    rebuild: bool
    as_json: bool


def run(asked: Asked) -> ExitCode:
    """Everything in the order in which an office does it, and the code it ends with."""
    with _told(asked, "正在整理台账") as told:
        opened = open_year(
            asked.root,
            title=asked.title,
            database=asked.database,
            create=asked.new,
            rebuild=asked.rebuild,
            told=told,
        )
    print_findings(opened.findings)
    if opened.year is None:
        return exit_code(opened.findings)
    year = opened.year
    try:
        findings = (*opened.findings, *_worked(asked, year))
        if asked.as_json:
            print_json([submission_json(row) for row in everything(year)])
        else:
            lines, _ = year.ledger.log(limit=_ACTS)
            print_lines(ledger_lines(year.title, year.ledger.counts(), lines))
        return max(exit_code(findings), _standing(year))
    finally:
        year.close()


def _worked(asked: Asked, year: Year) -> Iterator[Finding]:
    """Do what is asked for, tell of it; what was found on the way."""
    for work in (_undone, _received, _judged, _lettered, _exported):
        findings = tuple(work(asked, year))
        print_findings(findings)
        yield from findings


def _undone(asked: Asked, year: Year) -> Iterator[Finding]:
    if asked.undo:
        act = undo(year, asked.undo, asked.by)
        yield from act.findings
        if act.act:
            _say(asked, f"已撤销 {asked.undo}，涉及 {len(act.files)} 个文件。")


def _received(asked: Asked, year: Year) -> Iterator[Finding]:
    if asked.files:
        drops = drops_of(asked.files)
        with _told(asked, "正在收件", len(drops)) as told:
            receipt = receive(year, drops, asked.by, told=told)
        yield from (*receipt.doubled[:_NAMED], *receipt.refused)
        _say(
            asked,
            f"收到 {len(receipt.received)} 个文件（{receipt.delivery or '没有新的'}），"
            f"重复 {len(receipt.doubled)} 个，没有收下 {len(receipt.refused)} 个。",
        )


def _judged(asked: Asked, year: Year) -> Iterator[Finding]:
    waiting = sum(year.ledger.counts().values()) if asked.again else pending(year)
    with _told(asked, "正在核验", waiting) as told:
        judging = judge(year, jobs=asked.jobs, again=asked.again, told=told)
    if judging.judged:
        _say(asked, f"核验了 {judging.judged} 份材料。")
    yield from judging.findings


def _lettered(asked: Asked, year: Year) -> Iterator[Finding]:
    if asked.letters:
        keys = year.ledger.unfit()
        made = write_letters(year, keys, asked.by, asked.templates, deadline=asked.deadline)
        yield from made.findings
        where = f"，在 {Path(made.paths[0]).parent}" if made.paths else ""
        _say(asked, f"写了 {len(made.paths)} 份通知书和带批注的材料{where}。")


def _exported(asked: Asked, year: Year) -> Iterator[Finding]:
    if asked.export is not None:
        failure = export_ledger(year, asked.export, asked.templates.workbook)
        if failure is not None:
            yield failure
        else:
            _say(asked, f"台账已写入 {asked.export}")


# So many files that came before are named, all are counted.
_NAMED = 5


def _standing(year: Year) -> ExitCode:
    """The code that ``builder verify`` ends with, of what is current."""
    counts = year.ledger.counts()
    if counts[State.UNREADABLE]:
        return ExitCode.UNREADABLE
    return ExitCode.FINDINGS if counts[State.FINDINGS] else ExitCode.CLEAN


def _say(asked: Asked, words: str) -> None:
    if not asked.as_json:
        click.echo(words)


@contextmanager
def _told(asked: Asked, label: str, length: int = 0) -> Iterator[Told]:
    """Something to tell of steps, a bar on a terminal."""
    if asked.as_json or not length or not sys.stderr.isatty():
        yield nobody
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield partial(_grown, bar)


def _grown(bar: Any, step: Step) -> None:
    bar.update(step.done - bar.pos)
