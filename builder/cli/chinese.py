"""Help and usage messages in Chinese; click has them in English only."""

import difflib

import click
from click.formatting import HelpFormatter

# Where the scripts of East Asia begin in Unicode: CJK Radicals Supplement.
_FIRST_CJK = 0x2E7F


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[选项]")
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the options under a Chinese heading."""
        records = [record for item in self.get_params(ctx) if (record := item.get_help_record(ctx))]
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


def usage_sentence(error: click.UsageError) -> str:
    """What is wrong with a call, and where its help is."""
    path = error.ctx.command_path if error.ctx else "builder"
    return f"用法错误：{_reason(error)}\n请用 {path} --help 查看用法。"


def _reason(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f"是不是 {error.possibilities[0]}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项。{near}"
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return f"缺少参数 {name}。"
        case click.BadParameter() if error.param is not None and isinstance(
            error.param.type, click.Choice
        ):
            return (
                f"{error.param.opts[0]} 只能是：{'、'.join(map(str, error.param.type.choices))}。"
            )
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少内容。"
        case _:
            words = error.format_message()
            return (
                words
                if any(ord(sign) > 0x2E7F for sign in words)
                else "参数不对，请核对次序和个数。"
            )
