"""``builder form``: a scheme as a workbook of tables, and such a workbook read back."""

from collections.abc import Iterator
from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import path_option
from builder.load.library import find_scheme
from builder.pipeline.form import ReadForm, WrittenForm, read_form, usual_form, write_form

_MOST = 40


@click.command(cls=ChineseCommand, name="form")
@click.argument("file", metavar="文件", type=str)
@path_option(
    "-o",
    "--output",
    "output",
    metavar="文件",
    words="写到哪里，默认与原来的同名，换扩展名；自带方案的以奖项为名。",
)
@click.option("--read", "reading", is_flag=True, help="读回填好的表，只把改动过的写进方案。")
def command(file: str, output: Path | None, *, reading: bool) -> ExitCode:
    """把方案写成一份 Excel 表（文件头、指标和要点），改好再用 --read 读回。

    读回时没有改动的一字不动，改了什么逐处说出；原来的方案存为 .bak。填得不对的，指出工作表和格。
    """
    if reading:
        path = Path(file)
        target = output or path.with_suffix(".md")
        read = read_form(path, target)
        print_lines(_read_lines(target, read))
        return print_findings(read.findings)
    scheme, missing = find_scheme(file)
    if scheme is None:
        return print_findings(missing)
    written = write_form(scheme, output or usual_form(file, scheme))
    print_lines(_written_lines(written))
    return print_findings(written.findings)


def _written_lines(written: WrittenForm) -> Iterator[str]:
    if written.path is not None:
        yield f"已写入 {written.path}"
    if written.kept:
        yield f"表里写不下、留在方案文件里的：{'、'.join(written.kept)}。"


def _read_lines(target: Path, read: ReadForm) -> Iterator[str]:
    for change in read.changes[:_MOST]:
        yield f"  {change.sheet}　{change.words}"
    if len(read.changes) > _MOST:
        yield f"  另有 {len(read.changes) - _MOST} 处。"
    if read.written:
        kept = f"；原来的文件存为 {read.kept}" if read.kept is not None else ""
        yield f"改了 {len(read.changes)} 处，已写入 {target}{kept}。"
    elif not read.findings:
        yield "表里没有改动，方案没有动。"
