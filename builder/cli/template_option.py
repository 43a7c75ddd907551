"""The templates that a person gives instead of the shipped ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from builder.pipeline.templates import Templates, templates_from

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def template_option(words: str, metavar: str = "模板文件") -> Callable[[Decorated], Decorated]:
    """Add ``--template`` as ``templates``; ``words`` say of which kinds they may be."""
    return click.option(
        "--template",
        "templates",
        multiple=True,
        metavar=metavar,
        type=click.Path(path_type=Path),
        help=words,
    )


def given_templates(paths: tuple[Path, ...]) -> Templates:
    """The templates to use; two of one kind are a wrong call."""
    look = templates_from(paths)
    if look is None:
        raise click.UsageError("同一种模板给了两个；--template 的 .xlsx 和 .docx 最多各一个。")
    return look
