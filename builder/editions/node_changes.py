"""What changed in an indicator that is in both editions."""

from collections.abc import Iterator
from decimal import Decimal

from builder.editions.change import Aspect, Change
from builder.editions.match import Match, Matching, Relation
from builder.editions.texts import own_lines
from builder.editions.unsaid import differ_beside, said
from builder.formula.render import plain_number
from builder.model.official import Dimension, Indicator, Parts
from builder.model.points import effective_points
from builder.model.scheme import Scheme

_DIMENSIONS = {Dimension.PROCESS: "过程", Dimension.RESULT: "结果", None: "不分"}
_PARTS = {Parts.SUM: "累加", Parts.ONE: "择一", None: "未定"}


def parents(scheme: Scheme) -> dict[str, Indicator]:
    """The indicator right above each, by the lower one's code."""
    return {child.code: node for node in scheme.walk for child in node.children}


def node_changes(match: Match, matching: Matching, old: Scheme, new: Scheme) -> tuple[Change, ...]:
    """What is different on both sides of a match; of several, all they print is compared."""
    if not match.old or not match.new:
        return ()
    found = [*_texts(match, old, new)]
    if match.relation is Relation.ONE:
        found += _single(match.old[0], match.new[0], matching, old, new)
    return tuple(sorted(found, key=lambda change: list(Aspect).index(change.aspect)))


def points_text(scheme: Scheme, node: Indicator) -> str:
    """The points of an indicator that count, in words; empty where it has none."""
    points: Decimal | None = effective_points(scheme, node)
    return "" if points is None else f"{plain_number(points)}分"


def _texts(match: Match, old: Scheme, new: Scheme) -> Iterator[Change]:
    pairs = (
        (
            Aspect.NUMBER,
            _joined(one.number for one in match.old),
            _joined(one.number for one in match.new),
        ),
        (
            Aspect.NAME,
            _joined(one.name for one in match.old),
            _joined(one.name for one in match.new),
        ),
        (
            Aspect.POINTS,
            _joined(points_text(old, one) for one in match.old),
            _joined(points_text(new, one) for one in match.new),
        ),
        (Aspect.WORDING, _wording(match.old), _wording(match.new)),
    )
    for aspect, before, after in pairs:
        if before != after and aspect in (Aspect.NUMBER, Aspect.POINTS):
            yield Change(aspect=aspect, name="", old=before, new=after)
        elif before != after:
            yield Change.of(aspect, "", before, after)


def _joined(texts: Iterator[str]) -> str:
    return " ＋ ".join(filter(None, texts))


def _wording(nodes: tuple[Indicator, ...]) -> str:
    return "\n".join(line for node in nodes for line in own_lines(node))


def _single(
    one: Indicator, other: Indicator, matching: Matching, old: Scheme, new: Scheme
) -> Iterator[Change]:
    above, below = parents(old).get(one.code), parents(new).get(other.code)
    expected = None if above is None else matching.counterpart(above.code)
    if (expected and expected.code) != (below and below.code) or (above and not expected):
        yield Change(
            aspect=Aspect.PLACE,
            name="",
            old="" if above is None else above.label,
            new="一级" if below is None else below.label,
        )
    rules = (
        ("评价方式", _DIMENSIONS[one.dimension], _DIMENSIONS[other.dimension]),
        ("各条分值", _PARTS[one.parts], _PARTS[other.parts]),
        ("计分", _scored(one), _scored(other)),
        ("删减替换", _allowed(one), _allowed(other)),
        ("近于否决", _veto(one), _veto(other)),
        ("属于", _variant(one), _variant(other)),
    )
    for name, before, after in rules:
        if before != after:
            yield Change(aspect=Aspect.RULE, name=name, old=before, new=after)
    if _differ_unsaid(one, other):
        yield Change(aspect=Aspect.OTHER, name=other.label, old="见原方案", new="见新方案")


def _scored(node: Indicator) -> str:
    return "不计分" if node.unscored else "计分"


def _allowed(node: Indicator) -> str:
    return "可以" if node.replaceable else "不可以"


def _veto(node: Indicator) -> str:
    return "是" if node.veto else "不是"


def _variant(node: Indicator) -> str:
    return "；".join(f"{name}={option}" for name, option in node.variant) or "各种选择"


def _differ_unsaid(one: Indicator, other: Indicator) -> bool:
    """Whether something differs that no comparison here has words for."""
    printed = (one.criteria, one.notes, one.tables), (other.criteria, other.notes, other.tables)
    alike = _wording((one,)) == _wording((other,))
    return differ_beside(one, other, _COMPARED) or (alike and said(printed[0]) != said(printed[1]))


_COMPARED = (
    *("code", "number", "name", "points", "dimension", "unscored", "replaceable", "veto"),
    *("criterion", "variant", "criteria", "notes", "tables", "children", "parts"),
)
