"""``python -m tests.browser``: measure the page in both browsers; ``--write`` renews the table."""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.browser.driving import PROGRAMS
from tests.browser.handed_in import every_set
from tests.browser.made import Pages, insert, made_pages
from tests.browser.measured import Costs, costs
from tests.docs.pages import PROOF, renewed, text_of

BEGIN, END = "<!-- 自查表开始 -->", "<!-- 自查表结束 -->"
_OPENINGS = 5


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser")
    parser.add_argument("--write", action="store_true", help="renew the table of the page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        pages = made_pages(Path(name) / "pages")
        sets = tuple(every_set())
        found = [costs(program, pages, sets, _OPENINGS) for program in PROGRAMS]
        lines = list(table(found, pages))
    sys.stdout.write("\n".join(lines) + "\n")
    if options.write:
        PROOF.write_text(renewed(text_of(PROOF), BEGIN, END, lines), "utf-8")


def table(found: Sequence[Costs], pages: Pages) -> Iterator[str]:
    """The table in Markdown; what does not depend on the browser stands in its first column."""
    yield f"| 量的是什么 | 应不超过 | {' | '.join(one.program.title() for one in found)} |"
    yield "|---|--:|" + "--:|" * len(found)
    rows = (
        ("打开到可以核验（秒）", "6", [f"{one.ready:.1f}" for one in found]),
        ("比空白页多用的内存（MB）", "300", [f"{one.megabytes:.0f}" for one in found]),
        ("核验一份评分表（秒）", "", [f"{one.judging:.1f}" for one in found]),
        ("页面最长一次停顿（毫秒）", "250", [f"{one.pause:.0f}" for one in found]),
        ("向外的请求（个）", "0", [str(one.requests) for one in found]),
        ("与命令行一字不差的（组）", "", [f"{one.agreed} / {one.tried}" for one in found]),
    )
    for what, most, measured in rows:
        yield f"| {what} | {most} | {' | '.join(measured)} |"
    seconds = statistics.median(insert(pages.folder, "又一页.html") for _ in range(_OPENINGS))
    size = pages.plain.stat().st_size / 1e6
    for what, most, once in (
        ("网页大小（MB）", "13", f"{size:.1f}"),
        ("底页做好以后，给一个单位做一页（秒）", "3", f"{seconds:.1f}"),
    ):
        yield f"| {what} | {most} | {once} |" + " |" * (len(found) - 1)


if __name__ == "__main__":
    main()
