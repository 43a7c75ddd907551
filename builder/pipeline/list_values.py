"""What a cell of an office's list says, and whether an input of the workbook accepts it."""

import re
from decimal import Decimal, InvalidOperation

from builder.book.book_plan import InputPlan
from builder.formula.blank import HIDDEN, is_blank, named
from builder.formula.render import plain_number
from builder.formula.value import Value, is_error
from builder.model.credit_code import LENGTH, strange_places
from builder.model.days import as_time, read_span
from builder.model.nearest import did_you_mean
from builder.model.office import FieldKind
from builder.model.returned import ReturnedCell
from builder.model.stand_ins import is_stand_in

# A spreadsheet keeps 15 digits of a number and makes the rest zeros.
_KEPT_DIGITS = 15
_EMAIL = re.compile(r"[^@\s,，;；<>]+@[^@\s,，;；<>]+\.[^@\s,，;；<>]+", re.ASCII)


class RejectedError(Exception):
    """A cell cannot be used; its words say why."""


def text_of(cell: ReturnedCell | None) -> str:
    """What a cell shows, without the blanks around it; numbers in plain digits."""
    value = None if cell is None else cell.value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return plain_number(value)
    text = "" if value is None else str(value).strip()
    return "" if is_blank(text) else text


def checked_text(cell: ReturnedCell | None) -> str:
    """What a cell shows; raises ``RejectedError`` where the file does not hold what was meant."""
    if cell is None:
        return ""
    if not cell.calculated:
        raise RejectedError("公式还没有算过，请在 Excel 或 WPS 中打开并保存一次")
    if is_error(cell.value):
        raise RejectedError(f"这一格是错误值 {cell.value}")
    if isinstance(cell.value, bool):
        raise RejectedError(f"这一格是逻辑值 {'TRUE' if cell.value else 'FALSE'}，不是文字")
    text = text_of(cell)
    if isinstance(cell.value, Decimal) and cell.value.adjusted() >= _KEPT_DIGITS:
        raise RejectedError("数字超过 15 位，后几位已不准，请把这一列设为文本格式重新填写")
    hidden = HIDDEN.search(text)
    if hidden is not None:
        place, sign = hidden.start() + 1, named(hidden[0])
        raise RejectedError(f"第 {place} 个字符是不可见字符（{sign}），请重新键入")
    return text


def checked_name(cell: ReturnedCell | None) -> str:
    """The name in a cell; raises ``RejectedError`` for a number or a word that stands for one."""
    text = checked_text(cell)
    if text and not any(map(str.isalpha, text)):
        raise RejectedError(f"“{text}”不是名称，像是序号，看看是不是填错了列")
    if is_stand_in(text):
        raise RejectedError(f"“{text}”不是名称，请写上真正的名称，没有的删去这一行")
    return text


def answer_of(item: InputPlan, cell: ReturnedCell | None, kind: FieldKind | None = None) -> Value:
    """The answer an input takes from a cell, ``None`` for a blank one.

    ``kind`` is what its field takes. Raises ``RejectedError`` for an answer that the workbook
    itself would not accept.
    """
    text = checked_text(cell)
    if not text:
        return None
    match kind:
        case FieldKind.DATE:
            return _day(text if cell is None else cell.value)
        case FieldKind.CREDIT_CODE:
            _check_code(text)
        case FieldKind.EMAIL:
            if not _EMAIL.fullmatch(text):
                raise RejectedError(f"“{text}”不是电子邮箱地址")
        case _:
            pass
    allowed = item.allowed
    if allowed.options and text not in allowed.options:
        hint = did_you_mean(text, allowed.options).rstrip("？")
        raise RejectedError(f"“{text}”不在可选的内容之中{hint and f'，{hint}'}")
    if allowed.longest is not None and len(text) > allowed.longest:
        raise RejectedError(f"有 {len(text)} 字，最多 {allowed.longest} 字")
    if allowed.low is None and allowed.high is None:
        return text
    return _number(item, text)


def _day(value: Value) -> str:
    """A day or a month as the workbook takes it, however the list writes it."""
    span = read_span(value)
    if span is None:
        raise RejectedError(f"“{text_of(ReturnedCell(as_time(value)))}”不是日期")
    if span.first == span.last:
        return span.first.isoformat()
    if (span.first.year, span.first.month) != (span.last.year, span.last.month):
        raise RejectedError(f"“{text_of(ReturnedCell(value))}”看不出是哪年哪月")
    return f"{span.first:%Y-%m}"


def _check_code(code: str) -> None:
    """Raises ``RejectedError`` for what is no 统一社会信用代码."""
    if len(code) != LENGTH:
        raise RejectedError(f"“{code}”有 {len(code)} 位，统一社会信用代码是 {LENGTH} 位")
    strange = strange_places(code)
    if strange:
        sign = code[strange[0] - 1]
        raise RejectedError(f"第 {strange[0]} 位“{sign}”不是统一社会信用代码允许的字符")


def _number(item: InputPlan, text: str) -> Decimal:
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise RejectedError(f"“{text}”不是数")
    low, high = item.allowed.low, item.allowed.high
    if (low is not None and number < low) or (high is not None and number > high):
        raise RejectedError(f"{plain_number(number)} 不在允许的范围（{item.allowed.span}）之内")
    return number
