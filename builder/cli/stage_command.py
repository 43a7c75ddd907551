"""``builder stage``: the stages of an award after the reviews, up to what is made public."""

from pathlib import Path

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

_DEFENCE, _VOTE, _PUBLIC = "答辩", "投票", "公示"


@click.command(cls=ChineseCommand, name="stage")
@click.argument("stage", metavar="阶段", type=click.Choice((_DEFENCE, _VOTE, _PUBLIC)))
@click.argument("folder", metavar="结果文件夹", type=PATH)
@path_option("-o", "--output", "target", metavar="文件夹", words="写到哪个文件夹。", required=True)
@path_option("--members", metavar="名单.xlsx", words="评委名单：给每位评委一份要填的表。")
@path_option("--returned", metavar="文件夹", words="评委交回的表放在哪个文件夹：计分或计票。")
@click.option(
    "--absent", multiple=True, metavar="M3", help="这位评委没有到会；可多次使用，写进记录。"
)
@phrase_option()
@template_option("本单位的模板：工作簿（.xlsx），公示名单、结果通知书、会议纪要、签名页（.docx）。")
@scheme_options
def command(
    stage: str,
    folder: Path,
    target: Path,
    members: Path | None,
    returned: Path | None,
    absent: tuple[str, ...],
    phrase: Path | None,
    templates: tuple[Path, ...],
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
) -> ExitCode:
    """评审以后的阶段：答辩、投票、公示。

    结果文件夹里有“评审记录.json”。答辩和投票各分两步：先用 --members 给每位评委写一份表，
    收回以后用 --returned 计分、计票；公示写公示名单、结果通知书、会议纪要和签名页。
    """
    if stage == _PUBLIC and (members or returned or absent):
        raise click.UsageError("公示不用 --members、--returned 和 --absent。")
    if stage != _PUBLIC and (members is None) == (returned is None):
        raise click.UsageError("请写 --members（发表）或 --returned（收回），只写一个。")
    if absent and returned is None:
        raise click.UsageError("--absent 和 --returned 一起用。")
    secret = given_phrase(phrase)
    if isinstance(secret, Finding):
        return print_findings((secret,))
    look = given_templates(templates)
    known, findings = own_schemes(schemes, folders)
    # Planning and writing take longer to import than the usage text.
    from builder.model.panel.stages import StageKind
    from builder.pipeline.stages.ending import EndOrder, end
    from builder.pipeline.stages.issuing import IssueOrder, issue
    from builder.pipeline.stages.papers import PaperOrder, write_papers
    from builder.pipeline.verify import Verifier

    sweep_from_here()
    verifier = Verifier(known)
    kind = StageKind.DEFENCE if stage == _DEFENCE else StageKind.VOTE
    if stage == _PUBLIC:
        papers = PaperOrder(folder=folder, target=target, templates=look, phrase=secret)
        done = write_papers(papers, verifier)
    elif members is not None:
        forms = IssueOrder(
            kind=kind,
            folder=folder,
            members=members,
            target=target,
            template=look.workbook,
            phrase=secret,
        )
        done = issue(forms, verifier)
    else:
        given = EndOrder(
            kind=kind,
            folder=folder,
            returned=returned or folder,
            absent=absent,
            target=target,
            template=look.workbook,
            phrase=secret,
        )
        done = end(given, verifier)
    print_lines(f"已写入 {path}" for path in done.paths)
    return print_findings((*findings, *done.findings))
