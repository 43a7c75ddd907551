"""Values as messages quote them and as people mean them."""

from decimal import Decimal

from builder.formula.coercion import as_text
from builder.formula.render import short_number
from builder.formula.value import ErrorValue, Value

# Characters of a text by which a person finds it again.
_BRIEF = 20


def words(value: Value) -> str:
    """A value as words without the blanks around them; an error value by its own name."""
    return str(value) if isinstance(value, ErrorValue) else as_text(value).strip()


def shown(value: Value) -> str:
    """A value as a message quotes it."""
    match value:
        case None:
            return "（空）"
        case bool():
            return "TRUE" if value else "FALSE"
        case str():
            return value
        case _:
            return number_words(value)


def number_words(value: Decimal) -> str:
    """A number as a message quotes it."""
    return short_number(value)


def brief(value: Value, most: int = _BRIEF) -> str:
    """The same, of a long text only its beginning."""
    text = shown(value)
    return text if len(text) <= most else f"{text[:most]}…"
