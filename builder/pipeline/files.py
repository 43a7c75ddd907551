"""Files written whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

from builder.findings.finding import Finding, Place

# What the system says, in the words of a person at a desk.
_WORDS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "要建文件夹的地方已有同名文件",
    errno.EISDIR: "这里已有同名文件夹",
    errno.ENAMETOOLONG: "名称太长",
}


def failure_words(error: OSError) -> str:
    """Why the system refused, in Chinese; its number where it has no word here."""
    return _WORDS.get(error.errno or 0, f"系统错误 {error.errno}")


def write_whole(path: Path, content: bytes) -> Finding | None:
    """Put ``content`` at ``path``, replacing a file there only once all of it is on the disk.

    A folder that cannot be made or a file that cannot be written is returned as a finding; what
    stood at ``path`` before is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        return _unwritable(path, error)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        part.chmod(0o644)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        return _unwritable(path, error)
    return None


def _unwritable(path: Path, error: OSError) -> Finding:
    return Finding(code="QA891", place=Place(path=str(path)), actual=failure_words(error))
