"""Help and usage messages in Chinese; click has them in English only."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

import click
from click.formatting import HelpFormatter

# The first block of East Asian scripts in Unicode: CJK Radicals Supplement.
_FIRST_CJK = "\u2e80"
_GAP = 2
# What click writes of the least and the most a number may be.
_RANGE = re.compile(r"  \[(\d+)<=x<=(\d+)\]")


class ChineseFormatter(HelpFormatter):
    """A help page with full-width colons, its columns straight beside Chinese words."""

    def write_heading(self, heading: str) -> None:
        """Write a heading with a full-width colon."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = _GAP
    ) -> None:
        """Write terms and their explanations; the explanations start in one column."""
        rows = tuple(rows)
        widest = min(max(_columns(term) for term, _ in rows), col_max)
        for term, words in rows:
            gap = " " * max(widest - _columns(term) + col_spacing, col_spacing)
            told = _RANGE.sub(r"（\1–\2）", words.replace("  [required]", "（必填）"))
            self.write(f"{'':>{self.current_indent}}{term}{gap}{told}\n")


class ChineseContext(click.Context):
    """The context of a command whose pages the Chinese formatter writes."""

    formatter_class = ChineseFormatter


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    context_class = ChineseContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; an error knows the command in which it was made."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[选项]")
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the options under a Chinese heading."""
        options = [item for item in self.get_params(ctx) if isinstance(item, click.Option)]
        records = [record for item in options if (record := item.get_help_record(ctx))]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The ``--help`` option with Chinese words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本帮助。"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """A group of commands whose help page is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the line that shows how a command is chosen."""
        formatter.write_usage(ctx.command_path, "命令 [选项] …", prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command the first argument names; an unknown one is answered with the nearest."""
        name = args[0]
        if self.get_command(ctx, name) is None:
            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1)
            hint = f"是不是 {near[0]}？" if near else ""
            raise click.UsageError(f"没有“{name}”这个命令。{hint}", ctx)
        return super().resolve_command(ctx, args)


def usage_sentence(error: click.ClickException) -> str:
    """What is wrong with a call, and where its help is; the help itself where nothing was asked."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "builder"
    return f"用法错误：{_reason(error)}\n请用 {path} --help 查看用法。"


def _reason(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = f"是不是 {error.possibilities[0]}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项。{near}"
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            if isinstance(error.param, click.Option):
                return f"缺少选项 {error.param.opts[-1]} {name}。"
            return f"缺少参数 {name}。"
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            choices = "、".join(map(str, error.param.type.choices))
            shown = error.param.metavar if isinstance(error.param, click.Argument) else None
            return f"{shown or error.param.opts[0]} 只能是：{choices}。"
        case click.BadParameter() if error.param and isinstance(error.param.type, click.IntRange):
            least, most = error.param.type.min, error.param.type.max
            return f"{error.param.opts[0]} 要写 {least}–{most} 的整数。"
        case click.BadParameter() if error.param and error.param.type is click.INT:
            return f"{error.param.opts[0]} 要写整数。"
        case click.BadOptionUsage() if _is_flag(error):
            return f"选项 {error.option_name} 后面不能带内容。"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少内容。"
        case click.FileError():
            return f"打不开文件 {error.ui_filename}。"
        case _:
            # Ours begin in Chinese or with an option; click's may end in what was typed.
            own = error.message.startswith(("“", "-")) or error.message >= _FIRST_CJK
            return error.message if own else "参数不对，请核对次序和个数。"


def _is_flag(error: click.BadOptionUsage) -> bool:
    options = error.ctx.command.params if error.ctx else []
    return any(
        isinstance(option, click.Option) and option.is_flag and error.option_name in option.opts
        for option in options
    )


def _columns(words: str) -> int:
    """How many columns of a terminal a text takes; an East Asian character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)
