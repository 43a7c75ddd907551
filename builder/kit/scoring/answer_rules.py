"""What cells accept that take an option, a figure or a number of cases."""

from collections.abc import Iterator

from builder.book.book_plan import InputKind
from builder.book.sheet import Merge, ValidationKind, ValidationPlan
from builder.formula.expression import Cell
from builder.formula.words import AND, INT, ISNUMBER, at_least, equal
from builder.kit.option_lists import MET, MET_LIST, UNMET
from builder.kit.scoring.layout import Layout


def option_validations(layout: Layout) -> Iterator[ValidationPlan]:
    """A dropdown for every list of options, one for all that are only met or not."""
    groups: dict[str, list[Cell]] = {}
    for item in layout.inputs:
        if item.kind is InputKind.OPTION:
            alike = "" if item.allowed.options == (MET, UNMET) else item.indicator
            groups.setdefault(alike, []).append(item.cell)
    for code, cells in groups.items():
        listed = layout.options.by_code.get(code)
        yield ValidationPlan(
            kind=ValidationKind.LIST,
            rule=MET_LIST if listed is None else listed.name,
            cells=Merge.each(cells),
            title="选项" if listed else f"{MET}或{UNMET}",
            prompt="从下拉列表中选最符合的一项。" if listed else f"选“{MET}”或“{UNMET}”。",
            error="请从下拉列表中选择，不要自行输入。",
        )


def number_validations(layout: Layout) -> Iterator[ValidationPlan]:
    """A number for every figure, by its unit, and a whole number for every count of cases."""
    figures = [item for item in layout.inputs if item.kind is InputKind.FIGURE]
    for unit in dict.fromkeys(item.allowed.unit for item in figures):
        cells = [item.cell for item in figures if item.allowed.unit == unit]
        yield ValidationPlan(
            kind=ValidationKind.CUSTOM,
            rule=ISNUMBER(cells[0]),
            cells=Merge.each(cells),
            title=f"数据（{unit}）" if unit else "数据",
            prompt=_figure_prompt(unit),
            error="只填一个数，不带单位和文字。",
        )
    counts = [item.cell for item in layout.inputs if item.kind is InputKind.COUNT]
    if counts:
        first = counts[0]
        whole = AND(ISNUMBER(first), at_least(first, 0), equal(first, INT(first)))
        yield ValidationPlan(
            kind=ValidationKind.CUSTOM,
            rule=whole,
            cells=Merge.each(counts),
            title="次数",
            prompt="填发生的次数（整数）；没有发生的填 0。",
            error="次数须为 0 或正整数。",
        )


def _figure_prompt(unit: str) -> str:
    if unit == "%":
        return "单位是 %：85% 填 85，不是 0.85；只填数，不带百分号。"
    return f"以“{unit}”为单位，只填数，不带单位。" if unit else "只填一个数。"
