"""The office's own weights of clauses in the percent of their item."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.load.problems import finding_at
from builder.model.scheme import Scale, Scheme, Weight

_WHOLE = Decimal(1)


def check_weights(scheme: Scheme) -> Iterator[Finding]:
    """An item's weights name each of its scored clauses once and add up to 1."""
    nodes = {node.code: node for node in scheme.walk}
    by_item: dict[str, list[Weight]] = {}
    for weight in scheme.weights:
        by_item.setdefault(weight.item, []).append(weight)
    for item, weights in by_item.items():
        node = nodes.get(item)
        children = () if node is None else node.children
        clauses = sorted(child.code for child in children if not child.unscored)
        named = sorted(weight.clause for weight in weights)
        whole = sum((weight.weight for weight in weights), Decimal(0)) == _WHOLE
        sound = whole and named == clauses and min(w.weight for w in weights) >= 0
        if scheme.scale is not Scale.MATURITY or not sound:
            yield finding_at("QA174", weights[0].position, indicator=item, actual=item)
