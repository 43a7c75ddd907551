"""What is said of a workbook filled in all over in one way is what somebody looked at."""

import pytest

from tests.pages.filled import PAGES
from tests.pages.kept import difference


@pytest.mark.parametrize("name", PAGES)
def test_a_file_filled_in_one_way_is_told_as_it_was_looked_at(name: str) -> None:
    assert not difference(name, PAGES[name]())
