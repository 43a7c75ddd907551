"""Figures that the text quotes otherwise than the three-year table beside it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.model.compared_text import reduced
from builder.verify.word.returned import place_of
from builder.verify.written_numbers import number_in
from builder.word.written import WrittenSection

# Between the name of a figure and its number stand a few words, never another number or sentence.
_BETWEEN = r"[^0-9。；;，,、\n]{0,10}?"
_NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s*"
_SHORTEST_NAME = 3


def check_quoted(sections: Iterable[WrittenSection], path: str) -> Iterator[Finding]:
    """A hint for every figure named in the text with a number that its row does not have."""
    for one in sections:
        text = unicodedata.normalize("NFKC", one.text)
        for row in one.figures or ():
            name, unit = reduced(row[0]), reduced(row[1]) if len(row) > 1 else ""
            known = {number_in(cell) for cell in row[2:]} - {None}
            if len(name) < _SHORTEST_NAME or not unit or not known:
                continue
            said = re.compile(f"{re.escape(name)}{_BETWEEN}{_NUMBER}{re.escape(unit)}")
            for match in said.finditer(text):
                if not any(_is(Decimal(match["number"]), figure) for figure in known):
                    yield Finding(
                        code="QA562",
                        place=place_of(one, path),
                        actual=match[0],
                        expected="、".join(cell for cell in row[2:] if cell.strip()),
                        details={"heading": one.section.heading, "name": row[0].strip()},
                    )


def _is(quoted: Decimal, figure: Decimal | None) -> bool:
    """Whether a number is a figure, rounded as far as it is quoted."""
    if figure is None:
        return False
    exponent = quoted.as_tuple().exponent
    return isinstance(exponent, int) and round(figure, -exponent) == quoted
