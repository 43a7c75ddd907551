"""``builder lint``: everything that is wrong with scheme files."""

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode, exit_code
from builder.cli.output import print_json, print_lines
from builder.load.library import shipped_schemes
from builder.pipeline.opening import open_scheme
from builder.report.plain import scheme_finding_json
from builder.report.verdict_report import lint_lines


@click.command(cls=ChineseCommand, name="lint")
@click.argument("files", metavar="[方案…]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(files: tuple[str, ...], *, as_json: bool) -> ExitCode:
    """检查方案文件，一次指出全部问题。

    不指定文件时检查全部自带方案。每个问题写明 文件:行:列、代码和办法。
    """
    names = files or tuple(str(path) for path in shipped_schemes())
    findings = tuple(finding for name in names for finding in open_scheme(name).findings)
    if as_json:
        print_json([scheme_finding_json(finding) for finding in findings])
    else:
        print_lines(lint_lines(findings, len(names)))
    return exit_code(findings)
