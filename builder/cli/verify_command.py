"""``builder verify``: completed workbooks held against their plan."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode, exit_code, verdict_exit_code
from builder.cli.office_option import given_office, office_option
from builder.cli.output import print_findings, print_json, print_lines
from builder.cli.path_option import PATH, path_option
from builder.cli.scheme_options import scheme_options
from builder.cli.template_option import given_templates, template_option
from builder.cli.verify_outputs import Outputs, Unverified, output_places, write_outputs
from builder.cli.verify_run import verify_and_tell
from builder.findings.finding import Finding
from builder.kit.planning import NO_OFFICE
from builder.pipeline.alike import with_alike
from builder.pipeline.batch import Basis
from builder.pipeline.evidence import handed_in_evidence
from builder.pipeline.intake import apart_from_evidence, take_in
from builder.pipeline.net import begin_log
from builder.pipeline.output_places import misplaced
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.results import open_results
from builder.pipeline.rounds import since_before
from builder.pipeline.run import verify_all
from builder.pipeline.units import units_of
from builder.show.left_out import evidence_json, left_out_json, left_out_lines, others_words
from builder.show.rounds import round_lines
from builder.show.verdicts import alike_lines, closing_line, verdict_json


def _at_least_one(_context: click.Context, _option: click.Parameter, jobs: int) -> int:
    if jobs < 1:
        raise click.UsageError("同时核验的个数至少是 1。")
    return jobs


@click.command(cls=ChineseCommand, name="verify")
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=PATH)
@scheme_options
@office_option("主办单位设置文件；用别的设置生成的文件会被指出。")
@path_option(
    "--evidence-dir",
    "evidence",
    metavar="文件夹",
    words="所交证据的文件夹或 zip，逐份核对；几家的证据各放一个以单位名称命名的文件夹。",
)
@click.option(
    "--jobs", default=1, metavar="个数", callback=_at_least_one, help="同时核验几个文件。"
)
@click.option(
    "--cluster",
    "address",
    default="",
    metavar="地址",
    help="在 dask 集群上核验（本机用 local）；各机器要能按同样的路径读到文件。",
)
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@path_option("--html", "page", metavar="网页文件", words="另写一个可筛选、可离线打开的网页。")
@path_option(
    "--annotate",
    "annotated",
    metavar="文件夹",
    words="把问题写进各单位自己的评分表（标色、批注、问题清单）和申报材料（批注），另存到这个文件夹。",
)
@path_option(
    "--notice",
    "notices",
    metavar="文件夹",
    words="给每个有问题或无法核验的单位写一份补正通知书（.docx）到这个文件夹。",
)
@path_option(
    "--summary",
    "overview",
    metavar="工作簿",
    words="另写一个汇总工作簿（.xlsx）：排名、各一级指标得分、问题统计和明细。",
)
@template_option("用本单位的模板：通知书（.docx）或汇总工作簿（.xlsx），可各用一次。", "模板")
@path_option(
    "--results",
    metavar="结果文件",
    words="边核验边记录；中断后用同一个文件再运行，只核验还没有结果的。",
)
@path_option("--log", metavar="记录文件", words="程序出了故障时把经过记在这里，供维护人查找。")
def command(
    files: tuple[Path, ...],
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
    office: Path | None,
    evidence: Path | None,
    jobs: int,
    address: str,
    page: Path | None,
    annotated: Path | None,
    notices: Path | None,
    overview: Path | None,
    templates: tuple[Path, ...],
    results: Path | None,
    log: Path | None,
    *,
    as_json: bool,
) -> ExitCode:
    """核验填好的评分表和申报材料：重新精确计算，逐项指出问题和办法。

    可以写文件、文件夹或 zip 压缩包，文件夹和压缩包里的材料逐个核验。
    同一单位的评分表（.xlsx）和申报材料（.docx）放在一起，还会相互核对。
    文件中的公式和显示的数一概不信；一个文件读不了，其余照常核验。
    """
    look = given_templates(templates)
    strange = [path for path in templates if look.document == path]
    if strange:
        raise click.UsageError(f"给的模板 {strange[0]} 不是补正通知书的模板，也不是工作簿的。")
    known, findings = own_schemes(schemes, folders)
    settings, refused = given_office(office)
    if refused:
        print_findings((*findings, *refused))
        return exit_code(refused)
    handed_in = None if evidence is None else handed_in_evidence(evidence, files)
    if isinstance(handed_in, Finding):
        print_findings((*findings, handed_in))
        return ExitCode.UNREADABLE
    intake = take_in(files)
    wanted = output_places(page, annotated, notices, overview, results, log)
    read = (*files, *templates, *schemes, *folders, *filter(None, (office, evidence)))
    astray = misplaced(wanted, read, intake)
    if astray:
        return print_findings((*findings, *astray))
    unwritable = None if log is None else begin_log(log)
    if unwritable is not None:
        print_findings((*findings, unwritable))
        return ExitCode.UNREADABLE
    basis = Basis(schemes=known, office=settings, evidence=handed_in, log=log)
    kept = None if results is None else open_results(results, basis)
    if isinstance(kept, Finding):
        return print_findings((*findings, kept))
    findings = (*findings, *(() if kept is None else kept.notes))
    run = verify_all(intake, basis, jobs=jobs, kept=kept, address=address)
    count = len(intake.files)
    verified, failure = verify_and_tell(run, count, kept=kept is not None, quiet=as_json)
    verified, besides = with_alike(verified, intake.left_out), verified
    verdicts = [each.verdict for each in verified]
    left_out, proofs = apart_from_evidence(intake.left_out, evidence)
    missing = len(intake.files) - len(verdicts)
    others = others_words(len(left_out), missing, evidence=len(proofs))
    if as_json:
        told = [verdict_json(verdict) for verdict in verdicts]
        print_json([*told, *map(left_out_json, left_out), *map(evidence_json, proofs)])
    else:
        print_lines(alike_lines(verdicts, [each.verdict for each in besides]))
        print_lines(left_out_lines(left_out))
        print_lines(round_lines(() if kept is None else since_before(besides, kept)))
    outputs = Outputs(
        page=page,
        annotated=annotated,
        notices=notices,
        overview=overview,
        templates=look,
        office=settings or NO_OFFICE,
        log=log,
        schemes=known,
    )
    units = units_of(verified, left_out, files)
    unverified = Unverified(findings=left_out, words=others, units=units, evidence=proofs)
    written = write_outputs(outputs, verified, unverified, quiet=as_json)
    findings = (*findings, *failure, *written)
    print_findings(findings)
    if not as_json:
        click.echo(closing_line(verdicts, others))
    return max(exit_code((*findings, *left_out)), verdict_exit_code(verdicts))
