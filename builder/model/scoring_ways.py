"""How each leaf of a scheme is scored: by its own rule, or as the scheme says of all."""

from decimal import Decimal

from builder.model.leaf_rules import DirectPoints, LeafRule, PercentInBand, PickOne
from builder.model.official import Indicator
from builder.model.points import is_leaf
from builder.model.scheme import Scale, Scheme

# Where a scheme of bands asks single leaves for points and says no step.
_WHOLE = Decimal(1)
_DIRECT, _PERCENT = DirectPoints(), PercentInBand()


def rule_of(scheme: Scheme, node: Indicator) -> LeafRule:
    """The rule by which a leaf is scored."""
    if node.rule is not None:
        return node.rule
    return _PERCENT if scheme.scale is Scale.MATURITY else _DIRECT


def step_of(scheme: Scheme, rule: DirectPoints | PickOne) -> Decimal:
    """The step of points that are typed."""
    if rule.step is not None:
        return rule.step
    return scheme.step if scheme.scale is Scale.DIRECT else _WHOLE


def has_bands(scheme: Scheme) -> bool:
    """Whether any leaf takes a percent in a band."""
    return any(isinstance(rule, PercentInBand) for rule in rules_of(scheme))


def has_rules(scheme: Scheme) -> bool:
    """Whether any leaf takes something else than points or a percent."""
    return not all(isinstance(rule, DirectPoints | PercentInBand) for rule in rules_of(scheme))


def rules_of(scheme: Scheme) -> tuple[LeafRule, ...]:
    """The rule of every leaf, in official order."""
    return tuple(rule_of(scheme, node) for node in scheme.walk if is_leaf(scheme, node))
