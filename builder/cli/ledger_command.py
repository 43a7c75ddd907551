"""``builder ledger``: an award's year as a folder, and its ledger."""

from datetime import date
from getpass import getuser
from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.database_option import database_option
from builder.cli.exit_code import ExitCode
from builder.cli.path_option import PATH, path_option
from builder.cli.template_option import given_templates, template_option


def _day(_context: click.Context, _option: click.Parameter, said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        raise click.UsageError(f"期限“{said}”不是日期，请写成 2026-12-31 这样。") from None


@click.command(cls=ChineseCommand, name="ledger")
@click.argument("root", metavar="年度文件夹", type=PATH)
@click.argument("files", metavar="[文件…]", nargs=-1, type=PATH)
@click.option("--new", is_flag=True, help="新建年度文件夹，里面建好方案、收件等文件夹。")
@click.option("--title", default="", metavar="名称", help="新建时这个年度叫什么。")
@click.option("--by", default="", metavar="姓名", help="收件人或经办人；不写用本机的用户名。")
@click.option("--jobs", default=1, metavar="个数", help="同时核验几个文件。")
@click.option("--again", is_flag=True, help="方案或设置改了以后，全部重新核验。")
@click.option("--letters", is_flag=True, help="给有问题的单位写补正通知书和加批注的文件。")
@click.option("--deadline", default="", callback=_day, metavar="日期", help="补正期限。")
@click.option("--undo", default="", metavar="编号", help="撤销记录里的一步。")
@click.option("--rebuild", is_flag=True, help="由文件夹重新做一份台账。")
@path_option("--export", metavar="文件", words="把台账写成 .xlsx 或 .csv。")
@database_option()
@template_option("用本单位的模板：通知书（.docx）或台账工作簿（.xlsx），可各用一次。", "模板")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出台账。")
def command(
    root: Path,
    files: tuple[Path, ...],
    title: str,
    by: str,
    jobs: int,
    deadline: str,
    undo: str,
    export: Path | None,
    database: str,
    templates: tuple[Path, ...],
    *,
    new: bool,
    again: bool,
    letters: bool,
    rebuild: bool,
    as_json: bool,
) -> ExitCode:
    """一个奖项年度的文件夹和台账：收件、核验、退回、撤销、导出。

    写出文件或文件夹的，先收进“收件”并记账：同一个文件不收两次，原来的文件不动。
    没有核验的随即核验，结论与 builder verify 相同；中断后再运行，从断处接着。
    台账由文件夹里的文件和收件记录得出，随时可以重新做一份。
    """
    if export is not None and export.suffix.lower() not in (".xlsx", ".csv"):
        raise click.UsageError(f"台账只能写成 .xlsx 或 .csv，不是“{export.name}”。")
    from builder.cli.ledger_run import Asked, run

    asked = Asked(
        root=root,
        files=files,
        title=title,
        by=by or getuser(),
        jobs=max(jobs, 1),
        deadline=deadline,
        undo=undo,
        export=export,
        database=database,
        templates=given_templates(templates),
        new=new,
        again=again,
        letters=letters,
        rebuild=rebuild,
        as_json=as_json,
    )
    return run(asked)
