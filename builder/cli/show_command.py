"""``builder show``: one scheme as data or as a tree."""

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_json, print_lines
from builder.pipeline.kits_of_scheme import open_scheme
from builder.show.schemes import scheme_json, scheme_lines


@click.command(cls=ChineseCommand, name="show")
@click.argument("scheme", metavar="方案")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，分值为精确的十进制文字。")
def command(scheme: str, *, as_json: bool) -> ExitCode:
    """显示一个方案的指标、分值和要点。

    方案是自带方案的标识（见 builder list）或方案文件的路径。
    """
    opened = open_scheme(scheme)
    if opened.scheme is not None:
        if as_json:
            print_json(scheme_json(opened.scheme))
        else:
            print_lines(scheme_lines(opened.scheme))
    return print_findings(opened.findings)
