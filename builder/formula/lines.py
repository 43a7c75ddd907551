"""Lines of a Python function as they are written, and the names in them."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from decimal import Decimal


class Lines:
    """The body of a function of a ``book`` that stands in a function of its ``parameters``."""

    def __init__(self) -> None:
        """Nothing is written."""
        self.written: list[str] = []
        self.parameters: list[Hashable] = []
        self._handed: dict[Hashable, str] = {}
        self._named: dict[str, str] = {}  # what has a name on every way to this point
        self._depth = 2
        self._names = 0

    def write(self, line: str) -> None:
        """Add a line to the innermost block."""
        self.written.append(" " * self._depth + line)

    def parameter(self, value: Hashable) -> str:
        """The name of the parameter that is handed ``value``."""
        # Equal numbers may be written differently, and one and true are equal.
        key = (type(value), str(value)) if isinstance(value, Decimal | bool) else value
        name = self._handed.get(key)
        if name is None:
            name = self._handed[key] = f"p{len(self.parameters)}"
            self.parameters.append(value)
        return name

    def new_name(self) -> str:
        """A name that stands for nothing yet."""
        self._names += 1
        return f"v{self._names}"

    def has_name(self, text: str) -> bool:
        """Whether ``text`` was worked out on every way to this point."""
        return text in self._named

    def named(self, text: str) -> str:
        """The name of what ``text`` comes to, worked out at this point if it was not before.

        What it comes to depends on nothing but the names in it.
        """
        name = self._named.get(text)
        if name is None:
            name = self._named[text] = self.new_name()
            self.write(f"{name} = {text}")
        return name

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Lines that may not be run, so that nothing behind them may count on their names."""
        before = self._named
        self._named = dict(before)
        self.write(head)
        self._depth += 1
        yield
        self._depth -= 1
        self._named = before
