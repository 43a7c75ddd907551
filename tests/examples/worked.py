"""The cases that were worked by hand: what is filled in, and what it must come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan, LeafPlan
from builder.kit.option_lists import MET, UNMET
from builder.kit.planning import plan_workbook
from builder.load.library import shipped_examples
from builder.load.scheme_file import load_scheme
from builder.model.leaf_rules import PickMany
from builder.model.scheme import Scheme
from builder.pipeline.choosing import Wanted, kits_of
from tests.support.answers import complete_answers, judgement
from tests.support.ruled import answers_of

CASES = Path(__file__).parent / "cases"
EXAMPLES = tuple(path.stem for path in sorted(CASES.glob("*.yaml")))


@dataclass(frozen=True, kw_only=True)
class Worked:
    """One case: the answers by input, the points by indicator, and the total."""

    scheme: str
    name: str
    answers: Mapping[str, Value]
    points: Mapping[str, Decimal]
    total: Decimal


@cache
def example_scheme(scheme_id: str) -> Scheme:
    """An example as a kit."""
    path = next(path for path in shipped_examples() if path.stem == scheme_id)
    scheme = load_scheme(path).scheme
    assert scheme is not None
    (kit,), findings = kits_of(scheme, Wanted())
    assert findings == ()
    return kit


@cache
def example_plan(scheme_id: str) -> KitPlan:
    """The planned workbook of an example."""
    return plan_workbook(example_scheme(scheme_id))


@cache
def worked(scheme_id: str) -> tuple[Worked, ...]:
    """The cases of an example."""
    plan = example_plan(scheme_id)
    # Read as written: no number passes through a binary one.
    read = yaml.load((CASES / f"{scheme_id}.yaml").read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506
    return tuple(
        Worked(
            scheme=scheme_id,
            name=one["名称"],
            answers=_answers(plan, one["填写"]),
            points={code: Decimal(points) for code, points in one["得分"].items()},
            total=Decimal(one["总分"]),
        )
        for one in read
    )


def every_case() -> tuple[Worked, ...]:
    """The cases of every example."""
    return tuple(one for scheme_id in EXAMPLES for one in worked(scheme_id))


def _answers(plan: KitPlan, given: Mapping[str, object]) -> dict[str, Value]:
    answers = complete_answers(plan)
    for leaf in plan.leaves:
        answers |= _of_leaf(plan, leaf, given[leaf.code])
    return answers


def _of_leaf(plan: KitPlan, leaf: LeafPlan, given: object) -> dict[str, Value]:
    items = answers_of(plan, leaf)
    if isinstance(leaf.rule, PickMany):
        assert isinstance(given, dict)
        met = {int(place) for place in given["符合"]}
        return {
            item.name: MET if place in met else UNMET for place, item in enumerate(items, start=1)
        }
    assert isinstance(given, list)
    if leaf.banded:
        return judgement(plan, leaf.code, Decimal(given[0].rstrip("%")) / 100)
    assert len(items) == len(given), (leaf.code, indicator_name("answer", leaf.code))
    return {
        item.name: next(one for one in item.allowed.options if one.startswith(said))
        if item.allowed.options
        else Decimal(said)
        for item, said in zip(items, given, strict=True)
    }
