"""``builder selfcheck``: the page with which applicants verify in a browser before they return."""

from datetime import date
from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.office_option import given_office, office_option
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import path_option
from builder.findings.finding import Finding
from builder.pipeline.kit_names import PAGE
from builder.pipeline.own_outputs import write_unless_kept
from builder.selfcheck.asked import asked_given
from builder.selfcheck.insert import with_given
from builder.selfcheck.kept_base import found_base, prepare_base


@click.command(cls=ChineseCommand, name="selfcheck")
@click.argument("schemes", metavar="方案…", nargs=-1)
@office_option("主办单位设置文件；页面会写明是哪个单位的，用别的设置生成的文件会被指出。")
@path_option(
    "--schemes",
    "folder",
    metavar="文件夹",
    words="存放方案文件的文件夹，全部放进页面；可有同一奖项的几个版本。",
)
@path_option(
    "-o",
    "--output",
    "page",
    metavar="网页文件",
    words="写到哪个文件，默认为 自查.html。",
    default=Path(PAGE),
)
@path_option("--base", metavar="底页", words="用这个底页；不写就用本机做好的。")
@click.option("--prepare", is_flag=True, help="先做好本版本的底页（要有 Node.js）；一个版本一次。")
@path_option(
    "--runtime", metavar="安装包", words="做底页时用这个已经取来的运行环境安装包（.tgz），不联网。"
)
def command(
    schemes: tuple[str, ...],
    office: Path | None,
    folder: Path | None,
    page: Path,
    base: Path | None,
    runtime: Path | None,
    *,
    prepare: bool,
) -> ExitCode:
    """生成自查页：企业双击打开就能核验，不用安装，不上传，断网也能用。

    方案是自带方案的标识（见 builder list）或方案文件的路径，可写几个；不写就放进全部自带方案。
    只写 --prepare 不写方案时，只做底页。
    """
    if runtime is not None and not prepare:
        raise click.UsageError("--runtime 要和 --prepare 一起用。")
    if prepare:
        made = prepare_base(runtime, base)
        if isinstance(made, Finding):
            return print_findings((made,))
        print_lines((f"已做好底页 {made}",))
        if not schemes and folder is None:
            return ExitCode.CLEAN
    settings, refused = given_office(office)
    if refused:
        return print_findings(refused)
    given, findings = asked_given(schemes, folder, settings, date.today())  # noqa: DTZ011 - the day where the user is
    if given is None:
        return print_findings(findings)
    found = found_base(base)
    if isinstance(found, Finding):
        return print_findings((*findings, found))
    written = write_unless_kept(page.parent, {page.name: with_given(found, given)})
    print_lines(f"已写入 {path}" for path in written.paths if path == page)
    return print_findings((*findings, *written.findings))
