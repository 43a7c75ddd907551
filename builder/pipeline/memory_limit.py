"""A limit on the memory that one piece of work may take."""

import importlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# What the process has mapped now, in pages (proc(5), statm).
_MAPPED = Path("/proc/self/statm")


@contextmanager
def memory_limit(bytes_more: int) -> Iterator[None]:
    """Let the work map at most so many bytes more than now; beyond, it meets ``MemoryError``.

    Only Linux can be asked, and only a process that does one thing at a time; elsewhere the bounds
    of the readers are the only limit.
    """
    try:
        # Not every system has it.
        resource: Any = importlib.import_module("resource")
        pages = int(_MAPPED.read_text(encoding="ascii").split()[0])
    except (ImportError, OSError, ValueError, IndexError):
        yield
        return
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + bytes_more
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY:
        wanted = min(wanted, soft)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
