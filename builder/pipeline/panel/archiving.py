"""A stage of a panel frozen: one read-only zip with the digest of every file in it."""

import hashlib
import os
import stat
import tempfile
import zipfile
from pathlib import Path

from builder.findings.failure import failure_words
from builder.findings.finding import Finding

DIGESTS_FILE = "SHA-256清单.txt"
# The same folder gives the same bytes, whenever it is frozen.
_WHEN = (1980, 1, 1, 0, 0, 0)
_READ_ONLY = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


def freeze(folder: Path, target: Path) -> Finding | None:
    """Put everything below a folder into a zip; what kept it from being made.

    The list of digests is such as ``sha256sum -c`` reads.
    """
    if not folder.is_dir():
        return Finding.at("QA891", folder, actual="没有这个文件夹")
    if target.resolve().is_relative_to(folder.resolve()):
        return Finding.at("QA973", target, actual=str(folder))
    if os.path.lexists(target):
        return Finding.at("QA892", target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    except OSError as error:
        return Finding.at("QA891", target, actual=failure_words(error))
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as package:
            _pack(folder, package)
        part.chmod(_READ_ONLY)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        return Finding.at("QA891", target, actual=failure_words(error))
    return None


def _pack(folder: Path, package: zipfile.ZipFile) -> None:
    lines: list[str] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
        _add(package, name, content)
    _add(package, DIGESTS_FILE, "".join(lines).encode())


def _add(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, _WHEN)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = (stat.S_IFREG | _READ_ONLY) << 16
    package.writestr(member, content)
