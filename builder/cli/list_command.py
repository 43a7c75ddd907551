"""``builder list``: the schemes that come with the program."""

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_json, print_lines
from builder.pipeline.listing import list_examples, list_schemes
from builder.show.schemes import listing_json, listing_lines


@click.command(cls=ChineseCommand, name="list")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(*, as_json: bool) -> ExitCode:
    """列出自带的评分方案。"""
    schemes, findings = list_schemes()
    examples = list_examples()
    if as_json:
        awards = [listing_json(scheme, example=False) for scheme in schemes]
        print_json([*awards, *(listing_json(scheme, example=True) for scheme in examples)])
    else:
        print_lines(listing_lines(schemes))
        if examples:
            print_lines(("", "示例（虚构的通知，看各种计分怎样写；不是奖项）："))
            print_lines(listing_lines(examples))
    return print_findings(findings)
