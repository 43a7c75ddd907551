"""An expression as a program that gives its exact value: in decimals, else as a spreadsheet does.

Every cell of every returned file is calculated again, so an expression is not walked each time: it
is written out as a Python function once. What is written are the fixed ``phrases`` and names
for parameters; cells, areas and constants are handed over and never written. Expressions of
one shape, such as those in the rows of a table, share what was written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from builder.formula.book import Program
from builder.formula.expression import Cell, Expression
from builder.formula.lines import Lines
from builder.formula.phrases import WORDS
from builder.formula.writing import write

# Far more shapes than the formulas of all awards have.
_MOST_SHAPES = 4_096
_Maker = Callable[..., Program]


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How the programs of expressions of one shape are made, and what one of them names."""

    make: _Maker
    parameters: tuple[object, ...]

    def program(self, meant: Callable[[Cell], Cell]) -> Program:
        """The program in which each cell stands for the one that is ``meant``."""
        return self.make(
            *[meant(each) if isinstance(each, Cell) else each for each in self.parameters]
        )


def compiled(expression: Expression) -> Recipe:
    """The recipe of an expression; raises ``TypeError`` for an area where a value is wanted."""
    lines = Lines()
    result = write(lines, expression)
    head = ", ".join(f"p{number}" for number in range(len(lines.parameters)))
    source = "\n".join(
        (
            f"def make({head}):",
            " def program(book):",
            *lines.written,
            f"  return {result.text}",
            " return program",
        )
    )
    return Recipe(make=_maker(source), parameters=tuple(lines.parameters))


@lru_cache(maxsize=_MOST_SHAPES)
def _maker(source: str) -> _Maker:
    names = dict(WORDS)
    exec(source, names)  # noqa: S102 - written by this package, of its own words alone
    return cast("_Maker", names["make"])
