"""``builder review``: review workbooks for a panel."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings
from builder.cli.path_option import PATH, path_option
from builder.cli.phrase_option import given_phrase, phrase_option
from builder.cli.scheme_options import scheme_options
from builder.cli.sweeping import sweep_from_here
from builder.cli.template_option import given_templates, template_option
from builder.findings.finding import Finding
from builder.pipeline.own_schemes import own_schemes


@click.command(cls=ChineseCommand, name="review")
@click.argument("files", nargs=-1, metavar="文件或文件夹...", type=PATH)
@path_option(
    "--reviewers",
    metavar="名单.xlsx",
    words="评审员名单：姓名，可另加角色、回避单位、单位、行业。",
    required=True,
)
@path_option(
    "-o",
    "--output",
    "folder",
    metavar="文件夹",
    words="写到哪个文件夹；每位评审员一个子文件夹。",
    required=True,
)
@click.option(
    "--round",
    "called",
    default="",
    metavar="名称",
    help="这一轮评审的名称，如“2026初评”；不写时按时间编号。",
)
@click.option(
    "--least",
    type=click.IntRange(1, 99),
    default=1,
    metavar="人数",
    help="每个申报者至少几位评审员；回避以后不够的，指出并停下。",
)
@path_option(
    "--assignment",
    metavar="分工表.xlsx",
    words="照分工表下发：builder assign 写出、改好的那一张；不写时每人评每一家。",
)
@click.option(
    "--amend",
    is_flag=True,
    help="补派：照新的名单（和分工表）只改来的、走的、替换的那几份，别的一字节不动；不写收件。",
)
@click.option(
    "--blind",
    is_flag=True,
    help="盲评：名称、简称、人名、电话、网址等换成编号；谁是哪一家只写在编号对照里。",
)
@path_option(
    "--key",
    metavar="编号对照.xlsx",
    words="盲评的编号对照写到哪里；不写时放在评审文件夹旁边，不能在里面。",
)
@path_option(
    "--hide",
    metavar="也隐去.xlsx",
    words="盲评还要隐去的词：一栏“也隐去”，可另加“申报者”“不隐去”。",
)
@path_option(
    "--rules",
    metavar="规则.yaml",
    words="评审规则；写了“自评分: 不显示”的，评审表里没有企业的自评得分。",
)
@phrase_option()
@template_option("本单位的工作簿模板（.xlsx）。")
@scheme_options
def command(
    files: tuple[Path, ...],
    reviewers: Path,
    folder: Path,
    called: str,
    least: int,
    assignment: Path | None,
    key: Path | None,
    hide: Path | None,
    rules: Path | None,
    phrase: Path | None,
    templates: tuple[Path, ...],
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
    *,
    amend: bool,
    blind: bool,
) -> ExitCode:
    """为专家评审生成评审表：每位评审员、每个申报者一份。

    评审表由收回的评分表（旁边有申报材料的，连同其正文）生成，企业的内容只读；不含其他评审员的任何内容。
    """
    _check(files, hide, amend=amend, blind=blind)
    # Planning and writing take longer to import than the usage text.
    from builder.load.panel_rules import given_rules
    from builder.model.panel.rules import OwnScores
    from builder.pipeline.panel.amending import amend_reviews
    from builder.pipeline.panel.reviewing import ReviewOrder, write_reviews
    from builder.pipeline.verify import Verifier

    sweep_from_here()
    secret = given_phrase(phrase)
    if isinstance(secret, Finding):
        return print_findings((secret,))
    said = given_rules(rules)
    if isinstance(said, tuple):
        return print_findings(said)
    look = given_templates(templates)
    known, findings = own_schemes(schemes, folders)
    order = ReviewOrder(
        files=files,
        reviewers=reviewers,
        folder=folder,
        blind=blind,
        template=look.workbook,
        round=called,
        least=max(least, said.least),
        phrase=secret,
        assignment=assignment,
        hide=hide,
        key=key,
        shows_own=said.own_scores is OwnScores.SHOWN,
    )
    make = amend_reviews if amend else write_reviews
    made = make(order, Verifier(known))
    if made.task is not None:
        count = f"{len(made.task.reviewers)} 位评审员、{len(made.task.applicants)} 个申报者"
        click.echo(
            f"已写入 {made.written} 份评审表到 {folder}（{count}，评审编号 {made.task.run}）"
        )
    return print_findings((*findings, *made.findings))


def _check(files: tuple[Path, ...], hide: Path | None, *, amend: bool, blind: bool) -> None:
    """Raises the usage error of options that do not go together."""
    if not files and not amend:
        raise click.UsageError("请写明收件：收回的评分表所在的文件夹。")
    if amend and (files or blind or hide is not None):
        raise click.UsageError(
            "补派（--amend）沿用已经发出的材料，不能再写收件、--blind 或 --hide。"
        )
    if hide is not None and not blind:
        raise click.UsageError("--hide 只用于盲评，请同时写 --blind。")
