"""The table about the page: what was measured, and what it should not go beyond."""

from collections.abc import Iterator, Sequence

from tests.browser.measured import Costs, OfPages

BEGIN, END = "<!-- 自查表开始 -->", "<!-- 自查表结束 -->"
# Of so many sets of files at least the page has to tell what the command line tells.
FEWEST_SETS = 40
AGREED = "与命令行一字不差的（组）"


def table(found: Sequence[Costs], made: OfPages) -> Iterator[str]:
    """The table in Markdown; what no browser has a part in stands in its first column."""
    yield f"| 量的是什么 | 应不超过 | {' | '.join(one.program.title() for one in found)} |"
    yield "|---|--:|" + "--:|" * len(found)
    rows = (
        ("打开到可以核验（秒）", "6", [f"{one.ready:.1f}" for one in found]),
        ("比空白页多用的内存（MB）", "300", [f"{one.megabytes:.0f}" for one in found]),
        ("核验一份评分表（秒）", "", [f"{one.judging:.1f}" for one in found]),
        ("页面最长一次停顿（毫秒）", "250", [f"{one.pause:.0f}" for one in found]),
        ("向外的请求（个）", "0", [str(one.requests) for one in found]),
        (AGREED, "", [f"{one.agreed} / {one.tried}" for one in found]),
        ("网页大小（MB）", "13", [f"{made.megabytes:.1f}"]),
        ("底页做好以后，给一个单位做一页（秒）", "3", [f"{made.seconds:.1f}"]),
    )
    for what, most, measured in rows:
        rest = ["" for _ in range(len(found) - len(measured))]
        yield f"| {what} | {most} | {' | '.join((*measured, *rest))} |"
