"""``builder history``: what companies reached over the years, on one scale."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings
from builder.cli.path_option import PATH, path_option
from builder.cli.scheme_options import scheme_options
from builder.cli.template_option import given_templates, template_option
from builder.findings.finding import Finding
from builder.pipeline.history import read_history, write_history
from builder.pipeline.intake import take_in
from builder.pipeline.own_outputs import in_the_way
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.returned_files import ReturnedFile


@click.command(cls=ChineseCommand, name="history")
@click.argument("files", metavar="历年收件…", nargs=-1, required=True, type=PATH)
@path_option(
    "-o", "--output", "book", metavar="工作簿", words="写到哪个工作簿（.xlsx）。", required=True
)
@scheme_options
@template_option("汇总工作簿用本单位的模板（.xlsx）。", "模板")
def command(
    files: tuple[Path, ...],
    book: Path,
    schemes: tuple[Path, ...],
    folders: tuple[Path, ...],
    templates: tuple[Path, ...],
) -> ExitCode:
    """把历年收到的评分表放在一起看：各单位各一级指标的得分率逐年变化，附曲线。

    可以写文件、文件夹或 zip 压缩包。每个文件按它自己那一版方案重新计算；
    同一单位按统一社会信用代码认，改了名称也认得出。
    """
    if book.suffix.lower() != ".xlsx":
        raise click.UsageError(f"结果写成 .xlsx，不能写成“{book.name}”。")
    look = given_templates(templates)
    known, findings = own_schemes(schemes, folders)
    blocked = in_the_way(book.parent, {book.name: None})
    if blocked:
        return print_findings((*findings, *blocked))
    intake = take_in(files)
    books = [
        file for file in intake.files if isinstance(file, ReturnedFile) and not file.is_document
    ]
    unread = (one for file in intake.files for one in getattr(file, "findings", ()))
    history = read_history(books, known)
    found: list[Finding] = [*findings, *unread, *intake.left_out, *history.findings]
    if history.records:
        failure = write_history(book, history.records, look.workbook)
        if failure is None:
            companies = len({record.company for record in history.records})
            click.echo(f"{companies} 家，{len(history.records)} 份评分表，已写入 {book}")
        else:
            found.append(failure)
    return print_findings(tuple(found))
