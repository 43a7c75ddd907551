"""Files that came from the browser and wait: under names of ours, with what they were called.

What a file was called is kept beside it as words; it never becomes a path here.
"""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from builder.frozen import frozen

_BATCH = re.compile(r"[0-9a-f]{16}")
_DELIVERY = "delivery.txt"
# Where files are dropped that applicants handed in.
INTAKE = "intake"


@frozen
class Upload:
    """A file that came, what the browser called it with its folders, and for which page it is."""

    path: Path
    name: str
    to: str = ""


def is_batch(word: str) -> bool:
    """Whether that is the word for a batch, as our pages make them."""
    return _BATCH.fullmatch(word) is not None


def uploads_in(folder: Path, batch: str) -> Iterator[Upload]:
    """The files of a batch that are here in whole, in the order of the browser's list."""
    if not is_batch(batch) or not (folder / batch).is_dir():
        return
    for path in sorted((folder / batch).glob("*.file")):
        with suppress(OSError, ValueError, KeyError):
            said = json.loads(path.with_suffix(".json").read_text("utf-8"))
            yield Upload(path=path, name=str(said["name"]), to=str(said["to"]))


def waiting(folder: Path, to: str) -> Iterator[str]:
    """The batches for a page that nobody has taken yet."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if any(one.to == to for one in uploads_in(folder, path.name)):
            yield path.name


def forget(uploads: Iterator[Upload] | tuple[Upload, ...]) -> None:
    """Remove files that are somewhere else by now."""
    for one in uploads:
        with suppress(OSError):
            one.path.unlink(missing_ok=True)
            one.path.with_suffix(".json").unlink(missing_ok=True)


def forget_batch(folder: Path, batch: str) -> None:
    """Remove what was left of a batch."""
    if is_batch(batch):
        shutil.rmtree(folder / batch, ignore_errors=True)


def delivery_of(folder: Path, batch: str) -> str:
    """The delivery of which the first files of a batch became part, empty before that."""
    try:
        return (folder / batch / _DELIVERY).read_text("utf-8")
    except (OSError, ValueError):
        return ""


def keep_delivery(folder: Path, batch: str, delivery: str) -> None:
    """Remember of which delivery a batch is."""
    with suppress(OSError):
        (folder / batch / _DELIVERY).write_text(delivery, "utf-8")
