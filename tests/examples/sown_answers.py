"""Faults in the answers of well-filled workbooks of the examples, kind by kind."""

from collections.abc import Iterator
from decimal import Decimal

from builder.book.book_plan import InputKind
from builder.formula.value import Value
from builder.kit.kit_plan import LeafPlan
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.model.leaf_rules import Measure, PickMany, PickOne
from tests.examples.good import Broken, Good, asked, good_files
from tests.examples.worked import worked
from tests.support.ruled import answers_of
from tests.support.workbooks import shipped_scheme


def option_off_its_list() -> Iterator[Broken]:
    """An option that is none."""
    for good, leaf, item in asked(InputKind.OPTION):
        yield good.given(f"{leaf.code} 选“另一项”", "QA539", {item.name: "另一项"})


def option_with_a_blank() -> Iterator[Broken]:
    """An option typed with a blank more."""
    for good, leaf, item in asked(InputKind.OPTION):
        typed = f" {good.answers[item.name]} "
        yield good.given(f"{leaf.code} 多空格", "QA469", {item.name: typed})


def answer_missing() -> Iterator[Broken]:
    """One answer of a leaf left blank, and others given."""
    for good, leaf, item in asked(InputKind.OPTION, InputKind.FIGURE, InputKind.COUNT):
        yield good.given(f"{leaf.code} 空 {item.name}", "QA538", {item.name: None})


def leaf_missing() -> Iterator[Broken]:
    """All answers of a leaf left blank: told once."""
    for good in good_files():
        for leaf in good.plan.leaves:
            if leaf.parts:
                items = answers_of(good.plan, leaf)
                blank: dict[str, Value] = dict.fromkeys(item.name for item in items)
                yield good.given(f"{leaf.code} 全空", "QA538", blank)


def figure_in_words() -> Iterator[Broken]:
    """A figure that is no number."""
    for good, leaf, item in asked(InputKind.FIGURE):
        yield good.given(f"{leaf.code} 填“约一百”", "QA540", {item.name: "约一百"})


def figure_with_its_unit() -> Iterator[Broken]:
    """A figure typed as text, its unit behind it."""
    for good, leaf, item in asked(InputKind.FIGURE):
        typed = f"{good.answers[item.name]}{item.allowed.unit}"
        yield good.given(f"{leaf.code} 填“{typed}”", "QA509", {item.name: typed})


def count_in_words() -> Iterator[Broken]:
    """A number of cases that is no number."""
    for good, leaf, item in asked(InputKind.COUNT):
        yield good.given(f"{leaf.code} 填“多次”", "QA540", {item.name: "多次"})


def count_below_nothing() -> Iterator[Broken]:
    """A number of cases below 0."""
    for good, leaf, item in asked(InputKind.COUNT):
        yield good.given(f"{leaf.code} 填 -1", "QA541", {item.name: Decimal(-1)})


def count_in_parts() -> Iterator[Broken]:
    """A number of cases that is not whole."""
    for good, leaf, item in asked(InputKind.COUNT):
        yield good.given(f"{leaf.code} 填 1.5", "QA541", {item.name: Decimal("1.5")})


def things_in_parts() -> Iterator[Broken]:
    """Half a thing where whole ones are counted."""
    for good, leaf, item in asked(InputKind.FIGURE):
        if (
            isinstance(leaf.rule, Measure)
            and leaf.rule.formula is None
            and leaf.rule.data[0].is_count
        ):
            for half in ("2.5", "0.5", "7.25", "-1"):
                yield good.given(f"{leaf.code} 填 {half}", "QA541", {item.name: Decimal(half)})


def figure_below_nothing() -> Iterator[Broken]:
    """A figure of a formula below 0 that is none of a gain."""
    for good in good_files():
        for leaf in good.plan.leaves:
            rule = leaf.rule
            if isinstance(rule, Measure) and rule.formula is not None:
                for datum, item in zip(rule.data, answers_of(good.plan, leaf), strict=True):
                    if datum.is_count:
                        given = good.given(f"{item.title} 填 -3", "QA541", {item.name: Decimal(-3)})
                    elif not datum.goes_below:
                        given = good.given(f"{item.title} 填 -3", "QA546", {item.name: Decimal(-3)})
                    else:
                        continue
                    yield given


