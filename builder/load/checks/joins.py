"""Rules that join parts: weights that are whole, the best of enough, and something to join."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.load.checks.kits import told_by_kit
from builder.load.problems import finding_at
from builder.model.joins import Join, JoinKind
from builder.model.official import Indicator, Position
from builder.model.points import TOTAL, join_of, scored, total_join, within
from builder.model.scheme import Scheme


def check_joins(scheme: Scheme) -> Iterator[Finding]:
    """Every rule can be followed in every kit, each fault told once."""
    yield from told_by_kit(scheme, _of_kit)


def unsettled_joins(scheme: Scheme) -> frozenset[str]:
    """The places whose sums mean nothing before their rule is mended."""
    return frozenset(one.place.indicator for one in check_joins(scheme) if one.code in _BLOCKING)


def _of_kit(kit: Scheme) -> Iterator[Finding]:
    roots = within(kit)
    yield from _of_join(kit, TOTAL, "总分", total_join(kit), roots, kit.position)
    if kit.total_join is None or kit.total_join.kind is not JoinKind.WEIGHTED:
        yield from _idle_weights(roots)
    for node in kit.walk:
        join = join_of(kit, node)
        yield from _of_join(kit, node.code, node.label, join, node.children, node.position)
        if node.join is None or node.join.kind is not JoinKind.WEIGHTED:
            yield from _idle_weights(node.children)


def _of_join(
    kit: Scheme,
    code: str,
    label: str,
    join: Join,
    parts: tuple[Indicator, ...],
    where: Position,
) -> Iterator[Finding]:
    if join.kind in (JoinKind.SUM, JoinKind.COMPOSED):
        return
    counting = scored(kit, parts)
    if not counting:
        yield finding_at("QA273", where, indicator=code, actual=label)
    elif join.kind is JoinKind.WEIGHTED:
        yield from _of_weights(code, label, join, counting, where)
    elif join.kind is JoinKind.BEST and join.best > len(counting):
        yield finding_at(
            "QA272",
            where,
            indicator=code,
            actual=label,
            best=str(join.best),
            count=str(len(counting)),
        )
    elif join.kind is JoinKind.SCALED and not any(
        node.replaceable for part in counting for node in part.walk
    ):
        yield finding_at("QA274", where, indicator=code, actual=label)


def _of_weights(
    code: str, label: str, join: Join, counting: tuple[Indicator, ...], where: Position
) -> Iterator[Finding]:
    total = sum((factor for factor, _ in join.terms), Decimal(0))
    without = [part.label for part in counting if part.weight is None]
    if total != 1 or without:
        missing = f"；没有写权重的：{'、'.join(without)}" if without else ""
        yield finding_at(
            "QA270",
            where,
            indicator=code,
            actual=label,
            sum=plain_number(total * 100),
            missing=missing,
        )


def _idle_weights(parts: tuple[Indicator, ...]) -> Iterator[Finding]:
    for part in parts:
        if part.weight is not None:
            share = f"{plain_number(part.weight * 100)}%"
            yield finding_at(
                "QA271", part.position, indicator=part.code, actual=part.label, share=share
            )


_BLOCKING = ("QA270", "QA271", "QA272", "QA273")
