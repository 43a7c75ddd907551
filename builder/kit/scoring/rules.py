"""What the scoring sheet accepts and what it colours."""

from collections.abc import Iterator

from builder.book.book_plan import InputKind
from builder.book.sheet import ConditionPlan, Merge, ValidationKind, ValidationPlan
from builder.book.style import Style
from builder.formula.render import plain_number
from builder.formula.words import equal
from builder.kit.bands import percent_list
from builder.kit.scoring.answer_rules import number_validations, option_validations
from builder.kit.scoring.inputs import NOTE_LENGTH
from builder.kit.scoring.layout import Layout
from builder.kit.sheet_names import BAND_LIST
from builder.kit.status import (
    BLANK,
    DONE,
    OFF_BAND,
    PARTLY,
    RECORDED,
    UNFILLED,
    accepts_score,
    none_of,
    one_of,
)


def scoring_validations(layout: Layout) -> tuple[ValidationPlan, ...]:
    """The validation of every score, band, percent and explanation."""
    notes = ValidationPlan.text(
        NOTE_LENGTH,
        _cells(layout, InputKind.TEXT),
        title="自评说明",
        prompt=f"简述做法、成效和打分理由，不超过 {NOTE_LENGTH} 字。",
        error=f"自评说明不超过 {NOTE_LENGTH} 字。",
    )
    return (*typed_validations(layout, "自评分"), notes)


def typed_validations(layout: Layout, noun: str) -> tuple[ValidationPlan, ...]:
    """The validation of every answer for points; ``noun`` is what typed points are called."""
    bands = () if layout.bands is None else _banded_validations(layout)
    return (
        *_direct_validations(layout, noun),
        *bands,
        *option_validations(layout),
        *number_validations(layout),
    )


def _direct_validations(layout: Layout, noun: str) -> Iterator[ValidationPlan]:
    scores = [item for item in layout.inputs if item.kind is InputKind.SCORE]
    for size in dict.fromkeys(item.allowed.step for item in scores):
        cells = [item.cell for item in scores if item.allowed.step == size]
        limit = layout.canvas.cell(cells[0].row, layout.columns.points)
        exact = size or layout.scheme.step
        step = plain_number(exact)
        yield ValidationPlan(
            kind=ValidationKind.CUSTOM,
            rule=accepts_score(cells[0], limit, exact),
            cells=Merge.each(cells),
            title=noun,
            prompt=f"请填 0 到本行“分值”之间的数，以 {step} 分为一级。",
            error=f"{noun}须为 0 到本行“分值”之间的数，且为 {step} 分的倍数。",
        )


def _banded_validations(layout: Layout) -> tuple[ValidationPlan, ...]:
    bands = _cells(layout, InputKind.BAND)
    first = layout.canvas.cell(bands[0].first_row, bands[0].first_column)
    return (
        ValidationPlan(
            kind=ValidationKind.LIST,
            rule=BAND_LIST,
            cells=bands,
            title="档次",
            prompt="先对照评分指南选择总体最符合的档。",
            error="请从下拉列表中选择档次，不要自行输入。",
        ),
        ValidationPlan(
            kind=ValidationKind.LIST,
            rule=percent_list(first),
            cells=_cells(layout, InputKind.PERCENT),
            title="百分比",
            prompt="再从本档的百分比中选一个。改选了档以后，请重新选百分比。",
            error="百分比不在本档，请从下拉列表中选择；还没有选档的请先选档。",
        ),
    )


def _cells(layout: Layout, kind: InputKind) -> tuple[Merge, ...]:
    return Merge.each(item.cell for item in layout.inputs if item.kind is kind)


def status_conditions(layout: Layout) -> tuple[ConditionPlan, ...]:
    """Colour only for something to act on: a fault strongly, an open row lightly."""
    first = layout.leaves[0].status
    states = Merge.each(leaf.status for leaf in layout.leaves)
    recorded = Merge.each(basis.status for basis in layout.bases)
    misfits = tuple(
        ConditionPlan(rule=equal(basis.status, OFF_BAND), cells=recorded, style=Style.ALERT)
        for basis in layout.bases[:1]
    )
    # What is only begun is open, too.
    opened = (BLANK, PARTLY) if any(leaf.parts for leaf in layout.leaves) else (BLANK,)
    return (
        ConditionPlan(rule=none_of(first, (*opened, DONE)), cells=states, style=Style.ALERT),
        ConditionPlan(rule=one_of(first, opened), cells=states, style=Style.PENDING)
        if len(opened) > 1
        else ConditionPlan(rule=equal(first, BLANK), cells=states, style=Style.PENDING),
        *misfits,
        *_part_conditions(layout),
    )


def _part_conditions(layout: Layout) -> Iterator[ConditionPlan]:
    states = [part.status for leaf in layout.leaves for part in leaf.parts]
    if states:
        cells, first = Merge.each(states), states[0]
        wrong = none_of(first, (UNFILLED, RECORDED))
        yield ConditionPlan(rule=wrong, cells=cells, style=Style.ALERT)
        yield ConditionPlan(rule=equal(first, UNFILLED), cells=cells, style=Style.PENDING)
