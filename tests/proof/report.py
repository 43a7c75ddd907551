"""The table about what verification finds and whom it blames."""

from collections.abc import Iterable
from dataclasses import dataclass

BEGIN, END = "<!-- 把关表开始 -->", "<!-- 把关表结束 -->"
HEADER = ("| 试的是什么 | 文件数 | 做对的 |", "|---|--:|--:|")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How many files were tried, and of how many the right thing was said."""

    name: str
    count: int
    right: int


def proof_table(outcomes: Iterable[Outcome]) -> list[str]:
    """The table in Markdown."""
    return [*HEADER, *(f"| {one.name} | {one.count} | {one.right} |" for one in outcomes)]
