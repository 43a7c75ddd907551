"""What the command line prints of a set of files, called as a user calls it."""

from pathlib import Path

from tests.browser.handed_in import SETTINGS
from tests.cli.calls import call

OFFICE = "本单位.yaml"


def printed(folder: Path, *words: str, with_settings: bool = False) -> str:
    """What ``builder verify --json`` prints in a folder."""
    if with_settings:
        settings = folder.parent / OFFICE
        settings.write_text(SETTINGS, "utf-8")
        words = (*words, "--office", str(settings))
    done = call(folder, "verify", "--json", *words)
    assert done.output, done.errors
    return done.output
