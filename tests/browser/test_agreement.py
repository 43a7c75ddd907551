"""In a browser the same files are judged as on the command line, word for word."""

from pathlib import Path

import pytest

from tests.browser.command_line import laid_out, printed
from tests.browser.driving import Browser
from tests.browser.handed_in import (
    EVIDENCE,
    HandedIn,
    faulty,
    honest,
    hostile,
    reports,
    saved_by_libreoffice,
    together,
)
from tests.browser.made import Pages
from tests.browser.page import FOLDER, Page, opened
from tests.support.proved import proved, some

pytestmark = [pytest.mark.needs_browsers, pytest.mark.needs_libreoffice]

# One set of each kind in a short run, and of what goes together some.
ALONE = [
    parameter
    for kind in (honest(), faulty(12), reports(), saved_by_libreoffice())
    for parameter in proved(kind)
]
FEWEST = 40


@pytest.fixture
def plain(browser: Browser, pages: Pages) -> Page:
    """The page of every award, left open from one set to the next."""
    if browser.at != pages.plain:
        return opened(browser, pages.plain)
    return Page(browser=browser)


def named(handed: HandedIn) -> str:
    """What a set is called in a report."""
    return handed.name


def agreed(page: Page, folder: Path, handed: HandedIn) -> None:
    """Files chosen on the page are told of exactly as on the command line."""
    files = laid_out(folder, handed)
    words = [path.name for path in files]
    told = page.judged(files)
    if (folder / EVIDENCE).exists():
        told = page.judged((folder / EVIDENCE,), FOLDER)
        words += ["--evidence-dir", EVIDENCE]
    assert told == printed(folder, *words, with_settings=handed.with_settings)
    assert page.says("errors") == []
    assert page.asked_of_the_net == []


@pytest.mark.parametrize("handed", ALONE, ids=named)
def test_files_are_told_of_as_on_the_command_line(
    plain: Page, inbox: Path, handed: HandedIn
) -> None:
    agreed(plain, inbox, handed)


@pytest.mark.parametrize("handed", some(together(), 3), ids=named)
def test_files_that_go_together_are_told_of_as_on_the_command_line(
    browser: Browser, pages: Pages, inbox: Path, handed: HandedIn
) -> None:
    # Evidence stays with the page until it is opened anew.
    page = opened(browser, pages.of_an_office if handed.with_settings else pages.plain)
    agreed(page, inbox, handed)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("handed", some(hostile(), 12), ids=named)
def test_a_hostile_file_ends_in_a_sentence_and_the_next_one_is_judged(
    plain: Page, inbox: Path, handed: HandedIn
) -> None:
    agreed(plain, inbox, handed)
    assert "二.xlsx" in plain.says("last.json")


def test_enough_sets_are_tried() -> None:
    assert len(ALONE) + len(together()) >= FEWEST
