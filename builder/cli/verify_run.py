"""One run of ``builder verify``: verdicts told as they come, a bar while they do."""

import sys
from collections.abc import Iterator

import click

from builder.cli.output import print_lines, progress
from builder.cli.sweeping import sweep_from_here
from builder.findings.finding import Finding
from builder.pipeline.cluster import NoClusterError
from builder.pipeline.results import UnwritableError
from builder.pipeline.run import Verified
from builder.show.verdicts import verdict_lines


def verify_and_tell(
    verdicts: Iterator[Verified], count: int, *, kept: bool, quiet: bool
) -> tuple[list[Verified], tuple[Finding, ...]]:
    """Every verdict, told as soon as it is known, and what ended the run before its time.

    ``count`` is how many there will be; ``kept`` says that a later run need not begin anew.
    """
    verified: list[Verified] = []
    # Where verdicts are told on the same terminal, a bar would stand between them.
    length = count if quiet or not sys.stdout.isatty() else 0
    try:
        with progress(verdicts, length, "正在核验") as shown:
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
        on = "再运行同一条命令，从断处接着核验。" if kept else ""
        click.echo(f"核验了 {len(verified)} 个文件后停下。{on}", err=True)
        raise
    return verified, ()
