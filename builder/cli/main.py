"""The command line: the commands in order, each imported only when it is called."""

import importlib
import sys

import click

from builder.cli.chinese import ChineseCommand, ChineseGroup, usage_sentence
from builder.cli.exit_code import ExitCode
from builder.cli.sweeping import sweep_later
from builder.findings.failure import failure_words
from builder.version import VERSION

# Name, module that holds it as ``command``, one line of help.
COMMANDS = (
    ("list", "builder.cli.list_command", "列出自带的评分方案。"),
    ("show", "builder.cli.show_command", "显示一个方案的指标、分值和要点。"),
    ("lint", "builder.cli.lint_command", "检查方案文件和模板，一次指出全部问题。"),
    ("import", "builder.cli.import_command", "由通知起草方案。"),
    ("form", "builder.cli.form_command", "把方案写成 Excel 表，改好再读回。"),
    ("build", "builder.cli.build_command", "生成评分表和申报材料。"),
    ("inputs", "builder.cli.inputs_command", "列出评分表中所有需要填写的单元格。"),
    ("verify", "builder.cli.verify_command", "核验填好的评分表。"),
    ("ledger", "builder.cli.ledger_command", "一个奖项年度的文件夹和台账：收件、核验、退回。"),
    ("diff", "builder.cli.diff_command", "比较两个版次的方案，写变化对照表。"),
    ("carry", "builder.cli.carry_command", "把去年填好的材料沿用到新方案。"),
    ("history", "builder.cli.history_command", "把历年的得分率放在一起看。"),
    ("selfcheck", "builder.cli.selfcheck_command", "生成自查页：企业在浏览器里自己核验。"),
    ("text", "builder.cli.text_command", "列出申报材料中每项指标写了什么、多少字。"),
    ("fill-report", "builder.cli.fill_report_command", "把评分表里填好的内容写进申报材料。"),
    ("assign", "builder.cli.assign_command", "提出评审分工表：谁评哪一家。"),
    ("review", "builder.cli.review_command", "为专家评审生成评审表。"),
    ("panel", "builder.cli.panel_command", "汇总专家评审：合议、排名、反馈。"),
    ("stage", "builder.cli.stage_command", "评审以后的阶段：答辩、投票、公示。"),
    ("trace", "builder.cli.trace_command", "说明一个评审分数是怎样来的。"),
    ("desk", "builder.cli.desk_command", "打开工作台：在浏览器里办一个奖项一年的事。"),
    ("explain", "builder.cli.explain_command", "解释一个问题代码。"),
    ("demo", "builder.cli.demo_command", "生成、填写并核验一份示例。"),
)


class LazyGroup(ChineseGroup):
    """The commands by name; listing them imports none."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The names in the order a user needs them."""
        return [name for name, _, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click calls it so
        """The command of that name, imported now."""
        for name, module, _ in COMMANDS:
            if name == cmd_name:
                command = importlib.import_module(module).command
                if not isinstance(command, ChineseCommand):
                    raise TypeError(f"{module} holds no command")
                return command
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click calls it so
        """Write the list of commands without importing one."""
        with formatter.section("命令"):
            formatter.write_dl([(name, words) for name, _, words in COMMANDS])


@click.command(cls=LazyGroup, name="builder")
@click.version_option(VERSION, message="%(prog)s %(version)s", help="显示版本号后退出。")
def root() -> None:
    """政府质量奖申报材料与评分表：由评分方案生成，填好后收回核验。

    退出码：0 没有问题；1 有问题；2 用法不对；3 读不了或写不了；130 中途停下。
    """


def main() -> None:
    """Run the command line and leave with its exit code; no traceback for what a user typed."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a character shows a substitute instead of failing.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    sweep_later()
    try:
        code = root.main(prog_name="builder", standalone_mode=False)
    except click.ClickException as error:
        click.echo(usage_sentence(error), err=True)
        code = ExitCode.USAGE
    except click.Abort:
        click.echo("已中断。", err=True)
        code = ExitCode.INTERRUPTED
    except OSError as error:
        # The place the output goes to is full or gone; files report their own troubles.
        click.echo(f"结果写不出来（{failure_words(error)}）。请检查磁盘空间后再试。", err=True)
        code = ExitCode.UNREADABLE
    sys.exit(code or ExitCode.CLEAN)
