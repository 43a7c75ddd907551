"""The tables that are measured: times as ratios, and the sizes of files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.benchmarks.measure import Comparison

BEGIN, END = "<!-- 基准表开始 -->", "<!-- 基准表结束 -->"
HEADER = (
    "| 工作 | 对照 | 我们（毫秒） | 对照（毫秒） | 比值 | 目标 |",
    "|---|---|--:|--:|--:|--:|",
)
SIZE_BEGIN, SIZE_END = "<!-- 大小表开始 -->", "<!-- 大小表结束 -->"
SIZE_HEADER = (
    "| 空白材料 | 评分表（KB） | 申报材料（KB） |",
    "|---|--:|--:|",
)


@dataclass(frozen=True, kw_only=True)
class FileSize:
    """The sizes in bytes of one kit's files; ``choice`` is what was chosen, if anything."""

    name: str
    choice: str
    workbook: int
    document: int


def table(comparisons: Iterable[Comparison]) -> list[str]:
    """The table in Markdown, one line a comparison."""
    return [*HEADER, *(_row(item) for item in comparisons)]


def renewed_rows(there: Sequence[str], made: Sequence[str]) -> list[str]:
    """The lines of a table with some measured anew, each in its place; new ones are the last."""
    anew = {_named(line): line for line in made}
    known = {_named(line) for line in there}
    return [
        *(anew.get(_named(line), line) for line in there),
        *(line for line in made if _named(line) not in known),
    ]


def _named(line: str) -> tuple[str, ...]:
    """What was measured against what."""
    return tuple(line.split("|")[1:3])


def size_table(sizes: Iterable[FileSize]) -> list[str]:
    """The sizes in Markdown, one line a kit."""
    return [*SIZE_HEADER, *(_size_row(item) for item in sizes)]


def _row(item: Comparison) -> str:
    return (
        f"| {item.name} | {item.reference} | {item.ours:.1f} | {item.theirs:.1f}"
        f" | {item.ratio:.2f} | {item.aim} |"
    )


def _size_row(item: FileSize) -> str:
    name = f"{item.name}（{item.choice}）" if item.choice else item.name
    return f"| {name} | {item.workbook / 1000:.1f} | {item.document / 1000:.1f} |"
