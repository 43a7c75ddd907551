"""``builder inputs``: every cell of a workbook that takes an answer."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.kit_options import kit_options, wanted_options
from builder.cli.office_option import given_office, office_option
from builder.cli.output import print_findings, print_json, print_lines
from builder.kit.planning import NO_OFFICE
from builder.pipeline.kits_of_scheme import open_kits
from builder.show.inputs import input_lines, inputs_json


@click.command(cls=ChineseCommand, name="inputs")
@click.argument("scheme", metavar="方案")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@kit_options
@office_option()
def command(
    scheme: str, choices: tuple[str, ...], scale: str | None, office: Path | None, *, as_json: bool
) -> ExitCode:
    """列出评分表中所有需要填写的单元格：名称、位置和可填的内容。"""
    wanted = wanted_options(choices, scale, every=False)
    settings, findings = given_office(office)
    if findings:
        return print_findings(findings)
    settings = settings or NO_OFFICE
    opened = open_kits(scheme, wanted, settings)
    for plan in opened.plans:
        if as_json:
            print_json(inputs_json(plan))
        else:
            print_lines(input_lines(plan))
    return print_findings(opened.findings)
