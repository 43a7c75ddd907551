"""What ``builder verify`` writes beside what it tells: a page, and files for the applicants."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.office import Office
from builder.pipeline.files import WrittenFiles
from builder.pipeline.net import within_net
from builder.pipeline.output_places import OutputPlace
from builder.pipeline.own_outputs import write_one
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.run import Verified
from builder.pipeline.templates import Templates
from builder.pipeline.units import Units

# So many files are named, the others counted.
_NAMED = 5


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
    schemes: tuple[OwnScheme, ...] = ()


def output_places(
    page: Path | None,
    annotated: Path | None,
    notices: Path | None,
    overview: Path | None,
    results: Path | None,
    log: Path | None,
) -> tuple[OutputPlace, ...]:
    """The outputs that were asked for, each under its option."""
    asked = (
        ("--html", page, (".html", ".htm"), False, False),
        ("--summary", overview, (".xlsx",), False, False),
        ("--annotate", annotated, (), False, True),
        ("--notice", notices, (), False, True),
        ("--results", results, (), True, False),
        ("--log", log, (), True, False),
    )
    return tuple(
        OutputPlace(option=option, path=path, endings=ends, appended=appended, folder=folder)
        for option, path, ends, appended, folder in asked
        if path is not None
    )


@frozen
class Unverified:
    """The files that were left out, with the reason, and what is said of all without verdict.

    ``units`` know whose the files are, and which of those left out are materials; ``evidence`` are
    those that count as evidence.
    """

    findings: tuple[Finding, ...]
    words: str
    units: Units
    evidence: tuple[Finding, ...] = ()


def write_outputs(
    outputs: Outputs, verified: Sequence[Verified], unverified: Unverified, *, quiet: bool
) -> Iterator[Finding]:
    """Write what was asked for; what could not be written. ``quiet`` says nothing of it."""
    log = outputs.log
    if outputs.page is not None:
        page = partial(_write_page, outputs.page, verified, unverified)
        yield from _told(page, outputs.page, log, "网页", quiet=quiet)
    if outputs.annotated is not None:
        from builder.pipeline.marking import write_annotated

        made = write_annotated(outputs.annotated, verified, log, unverified.units.name_of)
        yield from made.findings
        yield from older_ones(outputs.annotated, made, "带批注的材料")
        if not quiet and (made.paths or not made.findings):
            click.echo(f"已写入 {len(made.paths)} 份带批注的材料到 {outputs.annotated}")
    if outputs.notices is not None:
        from builder.pipeline.returning import write_notices

        look = outputs.templates.notice
        units = unverified.units.units
        letters = write_notices(outputs.notices, units, outputs.office, look, log)
        yield from letters.findings
        yield from older_ones(outputs.notices, letters, "补正通知书")
        if not quiet and (letters.paths or not letters.findings):
            click.echo(f"已写入 {len(letters.paths)} 份补正通知书到 {outputs.notices}")
    if outputs.overview is not None:
        from builder.pipeline.overview import write_overview

        book, verdicts = outputs.overview, [each.verdict for each in verified]
        look = outputs.templates.workbook
        left = (unverified.units.unopened, unverified.units.others)
        write = partial(
            write_overview, book, verdicts, unverified.words, left, look, outputs.schemes
        )
        yield from _told(write, book, log, "汇总工作簿", quiet=quiet)


def older_ones(folder: Path, made: WrittenFiles, output: str) -> Iterator[Finding]:
    """What of earlier runs still lies where a person takes what is to be sent from."""
    if made.older:
        named = "、".join(path.name for path in made.older[:_NAMED])
        more = "等" if len(made.older) > _NAMED else ""
        yield Finding.at(
            "QA813",
            folder,
            expected=f"{named}{more}",
            actual=str(len(made.older)),
            output=output,
        )


def _told(
    write: Callable[[], Finding | None], path: Path, log: Path | None, output: str, *, quiet: bool
) -> Iterator[Finding]:
    failure = within_net(write, str(path), log, output)
    if failure is not None:
        yield failure
    elif not quiet:
        click.echo(f"已写入 {path}")


def _write_page(page: Path, verified: Sequence[Verified], unverified: Unverified) -> Finding | None:
    # The template library takes longer to import than most calls take.
    from builder.show.page import verdicts_page

    # A file's name need not be text; what cannot be written is shown as a reference.
    verdicts = [each.verdict for each in verified]
    left_out = (*unverified.findings, *unverified.evidence)
    content = verdicts_page(verdicts, left_out, unverified.words, unverified.units.owners)
    return write_one(page, content.encode("utf-8", "xmlcharrefreplace"))
