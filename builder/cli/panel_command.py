"""``builder panel``: reviews joined, agreed on, ranked."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import PATH, path_option
from builder.cli.phrase_option import given_phrase, phrase_option
from builder.cli.scheme_options import scheme_options
from builder.cli.sweeping import sweep_from_here
from builder.cli.template_option import given_templates, template_option
from builder.findings.finding import Finding
from builder.pipeline.own_schemes import own_schemes

if TYPE_CHECKING:
    from builder.pipeline.files import WrittenFiles
    from builder.pipeline.panel.final import FinalOrder
    from builder.pipeline.templates import Templates
    from builder.pipeline.verify import Verifier


@click.command(cls=ChineseCommand, name="panel")
@click.argument("folder", metavar="评审文件夹", type=PATH)
@path_option("-o", "--output", "target", metavar="文件夹", words="写到哪个文件夹。")
@path_option(
    "--ranking",
    "returned",
    metavar="合议文件夹",
    words="用签好字的合议表排名，写排名、评审记录和评审反馈。",
)
@path_option(
    "--archive",
    metavar="存档.zip",
    words="把这个文件夹（哪个阶段的都行）封存成只读的 zip，附每个文件的摘要；不做别的。",
)
@click.option(
    "--status",
    "status",
    is_flag=True,
    help="只看评审进度：谁的评审表收回了、没有评完、没有签名；写了 -o 的，另写进度表和催交的话。",
)
@path_option("--rules", metavar="规则.yaml", words="怎样合成各评审员的分数；不写时取平均分。")
@path_option(
    "--categories",
    metavar="类别.xlsx",
    words="申报者各属哪个类别，分类排名；和 --ranking 一起用。",
)
@click.option(
    "--shortlist",
    "material",
    is_flag=True,
    help="只按材料评审的分数列出进入现场评审的名单；和 --ranking 一起用。",
)
@click.option(
    "--without", multiple=True, metavar="R2-C03", help="不计入这一份评审表；可多次使用，写进记录。"
)
@path_option(
    "--key",
    metavar="编号对照.xlsx",
    words="盲评的编号对照，用 --ranking 时把编号换回名称；不写时在评审文件夹旁边找。",
)
@phrase_option()
@template_option("本单位的模板：工作簿（.xlsx），评审反馈、现场核查单（.docx）。")
@scheme_options
def command(
    folder: Path,
    target: Path | None,
    returned: Path | None,
    archive: Path | None,
    rules: Path | None,
    categories: Path | None,
    without: tuple[str, ...],
    key: Path | None,
    phrase: Path | None,
    templates: tuple[Path, ...],
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
    *,
    status: bool,
    material: bool,
) -> ExitCode:
    """汇总专家评审：先写合议表，收回签字的合议表后再排名。

    评审文件夹是 builder review 写出的那一个，收回的评审表放回原处。缺一份、改一处都会指出并停下，
    确定不要的用 --without 排除。填过、签过的合议表再运行时照带，评审分变了的项目标为“须重新合议”。
    """
    if archive is not None:
        return _archived(folder, archive)
    secret = given_phrase(phrase)
    if isinstance(secret, Finding):
        return print_findings((secret,))
    if status:
        return _told(folder, target, templates, schemes, folders, secret)
    if target is None:
        raise click.UsageError("请用 -o 写明写到哪个文件夹。")
    if returned is not None and (rules is not None or without):
        raise click.UsageError("用 --ranking 时沿用合议时的规则，不能再写 --rules 或 --without。")
    if returned is None and (categories is not None or material):
        raise click.UsageError("--categories 和 --shortlist 要和 --ranking 一起用。")
    look = given_templates(templates)
    known, findings = own_schemes(schemes, folders)
    # Planning and writing take longer to import than the usage text.
    from builder.pipeline.panel.final import FinalOrder
    from builder.pipeline.verify import Verifier

    sweep_from_here()
    verifier = Verifier(known)
    if returned is None:
        done = _joined(folder, rules, without, target, look, verifier, secret)
    else:
        order = FinalOrder(
            folder=folder,
            returned=returned,
            target=target,
            templates=look,
            phrase=secret,
            key=key,
            categories=categories,
            material=material,
        )
        done = _ranked(order, verifier)
    print_lines(f"已写入 {path}" for path in done.paths)
    return print_findings((*findings, *done.findings))


def _joined(
    folder: Path,
    rules: Path | None,
    without: tuple[str, ...],
    target: Path,
    look: "Templates",
    verifier: "Verifier",
    phrase: str,
) -> "WrittenFiles":
    from builder.load.panel_rules import given_rules
    from builder.model.panel.task import PanelTask
    from builder.pipeline.files import WrittenFiles
    from builder.pipeline.panel.merging import MergeOrder, merge
    from builder.pipeline.panel.record_files import TASK_FILE, read_record

    task = read_record(folder / TASK_FILE, PanelTask, "QA939", phrase)
    if isinstance(task, Finding):
        return WrittenFiles(findings=(task,))
    joined = given_rules(rules)
    if isinstance(joined, tuple):
        return WrittenFiles(findings=joined)
    order = MergeOrder(
        folder=folder,
        rules=joined,
        without=without,
        target=target,
        templates=look,
        source="" if rules is None else str(rules),
        phrase=phrase,
    )
    return merge(order, task, verifier)


def _ranked(order: "FinalOrder", verifier: "Verifier") -> "WrittenFiles":
    from builder.pipeline.files import WrittenFiles
    from builder.pipeline.panel.final import finish
    from builder.pipeline.panel.merging import read_merged

    merged = read_merged(order.returned, order.phrase)
    if isinstance(merged, Finding):
        return WrittenFiles(findings=(merged,))
    return finish(order, merged, verifier)


def _archived(folder: Path, archive: Path) -> ExitCode:
    from builder.pipeline.panel.archiving import freeze

    failure = freeze(folder, archive)
    if failure is not None:
        return print_findings((failure,))
    click.echo(f"已封存 {folder} 到 {archive}")
    return ExitCode.CLEAN


def _told(
    folder: Path,
    target: Path | None,
    templates: tuple[Path, ...],
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
    phrase: str,
) -> ExitCode:
    from builder.model.panel.task import PanelTask
    from builder.pipeline.panel.progress import look_at, progress_lines, write_progress
    from builder.pipeline.panel.record_files import TASK_FILE, read_record
    from builder.pipeline.verify import Verifier

    known, findings = own_schemes(schemes, folders)
    task = read_record(folder / TASK_FILE, PanelTask, "QA939", phrase)
    if isinstance(task, Finding):
        return print_findings((*findings, task))
    sweep_from_here()
    looked = look_at(folder, task, Verifier(known))
    print_lines(progress_lines(looked.progress))
    findings = (*findings, *looked.findings)
    if target is not None:
        done = write_progress(target, looked.progress, given_templates(templates).workbook)
        print_lines(f"已写入 {path}" for path in done.paths)
        findings = (*findings, *done.findings)
    return print_findings(findings)
