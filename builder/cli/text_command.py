"""``builder text``: what an applicant wrote in its report, indicator by indicator."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_json, print_lines
from builder.cli.path_option import PATH
from builder.pipeline.word_text import report_text
from builder.show.texts import text_json, text_lines


@click.command(cls=ChineseCommand, name="text")
@click.argument("file", metavar="申报材料", type=PATH)
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(file: Path, *, as_json: bool) -> ExitCode:
    """列出申报材料（.docx）中每项指标写了什么、多少字。

    评价要点、填写提示等表格自带的文字不算在内。
    """
    told = report_text(file)
    if told.sections is None:
        print_findings(told.findings)
        return ExitCode.UNREADABLE
    if as_json:
        print_json([text_json(section) for section in told.sections])
    else:
        print_lines(text_lines(told.sections))
    return ExitCode.CLEAN