def divisor_of_nothing() -> Iterator[Broken]:
    """A formula that would divide by 0."""
    for good in good_files():
        for leaf in good.plan.leaves:
            if (
                isinstance(leaf.rule, Measure)
                and leaf.rule.formula is not None
                and "/3" not in leaf.rule.written
            ):
                items = answers_of(good.plan, leaf)
                divisor = items[0 if leaf.rule.written.startswith(("((B", "(B")) else 1]
                yield good.given(f"{leaf.code} 除数 0", "QA543", {divisor.name: Decimal(0)})


def points_off_their_option() -> Iterator[Broken]:
    """Points outside the option that was chosen."""
    for good in good_files():
        for leaf in good.plan.leaves:
            if isinstance(leaf.rule, PickOne) and leaf.rule.has_ranges:
                option, score = answers_of(good.plan, leaf)
                for place, off in ((0, 6), (0, 9), (1, 7), (1, 4)):
                    changed: dict[str, Value] = {
                        option.name: option.allowed.options[place],
                        score.name: Decimal(off),
                    }
                    yield good.given(f"{leaf.code} {place} {off}", "QA542", changed)


def percent_as_a_fraction() -> Iterator[Broken]:
    """0.85 for 85 %."""
    for good, leaf, item in asked(InputKind.FIGURE):
        percent = isinstance(leaf.rule, Measure) and leaf.rule.formula is None
        if percent and item.allowed.unit == "%":
            for share in ("0.85", "0.5"):
                yield good.given(f"{leaf.code} 填 {share}", "QA545", {item.name: Decimal(share)})


def figure_outside_its_table() -> Iterator[Broken]:
    """A figure of which the table says nothing."""
    for good, leaf, item in asked(InputKind.FIGURE):
        if isinstance(leaf.rule, Measure) and leaf.rule.spans and leaf.rule.spans[0].high:
            for over in ("100.5", "101", "120", "9500"):
                yield good.given(f"{leaf.code} 填 {over}", "QA544", {item.name: Decimal(over)})


def own_step_missed() -> Iterator[Broken]:
    """Points off the step of their own item."""
    for good in good_files():
        for leaf in good.plan.leaves:
            (item,) = answers_of(good.plan, leaf)[-1:]
            own = item.kind is InputKind.SCORE and leaf.rule is None
            if own and item.allowed.step != shipped_scheme(good.scheme).step:
                for off in ("0.3", "1.25", "2.7", "3.1"):
                    yield good.given(f"{leaf.code} 填 {off}", "QA502", {item.name: Decimal(off)})


def evidence_missing() -> Iterator[Broken]:
    """Points by an option, a figure or a bonus that nothing proves."""
    for good in good_files():
        for leaf in good.plan.leaves:
            ruled = isinstance(leaf.rule, PickOne | PickMany | Measure)
            names = _evidence_of(good, leaf)
            if ruled and good.scheme and names and _has_points(good, leaf):
                yield good.given(f"{leaf.code} 缺证据", "QA701", dict.fromkeys(names))


def required_proof_missing() -> Iterator[Broken]:
    """Evidence that lacks the kind a notice requires."""
    for good in good_files():
        for leaf in good.plan.leaves:
            if leaf.proofs and _has_points(good, leaf):
                name = next(name for name in _evidence_of(good, leaf) if name.endswith("_name"))
                for other in ("一份材料", "照片", "说明", "网页"):
                    yield good.given(f"{leaf.code} 缺 {other}", "QA708", {name: other})


def _has_points(good: Good, leaf: LeafPlan) -> bool:
    case = next(one for one in worked(good.scheme) if one.answers == good.answers)
    return case.points[leaf.code] > 0


def _evidence_of(good: Good, leaf: LeafPlan) -> tuple[str, ...]:
    """The inputs of the rows of evidence that prove a leaf."""
    keys = [
        name.rsplit("_", 1)[0]
        for name, value in good.answers.items()
        if name.startswith(f"{EVIDENCE_TABLE}_")
        and name.endswith("_indicator")
        and value == leaf.label
    ]
    return tuple(name for name in good.answers if name.rsplit("_", 1)[0] in keys)
