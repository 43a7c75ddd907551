"""``python -m tests.hostile FOLDER``: every hostile file, to try another reader with."""

import sys
from pathlib import Path

from tests.hostile.catalogue import HOSTILE_FILES


def main(folder: Path) -> None:
    """Write the files into a folder, numbered in the order of the catalogue."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(HOSTILE_FILES, start=1):
        (folder / f"{number:02d}-{file.name}{file.suffix}").write_bytes(file.make())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
