"""What this program is, in one short text: another edition of it may judge a file otherwise."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from builder.load.library import shipped_folder

_COMPILED = "__pycache__"


@lru_cache(maxsize=1)
def program_digest() -> str:
    """The digest of the package and of the schemes and templates that come with it.

    A package that is imported from an archive is read there; one whose files cannot be read is told
    apart by nothing, so ``OSError`` is raised and nothing is taken for known.
    """
    beside = (shipped_folder(kind) for kind in ("schemes", "templates"))
    package = files("builder")
    # In an installed package the schemes and templates are part of it.
    apart = (folder for folder in beside if folder.parent.name != "shipped" and folder.is_dir())
    return tree_digest(package, *apart)


def tree_digest(*folders: Traversable) -> str:
    """SHA-256 over the names and contents of all files below the folders.

    What Python compiles for itself does not count.
    """
    digest = hashlib.sha256()
    for folder in folders:
        for name, file in sorted(_below(folder, ""), key=lambda found: found[0]):
            content = file.read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def _below(folder: Traversable, before: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{before}/{entry.name}"
        if entry.is_file():
            yield name, entry
        elif entry.name != _COMPILED:
            yield from _below(entry, name)
