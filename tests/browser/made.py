"""The pages under test, made by the commands that an office uses."""

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.browser.handed_in import SETTINGS
from tests.cli.calls import call
from tests.support.workbooks import PENGJIANG

# The runtime as npm hands it out, in a file; tests never fetch it themselves.
RUNTIME = "BUILDER_RUNTIME"
BASE, PLAIN, SETTINGS_FILE = "底页.html", "自查.html", "本单位.yaml"
OF_AN_OFFICE = "本单位自查.html"
# Seconds in which the base page has to be made, on a machine that does other work too.
_LONGEST = 600.0


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The pages in a folder: of every award, and of an office with settings."""

    folder: Path

    @property
    def base(self) -> Path:
        """The page into which schemes and settings are put."""
        return self.folder / BASE

    @property
    def plain(self) -> Path:
        """The page of every award."""
        return self.folder / PLAIN

    @property
    def of_an_office(self) -> Path:
        """The page of one award, of an office with settings."""
        return self.folder / OF_AN_OFFICE


def made_pages(folder: Path) -> Pages:
    """The pages in a folder; whichever process comes first makes them."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=folder.parent))
        make_base(making)
        insert(making, PLAIN)
        (making / SETTINGS_FILE).write_text(SETTINGS, "utf-8")
        insert(making, OF_AN_OFFICE, PENGJIANG, "--office", SETTINGS_FILE)
        try:
            making.rename(folder)
        except OSError:
            # Another process was faster.
            assert folder.exists()
    return Pages(folder=folder)


def make_base(folder: Path) -> None:
    """Make the base page in a folder."""
    words = ("--prepare", "--runtime", os.environ[RUNTIME], "--base", BASE)
    done = call(folder, "selfcheck", *words, longest=_LONGEST)
    assert done.code == 0, done.errors


def insert(folder: Path, name: str, *words: str) -> float:
    """Make a page from the base page there, and the seconds it took."""
    begin = time.perf_counter()
    done = call(folder, "selfcheck", *words, "--base", BASE, "-o", name)
    assert done.code == 0, done.errors
    return time.perf_counter() - begin
