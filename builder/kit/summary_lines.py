"""The sentences under the summary: what changed a number, what is reached, what is flagged."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from builder.formula.expression import Call, Cell, Expression, constant
from builder.formula.render import plain_number
from builder.formula.words import IF, ROUND, SUM, at_least, joined, less, minus, more
from builder.frozen import frozen
from builder.kit.gate_state import rows_that_read
from builder.kit.kit_plan import ConfirmationPlan
from builder.kit.reminders import KIND_REMARK, reminders_by_place, weight_terms
from builder.kit.status import DONE, FLAGGED, UNANSWERED
from builder.model.join_words import joined_formula
from builder.model.joins import PLACES, Join, JoinKind
from builder.model.official import Indicator
from builder.model.points import (
    TOTAL,
    attainable_points,
    effective_points,
    effective_total,
    is_leaf,
    join_of,
    maximum,
    said_places,
    total_join,
    within,
)
from builder.model.scheme import Scheme, Threshold


@frozen
class SummaryLine:
    """A label and the sentence beside it.

    A sentence that ``tells`` says what changed a number, unless it reads as ``neutral``.
    """

    label: str
    words: Expression
    tells: bool = False
    neutral: str = ""


def summary_lines(
    scheme: Scheme,
    scores: Mapping[str, Cell],
    total: Cell,
    most: Cell,
    confirmations: tuple[ConfirmationPlan, ...],
) -> Iterator[SummaryLine]:
    """The sentences in reading order; ``scores`` are the cells of indicators by code."""
    for told in reminders_by_place(scheme).get(TOTAL, ()):
        if told.kind == KIND_REMARK:
            yield SummaryLine(label=KIND_REMARK, words=constant(told.text))
    for term in weight_terms(scheme):
        yield SummaryLine(label="条款权重", words=constant(term), tells=True)
    if any(node.replaceable for node in scheme.walk):
        yield _reduced(scheme, most)
    yield from _joins(scheme, scores, total)
    yield from _flags(scheme, scores, total, confirmations)


def _joins(scheme: Scheme, scores: Mapping[str, Cell], total: Cell) -> Iterator[SummaryLine]:
    """How each score came of its parts where a rule or a cap had a say."""
    for node in scheme.walk:
        join, points = join_of(scheme, node), effective_points(scheme, node)
        if node.children and join.kind is not JoinKind.SUM:
            score = ROUND(scores[node.code], said_places(scheme))
            yield _ruled(f"“{node.label}”", join, node.children, score)
        elif points is not None and _may_exceed(scheme, node, points):
            yield _over(f"“{node.label}”", _sum(node.children, scores), points)
    join, limit, roots = total_join(scheme), effective_total(scheme), within(scheme)
    if join.kind is not JoinKind.SUM:
        yield _ruled("总分", join, roots, ROUND(total, said_places(scheme)))
    elif sum(attainable_points(scheme, root) for root in roots) > limit:
        yield _over("总分", _sum(roots, scores), limit)
    if scheme.decimals is not None:
        rounded = f"总分四舍五入到小数点后 {scheme.decimals} 位。"
        yield SummaryLine(label="总分修约", words=constant(rounded), tells=True)


def _flags(
    scheme: Scheme,
    scores: Mapping[str, Cell],
    total: Cell,
    confirmations: tuple[ConfirmationPlan, ...],
) -> Iterator[SummaryLine]:
    if scheme.threshold is not None:
        words = _threshold(scheme.threshold, scheme.total, total)
        yield SummaryLine(label="建议线", words=words)
    for node in scheme.walk:
        points = effective_points(scheme, node)
        if node.veto and node.code in scores and points is not None:
            words = _short_of_full(node.label, scores[node.code], points)
            yield SummaryLine(label="提请注意", words=words)
    for veto, label in ((False, "资格确认"), (True, "否决情形")):
        asked = [item for item in confirmations if item.veto is veto]
        if asked:
            yield SummaryLine(label=label, words=_answers(asked))


def _said(*pieces: str | Expression) -> Expression:
    return joined(*(piece if isinstance(piece, str) else _clean(piece) for piece in pieces))


def _clean(piece: Expression) -> Expression:
    """A number in a sentence without what binary arithmetic adds; words stay as they are."""
    if isinstance(piece, Call) and piece.function in (IF, ROUND):
        return piece
    return ROUND(piece, PLACES)


def _reduced(scheme: Scheme, most: Cell) -> SummaryLine:
    full = maximum(scheme)
    words = _said("经批准删减，满分减为 ", most, " 分；不按比例放大。")
    neutral = f"没有删减，满分 {plain_number(full)} 分。"
    if _is_scaled(scheme):
        neutral = f"满分 {plain_number(full)} 分；经批准删减的，按下面的规则折算。"
    chosen = IF(less(most, full), words, neutral)
    return SummaryLine(label="满分", words=chosen, tells=True, neutral=neutral)


def _is_scaled(scheme: Scheme) -> bool:
    joins = (*(join_of(scheme, node) for node in scheme.walk), total_join(scheme))
    return any(join.kind is JoinKind.SCALED for join in joins)


def _ruled(name: str, join: Join, parts: tuple[Indicator, ...], score: Expression) -> SummaryLine:
    """How a score came about by another rule than adding up."""
    formula = joined_formula(join, {part.code: part.label for part in parts})
    said = f"原文：{join.wording}" if join.wording else ""
    words = _said(f"{name}＝{formula}＝", score, f" 分。{said}")
    label = "合成规则" if join.kind is JoinKind.COMPOSED else "合计规则"
    return SummaryLine(label=label, words=words, tells=True)


def _may_exceed(scheme: Scheme, node: Indicator, points: Decimal) -> bool:
    if is_leaf(scheme, node) or not node.children:
        return False
    return sum(attainable_points(scheme, child) for child in node.children) > points


def _sum(nodes: tuple[Indicator, ...], scores: Mapping[str, Cell]) -> Expression:
    return SUM(*(scores[node.code] for node in nodes if node.code in scores))


def _over(name: str, parts: Expression, points: Decimal) -> SummaryLine:
    limit = plain_number(points)
    words = _said(f"{name}各项之和 ", parts, f" 分，超过 {limit} 分，按 {limit} 分计。")
    neutral = f"{name}没有超过 {limit} 分。"
    chosen = IF(more(parts, points), words, neutral)
    return SummaryLine(label="封顶", words=chosen, tells=True, neutral=neutral)


def _threshold(line: Threshold, stated: Decimal, total: Cell) -> Expression:
    share = f"{plain_number(line.points)}/{plain_number(stated)}"
    missing = _said("未达到，还差 ", minus(line.points, total), " 分")
    return _said(
        f"建议线 {share}：",
        IF(at_least(total, line.points), "已达到", missing),
        f"。原文：{line.wording.rstrip('。')}。只作提示，不是门槛。",
    )


def _short_of_full(label: str, score: Cell, points: Decimal) -> Expression:
    return IF(
        less(score, points),
        f"“{label}”未得满分。该项性质近于否决事项，请主办单位核实。",
        f"“{label}”得满分。",
    )


def _answers(asked: list[ConfirmationPlan]) -> Expression:
    return _said(
        f"共 {len(asked)} 项：完成 ",
        rows_that_read(asked, DONE),
        "，未答 ",
        rows_that_read(asked, UNANSWERED),
        "，提请注意 ",
        rows_that_read(asked, FLAGGED),
        "。不影响得分，由主办单位认定。",
    )
