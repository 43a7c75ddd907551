"""What a cell of an office's list says, and whether an input of the workbook accepts it."""

import re
from decimal import Decimal, InvalidOperation

from builder.book.book_plan import InputPlan
from builder.formula.blank import is_blank
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue, Value
from builder.model.nearest import did_you_mean
from builder.model.returned import ReturnedCell

# A spreadsheet keeps 15 digits of a number and makes the rest zeros.
_KEPT_DIGITS = 15
_CONTROL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    if isinstance(cell.value, ErrorValue):
        raise RejectedError(f"公式的结果是 {cell.value}")
    text = text_of(cell)
    if isinstance(cell.value, Decimal) and cell.value.adjusted() >= _KEPT_DIGITS:
        raise RejectedError("数字超过 15 位，后几位已不准，请把这一列设为文本格式重新填写")
    if _CONTROL.search(text):
        raise RejectedError("含有看不见的控制字符")
    return text


def answer_of(item: InputPlan, cell: ReturnedCell | None) -> Value:
    """The answer an input takes from a cell, ``None`` for a blank one.

    Raises ``RejectedError`` for an answer that the workbook itself would not accept.
    """
    text = checked_text(cell)
    if not text:
        return None
    allowed = item.allowed
    if allowed.options and text not in allowed.options:
        hint = did_you_mean(text, allowed.options).rstrip("？")
        raise RejectedError(f"“{text}”不在可选的内容之中{hint and f'，{hint}'}")
    if allowed.longest is not None and len(text) > allowed.longest:
        raise RejectedError(f"有 {len(text)} 字，最多 {allowed.longest} 字")
    if allowed.low is None and allowed.high is None:
        return text
    return _number(item, text)


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
