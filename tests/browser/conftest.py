"""The page as an office makes it, and the browsers it is opened in."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driving import PROGRAMS, Browser, driven
from tests.browser.made import Pages, made_pages


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages, made once for all processes of a run."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    return made_pages(shared / "selfcheck-pages")


@pytest.fixture(scope="module", params=list(PROGRAMS))
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Each of the browsers in turn."""
    with driven(request.param) as running:
        yield running


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """An empty folder for what is handed in."""
    folder = tmp_path / "收件"
    folder.mkdir()
    return folder
