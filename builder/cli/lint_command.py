"""``builder lint``: everything that is wrong with scheme files and templates."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode, exit_code
from builder.cli.output import print_json, print_lines
from builder.load.library import shipped_schemes
from builder.pipeline.kits_of_scheme import open_scheme
from builder.pipeline.template_lint import is_template, lint_template
from builder.pipeline.templates import shipped_templates
from builder.show.plain import scheme_finding_json
from builder.show.verdicts import lint_lines


@click.command(cls=ChineseCommand, name="lint")
@click.argument("files", metavar="[方案或模板…]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(files: tuple[str, ...], *, as_json: bool) -> ExitCode:
    """检查方案文件和模板，一次指出全部问题。

    不指定文件时检查全部自带的方案和模板。方案的问题写明 文件:行:列、代码和办法；
    模板（.xlsx、.docx）先看缺什么，再用它试做一份材料。
    """
    shipped = shipped_templates()
    names = files or tuple(map(str, (*shipped_schemes(), shipped.workbook, shipped.document)))
    templates = tuple(name for name in names if is_template(name))
    findings = tuple(
        finding
        for name in names
        for finding in (
            lint_template(Path(name)) if name in templates else open_scheme(name).findings
        )
    )
    if as_json:
        print_json([scheme_finding_json(finding) for finding in findings])
    else:
        schemes = len(names) - len(templates)
        print_lines(lint_lines(findings, schemes=schemes, templates=len(templates)))
    return exit_code(findings)
