"""Options that were not chosen from their list but typed, and what they can only mean."""

import unicodedata
from collections.abc import Iterable, Mapping

from builder.book.book_plan import InputPlan
from builder.formula.blank import seen
from builder.formula.value import ErrorValue
from builder.model.returned import ReturnedCell

_LONGEST = 400


def near_options(
    answers: Iterable[InputPlan], filled: Mapping[str, ReturnedCell]
) -> dict[str, str]:
    """The options that texts mean which differ from them in blanks or widths, by input's name."""
    found: dict[str, str] = {}
    for item in answers:
        value = filled[item.name].value
        options = item.allowed.options
        if not options or not isinstance(value, str) or isinstance(value, ErrorValue):
            continue
        if value in options or len(value) > _LONGEST:
            continue
        alike = [option for option in options if _plain(option) == _plain(value)]
        if len(alike) == 1:
            found[item.name] = alike[0]
    return found


def _plain(text: str) -> str:
    return seen(unicodedata.normalize("NFKC", text))
