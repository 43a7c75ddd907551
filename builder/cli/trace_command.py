"""``builder trace``: how a number of a panel came about."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import PATH
from builder.cli.phrase_option import given_phrase, phrase_option
from builder.cli.scheme_options import scheme_options
from builder.findings.finding import Finding
from builder.pipeline.own_schemes import own_schemes


@click.command(cls=ChineseCommand, name="trace")
@click.argument("record", metavar="评审记录.json", type=PATH)
@click.argument("applicant", metavar="申报者")
@click.argument("code", metavar="指标")
@phrase_option()
@scheme_options
def command(
    record: Path,
    applicant: str,
    code: str,
    phrase: Path | None,
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
) -> ExitCode:
    """说明一个分数是怎样来的：从每位评审员的评审表到合议和排名。

    申报者写编号或全称；指标写编号，总分写 total；也可以写“答辩”“投票”“宽严”。
    """
    # The record's types take longer to import than the usage text.
    from builder.model.panel.record import PanelRecord
    from builder.pipeline.panel.record_files import read_record
    from builder.pipeline.panel.tracing import trace_number
    from builder.pipeline.verify import Verifier

    secret = given_phrase(phrase)
    if isinstance(secret, Finding):
        return print_findings((secret,))
    found = read_record(record, PanelRecord, "QA957", secret)
    if isinstance(found, Finding):
        return print_findings((found,))
    known, strange = own_schemes(schemes, folders)
    verifier = Verifier(known)
    traced = trace_number(found, str(record), applicant, code, verifier, keyed=bool(secret))
    print_lines(traced.lines)
    return print_findings((*strange, *traced.findings))
