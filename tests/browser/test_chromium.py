"""What only Chromium can be asked: a folder dropped by the file manager, and what axe sees."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.command_line import printed
from tests.browser.driving import Browser, driven
from tests.browser.handed_in import EVIDENCE, together
from tests.browser.made import Pages
from tests.browser.page import DROP, Page, opened
from tests.support.installed import package_folder
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case

pytestmark = pytest.mark.needs_browsers

SERIOUS = {"critical", "serious"}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium; the markup and the colours that axe looks at are the same in all browsers."""
    with driven("chromium") as running:
        yield running


def test_files_and_a_folder_of_evidence_dropped_together_are_judged_together(
    chromium: Browser, pages: Pages, inbox: Path
) -> None:
    handed = next(one for one in together() if one.name == "证据缺一份")
    files = handed.laid_out(inbox)
    page = opened(chromium, pages.plain)
    before = page.runs
    chromium.drop(DROP, [*files, inbox / EVIDENCE])
    words = (*(path.name for path in files), "--evidence-dir", EVIDENCE)
    assert page.next_after(before) == printed(inbox, *words)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_serious_is_found(
    chromium: Browser, pages: Pages, inbox: Path, *, dark: bool
) -> None:
    page = opened(chromium, pages.plain, dark=dark)
    axe = package_folder("axe-core")
    assert axe is not None
    chromium.ask((axe / "axe.min.js").read_text("utf-8"))
    assert violations(page) == []
    (inbox / "评分表.xlsx").write_bytes(case(PENGJIANG, 0).content)
    page.judged([inbox / "评分表.xlsx"])
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    """Serious faults that axe finds in the page, each with where it is."""
    found: list[dict[str, Any]] = page.browser.ask("axe.run().then((told) => told.violations)")
    return [
        f"{one['id']}: {node['html'][:200]}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
