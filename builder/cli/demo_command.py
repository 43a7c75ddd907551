"""``builder demo``: the whole way once, on one award."""

from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import path_option
from builder.kit.sheet_names import EXAMPLE
from builder.pipeline.demo import run_demo
from builder.show.verdicts import verdict_lines


@click.command(cls=ChineseCommand, name="demo")
@path_option(
    "-o",
    "--output",
    "folder",
    metavar="文件夹",
    words="写到哪个文件夹，默认为 output/demo。",
    default=Path("output") / "demo",
)
def command(folder: Path) -> ExitCode:
    """生成蓬江区评分表和申报材料，填上一份带三处错误的自评，再核验它。

    三处错误：一项超过分值、合计公式被数值覆盖、一项有分数无证据。核验应正好指出这三处。
    """
    demo = run_demo(folder)
    print_lines(f"已写入 {path}" for path in demo.paths)
    ended = print_findings(demo.findings)
    if demo.verdict is None:
        return ended
    print_lines(verdict_lines(demo.verdict))
    click.echo(
        f"示例到此结束：三处故意留下的错误都已指出，文件在 {folder}；"
        f"写得好的样子见评分表的“{EXAMPLE}”。"
    )
    return ExitCode.CLEAN
