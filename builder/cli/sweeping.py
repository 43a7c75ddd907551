"""When cycles are looked for in what the program made.

What imports and plans make stays until the end, and looking for cycles in it takes a fifth of a
short call. A command that goes on to many files says from where on they are looked for.
"""

import gc


def sweep_later() -> None:
    """Look for no cycles until ``sweep_from_here``."""
    gc.disable()


def sweep_from_here() -> None:
    """Look for cycles in what is made from now on, and leave what is there alone."""
    gc.freeze()
    gc.enable()
