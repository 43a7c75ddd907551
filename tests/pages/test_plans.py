"""Every cell, rule, width and word of a plan is what somebody looked at.

Where a page is meant to change, ``python -m tests.pages`` writes it anew; what changed is then read
in the difference.
"""

import pytest

from tests.pages.answers import PAGES as ANSWERS
from tests.pages.filled import PAGES as FILLED
from tests.pages.found_again import PAGES as FOUND
from tests.pages.kept import FOLDER, difference
from tests.pages.office import PAGES as OFFICE
from tests.pages.older import PAGES as OLDER
from tests.pages.plans import PAGES
from tests.pages.verdicts import PAGES as VERDICTS
from tests.pages.worded import PAGES as WORDED


@pytest.mark.parametrize("name", ANSWERS)
def test_a_small_function_answers_as_it_was_looked_at(name: str) -> None:
    assert not difference(name, ANSWERS[name]())


@pytest.mark.parametrize("name", WORDED)
def test_what_is_said_in_words_reads_as_it_was_looked_at(name: str) -> None:
    assert not difference(name, WORDED[name]())


@pytest.mark.parametrize("name", FOUND)
def test_cells_are_found_again_where_it_was_looked_at(name: str) -> None:
    assert not difference(name, FOUND[name]())


@pytest.mark.parametrize("name", OFFICE)
def test_what_an_office_keeps_reads_as_it_was_looked_at(name: str) -> None:
    assert not difference(name, OFFICE[name]())


@pytest.mark.parametrize("name", PAGES)
def test_a_plan_reads_as_it_was_looked_at(name: str) -> None:
    assert not difference(name, PAGES[name]())


def test_no_page_is_kept_that_nobody_reads() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {
        *ANSWERS,
        *FILLED,
        *FOUND,
        *OFFICE,
        *OLDER,
        *PAGES,
        *VERDICTS,
        *WORDED,
    }
