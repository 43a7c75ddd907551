"""The desk that most tests ask: of the year that a file of tests makes for itself."""

import pytest

from builder.desk.desk import Desk
from builder.pipeline.year.folder import Year
from tests.desk.paging import desk_of


@pytest.fixture
def desk(year: Year) -> Desk:
    """A desk that serves nobody, before the year."""
    return desk_of(year.root, year)
