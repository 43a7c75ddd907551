"""``builder fill-report``: what the workbook says, written into the report."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings_of, print_json, print_lines
from builder.cli.path_option import PATH, path_option
from builder.cli.scheme_options import scheme_options
from builder.pipeline.fill_report import FillOrder, fill_report
from builder.pipeline.own_schemes import own_schemes
from builder.show.filling import change_json, filling_lines


@click.command(cls=ChineseCommand, name="fill-report")
@click.argument("workbook", metavar="评分表.xlsx", type=PATH)
@click.argument("report", metavar="申报材料.docx", type=PATH)
@path_option(
    "-o",
    "--output",
    metavar="文件.docx",
    words="写到哪个文件；不写时放在申报材料旁边，名称后加“（已填入）”。",
)
@click.option("--replace", "replacing", is_flag=True, help="与评分表不同的写法都以评分表为准。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出改了什么。")
@scheme_options
def command(
    workbook: Path,
    report: Path,
    output: Path | None,
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
    *,
    replacing: bool,
    as_json: bool,
) -> ExitCode:
    """把评分表里填好的内容写进申报材料，不必填两遍。

    写入封面和申报表、各指标的证据、近三年数据和图、自评得分、证实性材料清单。人写的内容都保留；可以反复运行。
    两个原来的文件都不改动。
    """
    known, findings = own_schemes(schemes, folders)
    order = FillOrder(workbook=workbook, report=report, output=output, replacing=replacing)
    made = fill_report(order, known)
    if made.report is not None and as_json:
        print_json([change_json(change) for change in made.report.changes])
    elif made.report is not None:
        print_lines(filling_lines(made.report))
        click.echo(f"已写入 {made.path}")
    return print_findings_of(made.report, (*findings, *made.findings))
