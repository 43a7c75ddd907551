"""证据清单 of an old kit in a new one: each row with the indicators it still proves."""

from collections.abc import Iterator, Mapping

from builder.book.book_plan import InputPlan
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.kit_plan import EvidenceRowPlan
from builder.model.days import has_no_end, read_span
from builder.model.returned import ReturnedCell
from builder.pipeline.carry.editions import Editions
from builder.pipeline.carry.move import Move, left, put

_NOTHING_LEFT = "它证明的指标在新方案里都未找到位置"
_PAGE = "页码随新的报告重新填写"


@frozen
class _Named:
    """An indicator named in a row: its answer, where it belongs, why to look, or why nowhere."""

    item: InputPlan
    cell: ReturnedCell
    label: str
    check: str
    reason: str


def carry_evidence(editions: Editions, answers: dict[str, ReturnedCell]) -> Iterator[Move]:
    """What became of the rows of evidence, ``answers`` by the names of their inputs."""
    by_cell = {item.cell: item for item in editions.held.plan.inputs if item.name in answers}
    new_rows = editions.plan.evidence
    at = editions.input_at
    labels = {node.label: node.code for node in editions.crossing.old.walk}
    known = {option for row in new_rows[:1] for option in at[row.indicator].allowed.options}
    for place, row in enumerate(editions.held.plan.evidence):
        if any(cell in by_cell for cell in row.inputs):
            target = new_rows[place] if place < len(new_rows) else None
            yield from _row(editions, (row, target), answers, (by_cell, at), (labels, known))


def _row(
    editions: Editions,
    rows: tuple[EvidenceRowPlan, EvidenceRowPlan | None],
    answers: dict[str, ReturnedCell],
    inputs: tuple[Mapping[Cell, InputPlan], Mapping[Cell, InputPlan]],
    names: tuple[dict[str, str], set[str]],
) -> Iterator[Move]:
    (row, target), (by_cell, at) = rows, inputs
    named = [
        _named(editions, by_cell[cell], answers[by_cell[cell].name], *names)
        for cell in row.indicators
        if cell in by_cell
    ]
    found = list(dict.fromkeys(one.label for one in named if one.label))
    if target is None or (named and not found):
        why = "；".join(dict.fromkeys(one.reason for one in named if one.reason))
        told = f"{_NOTHING_LEFT}：{why}" if target is not None else "新的证据清单没有这么多行"
        for cell in row.inputs:
            if cell in by_cell:
                yield left(by_cell[cell], answers[by_cell[cell].name].value, told, row.number)
        return
    check = "；".join(dict.fromkeys(filter(None, (*_checks(named), _expired(editions, row)))))
    free = dict(zip(found, target.indicators, strict=False))
    for one in named:
        if one.label:
            yield put(one.item, one.label, at[free[one.label]], check, row.number)
        else:
            yield left(one.item, one.cell.value, one.reason, row.number)
    pairs = zip(
        row.inputs[len(row.indicators) :], target.inputs[len(target.indicators) :], strict=True
    )
    for cell, place in pairs:
        if cell not in by_cell:
            continue
        item = by_cell[cell]
        value = answers[item.name].value
        if cell == row.page and not editions.wish.amended:
            yield left(item, value, _PAGE, row.number)
        else:
            yield put(item, value, at[place], check, row.number)


def _checks(named: list[_Named]) -> Iterator[str]:
    yield from (one.check for one in named)
    if any(not one.label for one in named):
        yield "少了一个另证的指标"


def _named(
    editions: Editions,
    item: InputPlan,
    cell: ReturnedCell,
    labels: dict[str, str],
    known: set[str],
) -> _Named:
    said = editions.held.options.get(item.name) or str(cell.value)
    code = labels.get(said)
    if code is None:
        return _Named(item=item, cell=cell, label="", check="", reason=f"旧方案没有“{said}”")
    route = editions.crossing.route(code)
    if route.to is None:
        return _Named(item=item, cell=cell, label="", check="", reason=route.reason)
    if route.to.label not in known:
        reason = route.check or f"新“{route.to.label}”下面另有分项"
        return _Named(item=item, cell=cell, label="", check="", reason=reason)
    return _Named(item=item, cell=cell, label=route.to.label, check=route.check, reason="")


def _expired(editions: Editions, row: EvidenceRowPlan) -> str:
    value = editions.held.value(row.until)
    if has_no_end(value):
        return ""
    span = read_span(value)
    if span is None or span.last >= editions.wish.today:
        return ""
    return f"已过期（有效期至 {span.last.isoformat()}），请换成新的"
