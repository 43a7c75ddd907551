"""The benchmark table of the README."""

import re
from collections.abc import Iterable

from tests.benchmarks.measure import Comparison

BEGIN, END = "<!-- 基准表开始 -->", "<!-- 基准表结束 -->"
HEADER = (
    "| 工作 | 对照 | 我们（毫秒） | 对照（毫秒） | 比值 | 目标 |",
    "|---|---|--:|--:|--:|--:|",
)


def table(comparisons: Iterable[Comparison]) -> list[str]:
    """The table in Markdown, one line a comparison."""
    return [*HEADER, *(_row(item) for item in comparisons)]


def renewed(readme: str, lines: list[str]) -> str:
    """The README with the table between its two marks replaced."""
    block = "\n".join((BEGIN, *lines, END))
    return re.sub(f"{BEGIN}.*?{END}", lambda _: block, readme, count=1, flags=re.DOTALL)


def _row(item: Comparison) -> str:
    return (
        f"| {item.name} | {item.reference} | {item.ours:.1f} | {item.theirs:.1f}"
        f" | {item.ratio:.2f} | {item.aim} |"
    )
