"""What a machine has beside Python that tests may ask: programs, packages of Node, files."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

# Before the name of a package of Node, and of a variable of the environment that names a file.
PACKAGE, FILE = "npm:", "$"


def missing(names: Iterable[str]) -> list[str]:
    """Those of the names that stand for nothing on this machine."""
    return sorted({name for name in names if not _is_there(name)})


def package_folder(package: str) -> Path | None:
    """Where a package of Node is, among the folders in which Node looks for them."""
    folders = os.environ.get("NODE_PATH", "").split(os.pathsep)
    found = (Path(folder) / package for folder in folders if folder)
    return next((one for one in found if (one / "package.json").is_file()), None)


def _is_there(name: str) -> bool:
    if name.startswith(PACKAGE):
        return package_folder(name.removeprefix(PACKAGE)) is not None
    if name.startswith(FILE):
        return Path(os.environ.get(name.removeprefix(FILE), "")).is_file()
    return shutil.which(name) is not None
