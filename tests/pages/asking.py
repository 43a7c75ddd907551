"""What is asked of a function, and what it answers, as lines."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from builder.formula.coercion import FormulaError
from builder.verify.evidence_names import Found, OwnFile


def told_lines(
    ask: Callable[..., object], *asked: tuple[object, ...], called: str = ""
) -> Iterator[str]:
    name = called or getattr(ask, "__name__", "")
    for given in asked:
        try:
            answer = told(ask(*given))
        except FormulaError as error:
            answer = f"!{error.value}"
        yield f"{name}({', '.join(map(told, given))}) = {answer}"


def told(value: object) -> str:
    match value:
        case Decimal():
            return f"{value}"
        case date():
            return value.isoformat()
        case set() | frozenset():
            return f"{sorted(map(told, value))}"
        case tuple() | list():
            return f"({', '.join(map(told, value))})"
        case Found():
            return f"{value.name}: {[one.path for one in value.files]}"
        case OwnFile():
            return value.path
        case Iterator():
            return told([*value])
        case _:
            return repr(value)


def one_each(*values: object) -> tuple[tuple[object], ...]:
    return tuple((value,) for value in values)
