"""Why the system refused to read or write, in words a user knows."""

import errno
from pathlib import Path

# What the system says, in the words of a person at a desk.
_WORDS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "要建文件夹的地方已有同名文件",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOENT: "这里不能放文件",
    errno.EINVAL: "名称里有这里不能用的字",
    errno.EBUSY: "正在被别的程序使用",
    errno.EIO: "磁盘或网络盘出了错",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENXIO: "不是一个普通文件",
}


def refuse_special(path: Path) -> None:
    """Raise ``OSError`` for what is neither file nor folder: a pipe would be waited for for ever.

    That there is nothing, or a folder, the system says by itself.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.ENXIO, "not a regular file", str(path))


def failure_words(error: OSError) -> str:
    """Why the system refused, in Chinese; its number where it has no word here."""
    return _WORDS.get(error.errno or 0, f"系统错误 {error.errno}")
