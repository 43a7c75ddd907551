"""What is missing or malformed among the fields of 基本信息."""

from collections.abc import Iterator, Mapping
from unicodedata import normalize

from builder.findings.finding import Finding
from builder.formula.blank import hidden_in
from builder.formula.coercion import is_nothing
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.kit.field_status import CHECK_FAILED, FILLED, INCOMPLETE, MALFORMED, UNFILLED
from builder.kit.kit_plan import FieldPlan, KitPlan
from builder.model.credit_code import ALPHABET, LENGTH, check_character, strange_places
from builder.model.days import made_a_day, read_span
from builder.model.office import FieldKind
from builder.verify.held import Held
from builder.verify.typed_numbers import own_unit, typed_unit

# What a malformed field should hold; the year of application has no kind.
_WANTED: Mapping[FieldKind | None, str] = {
    None: "四位数的申报年度",
    FieldKind.NUMBER: " 0 或正数（只写数字）",
    FieldKind.YEARS: "数字（只写数字，不带单位）",
    FieldKind.DATE: " 2015-03-01 或 2015-03 这样的日期",
    FieldKind.EMAIL: "电子邮箱地址",
    FieldKind.CREDIT_CODE: f" {LENGTH} 位统一社会信用代码（按文字填写）",
}
_CHOSEN = (FieldKind.OPTION, FieldKind.INDUSTRY)


def check_fields(held: Held[KitPlan]) -> Iterator[Finding]:
    """At most one finding for every field, at the cell where it is repaired."""
    for field in held.plan.fields:
        if not all(map(held.holds, field.inputs)):
            continue
        # A formula is told as such.
        if any(held.alignment.returned(cell).formula is not None for cell in field.inputs):
            continue
        fault = _fault(held, field)
        if fault is not None:
            code, cell, expected, details = fault
            actual = details.pop("actual", held.shown(cell))
            yield held.finding(
                code, cell, expected=expected, actual=actual, title=field.title, **details
            )


Fault = tuple[str, Cell, str, dict[str, str]]


def _fault(held: Held[KitPlan], field: FieldPlan) -> Fault | None:
    state = held.value(field.status)
    word = MALFORMED if isinstance(state, ErrorValue) else str(state)
    values = {cell: held.value(cell) for cell in field.inputs}
    first = field.inputs[0]
    if word in (UNFILLED, INCOMPLETE):
        blank = (cell for cell, value in values.items() if is_nothing(value))
        return "QA521", next(blank, first), "", {}
    if field.kind is FieldKind.CREDIT_CODE and word in (MALFORMED, CHECK_FAILED):
        return _code_fault(first, values[first])
    if field.kind is FieldKind.DATE:
        # Read as people write days; the sheet's own word knows fewer ways.
        word = FILLED if is_nothing(values[first]) or read_span(values[first]) else MALFORMED
    if field.kind is FieldKind.EMAIL and hidden_in(str(values[first])):
        word = MALFORMED
    if word != MALFORMED or field.kind is FieldKind.TEXT:
        return None
    if field.kind in _CHOSEN:
        return "QA525", first, "", {}
    strange = next((cell for cell, value in values.items() if isinstance(value, str | bool)), first)
    own, typed = own_unit(field.title), typed_unit(values[strange])
    if own and typed:
        wanted = f"以“{own}”为单位的数字（写的单位是“{typed}”，请换算）"
        return "QA526", strange, "", {"wanted": wanted}
    day = made_a_day(values[strange])
    details = {"actual": day} if day else {}
    return "QA526", strange, "", {"wanted": _WANTED[field.kind], **details}


def _code_fault(cell: Cell, code: Value) -> Fault:
    """What exactly is wrong with a credit code that is not in order."""
    if not isinstance(code, str) or isinstance(code, ErrorValue):
        return "QA526", cell, "", {"wanted": _WANTED[FieldKind.CREDIT_CODE]}
    if len(code) != LENGTH:
        return "QA522", cell, str(LENGTH), {"actual": str(len(code))}
    strange = strange_places(code)
    if strange:
        place = strange[0]
        sign = code[place - 1]
        plain = normalize("NFKC", sign).upper()
        hint = f"，是全角的，请改成半角的“{plain}”" if plain != sign and plain in ALPHABET else ""
        if sign.isascii() and plain in ALPHABET:
            hint = f"，请改成大写的“{plain}”"
        return "QA523", cell, ALPHABET, {"actual": sign, "position": str(place), "hint": hint}
    return "QA524", cell, check_character(code), {"actual": code[-1]}
