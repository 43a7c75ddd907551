"""The same files before the page and the command line."""

import tempfile
from pathlib import Path

from tests.browser.command_line import printed
from tests.browser.driving import Browser
from tests.browser.handed_in import EVIDENCE, HandedIn
from tests.browser.made import Pages
from tests.browser.page import Page, opened


def answers(browser: Browser, pages: Pages, handed: HandedIn) -> tuple[str, str]:
    """What the page and the command line tell of a set of files, as JSON."""
    page = page_for(browser, pages, handed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "收件"
        folder.mkdir()
        files = handed.laid_out(folder)
        words = [path.name for path in files]
        told = page.judged(files)
        if (folder / EVIDENCE).exists():
            told = page.judged_with(folder / EVIDENCE)
            words += ["--evidence-dir", EVIDENCE]
        return told, printed(folder, *words, with_settings=handed.with_settings)


def page_for(browser: Browser, pages: Pages, handed: HandedIn) -> Page:
    """The page that a set is for, with nothing of an earlier set in it."""
    wanted = pages.of_an_office if handed.with_settings else pages.plain
    page = Page(browser=browser)
    if browser.at != wanted or page.says("errors"):
        return opened(browser, wanted)
    page.clear()
    return page
