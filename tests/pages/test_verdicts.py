"""What is said of a faulty file is said at its place, with its values and in its words."""

import pytest

from tests.pages.kept import difference
from tests.pages.older import PAGES as OLDER
from tests.pages.verdicts import PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_fault_is_told_as_it_was_looked_at(name: str) -> None:
    assert not difference(name, PAGES[name]())


@pytest.mark.parametrize("name", OLDER)
def test_an_example_and_an_older_kit_read_as_they_were_looked_at(name: str) -> None:
    assert not difference(name, OLDER[name]())
