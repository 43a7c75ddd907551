"""What ``builder verify`` writes beside what it tells: a page, and files for the applicants."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.office import Office
from builder.pipeline.net import within_net
from builder.pipeline.own_outputs import write_one
from builder.pipeline.run import Verified
from builder.pipeline.templates import Templates


@frozen
class Outputs:
    """Where each output goes; ``None`` for one that was not asked for."""

    page: Path | None
    annotated: Path | None
    notices: Path | None
    overview: Path | None
    templates: Templates
    office: Office
    log: Path | None = None


@frozen
class Unverified:
    """The files that were left out, with the reason, and what is said of all without verdict.

    ``evidence`` are those that count as evidence.
    """

    findings: tuple[Finding, ...]
    words: str
    evidence: tuple[Finding, ...] = ()


def write_outputs(
    outputs: Outputs, verified: Sequence[Verified], unverified: Unverified, *, quiet: bool
) -> Iterator[Finding]:
    """Write what was asked for; what could not be written. ``quiet`` says nothing of it."""
    log = outputs.log
    if outputs.page is not None:
        page = partial(_write_page, outputs.page, verified, unverified)
        yield from _failure(page, outputs.page, log, "网页")
    if outputs.annotated is not None:
        from builder.pipeline.marking import write_annotated

        made = write_annotated(outputs.annotated, verified, log)
        yield from made.findings
        if not quiet:
            click.echo(f"已写入 {len(made.paths)} 份带批注的材料到 {outputs.annotated}")
    if outputs.notices is not None:
        from builder.pipeline.returning import write_notices

        look = outputs.templates.notice
        letters = write_notices(outputs.notices, verified, outputs.office, look, log)
        yield from letters.findings
        if not quiet:
            click.echo(f"已写入 {len(letters.paths)} 份补正通知书到 {outputs.notices}")
    if outputs.overview is not None:
        from builder.pipeline.overview import write_overview

        book, verdicts = outputs.overview, [each.verdict for each in verified]
        look = outputs.templates.workbook
        write = partial(write_overview, book, verdicts, unverified.words, look)
        yield from _failure(write, book, log, "汇总工作簿")


def _failure(
    write: Callable[[], Finding | None], path: Path, log: Path | None, output: str
) -> Iterator[Finding]:
    failure = within_net(write, str(path), log, output)
    if failure is not None:
        yield failure


def _write_page(page: Path, verified: Sequence[Verified], unverified: Unverified) -> Finding | None:
    # The template library takes longer to import than most calls take.
    from builder.show.page import verdicts_page

    # A file's name need not be text; what cannot be written is shown as a reference.
    verdicts = [each.verdict for each in verified]
    content = verdicts_page(
        verdicts, (*unverified.findings, *unverified.evidence), unverified.words
    )
    return write_one(page, content.encode("utf-8", "xmlcharrefreplace"))
