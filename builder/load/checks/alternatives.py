"""Points listed one under another that may be a choice: asked, and never added up before."""

import re
from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.load.leaf_rules import split_range
from builder.load.problems import finding_at
from builder.model.leaf_rules import PickMany
from builder.model.official import Criterion, Indicator, Parts
from builder.model.scheme import Scheme


def check_alternatives(scheme: Scheme) -> Iterator[Finding]:
    """Where options may be meant the scheme says so; the best of a choice is full marks.

    A criterion worth nothing has no place but in a choice.
    """
    asked = asked_codes(scheme)
    for node in scheme.walk:
        options = _scored(node)
        if node.code in asked:
            numbers = "、".join(f"{item.points:f}" for item in options)
            yield finding_at(
                "QA178", node.position, indicator=node.code, actual=node.label, numbers=numbers
            )
        elif node.parts is Parts.ONE and (options or node.rule is None):
            yield from _of_choice(node, options)
        elif node.rule is None:
            for item in options:
                if not item.points:
                    yield finding_at("QA133", item.position, actual=f"（{item.points:f}分）")


def check_options_have_points(scheme: Scheme) -> Iterator[Finding]:
    """Where options are listed, each has its points: one without would be in no dropdown."""
    for node in scheme.walk:
        if node.parts is Parts.ONE or isinstance(node.rule, PickMany):
            for item in _worthless(node):
                yield finding_at("QA283", item.position, indicator=node.code, actual=item.printed)


def _worthless(node: Indicator) -> Iterator[Criterion]:
    """The criteria that look like the options beside them and have no points."""
    scored = _scored(node)
    labels = {_NUMBER.sub("1", item.label) for item in scored}
    lines = [item.position.line for item in scored]
    for item in node.criteria:
        if item.points is not None or not scored or _TOLD.match(item.text):
            continue
        alike = bool(item.label) and _NUMBER.sub("1", item.label) in labels
        between = not any(labels) and lines[0] < item.position.line < lines[-1]
        if alike or between or _NOTHING.search(item.text):
            yield item


def asked_codes(scheme: Scheme) -> frozenset[str]:
    """The indicators whose points may be those of options, and of which the scheme says nothing."""
    return frozenset(node.code for node in scheme.walk if _may_be_choice(node))


def _of_choice(node: Indicator, options: tuple[Criterion, ...]) -> Iterator[Finding]:
    best = max((item.points or Decimal(0) for item in options), default=Decimal(0))
    if len(options) < _FEWEST and best == node.points and any(_worthless(node)):
        # That the others have no points is told of each.
        return
    if len(options) < _FEWEST or (node.points is not None and node.points != best):
        stated = best if node.points is None else node.points
        yield finding_at(
            "QA109",
            node.position,
            indicator=node.code,
            actual=node.label,
            expected=f"{stated:f}",
            best=f"{best:f}",
            count=str(len(options)),
        )


def _may_be_choice(node: Indicator) -> bool:
    options = _scored(node)
    if node.unscored or node.rule is not None or node.parts is not None or len(options) < _FEWEST:
        return False
    points = [item.points or Decimal(0) for item in options]
    whole, best = node.points, max(points)
    if whole is not None and best > whole:
        return False
    if not all(points) or any(split_range(item.text) for item in options):
        return True
    if sum(points) == whole:
        return False
    if all(_OPTION.match(item.printed) for item in options):
        return True
    graded = sum(_GRADED.search(item.text) is not None for item in options) * 2 >= len(options)
    if whole is None:
        return graded and len(set(points)) == len(points)
    return sum(points) > whole and (best == whole or graded)


def _scored(node: Indicator) -> tuple[Criterion, ...]:
    return tuple(item for item in node.criteria if item.points is not None)


_FEWEST = 2
# What tells one label from the next: (1) and (2), A. and B., 一、 and 二、.
_NUMBER = re.compile(r"[0-9]+|[A-Za-zＡ-Ｚａ-ｚ]|[一二三四五六七八九十]+|[①-⑳ⅠⅡⅢⅣⅤ]")
_TOLD = re.compile(r"(?:考核|评价|评审|检查)(?:方法|方式|依据)|佐证|说明|注")
_NOTHING = re.compile(r"(?:不得分|得?0分|不计分)[。；;]?$")
# A. 5%以上  选项一  Ⅱ档, but not a., which numbers criteria.
_OPTION = re.compile(r"[A-HＡ-Ｈ](?![A-Za-zＡ-Ｚａ-ｚ])|选项|[一二三四五甲乙丙丁ⅠⅡⅢⅣ1-5][档等级]")
# Words that tell one step of a measure from the next.
_GRADED = re.compile(
    r"以上|以下|以内|不足|未达|低于|高于|大于|小于|超过|不到|达到|优秀|良好|一般|较差|合格"
    r"|没有|[国省市县区]级|[一二三四]等|[≥≤<>＜＞]|[0-9％%]\s*[-—–~～至]\s*[0-9]"
)
