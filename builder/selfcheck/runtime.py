"""The Python runtime for browsers: which one it is, to the byte, and what of it a page needs."""

import hashlib
import json
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen

_PINNED = Path(__file__).with_name("runtime.json")
_LARGEST = 50_000_000
_FOLDER = "package"


@frozen
class Runtime:
    """The package that was tried: its name and version at npm, its file and what that must be.

    ``sha256`` and ``integrity`` are those of the file, the latter as npm writes it.
    """

    name: str
    version: str
    python: str
    file: str
    sha256: str
    integrity: str


def pinned_runtime() -> Runtime:
    """The one runtime that pages are made with."""
    return Runtime(**json.loads(_PINNED.read_text(encoding="utf-8")))


def runtime_parts(path: Path) -> dict[str, bytes] | Finding:
    """The files of the runtime by name; anything but the bytes that were tried is refused."""
    runtime = pinned_runtime()
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST)
    except OSError as error:
        return Finding.at("QA882", path, actual=failure_words(error), expected=runtime.file)
    digest = hashlib.sha256(content).hexdigest()
    if digest != runtime.sha256:
        actual = f"校验码是 {digest[:16]}…，应是 {runtime.sha256[:16]}…"
        return Finding.at("QA882", path, actual=actual, expected=runtime.file)
    return dict(_members(content))


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=BytesIO(content)) as archive:
        for member in archive:
            opened = archive.extractfile(member)
            if opened is not None:
                yield str(PurePosixPath(member.name).relative_to(_FOLDER)), opened.read()
