"""``builder build``: the kit of one award."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode, exit_code
from builder.cli.kit_options import kit_options, wanted_options
from builder.cli.office_option import given_office, office_option
from builder.cli.output import print_findings, print_lines
from builder.pipeline.kit import Kind, build_kit
from builder.plan.build import NO_OFFICE


@click.command(cls=ChineseCommand, name="build")
@click.argument("scheme", metavar="方案")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="写到哪个文件夹，默认为 output/方案标识。",
)
@click.option(
    "--only",
    type=click.Choice([kind.value for kind in Kind]),
    help="只生成评分表或只生成申报材料。",
)
@kit_options
@office_option()
@click.option("--all-choices", "every", is_flag=True, help="每种选择各生成一份。")
def command(
    scheme: str,
    folder: Path | None,
    only: str | None,
    choices: tuple[str, ...],
    scale: str | None,
    office: Path | None,
    *,
    every: bool,
) -> ExitCode:
    """生成评分表（.xlsx）和申报材料（.docx）。

    方案是自带方案的标识（见 builder list）或方案文件的路径。
    """
    wanted = wanted_options(choices, scale, every=every)
    settings, findings = given_office(office)
    if findings:
        print_findings(findings)
        return exit_code(findings)
    kind = None if only is None else Kind(only)
    built = build_kit(scheme, folder, kind, wanted, settings or NO_OFFICE)
    print_lines(f"已写入 {path}" for path in built.paths)
    print_findings(built.findings)
    return exit_code(built.findings)
