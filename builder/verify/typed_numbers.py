"""What numbers that were typed as text can only mean."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

from builder.book.book_plan import InputKind, InputPlan
from builder.formula.blank import without_hidden
from builder.formula.value import ErrorValue, Value
from builder.model.returned import ReturnedCell

# Digits with or without well-placed thousands separators, and perhaps a unit.
_NUMBER = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?)\s*(\D{1,8})?")
_UNIT_OF_FIELD = re.compile(r"[（(]([^（）()]{1,8})[）)](?:\u3000|$)")
_LONGEST = 40
_HUNDRED = Decimal(100)
# The units that may follow a number of each kind; a percent without its sign may be 85 or 0.85.
_UNITS: Mapping[InputKind, tuple[str | None, ...]] = {
    InputKind.SCORE: (None, "分"),
    InputKind.PERCENT: ("%",),
    InputKind.METRIC: (None,),
    InputKind.FIELD: (None,),
    InputKind.FIGURE: (None,),
    InputKind.COUNT: (None,),
}


def understood(
    answers: Iterable[InputPlan], filled: Mapping[str, ReturnedCell]
) -> dict[str, Decimal]:
    """The numbers that texts in inputs for numbers mean beyond doubt, by the input's name."""
    meant = (
        (item.name, _meant(item, filled[item.name].value)) for item in answers if takes_number(item)
    )
    return {name: number for name, number in meant if number is not None}


def takes_number(item: InputPlan) -> bool:
    """Whether an input takes a number of any size and nothing else."""
    return item.kind in _UNITS and not item.allowed.options and item.allowed.longest is None


def own_unit(title: str) -> str:
    """The unit in which a field asks for its number, as its title says it; empty for none.

    What a percent is where percents are asked for, nobody knows.
    """
    found = _UNIT_OF_FIELD.search(title)
    return "" if found is None or found[1] in "%％" else found[1]


def typed_unit(value: Value) -> str:
    """The unit that was typed behind a number; empty where none was."""
    match = _read(value)
    return "" if match is None else match[2] or ""


def is_bare_number(value: Value) -> bool:
    """Whether a text is a number without any unit."""
    match = _read(value)
    return match is not None and match[2] is None


def _read(value: Value) -> re.Match[str] | None:
    if not isinstance(value, str) or isinstance(value, ErrorValue) or len(value) > _LONGEST:
        return None
    return _NUMBER.fullmatch(without_hidden(unicodedata.normalize("NFKC", value)).strip())


def _meant(item: InputPlan, value: Value) -> Decimal | None:
    match = _read(_without_asked_unit(item, value))
    if match is None:
        return None
    own = item.kind is InputKind.FIELD and match[2] == own_unit(item.title)
    if not own and match[2] not in _UNITS[item.kind]:
        return None
    number = Decimal(match[1].replace(",", ""))
    return number / _HUNDRED if match[2] == "%" else number


def _without_asked_unit(item: InputPlan, value: Value) -> Value:
    """A figure or a count may repeat the unit it is asked in."""
    if not item.allowed.unit or not isinstance(value, str) or isinstance(value, ErrorValue):
        return value
    text = without_hidden(unicodedata.normalize("NFKC", value)).strip()
    return text.removesuffix(item.allowed.unit).strip()
