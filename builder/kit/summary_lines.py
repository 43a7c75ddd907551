"""The sentences under the summary: what changed a number, what is reached, what is flagged."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from builder.formula.expression import Area, Call, Cell, Expression, constant
from builder.formula.render import plain_number
from builder.formula.words import COUNTIF, IF, ROUND, SUM, at_least, joined, less, minus, more
from builder.frozen import frozen
from builder.kit.kit_plan import ConfirmationPlan
from builder.kit.reminders import KIND_REMARK, reminders_by_place, weight_terms
from builder.kit.status import DONE, FLAGGED, UNANSWERED
from builder.model.official import Indicator
from builder.model.points import (
    TOTAL,
    attainable_points,
    composition_of,
    effective_points,
    effective_total,
    is_leaf,
    maximum,
)
from builder.model.scheme import Composition, Scheme, Threshold

# Decimal places no score reaches.
_PLACES = 6


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
    for node in scheme.walk:
        rule, points = composition_of(scheme, node), effective_points(scheme, node)
        if rule is not None:
            words = _composed(node, rule, scores)
            yield SummaryLine(label="合成规则", words=words, tells=True)
        elif points is not None and _may_exceed(scheme, node, points):
            yield _over(f"“{node.label}”", _sum(node.children, scores), points)
    limit = effective_total(scheme)
    within = tuple(root for root in scheme.indicators if not root.bonus)
    if sum(attainable_points(scheme, root) for root in within) > limit:
        yield _over("总分", _sum(within, scores), limit)
    yield from _flags(scheme, scores, total, confirmations)


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
    if isinstance(piece, Call) and piece.function is IF:
        return piece
    return ROUND(piece, _PLACES)


def _reduced(scheme: Scheme, most: Cell) -> SummaryLine:
    full = maximum(scheme)
    words = _said("经批准删减，满分减为 ", most, " 分；不按比例放大。")
    neutral = f"没有删减，满分 {plain_number(full)} 分。"
    chosen = IF(less(most, full), words, neutral)
    return SummaryLine(label="满分", words=chosen, tells=True, neutral=neutral)


def _composed(node: Indicator, rule: Composition, scores: Mapping[str, Cell]) -> Expression:
    labels = {child.code: child.label for child in node.walk}
    formula = "＋".join(f"{plain_number(factor)}×“{labels[code]}”" for factor, code in rule.terms)
    return _said(f"“{node.label}”＝{formula}＝", scores[node.code], f" 分。原文：{rule.wording}")


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
        _count(asked, DONE),
        "，未答 ",
        _count(asked, UNANSWERED),
        "，提请注意 ",
        _count(asked, FLAGGED),
        "。不影响得分，由主办单位认定。",
    )


def _count(asked: list[ConfirmationPlan], word: str) -> Expression:
    return COUNTIF(Area.between(asked[0].status, asked[-1].status), word)
