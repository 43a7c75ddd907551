"""Where the ledger of a year is kept, if not in its folder."""

from collections.abc import Callable

import click

from builder.cli.path_option import Decorated


def database_option() -> Callable[[Decorated], Decorated]:
    """Add ``--database``: for the desk and for the command line it is the same ledger."""
    return click.option(
        "--database",
        default="",
        metavar="地址",
        envvar="BUILDER_DATABASE",
        help="几个人共用时，台账放在这个 PostgreSQL 数据库；也可写在环境变量 BUILDER_DATABASE。",
    )
