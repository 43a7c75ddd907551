"""Every cell, rule, width and word of a plan is what somebody looked at.

Where a page is meant to change, ``python -m tests.plan.pages`` writes it anew; what changed is then
read in the difference.
"""

from pathlib import Path

import pytest

from tests.plan.pages.books import PAGES


def page_file(name: str) -> Path:
    """Where a page is kept."""
    return Path(__file__).parent / "kept" / f"{name}.txt"


@pytest.mark.parametrize("name", PAGES)
def test_a_plan_reads_as_it_was_looked_at(name: str) -> None:
    kept = page_file(name).read_text("utf-8").splitlines()
    assert [*PAGES[name]()] == kept


def test_no_page_is_kept_that_nobody_reads() -> None:
    assert {path.stem for path in page_file("").parent.iterdir()} == set(PAGES)
