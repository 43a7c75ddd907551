"""``builder diff``: what changed from one edition of an award to the next."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.office_option import given_office, office_option
from builder.cli.output import print_findings, print_json, print_lines
from builder.cli.path_option import path_option
from builder.cli.template_option import given_templates, template_option
from builder.editions.comparison import Comparison
from builder.findings.finding import Finding
from builder.kit.planning import NO_OFFICE
from builder.letters.changes import plan_changes
from builder.model.office import Office
from builder.pipeline.editions import compare_schemes
from builder.pipeline.own_outputs import in_the_way, write_one
from builder.pipeline.templates import Templates
from builder.show.changes import change_lines, changes_json

_WORD, _PAGE = ".docx", (".html", ".htm")


@click.command(cls=ChineseCommand, name="diff")
@click.argument("old", metavar="旧方案")
@click.argument("new", metavar="新方案")
@path_option(
    "-o",
    "--output",
    "outputs",
    metavar="文件",
    words="另写一份变化对照表：.docx 可以印发，.html 用浏览器看；可各写一次。",
    multiple=True,
)
@office_option("主办单位设置文件；对照表的落款用里面的名称。")
@template_option("本单位的变化对照表模板（.docx）。", "模板")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(
    old: str,
    new: str,
    outputs: tuple[Path, ...],
    office: Path | None,
    templates: tuple[Path, ...],
    *,
    as_json: bool,
) -> ExitCode:
    """比较同一奖项的两个版次：指标怎样对应，分值、文字、规则变了什么。

    方案是自带方案的标识（见 builder list）或方案文件的路径。
    指标按名称、文字和位置认，不只看编号；拿不准的注明“待核”。
    """
    look = given_templates(templates)
    if any(look.changes != path for path in templates):
        raise click.UsageError("--template 要给变化对照表的模板，见 docs/模板.md。")
    for path in outputs:
        if path.suffix.lower() not in (_WORD, *_PAGE):
            raise click.UsageError(f"对照表写成 .docx 或 .html，不能写成“{path.name}”。")
    settings, refused = given_office(office)
    if refused:
        return print_findings(refused)
    blocked = [one for path in outputs for one in in_the_way(path.parent, {path.name: None})]
    if blocked:
        return print_findings(tuple(blocked))
    compared = compare_schemes(old, new)
    if compared.comparison is None:
        return print_findings(compared.findings)
    if as_json:
        print_json(changes_json(compared.comparison))
    else:
        print_lines(change_lines(compared.comparison))
    findings = compared.findings
    for path in outputs:
        found = _write(path, compared.comparison, settings or NO_OFFICE, look)
        findings = (*findings, *found)
        if not found and not as_json:
            click.echo(f"已写入 {path}")
    return print_findings(findings)


def _write(
    path: Path, comparison: Comparison, office: Office, look: Templates
) -> tuple[Finding, ...]:
    plan = plan_changes(comparison, office)
    if path.suffix.lower() == _WORD:
        from builder.write.docx.changes import write_changes

        written = write_changes(plan, look.changes)
        if written.content is None:
            return written.findings
        content = written.content
    else:
        from builder.show.changes_page import changes_page

        content = changes_page(plan).encode("utf-8", "xmlcharrefreplace")
    failure = write_one(path, content)
    return () if failure is None else (failure,)
