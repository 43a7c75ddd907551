"""近三年数据 of an old kit in a new one: each figure in its row, its years moved on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.book.book_plan import InputPlan
from builder.editions.carried import Fate
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_columns import NAME, TEXT_KEYS, UNIT
from builder.kit.metric_plan import MetricRowPlan
from builder.model.compared_text import reduced
from builder.model.official import Indicator
from builder.model.returned import ReturnedCell
from builder.pipeline.carry.basics import unsure_year
from builder.pipeline.carry.editions import Editions
from builder.pipeline.carry.move import Move, left, put

_NO_SHEET = "新方案没有近三年数据"
_NO_ROOM = "新方案不再点名这个项目，自行增加的行也用完了"
_DROPPED_YEAR = "这一年不在新的三个年度之内"
_OWN = "新方案不再点名这个项目，放在自行增加的行"
_PRINTED = "新方案印好了这一格"
_BENCHMARK = "benchmark"
_YEAR_KEYS = ("y1", "y2", "y3")
_OLD_BENCHMARK = "对比值是去年的，请换成新的"


@dataclass(kw_only=True)
class _Rows:
    """The rows of the new kit, by what they are about, and those that are free."""

    named: dict[tuple[str, str], MetricRowPlan] = field(default_factory=dict)
    by_name: dict[str, list[MetricRowPlan]] = field(default_factory=dict)
    free: dict[str, list[MetricRowPlan]] = field(default_factory=dict)


def carry_metrics(editions: Editions, answers: dict[str, ReturnedCell]) -> Iterator[Move]:
    """What became of the figures of three years, ``answers`` by the names of their inputs."""
    by_cell = {item.cell: item for item in editions.held.plan.inputs if item.name in answers}
    old, new = editions.held.plan.metrics, editions.plan.metrics
    if old is None:
        return
    if new is None:
        for item in by_cell.values():
            yield left(item, answers[item.name].value, _NO_SHEET, item.title.partition("　")[0])
        return
    rows = _rows(editions.plan, new.rows)
    filled = [row for row in old.rows if any(cell in by_cell for cell in _cells(row))]
    # What is named by the notice takes its row before anybody looks for a free one.
    found = {row.number: _named_row(editions, rows, row) for row in filled}
    for row in filled:
        target = found[row.number]
        check = ""
        if target is None:
            target, check = _free_row(editions, rows, row), _OWN
            if _is_own(editions.held.plan, row):
                check = ""
        yield from _row(editions, (row, target), answers, by_cell, check)


def _rows(plan: KitPlan, rows: tuple[MetricRowPlan, ...]) -> _Rows:
    printed = _printed(plan)
    found = _Rows()
    for row in rows:
        name = printed.get(row.name)
        if name is None:
            found.free.setdefault(row.indicator, []).append(row)
            continue
        found.named[row.indicator, reduced(name)] = row
        found.by_name.setdefault(reduced(name), []).append(row)
    return found


def _printed(plan: KitPlan) -> dict[Cell, str]:
    if plan.metrics is None:
        return {}
    sheet = plan.sheet(plan.metrics.rows[0].name.sheet)
    return {
        Cell(sheet.name, cell.row, cell.column): cell.content
        for cell in sheet.cells
        if isinstance(cell.content, str) and cell.column in (NAME, UNIT)
    }


def _named_row(editions: Editions, rows: _Rows, row: MetricRowPlan) -> MetricRowPlan | None:
    """The row of the new kit that the notice names for the same figure, if there is one."""
    name = reduced(editions.held.said(row.name))
    match = editions.crossing.matching.by_old.get(row.indicator)
    for node in () if match is None else match.new:
        target = rows.named.get((node.code, name))
        if target is not None:
            return target
    alone = rows.by_name.get(name, [])
    return alone[0] if len(alone) == 1 and not _is_own(editions.held.plan, row) else None


def _free_row(editions: Editions, rows: _Rows, row: MetricRowPlan) -> MetricRowPlan | None:
    """The first free row of the group in which the figure belongs."""
    code = row.indicator
    while code:
        target = editions.crossing.matching.counterpart(code)
        group = target.code if target is not None else ""
        while group:
            if rows.free.get(group):
                return rows.free[group].pop(0)
            group = _above(editions.crossing.new_parents, group)
        code = _above(editions.crossing.old_parents, code)
    return None


def _above(nodes: Mapping[str, Indicator], code: str) -> str:
    node = nodes.get(code)
    return "" if node is None else node.code


def _is_own(plan: KitPlan, row: MetricRowPlan) -> bool:
    return any(item.cell == row.name for item in plan.inputs)


def _cells(row: MetricRowPlan) -> tuple[Cell, ...]:
    needed = (cell for _, cell in row.needed)
    return tuple(dict.fromkeys((*needed, *row.years, row.benchmark)))


def _row(
    editions: Editions,
    rows: tuple[MetricRowPlan, MetricRowPlan | None],
    answers: dict[str, ReturnedCell],
    by_cell: dict[Cell, InputPlan],
    check: str,
) -> Iterator[Move]:
    row, target = rows
    own = {_key(by_cell[cell]): by_cell[cell] for cell in _cells(row) if cell in by_cell}
    reason = _NO_ROOM if target is None else _other_unit(editions, row, target)
    if target is None or reason:
        for item in own.values():
            yield left(item, answers[item.name].value, reason, row.number)
        return
    asked = (editions.input_at.get(cell) for cell in _cells(target))
    places = {_key(item): item for item in asked if item is not None}
    for key, column in (
        (key, column) for column, key in TEXT_KEYS.items() if column in (NAME, UNIT)
    ):
        printed = editions.held.said(Cell(row.name.sheet, row.name.row, column))
        if key in places and key not in own and printed:
            yield Move(old=None, value=printed, to=places[key], fate=Fate.KEPT)
    for key, item in own.items():
        value = answers[item.name].value
        if key in _YEAR_KEYS:
            yield _figure(editions, item, value, (places, row.number), check)
        elif key not in places:
            # The notice prints now what was typed.
            yield Move(
                old=item, value=value, to=None, fate=Fate.KEPT, reason=_PRINTED, row=row.number
            )
        else:
            stale = _OLD_BENCHMARK if key == _BENCHMARK and not _holds(editions) else ""
            yield put(item, value, places[key], check or stale, row.number)


def _figure(
    editions: Editions,
    item: InputPlan,
    value: Value,
    where: tuple[dict[str, InputPlan], str],
    check: str,
) -> Move:
    places, number = where
    later = _YEAR_KEYS.index(_key(item)) - editions.shift
    if not 0 <= later < len(_YEAR_KEYS):
        return left(item, value, _DROPPED_YEAR, number)
    return put(item, value, places[_YEAR_KEYS[later]], check or unsure_year(editions), number)


def _other_unit(editions: Editions, row: MetricRowPlan, target: MetricRowPlan) -> str:
    """Why figures in one unit cannot stand under another; empty where they can."""
    unit = editions.held.said(Cell(row.name.sheet, row.name.row, UNIT))
    printed = _printed(editions.plan).get(Cell(target.name.sheet, target.name.row, UNIT), "")
    if not unit or not printed or reduced(unit) == reduced(printed):
        return ""
    return f"单位由“{unit}”改为“{printed}”"


def _holds(editions: Editions) -> bool:
    """Whether what others reached is what it was."""
    return editions.is_same or editions.wish.amended


def _key(item: InputPlan) -> str:
    return item.name.rpartition("_")[2]
