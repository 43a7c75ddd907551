"""``builder desk``: the whole year of an award at one page in the browser."""

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.database_option import database_option
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import PATH, path_option
from builder.cli.sweeping import sweep_from_here
from builder.findings.finding import Finding

if TYPE_CHECKING:
    from builder.desk.serving import Listening

# What the extra brings, by the names under which it is imported.
_LIBRARIES = ("starlette", "uvicorn", "sqlalchemy", "alembic")
_LAST_PORT = 65535


@click.command(cls=ChineseCommand, name="desk")
@click.argument("folder", metavar="[文件夹]", type=PATH, default=".")
@click.option("--install", is_flag=True, help="只写出双击就能打开的文件（Windows、macOS、Linux）。")
@click.option(
    "--from",
    "source",
    default="",
    metavar="来源",
    help="与 --install 同用：双击时从哪里安装程序（文件夹、文件或地址）；"
    "不写就从本程序装来的地方。",
)
@click.option("--no-browser", "quiet", is_flag=True, help="不打开浏览器，只说出地址。")
@click.option("--user", "name", default="", metavar="姓名", help="设一个可以登录的人和他的密码。")
@path_option("--password", metavar="文件", words="与 --user 同用：密码在这个文件的第一行。")
@click.option(
    "--listen",
    default="",
    metavar="地址:端口",
    help="让别的电脑也能打开；要有用户、证书和私钥，用 HTTPS。",
)
@path_option("--cert", metavar="证书", words="与 --listen 同用：证书文件（PEM）。")
@path_option("--key", metavar="私钥", words="与 --listen 同用：私钥文件（PEM）。")
@click.option(
    "--name", "names", multiple=True, metavar="主机名", help="别的电脑怎样称呼这台；可写几次。"
)
@database_option()
def command(
    folder: Path,
    source: str,
    name: str,
    password: Path | None,
    listen: str,
    cert: Path | None,
    key: Path | None,
    names: tuple[str, ...],
    database: str,
    *,
    install: bool,
    quiet: bool,
) -> ExitCode:
    """打开工作台：在浏览器里办一个奖项一年的事。

    只在本机，别的电脑打不开；文件都在文件夹里，命令行也能用。
    在页面上点“结束工作台”或按 Ctrl-C 就结束。
    """
    missing = [one for one in _LIBRARIES if importlib.util.find_spec(one) is None]
    if install:
        return _install(folder, source)
    if missing:
        return print_findings((Finding.at("QA1320", folder, actual="、".join(missing)),))
    if name:
        return _set_user(folder, name, password)
    listening = _listening(listen, cert, key, names) if listen else None
    from builder.desk.serving import serve

    sweep_from_here()
    refused = serve(folder, _say, listening, database=database, opens=not quiet)
    return ExitCode.CLEAN if refused is None else print_findings((refused,))


def _say(line: str) -> None:
    print_lines((line,))


def _install(folder: Path, source: str) -> ExitCode:
    from builder.desk.install import own_source, write_starters

    known = source or own_source()
    if not known:
        raise click.UsageError("不知道程序是从哪里装的，请用 --from 写明程序的文件夹、文件或地址。")
    written = write_starters(folder, known)
    print_lines(f"已写入 {path}" for path in written.paths)
    return print_findings(written.findings)


def _set_user(folder: Path, name: str, password: Path | None) -> ExitCode:
    from builder.desk.own_folder import OwnPlaces
    from builder.desk.users import SHORTEST, read_users, write_users

    if password is None:
        if not sys.stdin.isatty():
            raise click.UsageError("这里没有地方输密码，请用 --password 写明密码所在的文件。")
        said: str = click.prompt(f"{name} 的密码", hide_input=True, confirmation_prompt="再输一次")
    else:
        try:
            said = password.read_text("utf-8").split("\n")[0].strip()
        except (OSError, UnicodeDecodeError):
            raise click.UsageError(f"密码文件读不出来：{password}。") from None
    if len(said) < SHORTEST:
        return print_findings((Finding.at("QA1330", folder, expected=str(SHORTEST)),))
    users = OwnPlaces(folder=folder).users
    failure = write_users(users, read_users(users).with_user(name, said))
    if failure is not None:
        return print_findings((failure,))
    click.echo(f"{name} 可以登录了。")
    return ExitCode.CLEAN


def _listening(
    listen: str, cert: Path | None, key: Path | None, names: tuple[str, ...]
) -> "Listening":
    from builder.desk.serving import Listening

    host, _, port = listen.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) <= _LAST_PORT):
        raise click.UsageError("--listen 要写成 地址:端口，例如 192.168.1.20:8443。")
    nowhere = Path()
    return Listening(
        host=host, port=int(port), certificate=cert or nowhere, key=key or nowhere, names=names
    )
