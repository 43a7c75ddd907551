"""The options by which a person points out schemes of the office's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def scheme_options(command: Decorated) -> Decorated:
    """Add ``--scheme`` and ``--schemes``, as ``schemes`` and ``folders``."""
    return _SCHEME(_SCHEMES(command))


_SCHEME = click.option(
    "--scheme",
    "schemes",
    multiple=True,
    metavar="方案文件",
    type=click.Path(path_type=Path),
    help="本单位自己的方案文件，可多次使用。",
)
_SCHEMES = click.option(
    "--schemes",
    "folders",
    multiple=True,
    metavar="文件夹",
    type=click.Path(path_type=Path),
    help="存放方案文件的文件夹，可有同一奖项的几个版本：每个文件用它自己的那一版核验。",
)
