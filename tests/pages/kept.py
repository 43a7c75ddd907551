"""Where pages are kept, and how one is compared with what was looked at."""

from collections.abc import Callable, Iterable
from pathlib import Path

Page = Callable[[], Iterable[str]]
FOLDER = Path(__file__).parent / "texts"


def page_file(name: str) -> Path:
    """Where a page is kept."""
    return FOLDER / f"{name}.txt"


def kept(name: str) -> list[str]:
    """The lines that were looked at."""
    return page_file(name).read_text("utf-8").splitlines()
