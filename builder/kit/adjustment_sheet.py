"""删减与替换: which indicators do not apply, only where the notice allows it, and who agreed.

A replacement keeps the points; a deletion takes them from the maximum, which is never scaled up.
"""

from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.canvas import Canvas
from builder.book.sheet import ConditionPlan, Merge, SheetPlan, ValidationPlan
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.words import AND, NOT, OR, equal
from builder.frozen import frozen
from builder.kit.indicator_input import indicator_input
from builder.kit.kit_plan import AdjustmentPlan
from builder.kit.sheet_names import ADJUSTMENT
from builder.kit.status import (
    ADJUSTED,
    UNAPPROVED,
    UNKNOWN_ADJUSTMENT,
    UNNAMED,
    first_word,
    is_blank,
    none_of,
    one_of,
)
from builder.model.official import Indicator
from builder.model.points import effective_points, is_leaf
from builder.model.scheme import Scheme

APPLIES, REPLACED, DELETED = "适用", "替换", "删减"
_OPTIONS = (APPLIES, REPLACED, DELETED)
_WIDTHS = (34.0, 8.0, 12.0, 34.0, 40.0, 16.0, 12.0)
_HEADINGS = ("指标", "分值", "适用情况", "替换为", "理由", "批准人", "状态")
# Key of the input's name, column, heading, and how much a row shows whole.
_TEXTS = (
    ("replacement", 4, "替换为", 400),
    ("reason", 5, "理由", 500),
    ("approver", 6, "批准人", 100),
)
_HINT = (
    "原文允许删减或替换的指标列在下面；适用的不必填写。删减、替换须写明理由和批准人，"
    "替换还须写明替换后的指标。替换后的指标沿用原分值；删减的指标不填自评分，"
    "满分相应减少，不按比例放大。"
)


@frozen
class AdjustmentSheet:
    """The sheet, its inputs, and one entry an indicator, by the indicator's code."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]
    rows: tuple[AdjustmentPlan, ...]


def plan_adjustments(scheme: Scheme) -> AdjustmentSheet | None:
    """The sheet of a scheme with replaceable indicators, ``None`` for others."""
    leaves = [node for node in scheme.walk if node.replaceable and is_leaf(scheme, node)]
    if not leaves:
        return None
    canvas = Canvas(ADJUSTMENT, _WIDTHS)
    canvas.title(f"{scheme.title}　删减与替换")
    canvas.line(2, Style.GUIDE, _HINT)
    row = canvas.lines(3, Style.OFFICIAL, _rules(scheme))
    canvas.headings(row, _HEADINGS)
    inputs: list[InputPlan] = []
    rows: list[AdjustmentPlan] = []
    for place, node in enumerate(leaves, start=row + 1):
        asked, planned = _row(canvas, place, node, effective_points(scheme, node))
        inputs += asked
        rows.append(planned)
    sheet = replace(
        canvas.sheet,
        validations=_validations(inputs),
        conditions=_colours(rows),
        head_rows=row,
        head_columns=1,
        landscape=True,
        tab_style=Style.INPUT_POINTS,
    )
    return AdjustmentSheet(sheet=sheet, inputs=tuple(inputs), rows=tuple(rows))


def _rules(scheme: Scheme) -> tuple[str, ...]:
    """The notes that allow it, from the nodes above the replaceable ones."""
    return tuple(
        note.text
        for node in scheme.walk
        if any(child.replaceable for child in node.walk)
        for note in node.notes
    )


def _row(
    canvas: Canvas, row: int, node: Indicator, stated: Decimal | None
) -> tuple[tuple[InputPlan, ...], AdjustmentPlan]:
    canvas.put(row, 1, Style.NAME, node.label)
    points = canvas.put(row, 2, Style.POINTS, stated)
    answer = canvas.put(row, 3, Style.INPUT_OPTION)
    texts = {key: canvas.put(row, column, Style.INPUT_TEXT) for key, column, _, _ in _TEXTS}
    status = canvas.compute(row, 7, Style.STATUS, _state(answer, texts))
    canvas.grow(row, ((node.label, _WIDTHS[0]),), least=24)
    options = Allowed(options=_OPTIONS)
    inputs = (
        indicator_input("apply", InputKind.CHOICE, node, answer, "适用情况", options),
        *(
            indicator_input(
                *(f"apply_{key}", InputKind.TEXT, node, texts[key], heading),
                Allowed(longest=longest),
            )
            for key, _, heading, longest in _TEXTS
        ),
    )
    return inputs, AdjustmentPlan(
        code=node.code, label=node.label, points=points, answer=answer, status=status
    )


def _state(answer: Cell, texts: dict[str, Cell]) -> Expression:
    """The word for one indicator: nothing where it applies, else whether all is said."""
    unapproved = OR(is_blank(texts["reason"]), is_blank(texts["approver"]))
    unnamed = AND(equal(answer, REPLACED), is_blank(texts["replacement"]))
    return first_word(
        (one_of(answer, ("", APPLIES)), ""),
        (NOT(one_of(answer, (REPLACED, DELETED))), UNKNOWN_ADJUSTMENT),
        (unapproved, UNAPPROVED),
        (unnamed, UNNAMED),
        otherwise=ADJUSTED,
    )


def _validations(inputs: list[InputPlan]) -> tuple[ValidationPlan, ...]:
    return (
        ValidationPlan.choice(
            _OPTIONS,
            Merge.each(item.cell for item in inputs if item.allowed.options),
            title="适用情况",
            prompt="不填即为适用。删减和替换须写明理由和批准人。",
            error=f"只能填：{'、'.join(_OPTIONS)}。",
        ),
        *(
            ValidationPlan.text(
                longest,
                Merge.each(item.cell for item in inputs if item.cell.column == column),
                title=heading,
                prompt="只在删减或替换时填写。",
                error=f"不超过 {longest} 字。",
            )
            for _, column, heading, longest in _TEXTS
        ),
    )


def _colours(rows: list[AdjustmentPlan]) -> tuple[ConditionPlan]:
    states = Merge.each(row.status for row in rows)
    wrong = none_of(rows[0].status, ("", ADJUSTED))
    return (ConditionPlan(rule=wrong, cells=states, style=Style.ALERT),)
