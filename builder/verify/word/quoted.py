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
_BETWEEN = r"(?P<between>[^0-9。；;，,、\n]{0,10}?)"
_NUMBER = r"(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)\s*"
# Words that make it another figure: a sum of years, a plan, a bound, by how much it grew.
_ANOTHER = re.compile(
    "[累合总共]计|年均|平均|目标|计划|预[计期]|超|突破|[逾约近]|[高低多少]于|[增提减降升](?!.*[到至])"
)
_SHORTEST_NAME = 3
# Units of money by how much they are: a text may use a larger or smaller one than the table.
_SCALES = {"元": Decimal(1), "千元": Decimal(10**3), "万元": Decimal(10**4)}
_SCALES |= {"百万元": Decimal(10**6), "亿元": Decimal(10**8)}


def check_quoted(sections: Iterable[WrittenSection], path: str) -> Iterator[Finding]:
    """A hint for every figure named in the text with a number that its row does not have."""
    for one in sections:
        text = unicodedata.normalize("NFKC", one.text)
        for row in one.figures or ():
            name, unit = reduced(row[0]), reduced(row[1]) if len(row) > 1 else ""
            known = [number for cell in row[2:] if (number := number_in(cell)) is not None]
            if len(name) < _SHORTEST_NAME or not unit or not known:
                continue
            scales = _SCALES if unit in _SCALES else {unit: Decimal(1)}
            units = "|".join(map(re.escape, scales))
            said = rf"{re.escape(name)}{_BETWEEN}{_NUMBER}(?P<unit>{units})(?!/)"
            for match in re.finditer(said, text):
                scale = scales[unit] / scales[match["unit"]]
                quoted = Decimal(match["number"].replace(",", ""))
                if not _ANOTHER.search(match["between"]) and not any(
                    _is(quoted, figure * scale) for figure in known
                ):
                    yield Finding(
                        code="QA562",
                        place=place_of(one, path),
                        actual=match[0],
                        expected="、".join(cell for cell in row[2:] if cell.strip()),
                        details={"heading": one.section.heading, "name": row[0].strip()},
                    )


def _is(quoted: Decimal, figure: Decimal) -> bool:
    """Whether a number is a figure, rounded as far as it is quoted."""
    exponent = quoted.as_tuple().exponent
    return isinstance(exponent, int) and round(figure, -exponent) == quoted
