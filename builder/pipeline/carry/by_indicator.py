"""What an old kit says beside single indicators: explanations, scores, what does not apply."""

from collections.abc import Iterator

from builder.book.book_plan import InputKind, InputPlan
from builder.book.naming import indicator_name
from builder.model.returned import ReturnedCell
from builder.pipeline.carry.editions import Editions
from builder.pipeline.carry.move import Move, left, put

_NOTE = "note"
_ALLOWANCE = "删减、替换要在新的一年重新说明并批准"
_NOT_ASKED = "分数要重新打"
_CHANGED = "分值、文字或计分办法有改动，要重新打分"


def carry_by_indicator(editions: Editions, answers: dict[str, ReturnedCell]) -> Iterator[Move]:
    """What became of the answers beside indicators, ``answers`` by the names of their inputs."""
    for name, cell in answers.items():
        _, item = editions.held.pristine.numbered[name]
        prefix = name.removesuffix(indicator_name("", item.indicator))
        if item.kind is InputKind.TEXT and prefix == _NOTE:
            yield _note(editions, item, cell)
        elif prefix.partition("_")[0] == "apply":
            yield _allowance(editions, item, cell, prefix)
        else:
            yield _score(editions, item, cell, prefix)


def _note(editions: Editions, item: InputPlan, cell: ReturnedCell) -> Move:
    route = editions.crossing.route(item.indicator)
    if route.to is None:
        return left(item, cell.value, route.reason)
    target = editions.inputs.get(indicator_name(_NOTE, route.to.code))
    if target is None:
        return left(
            item, cell.value, route.check or f"新“{route.to.label}”下面另有分项，不直接填写"
        )
    return put(item, cell.value, target, route.check)


def _allowance(editions: Editions, item: InputPlan, cell: ReturnedCell, prefix: str) -> Move:
    route = editions.crossing.route(item.indicator)
    name = "" if route.to is None else indicator_name(prefix, route.to.code)
    target = editions.inputs.get(name)
    if not editions.wish.amended or target is None or target.allowed != item.allowed:
        return left(item, cell.value, _ALLOWANCE)
    return put(item, cell.value, target, route.check)


def _score(editions: Editions, item: InputPlan, cell: ReturnedCell, prefix: str) -> Move:
    route = editions.crossing.route(item.indicator)
    if route.to is None:
        return left(item, cell.value, route.reason)
    if not editions.wish.scores:
        return left(item, cell.value, _NOT_ASKED)
    target = editions.inputs.get(indicator_name(prefix, route.to.code))
    kept = target is not None and target.allowed == item.allowed
    if target is None or not kept or not editions.crossing.keeps_scores(item.indicator):
        return left(item, cell.value, _CHANGED)
    return put(item, cell.value, target)
