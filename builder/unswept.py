"""A stretch of work in which nobody looks for cycles.

A file of thousands of cells makes thousands of tuples and no cycle. To look for some among them,
every few hundred tuples anew, takes a seventh of the work.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Look for no cycles until the end of this; what is no longer used is let go all the same."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()
