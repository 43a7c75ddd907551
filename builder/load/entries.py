"""The entries of the front matter's lists: choices, rules, conditions, acknowledgements."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from yaml.nodes import ScalarNode

from builder.frozen import frozen
from builder.load.fields import Fields, Grammar, Spot
from builder.load.key_names import KEYS
from builder.load.shapes import Shape, Shaped, Sort
from builder.load.values import code, day, list_of, number, record, records, text, variant, word_of
from builder.model import scheme
from builder.model.official import Position
from builder.model.points import TOTAL

CHOICE = Grammar(
    kind=scheme.Choice,
    keys={"name": text, "options": list_of(text), "default": text, "no_default": text},
    # A choice without options still has a name, of which variants speak.
    missed=("options",),
)
WEIGHT = Grammar(kind=scheme.Weight, keys={"item": code, "clause": code, "weight": number})
METRIC = Grammar(
    kind=scheme.Metric,
    keys={"indicator": code, "name": text, "unit": text, "better": word_of(scheme.Better)},
)
CONDITION = Grammar(
    kind=scheme.Condition,
    keys={"code": code, "text": text, "circumstances": list_of(text), "variant": variant},
)
THRESHOLD = Grammar(kind=scheme.Threshold, keys={"points": number, "wording": text})


def _place(spot: Spot) -> str | None:
    """The code of an indicator, or the total by either of its names."""
    said = text(spot)
    return TOTAL if said == KEYS[TOTAL] else said


_where = Shaped(read=_place, shape=Shape(sort=Sort.CODE, words={TOTAL: KEYS[TOTAL]}))

DISCREPANCY = Grammar(
    kind=scheme.Discrepancy,
    keys={"where": _where, "stated": number, "actual": number, "treatment": text},
)
CORRECTION = Grammar(
    kind=scheme.Correction,
    keys={"where": _where, "value": number, "basis": text, "approver": text, "date": day},
)
REMARK = Grammar(kind=scheme.Remark, keys={"where": _where, "text": text})


@frozen
class _Term:
    """A factor before one indicator, or before one of a few of which a kit has one."""

    factor: Decimal
    code: str = ""
    one_of: tuple[str, ...] = ()

    @property
    def picks(self) -> tuple[tuple[Decimal, str], ...]:
        """The factor with each indicator it may stand before."""
        return tuple((self.factor, one) for one in ((self.code,) if self.code else self.one_of))


@frozen
class _Rules:
    """An entry of ``compositions``: as many rules as its ``one_of`` names indicators."""

    code: str
    terms: tuple[_Term, ...]
    wording: str
    position: Position

    @property
    def each(self) -> Iterator[scheme.Composition]:
        """The rules one by one."""
        for picked in product(*(term.picks for term in self.terms)):
            yield scheme.Composition(
                code=self.code, terms=picked, wording=self.wording, position=self.position
            )


def _composed(spot: Spot) -> str | None:
    """The code of an indicator, or the total by either of its names."""
    node = spot.node
    if isinstance(node, ScalarNode) and node.value == KEYS[TOTAL]:
        return TOTAL
    return code(spot)


def read_compositions(spot: Spot) -> tuple[scheme.Composition, ...]:
    """The rules that compute one indicator from others."""
    return tuple(rule for rules in records(RULES)(spot) for rule in rules.each)


def _one_indicator(fields: Fields) -> bool:
    """Whether a term names one indicator or a list of which a kit has one."""
    named = ("code", "one_of")
    if fields.ask_for(*named) and fields.nodes.keys() >= {*named}:
        fields.refuse("QA114", "one_of", actual=fields.problems.called("code"))
    return any(fields.values.get(key) for key in named)


def _one_alternative(fields: Fields) -> bool:
    """Whether there are terms, and one at most that stands for several: no notice has pairs."""
    terms: tuple[_Term, ...] = fields.values["terms"]
    if sum(len(term.picks) > 1 for term in terms) > 1:
        fields.refuse("QA114", "terms", actual=fields.problems.called("one_of"))
        return False
    return bool(terms)


TERM = Grammar(
    kind=_Term,
    keys={"factor": number, "code": code, "one_of": list_of(code, filled=True)},
    check=_one_indicator,
)
RULES = Grammar(
    kind=_Rules,
    keys={"code": _composed, "terms": list_of(record(TERM), filled=True), "wording": text},
    check=_one_alternative,
)
