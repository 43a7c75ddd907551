"""``builder explain``: what a code means."""

import difflib

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_json, print_lines
from builder.findings.catalogue import RULES, RULES_BY_CODE
from builder.show.catalogue_page import catalogue_page
from builder.show.rules import rule_json, rule_lines


@click.command(cls=ChineseCommand, name="explain")
@click.argument("code", metavar="[代码]", required=False)
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@click.option("--markdown", is_flag=True, help="把全部代码输出为一页 Markdown。")
def command(code: str | None, *, as_json: bool, markdown: bool) -> ExitCode:
    """解释一个问题代码：说什么、为什么要紧、怎么办。

    不给代码时列出全部代码。
    """
    if markdown and (code or as_json):
        raise click.UsageError("选项 --markdown 输出全部代码，不能与代码或 --json 同用。")
    if markdown:
        print_lines(catalogue_page().splitlines())
        return ExitCode.CLEAN
    if code is None:
        rules = RULES
    else:
        wanted = code.upper()
        if wanted not in RULES_BY_CODE:
            near = difflib.get_close_matches(wanted, RULES_BY_CODE, n=1)
            hint = f"是不是 {near[0]}？" if near else "请用 builder explain 列出全部代码。"
            raise click.UsageError(f"没有“{code}”这个代码。{hint}")
        rules = (RULES_BY_CODE[wanted],)
    if as_json:
        print_json([rule_json(rule) for rule in rules])
    else:
        print_lines(line for rule in rules for line in rule_lines(rule, brief=code is None))
    return ExitCode.CLEAN
