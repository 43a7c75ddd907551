"""The answers of an old workbook routed into a new one, every one of them accounted for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from builder.book.book_plan import InputKind, InputPlan
from builder.editions.carried import CarriedLine, Fate
from builder.formula.coercion import as_text
from builder.formula.value import Value, is_error
from builder.frozen import frozen
from builder.kit.sheet_names import APPLICANT, ELIGIBILITY, EVIDENCE_TABLE, METRICS_TABLE
from builder.model.days import as_day
from builder.model.returned import ReturnedCell
from builder.pipeline.carry.basics import carry_basics
from builder.pipeline.carry.by_indicator import carry_by_indicator
from builder.pipeline.carry.editions import Editions
from builder.pipeline.carry.evidence import carry_evidence
from builder.pipeline.carry.metrics import carry_metrics
from builder.pipeline.carry.move import Move, left, put
from builder.pipeline.carry.own_words import carry_own, last_scores

_DECLARATION = "资格和否决情形每次申报都要重新声明"
_REWORDED = "这一条取消了或者有改动，要重新声明"
_NO_CELL = "新评分表没有这一格"
_FORMULA = "原来是公式，填的是算出的数"
_BROKEN = "这一格是错误值、逻辑值或没有算过的公式，不是内容"
_TOO_LONG = "几项合并后超过这一格的字数"


@frozen
class CarriedAnswers:
    """The answers of the new workbook by input name, and what became of each old one."""

    answers: Mapping[str, Value]
    lines: tuple[CarriedLine, ...]


def carry_answers(editions: Editions) -> CarriedAnswers:
    """Every answer of the old workbook where it still belongs, the others listed."""
    filled, broken = _usable(editions)
    moves = [*(_same(editions, filled) if editions.is_same else _routed(editions, filled)), *broken]
    told = {move.old.name for move in moves if move.old is not None}
    moves += (
        left(item, editions.held.filled[item.name].value, _NO_CELL)
        for item in editions.held.inputs
        if item.name not in told and editions.held.filled[item.name].value is not None
    )
    answers, moves = _joined(moves)
    return CarriedAnswers(answers=answers, lines=tuple(_lines(editions, moves)))


def _usable(editions: Editions) -> tuple[dict[str, ReturnedCell], list[Move]]:
    """The answers by name, and those that are no content of any cell."""
    held = editions.held
    usable: dict[str, ReturnedCell] = {}
    broken: list[Move] = []
    for item in held.inputs:
        cell = held.filled[item.name]
        if item.name in held.unseen or cell.value in (None, ""):
            continue
        if is_error(cell.value) or isinstance(cell.value, bool) or not cell.calculated:
            broken.append(left(item, cell.value, _BROKEN))
        else:
            usable[item.name] = cell
    return usable, broken


def _same(editions: Editions, filled: Mapping[str, ReturnedCell]) -> Iterator[Move]:
    """In a kit of the same edition every answer has its own place."""
    for name, cell in filled.items():
        _, item = editions.held.pristine.numbered[name]
        if editions.shift and (_is_metric(item) or _is_basic(item) or _is_own(item)):
            continue
        target = editions.inputs.get(name)
        if target is not None:
            yield put(item, cell.value, target)
    if editions.shift:
        yield from carry_basics(editions, _of(editions, filled, _is_basic))
        yield from carry_metrics(editions, _of(editions, filled, _is_metric))
        yield from carry_own(editions, _of(editions, filled, _is_own))
        yield from last_scores(editions)


def _routed(editions: Editions, filled: Mapping[str, ReturnedCell]) -> Iterator[Move]:
    yield from carry_basics(editions, _of(editions, filled, _is_basic))
    yield from carry_by_indicator(editions, _of(editions, filled, _is_by_indicator))
    yield from carry_evidence(editions, _of(editions, filled, _is_evidence))
    yield from carry_metrics(editions, _of(editions, filled, _is_metric))
    yield from carry_own(editions, _of(editions, filled, _is_own))
    yield from last_scores(editions)
    for name, cell in _of(editions, filled, _is_declaration).items():
        yield _declaration(editions, editions.held.pristine.numbered[name][1], cell)


def _declaration(editions: Editions, item: InputPlan, cell: ReturnedCell) -> Move:
    """A declaration holds for its own call, as long as what is declared is said so."""
    if not editions.wish.amended:
        return left(item, cell.value, _DECLARATION)
    target = editions.inputs.get(item.name)
    if target is None or (target.title, target.allowed) != (item.title, item.allowed):
        return left(item, cell.value, _REWORDED)
    return put(item, cell.value, target)


def _joined(moves: Iterable[Move]) -> tuple[dict[str, Value], list[Move]]:
    """The answers by input name; what several answers go into holds them one under the other."""
    answers: dict[str, Value] = {}
    found: list[Move] = []
    for move in moves:
        if move.to is None or move.to.name not in answers:
            if move.to is not None:
                answers[move.to.name] = move.value
            found.append(move)
            continue
        there = answers[move.to.name]
        together = f"{as_text(there)}\n{as_text(move.value)}"
        longest = move.to.allowed.longest
        if there == move.value:
            found.append(move)
        elif longest is None or len(together) > longest or move.old is None:
            if move.old is not None:
                found.append(left(move.old, move.value, _TOO_LONG, move.row))
        else:
            answers[move.to.name] = together
            found.append(move)
    return answers, found


def _lines(editions: Editions, moves: Iterable[Move]) -> Iterator[CarriedLine]:
    """What is told: a line for every answer, of the answers of one row those of one fate joined."""
    rows: dict[tuple[str, str, str], list[Move]] = {}
    for move in moves:
        if move.old is not None and not move.row:
            yield _line(editions, move.old, move)
        elif move.old is not None:
            key = (f"{move.old.cell.sheet} {move.row}", move.fate.value, move.reason)
            rows.setdefault(key, []).append(move)
    yield from (_row_line(editions, alike) for alike in rows.values())


def _line(editions: Editions, item: InputPlan, move: Move) -> CarriedLine:
    formula = editions.held.filled[item.name].formula is not None and move.to is not None
    return CarriedLine(
        fate=Fate.CHECK if formula and move.fate is Fate.KEPT else move.fate,
        place=f"{item.cell.sheet}　{item.title}",
        text=_text(editions, item),
        to=_place(move.to),
        reason="；".join(filter(None, (move.reason, _FORMULA if formula else ""))),
    )


def _row_line(editions: Editions, moves: Sequence[Move]) -> CarriedLine:
    items = [move.old for move in moves if move.old is not None]
    texts = (f"{item.title.rpartition('　')[2]}：{_text(editions, item)}" for item in items)
    first, target = moves[0], moves[0].to
    return CarriedLine(
        fate=first.fate,
        place=f"{items[0].cell.sheet}　{_row_title(items[0])}",
        text="\n".join(texts),
        to="" if target is None else f"{target.cell.sheet}　{_row_title(target)}",
        reason=first.reason,
    )


def _row_title(item: InputPlan) -> str:
    return item.title.rpartition("　")[0] or item.title


def _place(item: InputPlan | None) -> str:
    return "" if item is None else f"{item.cell.sheet}　{item.title}"


def _text(editions: Editions, item: InputPlan) -> str:
    value = editions.held.filled[item.name].value
    if value is None or isinstance(value, bool) or is_error(value):
        return "" if value is None else str(value).upper()
    return as_text(as_day(value) if item.cell in editions.held.plan.dated else value)


def _of(
    editions: Editions, filled: Mapping[str, ReturnedCell], wanted: Callable[[InputPlan], bool]
) -> dict[str, ReturnedCell]:
    numbered = editions.held.pristine.numbered
    return {name: cell for name, cell in filled.items() if wanted(numbered[name][1])}


def _is_basic(item: InputPlan) -> bool:
    return item.cell.sheet == APPLICANT


def _is_by_indicator(item: InputPlan) -> bool:
    return bool(item.indicator) and not item.table and not _is_own(item)


def _is_own(item: InputPlan) -> bool:
    return item.kind is InputKind.OWN


def _is_evidence(item: InputPlan) -> bool:
    return item.table == EVIDENCE_TABLE


def _is_metric(item: InputPlan) -> bool:
    return item.table == METRICS_TABLE


def _is_declaration(item: InputPlan) -> bool:
    return item.cell.sheet == ELIGIBILITY
