"""The option by which an office gives its own settings."""

from collections.abc import Callable
from pathlib import Path

from builder.cli.path_option import Decorated, path_option
from builder.findings.finding import Finding
from builder.load.office import load_office
from builder.model.office import Office

HELP = "主办单位设置文件（名称、交回方式、申报年度、基本信息的填写项）。"


def office_option(words: str = HELP) -> Callable[[Decorated], Decorated]:
    """The function with ``--office`` added."""
    return path_option("--office", metavar="文件", words=words)


def given_office(path: Path | None) -> tuple[Office | None, tuple[Finding, ...]]:
    """The settings in the file, ``None`` where none was given or it has errors."""
    if path is None:
        return None, ()
    loaded = load_office(path)
    return loaded.office, loaded.findings
