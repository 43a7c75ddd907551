"""``builder text``: what an applicant wrote in its report, or a copy without the guidance."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_findings_of, print_json, print_lines
from builder.cli.path_option import PATH, path_option
from builder.cli.scheme_options import scheme_options
from builder.cli.template_option import given_templates, template_option
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.word_text import report_text
from builder.show.texts import cleaning_lines, text_json, text_lines


@click.command(cls=ChineseCommand, name="text")
@click.argument("file", metavar="申报材料", type=PATH)
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@click.option("--clean", "cleaning", is_flag=True, help="另写一份没有指导文字的副本。")
@path_option(
    "-o",
    "--output",
    metavar="副本.docx",
    words="副本写到哪个文件；不写时放在申报材料旁边，名称后加“（无指导文字）”。",
)
@template_option("申报材料是用本单位自己的模板（.docx）生成的，写副本时给出它。")
@scheme_options
def command(
    file: Path,
    output: Path | None,
    templates: tuple[Path, ...],
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
    *,
    as_json: bool,
    cleaning: bool,
) -> ExitCode:
    """列出申报材料（.docx）中每项指标写了什么、多少字，先列一张表。

    评价要点、填写提示等表格自带的文字不算在内。

    --clean 另写一份副本，去掉填写须知、评价要点、提示和附的评分标准；
    写的文字、图、表一字不动，原文说明保留，副本照样可以核验。
    """
    known, findings = own_schemes(schemes, folders)
    if cleaning:
        from builder.pipeline.clean_report import CleanOrder, clean_report

        order = CleanOrder(report=file, templates=given_templates(templates), output=output)
        made = clean_report(order, known)
        if made.report is not None:
            print_lines(cleaning_lines(made.report))
            click.echo(f"已写入 {made.path}")
        return print_findings_of(made.report, (*findings, *made.findings))
    if output is not None or templates:
        raise click.UsageError("-o 和 --template 要和 --clean 一起用。")
    told = report_text(file, known)
    if told.sections is None:
        print_findings((*findings, *told.findings))
        return ExitCode.UNREADABLE
    if as_json:
        print_json([text_json(section) for section in told.sections])
    else:
        print_lines(text_lines(told.sections, told.bounded))
    return print_findings(findings)
