"""What opening the page and judging files on it costs in one browser."""

import statistics
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.browser.agreement import answers
from tests.browser.driving import driven
from tests.browser.handed_in import HandedIn
from tests.browser.made import SETTINGS_FILE, Pages, insert
from tests.browser.page import opened
from tests.support.reports import complete_workbook
from tests.support.workbooks import PENGJIANG


@dataclass(frozen=True, kw_only=True)
class Costs:
    """Medians of some openings: seconds, megabytes more than a blank page, the longest pause.

    ``agreed`` counts the sets of files that were told of as on the command line.
    """

    program: str
    ready: float
    megabytes: float
    judging: float
    pause: float
    requests: int
    agreed: int
    tried: int


@dataclass(frozen=True, kw_only=True)
class _Opening:
    ready: float
    megabytes: float
    judging: float
    pause: float
    requests: int


@dataclass(frozen=True, kw_only=True)
class OfPages:
    """Of how many megabytes a page is, and the median of seconds in which one is made."""

    megabytes: float
    seconds: float


def of_pages(pages: Pages, times: int) -> OfPages:
    """What pages cost before any browser opens one."""
    words = (PENGJIANG, "--office", SETTINGS_FILE)
    spent = [insert(pages.folder, "又一页.html", *words) for _ in range(times)]
    return OfPages(megabytes=pages.plain.stat().st_size / 1e6, seconds=statistics.median(spent))


def costs(program: str, pages: Pages, sets: Iterable[HandedIn], openings: int) -> Costs:
    """What the page costs in a browser; each opening has a browser of its own."""
    seen = [_opening(program, pages) for _ in range(openings)]
    with driven(program) as browser:
        # Each set is told of once by the page and once by the command line.
        agreed = [len(set(answers(browser, pages, handed))) == 1 for handed in sets]
    return Costs(
        program=program,
        ready=statistics.median(one.ready for one in seen),
        megabytes=statistics.median(one.megabytes for one in seen),
        judging=statistics.median(one.judging for one in seen),
        pause=statistics.median(one.pause for one in seen),
        requests=sum(one.requests for one in seen),
        agreed=sum(agreed),
        tried=len(agreed),
    )


def _opening(program: str, pages: Pages) -> _Opening:
    with tempfile.TemporaryDirectory() as name, driven(program) as browser:
        blank, file = Path(name) / "空.html", Path(name) / "评分表.xlsx"
        blank.write_text("<!doctype html><title>空</title>", "utf-8")
        file.write_bytes(complete_workbook(PENGJIANG))
        browser.open(blank)
        before = browser.megabytes()
        page = opened(browser, pages.plain)
        ready, megabytes = page.says("readyMs") / 1000, browser.megabytes() - before
        page.judged([file])
        return _Opening(
            ready=ready,
            megabytes=megabytes,
            judging=page.says("last.seconds"),
            pause=browser.ask("longestPause"),
            requests=len(page.asked_of_the_net),
        )
