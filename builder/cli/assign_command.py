"""``builder assign``: a table of who reviews whom, proposed for an office to change."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import PATH, path_option
from builder.cli.scheme_options import scheme_options
from builder.cli.sweeping import sweep_from_here
from builder.cli.template_option import given_templates, template_option
from builder.pipeline.own_schemes import own_schemes


@click.command(cls=ChineseCommand, name="assign")
@click.argument("files", nargs=-1, required=True, metavar="文件或文件夹...", type=PATH)
@path_option(
    "--reviewers",
    metavar="名单.xlsx",
    words="评审员名单：姓名，可另加角色、回避单位、单位、行业。",
    required=True,
)
@path_option(
    "-o", "--output", "target", metavar="分工表.xlsx", words="写到哪个文件。", required=True
)
@path_option(
    "--rules", metavar="规则.yaml", words="评审规则：least 每家至少几位，most 每人至多几家。"
)
@click.option("--least", type=click.IntRange(1, 99), metavar="人数", help="每家几位评审员。")
@click.option("--most", type=click.IntRange(1, 999), metavar="家数", help="每位评审员至多几家。")
@template_option("本单位的工作簿模板（.xlsx）。")
@scheme_options
def command(
    files: tuple[Path, ...],
    reviewers: Path,
    target: Path,
    rules: Path | None,
    least: int | None,
    most: int | None,
    templates: tuple[Path, ...],
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
) -> ExitCode:
    """提出评审分工表：每家几位、每人家数尽量一样、不派须回避的、行业相符的优先，另给每家一位候补。

    派不出来的，说出是哪一家、卡在哪一条。表可以改，改好用 builder review --assignment 下发。
    """
    if rules is None and least is None:
        raise click.UsageError("请用 --least 或规则文件的“最少人数”写明每家几位评审员。")
    from builder.load.panel_rules import given_rules
    from builder.pipeline.panel.assigning import AssignOrder, assign
    from builder.pipeline.verify import Verifier

    sweep_from_here()
    asked = given_rules(rules)
    if isinstance(asked, tuple):
        return print_findings(asked)
    known, findings = own_schemes(schemes, folders)
    order = AssignOrder(
        files=files,
        reviewers=reviewers,
        rules=asked,
        target=target,
        template=given_templates(templates).workbook,
        least=least or 0,
        most=most or 0,
    )
    done = assign(order, Verifier(known))
    print_lines(f"已写入 {path}" for path in done.paths)
    return print_findings((*findings, *done.findings))
