"""The scheme of one kit: what was chosen is kept, what was not is gone, scored criteria are rows.

A notice may print points on single criteria, and parts that only some applicants answer. Plans,
sums and verdicts know neither: they see a tree whose lowest nodes with points are scored.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from builder.model.fingerprint import fingerprint
from builder.model.gates import Gate
from builder.model.leaf_rules import PickMany, PickOne
from builder.model.official import Criterion, Indicator, Parts
from builder.model.points import TOTAL
from builder.model.scheme import Composition, Scheme

Chosen = Mapping[str, str]
# A phrase, not a word: other sentences name a rule's indicator without speaking of the rule.
_QUOTED = re.compile("“([^“”]{6,})”")


def resolve(scheme: Scheme, chosen: Chosen) -> Scheme:
    """The scheme as it stands for the options in ``chosen``, by the choice's name.

    Every choice of the scheme must be in ``chosen``. The result has no choices left and says what
    was chosen. What was said of a node that is not in the kit is gone with it, and so is what
    quotes the words of a rule that is not at work there.
    """
    terms = tuple(item for item in scheme.by_choice if applies(item.variant, chosen))
    weights = {one.indicator: one.weight for item in terms for one in item.weights}
    indicators = tuple(
        weighed(_resolved(node, chosen), weights)
        for node in scheme.indicators
        if applies(node.variant, chosen)
    )
    codes = {node.code for root in indicators for node in root.walk}
    gone = {node.code for node in scheme.walk} - codes
    standing = tuple(item for item in scheme.compositions if _stands(item, codes))
    idle = tuple(item for item in scheme.compositions if item not in standing)
    return replace(
        scheme,
        indicators=indicators,
        compositions=standing,
        eligibility=tuple(c for c in scheme.eligibility if applies(c.variant, chosen)),
        vetoes=tuple(c for c in scheme.vetoes if applies(c.variant, chosen)),
        discrepancies=tuple(d for d in scheme.discrepancies if d.where not in gone),
        corrections=tuple(c for c in scheme.corrections if c.where not in gone),
        metrics=tuple(m for m in scheme.metrics if m.indicator not in gone),
        remarks=tuple(
            r for r in scheme.remarks if r.where not in gone and _is_at_work(r.text, standing, idle)
        ),
        office_terms=tuple(
            term for term in scheme.office_terms if _is_at_work(term, standing, idle)
        ),
        gates=_gates(scheme, chosen, gone),
        levels=tuple(one for one in scheme.levels if applies(one.variant, chosen)),
        by_choice=(),
        total=next((one.total for one in terms if one.total is not None), scheme.total),
        step=next((one.step for one in terms if one.step is not None), scheme.step),
        fingerprint=fingerprint(scheme),
        choices=(),
        chosen=tuple((choice.name, chosen[choice.name]) for choice in scheme.choices),
    )


def _gates(scheme: Scheme, chosen: Chosen, gone: set[str]) -> tuple[Gate, ...]:
    """The gates of a kit, asked only of what is in it."""
    conditions = {one.code for one in scheme.eligibility if not applies(one.variant, chosen)}
    found = (
        replace(gate, items=tuple(item for item in gate.items if item not in gone | conditions))
        for gate in scheme.gates
        if applies(gate.variant, chosen)
    )
    return tuple(gate for gate in found if gate.items)


def weighed(node: Indicator, weights: Mapping[str, Decimal]) -> Indicator:
    """The node with the weights that stand for what was chosen."""
    if not weights:
        return node
    children = tuple(weighed(child, weights) for child in node.children)
    return replace(node, weight=weights.get(node.code, node.weight), children=children)


def applies(variant: tuple[tuple[str, str], ...], chosen: Chosen) -> bool:
    """Whether all of a part's conditions were chosen; a part without conditions always stands."""
    return all(chosen.get(name) == option for name, option in variant)


def _stands(composition: Composition, codes: set[str]) -> bool:
    """Whether every term of a rule is part of the kit."""
    return composition.code in {*codes, TOTAL} and all(
        code in codes for _, code in composition.terms
    )


def _is_at_work(
    sentence: str, standing: tuple[Composition, ...], idle: tuple[Composition, ...]
) -> bool:
    """Whether no rule is idle that a sentence speaks of: one that it quotes a phrase of."""
    phrases = _QUOTED.findall(sentence)
    return not _quoted(phrases, idle) or _quoted(phrases, standing)


def _quoted(phrases: list[str], rules: tuple[Composition, ...]) -> bool:
    return any(phrase in rule.wording for phrase in phrases for rule in rules)


def _resolved(node: Indicator, chosen: Chosen) -> Indicator:
    children = tuple(
        _resolved(child, chosen) for child in node.children if applies(child.variant, chosen)
    )
    scored = [item for item in node.criteria if item.points is not None]
    if scored and (node.parts is Parts.ONE or isinstance(node.rule, PickOne | PickMany)):
        # The options are read where the one answer is given.
        all_points = [item.points or Decimal(0) for item in scored]
        most = sum(all_points) if isinstance(node.rule, PickMany) else max(all_points)
        return replace(node, points=node.points or Decimal(most), children=children)
    if not scored or children or node.unscored:
        return replace(node, children=children)
    if len(scored) == 1 and scored[0].points == node.points:
        # One criterion that carries all the points is the indicator itself.
        return replace(node, criteria=tuple(replace(c, points=None) for c in node.criteria))
    rows = tuple(_row(node, item, place) for place, item in enumerate(scored, start=1))
    shown = tuple(item for item in node.criteria if item.points is None)
    return replace(node, criteria=shown, children=rows)


def _row(node: Indicator, item: Criterion, place: int) -> Indicator:
    """A scored criterion as a node of its own, known by its place under the indicator."""
    return Indicator(
        code=f"{node.code}.{place}",
        number=item.label,
        name=node.name,
        points=item.points,
        position=item.position,
        dimension=node.dimension,
        replaceable=node.replaceable,
        veto=node.veto,
        criteria=(replace(item, points=None),),
        criterion=True,
        rule=node.rule,
    )
