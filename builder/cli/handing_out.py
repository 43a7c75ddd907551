"""``builder build --applicants``: the kits of a list, written row by row."""

import click

from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines, progress
from builder.pipeline.distribution import Distribution, Order


def hand_out(order: Order) -> ExitCode:
    """Write the files of every row, with a bar, and tell what came of it."""
    distribution = Distribution(order)
    listed = distribution.applicants
    with progress(listed, len(listed), "正在生成") as applicants:
        for applicant in applicants:
            distribution.hand_out(applicant)
    manifest = distribution.close()
    if manifest is not None:
        click.echo(
            f"名单中 {len(listed)} 行：写入 {distribution.written} 个文件，"
            f"已有且相同而未重写 {distribution.kept} 个。"
        )
        print_lines((f"已写入 {manifest}",))
    # A list is worked through as far as it goes: whatever failed, a rerun continues.
    return min(print_findings(distribution.findings), ExitCode.FINDINGS)
