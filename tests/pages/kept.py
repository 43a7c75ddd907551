"""Where pages are kept, and how one is compared with what was looked at."""

from collections.abc import Callable, Iterable
from itertools import zip_longest
from pathlib import Path

Page = Callable[[], Iterable[str]]
FOLDER = Path(__file__).parent / "texts"


def page_file(name: str) -> Path:
    """Where a page is kept."""
    return FOLDER / f"{name}.txt"


def difference(name: str, lines: Iterable[str]) -> str:
    """The first line that is not what was looked at, with what it was; empty where none is."""
    looked_at = page_file(name).read_text("utf-8").splitlines()
    for number, (now, was) in enumerate(zip_longest(lines, looked_at), start=1):
        if now != was:
            return f"{name}:{number}\n  is  {now}\n  was {was}"
    return ""
