"""The templates that a person gives instead of the shipped ones."""

from collections.abc import Callable
from pathlib import Path

import click

from builder.cli.path_option import Decorated, path_option
from builder.pipeline.templates import Templates, templates_from


def template_option(words: str, metavar: str = "模板文件") -> Callable[[Decorated], Decorated]:
    """Add ``--template`` as ``templates``; ``words`` say of which kinds they may be."""
    return path_option("--template", "templates", metavar=metavar, words=words, multiple=True)


def given_templates(paths: tuple[Path, ...]) -> Templates:
    """The templates to use; two of one kind are a wrong call."""
    look = templates_from(paths)
    if look is None:
        raise click.UsageError("同一种模板给了两个；--template 的 .xlsx 和 .docx 最多各一个。")
    return look
