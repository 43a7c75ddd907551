"""The options by which a person says which kit of a scheme is meant."""

import click

from builder.cli.path_option import Decorated
from builder.model.scheme import Scale
from builder.pipeline.choosing import Wanted


def kit_options(function: Decorated) -> Decorated:
    """The function with ``--choice`` and ``--scale`` added."""
    chosen = click.option(
        "--choice",
        "choices",
        multiple=True,
        metavar="名称=选项",
        help="方案要求的选择，例如 行业=养老；可多次使用。",
    )
    scaled = click.option(
        "--scale",
        type=click.Choice([Scale.MATURITY.value]),
        help="改用成熟度档打分；每页会注明这是主办单位的选择，非原文件规定。",
    )
    return chosen(scaled(function))


def wanted_options(choices: tuple[str, ...], scale: str | None, *, every: bool) -> Wanted:
    """What the options say; one that is not ``名称=选项`` is a usage error."""
    options: dict[str, str] = {}
    for pair in choices:
        name, sign, option = pair.partition("=")
        if not sign or not name or not option:
            raise click.UsageError(
                f"选择要写成 --choice 名称=选项，例如 行业=养老，不能写成“{pair}”。"
            )
        if name in options:
            raise click.UsageError(
                f"选择“{name}”写了两次：“{options[name]}”和“{option}”。一次只能选一个；"
                "要每种各做一份，用 --all-choices。"
            )
        options[name] = option
    return Wanted(options=options, every=every, scale=None if scale is None else Scale(scale))
