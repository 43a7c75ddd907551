"""The fixed phrases of which the function that calculates an expression is written."""

from collections.abc import Mapping
from decimal import Decimal

from builder.formula.coercion import FormulaError, as_number, as_text, as_truth, rank, sought
from builder.formula.expression import Operator
from builder.formula.functions import (
    AGGREGATES,
    FUNCTIONS,
    Kind,
    item_of,
    occurrences,
    place_in,
    rank_in,
)
from builder.formula.value import ErrorValue

# How a value of another kind is taken for one of this; what it mostly is needs no call.
TAKEN_FOR: Mapping[Kind, str] = {
    Kind.NUMBER: "{0} if {0}.__class__ is Decimal else as_number({0})",
    Kind.TEXT: '"" if {0} is None else {0} if {0}.__class__ is str else as_text({0})',
    Kind.TRUTH: "as_truth({0})",
}
COMPARED: Mapping[Operator, str] = {
    Operator.EQUAL: "==",
    Operator.DIFFERENT: "!=",
    Operator.LESS: "<",
    Operator.AT_MOST: "<=",
    Operator.MORE: ">",
    Operator.AT_LEAST: ">=",
}
# Whether the value on the left is nothing, asked as ``is_nothing`` asks it but without a call.
NOTHING_SHOWN: Mapping[Operator, str] = {
    Operator.EQUAL: "{0} is None or {0}.__class__ is str and not {0}",
    Operator.DIFFERENT: "{0} is not None and ({0}.__class__ is not str or bool({0}))",
}
# What two values of one kind are, and how they are then compared.
LIKE: Mapping[Kind, tuple[str, str]] = {
    Kind.NUMBER: ("Decimal", "{0} {1} {2}"),
    Kind.TEXT: ("str", "{0}.casefold() {1} {2}.casefold()"),
}
# All that a line may name beside what its function is handed.
WORDS: Mapping[str, object] = {
    "__builtins__": {},
    "Decimal": Decimal,
    "str": str,
    "join": "".join,
    "DIV0": ErrorValue.DIV0,
    "FormulaError": FormulaError,
    "as_number": as_number,
    "as_text": as_text,
    "as_truth": as_truth,
    "bool": bool,
    "rank": rank,
    "sought": sought,
    "item_of": item_of,
    "occurrences": occurrences,
    "place_in": place_in,
    "rank_in": rank_in,
    **{function.value: signature.apply for function, signature in FUNCTIONS.items()},
    **{function.value: apply for function, apply in AGGREGATES.items()},
}
