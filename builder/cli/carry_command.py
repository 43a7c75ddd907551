"""``builder carry``: last year's answers in this year's kit."""

from datetime import date
from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.kit_options import kit_options, wanted_options
from builder.cli.office_option import given_office, office_option
from builder.cli.output import print_findings, print_lines, progress
from builder.cli.path_option import PATH, path_option
from builder.cli.template_option import given_templates, template_option
from builder.editions.carried import Fate
from builder.findings.finding import Finding
from builder.pipeline.carry.order import CarryOrder
from builder.pipeline.carry.run import Carried, carry_all, old_kits
from builder.pipeline.intake import take_in
from builder.pipeline.net import begin_log
from builder.pipeline.own_schemes import own_schemes

_FIRST_YEAR, _LAST_YEAR = 1990, 2100


@click.command(cls=ChineseCommand, name="carry")
@click.argument("files", metavar="旧文件…", nargs=-1, required=True, type=PATH)
@click.option("--to", "to", metavar="新方案", required=True, help="新方案的标识或文件。")
@path_option(
    "-o", "--output", "folder", metavar="文件夹", words="新材料写到哪个文件夹。", required=True
)
@path_option(
    "--from",
    "before",
    metavar="旧方案文件",
    words="旧文件当时所用的方案；自带的方案不用写。可多次使用。",
    multiple=True,
)
@kit_options
@click.option("--scores", is_flag=True, help="分数也沿用；分值、文字、计分办法有改动的仍不沿用。")
@click.option(
    "--year",
    type=click.IntRange(_FIRST_YEAR, _LAST_YEAR),
    metavar="年份",
    help="新的申报年度；不写时是旧表的下一年。",
)
@office_option("新一年的主办单位设置文件。")
@template_option("本单位的模板，.xlsx 定评分表的样子，.docx 定申报材料的样子；可各给一个。")
@path_option("--log", metavar="记录文件", words="程序出了故障时把经过记在这里，供维护人查找。")
def command(
    files: tuple[Path, ...],
    to: str,
    folder: Path,
    before: tuple[Path, ...],
    choices: tuple[str, ...],
    scale: str | None,
    year: int | None,
    office: Path | None,
    templates: tuple[Path, ...],
    log: Path | None,
    *,
    scores: bool,
) -> ExitCode:
    """把去年填好的评分表和申报材料，沿用到新方案的材料里。

    仍然属于原处的内容填进新的材料，近三年数据按年份移动；分数、声明要重新作出。
    旧内容一处不少：沿用的、待核的、没有沿用的，都列在新评分表的“沿用情况”里。
    可以写文件、文件夹或 zip 压缩包。
    """
    wanted = wanted_options(choices, scale, every=False)
    look = given_templates(templates)
    settings, refused = given_office(office)
    newer = (Path(to),) if Path(to).is_file() else ()
    known, findings = own_schemes((*before, *newer))
    if refused or findings:
        return print_findings((*findings, *refused))
    unwritable = None if log is None else begin_log(log)
    if unwritable is not None:
        return print_findings((unwritable,))
    intake = take_in(files)
    kits = old_kits(intake)
    unread = tuple(one for file in intake.files for one in getattr(file, "findings", ()))
    order = CarryOrder(
        to=to,
        today=date.today(),  # noqa: DTZ011 - the user's own day
        templates=look,
        schemes=known,
        options=tuple(wanted.options.items()),
        scale=wanted.scale,
        office=settings,
        scores=scores,
        year=year,
        log=log,
    )
    found: list[Finding] = [*unread, *intake.left_out]
    written = 0
    with progress(carry_all(kits, order, folder), len(kits), "正在沿用") as carried:
        for one in carried:
            print_lines(_lines(one))
            found += (each for each in one.findings if each not in found)
            written += bool(one.paths)
    if not kits:
        found.append(Finding.at("QA1241", files[0]))
    ended = print_findings(tuple(found))
    click.echo(f"{len(kits)} 家，写出 {written} 家的新材料到 {folder}。")
    return ended


def _lines(one: Carried) -> tuple[str, ...]:
    if one.account is None or not one.paths:
        return ()
    counts = "，".join(f"{fate} {one.account.count(fate)} 处" for fate in reversed(tuple(Fate)))
    return (f"{one.name}：{counts}。", *(f"  已写入 {path}" for path in one.paths))
