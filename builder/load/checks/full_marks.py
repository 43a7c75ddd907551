"""Whether every score up to full marks lies on a step."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.load.checks.kits import every_kit
from builder.load.problems import finding_at
from builder.model.official import Position
from builder.model.points import effective_points, is_leaf
from builder.model.scheme import Scale, Scheme


def check_step(scheme: Scheme, where: Position) -> Iterator[Finding]:
    """The step of a direct scale divides the points of all that is scored; told at the step."""
    if scheme.scale is not Scale.DIRECT:
        return
    scored: dict[str, tuple[str, Decimal]] = {}
    for kit in every_kit(scheme):
        for node in kit.walk:
            points = effective_points(kit, node)
            if points and is_leaf(kit, node) and node.rule is None:
                scored.setdefault(node.code, (node.label, points))
    missed = [pair for pair in scored.values() if pair[1] % scheme.step]
    if missed:
        label, points = missed[0]
        yield finding_at(
            "QA179",
            where,
            actual=f"{scheme.step:f}",
            expected=_fitting(scheme.step, tuple(points for _, points in scored.values())),
            at=f"“{label}”等 {len(missed)} 项的满分（如 {points:f} 分）",
        )


def _fitting(step: Decimal, all_points: tuple[Decimal, ...]) -> str:
    """The greatest usual step not above the stated one that divides all points."""
    usual = (Decimal(one) for one in _USUAL)
    fits = (one for one in usual if one <= step and not any(points % one for points in all_points))
    return f"{next(fits, Decimal(_USUAL[-1])):f}"


_USUAL = ("10", "5", "2", "1", "0.5", "0.2", "0.1", "0.05", "0.01", "0.001", "0.0001")
