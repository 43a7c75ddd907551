"""``builder verify``: completed workbooks held against their plan."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode, exit_code, verdict_exit_code
from builder.cli.office_option import given_office, office_option
from builder.cli.output import print_findings, print_json, print_lines
from builder.pipeline.verify import Verifier, own_schemes
from builder.report.verdict_report import closing_line, verdict_json, verdict_lines


@click.command(cls=ChineseCommand, name="verify")
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--scheme",
    "schemes",
    multiple=True,
    metavar="方案文件",
    type=click.Path(path_type=Path),
    help="本单位自己的方案文件，可多次使用。",
)
@office_option("主办单位设置文件；用别的设置生成的文件会被指出。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(
    files: tuple[Path, ...], schemes: tuple[Path, ...], office: Path | None, *, as_json: bool
) -> ExitCode:
    """核验填好的评分表：重新精确计算，逐项指出问题和办法。

    文件中的公式和显示的数一概不信；一个文件读不了，其余照常核验。
    """
    known, findings = own_schemes(schemes)
    settings, refused = given_office(office)
    print_findings((*findings, *refused))
    if refused:
        return exit_code(refused)
    verifier = Verifier(known, settings)
    verdicts = []
    for path in files:
        verdict = verifier.verify(path)
        verdicts.append(verdict)
        if not as_json:
            print_lines(verdict_lines(verdict))
    if as_json:
        print_json([verdict_json(verdict) for verdict in verdicts])
    else:
        click.echo(closing_line(verdicts))
    return max(exit_code(findings), verdict_exit_code(verdicts))
