"""One run of ``builder verify``: verdicts told as they come, a bar while they do."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from builder.cli.output import print_lines
from builder.cli.sweeping import sweep_from_here
from builder.findings.finding import Finding
from builder.pipeline.batch import Basis
from builder.pipeline.cluster import NoClusterError
from builder.pipeline.intake import Intake
from builder.pipeline.results import Results, UnwritableError
from builder.pipeline.run import Verified, verify_all
from builder.show.verdicts import verdict_lines


@dataclass(frozen=True, kw_only=True)
class Run:
    """What is verified, against what, and where the work is done."""

    intake: Intake
    basis: Basis
    jobs: int
    address: str
    kept: Results | None


def verify_and_tell(run: Run, *, quiet: bool) -> tuple[list[Verified], tuple[Finding, ...]]:
    """Every verdict, told as soon as it is known, and what ended the run before its time."""
    verified: list[Verified] = []
    verdicts = verify_all(run.intake, run.basis, jobs=run.jobs, kept=run.kept, address=run.address)
    try:
        with _progress(run, verdicts, quiet=quiet) as shown:
            for each in shown:
                verified.append(each)
                if len(verified) == 1:
                    sweep_from_here()
                if not quiet:
                    print_lines(verdict_lines(each.verdict))
    except UnwritableError as error:
        return verified, (error.finding,)
    except NoClusterError as error:
        raise click.UsageError(str(error)) from None
    except KeyboardInterrupt:
        on = "" if run.kept is None else "再运行同一条命令，从断处接着核验。"
        click.echo(f"核验了 {len(verified)} 个文件后停下。{on}", err=True)
        raise
    return verified, ()


@contextmanager
def _progress(
    run: Run, verdicts: Iterator[Verified], *, quiet: bool
) -> Iterator[Iterable[Verified]]:
    """The verdicts, with a bar on the terminal where nothing else is told there."""
    if not sys.stderr.isatty() or (not quiet and sys.stdout.isatty()):
        yield verdicts
        return
    count = len(run.intake.files)
    with click.progressbar(verdicts, length=count, label="正在核验", file=sys.stderr) as bar:
        yield bar
