"""Rules that hold for many cells, told apart from the one cell their text was written for."""

import re

from builder.formula.address import column_number
from builder.formula.normal import normal_formula

# A quoted text, or a reference to a cell of the same sheet.
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"|(?<![\w.$!])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(.!])', re.ASCII
)
_TRUTH = re.compile(r'"(?:[^"]|"")*"|\b(?:TRUE|FALSE)\b')
_DIGITS = {"TRUE": "1", "FALSE": "0"}


def relative_formula(formula: str, row: int, column: int) -> str:
    """The formula with each relative reference as a distance from its home cell.

    What programs change innocently is made equal as in ``normal_formula``, and truth values are
    numbers, as LibreOffice writes them in a rule.
    """

    def distance(match: re.Match[str]) -> str:
        if match[2] is None:
            return match[0]
        across = match[2] if match[1] else f"[{column_number(match[2]) - column}]"
        down = match[4] if match[3] else f"[{int(match[4]) - row}]"
        return f"R{down}C{across}"

    text = _TRUTH.sub(lambda match: _DIGITS.get(match[0], match[0]), normal_formula(formula))
    return _TOKEN.sub(distance, text)
