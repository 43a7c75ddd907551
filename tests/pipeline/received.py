"""A folder of files that came back, as many as a test wants."""

from pathlib import Path

from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case


def received(folder: Path, count: int) -> Path:
    """The folder, with so many good workbooks in it."""
    content = case(PENGJIANG, 0).content
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03d}.xlsx").write_bytes(content)
    return folder
