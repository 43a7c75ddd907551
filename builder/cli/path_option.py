"""Options whose value is a path."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
PATH = click.Path(path_type=Path)


def path_option(
    *names: str, metavar: str, words: str, **settings: Any
) -> Callable[[Decorated], Decorated]:
    """Add an option that takes a path; ``words`` are its help, ``settings`` those of click."""
    return click.option(*names, type=PATH, metavar=metavar, help=words, **settings)
