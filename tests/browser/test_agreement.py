"""In a browser the same files are judged as on the command line, word for word."""

import pytest

from tests.browser.agreement import answers
from tests.browser.driving import Browser
from tests.browser.handed_in import (
    FAULTS,
    HandedIn,
    faulty,
    honest,
    hostile,
    reports,
    saved_by_libreoffice,
    together,
)
from tests.browser.made import Pages
from tests.browser.page import Page
from tests.browser.table import FEWEST_SETS
from tests.support.proved import proved, some

pytestmark = [pytest.mark.needs_browsers, pytest.mark.needs_libreoffice]

# One set of each kind in a short run, and of what goes together some.
ALONE = [
    parameter
    for kind in (honest(), faulty(FAULTS), reports(), saved_by_libreoffice())
    for parameter in proved(kind)
]


def named(handed: HandedIn) -> str:
    """What a set is called in a report."""
    return handed.name


def agreed(browser: Browser, pages: Pages, handed: HandedIn) -> str:
    """What is told of a set of files, once the page and the command line tell the same."""
    in_browser, on_command_line = answers(browser, pages, handed)
    assert in_browser == on_command_line
    page = Page(browser=browser)
    assert page.says("errors") == []
    assert page.asked_of_the_net == []
    return in_browser


@pytest.mark.parametrize("handed", ALONE, ids=named)
def test_files_are_told_of_as_on_the_command_line(
    browser: Browser, pages: Pages, handed: HandedIn
) -> None:
    agreed(browser, pages, handed)


@pytest.mark.parametrize("handed", some(together(), 3), ids=named)
def test_files_that_go_together_are_told_of_as_on_the_command_line(
    browser: Browser, pages: Pages, handed: HandedIn
) -> None:
    agreed(browser, pages, handed)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
@pytest.mark.parametrize("handed", some(hostile(), 8), ids=named)
def test_a_hostile_file_ends_in_a_sentence_and_the_next_one_is_judged(
    browser: Browser, pages: Pages, handed: HandedIn
) -> None:
    assert "二.xlsx" in agreed(browser, pages, handed)


# The program is the same in both; what a browser does of its own shows in few of them.
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("browser", ["firefox"], indirect=True)
@pytest.mark.parametrize("handed", hostile()[:8], ids=named)
def test_so_it_does_in_the_other_browser(browser: Browser, pages: Pages, handed: HandedIn) -> None:
    assert "二.xlsx" in agreed(browser, pages, handed)


def test_enough_sets_are_tried() -> None:
    assert len(ALONE) + len(together()) >= FEWEST_SETS
