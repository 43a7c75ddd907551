"""What somebody typed into a cell of a form: the text it means, or why it is not taken."""

from decimal import Decimal

from builder.form.cells import meaning, tidy
from builder.formula.value import is_error
from builder.frozen import frozen
from builder.load.shapes import Shape, Sort
from builder.model.days import FIRST_OF_1900, FIRST_OF_1904, as_day
from builder.model.returned import ReturnedCell

_YES, _NO = "是", "否"
_PAIRS = "名称=值；名称=值，例如 系数=0.8；编号=2.1"


@frozen
class Typed:
    """The tidy text of a cell; ``refused`` is what stands there where it is not taken."""

    text: str
    refused: str = ""
    code: str = "QA1206"
    expected: str = ""


def typed_cell(cell: ReturnedCell, shape: Shape, *, percent: bool, from_1904: bool) -> Typed:
    """What a cell says; ``percent`` is whether it shows its number as one."""
    value = cell.value
    if cell.formula is not None:
        return Typed(text="", refused=f"={cell.formula}"[:60], code="QA1207")
    if is_error(value):
        return Typed(text="", refused=str(value), expected="文字或数")
    if isinstance(value, bool):
        return Typed(text=_YES if value else _NO)
    if isinstance(value, Decimal):
        return _number(value, shape, percent=percent, from_1904=from_1904)
    text = tidy(value or "", shape)
    if text and meaning(text, shape) is None:
        return Typed(text="", refused=text[:60], expected=_PAIRS)
    return Typed(text=text)


def _number(value: Decimal, shape: Shape, *, percent: bool, from_1904: bool) -> Typed:
    item = shape.item or shape if shape.sort is Sort.LIST else shape
    plain = f"{value.normalize():f}"
    if percent and item.sort is Sort.AMOUNT:
        return Typed(text=f"{(value * 100).normalize():f}%")
    if item.sort is Sort.DAY:
        late = (FIRST_OF_1904 - FIRST_OF_1900).days if from_1904 else 0
        return Typed(text=str(as_day(value + late)))
    if item.sort is Sort.CODE and value != int(value):
        # 1.1 and 1.10 are one number and two codes.
        return Typed(
            text="", refused=plain, expected=f"文字，例如 '{plain}（前面加一个英文单引号）"
        )
    return Typed(text=tidy(plain, shape))
