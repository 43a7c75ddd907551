"""Faults sown into well-filled workbooks of the examples, kind by kind."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import islice

from builder.book.book_plan import InputKind, InputPlan
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan, LeafPlan
from builder.kit.sheet_names import EVIDENCE_TABLE, IDENTITY, SCORING
from builder.model.leaf_rules import Cases, Measure, PickMany, PickOne
from tests.examples.worked import EXAMPLES, worked
from tests.support.ruled import answers_of
from tests.support.workbooks import filled_bytes, shipped_plan, shipped_scheme
from tests.verify.tampering import edited, sheet_part, with_cell, with_content

# So many files of each kind.
FILES = 10


@dataclass(frozen=True, kw_only=True)
class Broken:
    """One faulty file, and the codes that must be told of it."""

    what: str
    make: Callable[[], bytes]
    codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Good:
    """A well-filled workbook: one that was worked by hand, with points for every leaf."""

    scheme: str
    plan: KitPlan
    answers: Mapping[str, Value]

    def given(self, what: str, code: str, changed: Mapping[str, Value]) -> Broken:
        """The file with other answers."""
        answers = {**self.answers, **changed}
        return Broken(
            what=f"{self.scheme} {what}",
            make=lambda: filled_bytes(self.plan, answers),
            codes=(code,),
        )

    def changed(self, what: str, edit: Callable[[bytes], bytes], *codes: str) -> Broken:
        """The file as somebody changed it."""
        return Broken(
            what=f"{self.scheme} {what}",
            make=lambda: edit(filled_bytes(self.plan, self.answers)),
            codes=codes,
        )


@cache
def good_files() -> tuple[Good, ...]:
    """The first three cases of every example."""
    return tuple(
        Good(scheme=scheme_id, plan=shipped_plan(scheme_id), answers=case.answers)
        for scheme_id in EXAMPLES
        for case in worked(scheme_id)[:3]
    )


def _asked(*kinds: InputKind) -> Iterator[tuple[Good, LeafPlan, InputPlan]]:
    for good in good_files():
        for leaf in good.plan.leaves:
            for item in answers_of(good.plan, leaf):
                if item.kind in kinds:
                    yield good, leaf, item


def option_off_its_list() -> Iterator[Broken]:
    """An option that is none."""
    for good, leaf, item in _asked(InputKind.OPTION):
        yield good.given(f"{leaf.code} 选“另一项”", "QA539", {item.name: "另一项"})


def option_with_a_blank() -> Iterator[Broken]:
    """An option typed with a blank more."""
    for good, leaf, item in _asked(InputKind.OPTION):
        typed = f" {good.answers[item.name]} "
        yield good.given(f"{leaf.code} 多空格", "QA469", {item.name: typed})


def answer_missing() -> Iterator[Broken]:
    """One answer of a leaf left blank, and others given."""
    for good, leaf, item in _asked(InputKind.OPTION, InputKind.FIGURE, InputKind.COUNT):
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
    for good, leaf, item in _asked(InputKind.FIGURE):
        yield good.given(f"{leaf.code} 填“约一百”", "QA540", {item.name: "约一百"})


def figure_with_its_unit() -> Iterator[Broken]:
    """A figure typed as text, its unit behind it."""
    for good, leaf, item in _asked(InputKind.FIGURE):
        typed = f"{good.answers[item.name]}{item.allowed.unit}"
        yield good.given(f"{leaf.code} 填“{typed}”", "QA509", {item.name: typed})


def count_in_words() -> Iterator[Broken]:
    """A number of cases that is no number."""
    for good, leaf, item in _asked(InputKind.COUNT):
        yield good.given(f"{leaf.code} 填“多次”", "QA540", {item.name: "多次"})


def count_below_nothing() -> Iterator[Broken]:
    """A number of cases below 0."""
    for good, leaf, item in _asked(InputKind.COUNT):
        yield good.given(f"{leaf.code} 填 -1", "QA541", {item.name: Decimal(-1)})


def count_in_parts() -> Iterator[Broken]:
    """A number of cases that is not whole."""
    for good, leaf, item in _asked(InputKind.COUNT):
        yield good.given(f"{leaf.code} 填 1.5", "QA541", {item.name: Decimal("1.5")})


def things_in_parts() -> Iterator[Broken]:
    """Half a thing where whole ones are counted."""
    for good, leaf, item in _asked(InputKind.FIGURE):
        if (
            isinstance(leaf.rule, Measure)
            and leaf.rule.formula is None
            and leaf.rule.data[0].is_count
        ):
            for half in ("2.5", "0.5", "7.25", "-1"):
                yield good.given(f"{leaf.code} 填 {half}", "QA541", {item.name: Decimal(half)})


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
                divisor = items[0 if leaf.rule.written.startswith("((B") else 1]
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
    for good, leaf, item in _asked(InputKind.FIGURE):
        percent = isinstance(leaf.rule, Measure) and leaf.rule.formula is None
        if percent and item.allowed.unit == "%":
            for share in ("0.85", "0.5"):
                yield good.given(f"{leaf.code} 填 {share}", "QA545", {item.name: Decimal(share)})


def figure_outside_its_table() -> Iterator[Broken]:
    """A figure of which the table says nothing."""
    for good, leaf, item in _asked(InputKind.FIGURE):
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


def formula_for_an_answer() -> Iterator[Broken]:
    """A formula typed where an answer belongs."""
    for good, leaf, item in _asked(InputKind.FIGURE, InputKind.COUNT):

        def typed(content: bytes, good: Good = good, item: InputPlan = item) -> bytes:
            return with_cell(
                content, good.plan, item.cell, lambda xml: xml.replace("><v>", "><f>0+1*0+0</f><v>")
            )

        yield good.changed(f"{leaf.code} 填公式", typed, "QA505")


def points_over_a_formula() -> Iterator[Broken]:
    """The points of an answer or of a leaf typed over their formula."""
    for good in good_files():
        for leaf in good.plan.leaves:
            for cell in (*(part.points for part in leaf.parts if part.points), leaf.counted):
                yield _retyped(good, cell, Decimal(77), f"{leaf.code} 覆盖公式")


def worked_out_over_a_formula() -> Iterator[Broken]:
    """A figure that is worked out typed over its formula."""
    for good in good_files():
        for leaf in good.plan.leaves:
            if leaf.parts and not isinstance(leaf.rule, PickOne):
                yield _retyped(good, leaf.score, Decimal(99), f"{leaf.code} 覆盖指标值")


def cap_taken_away() -> Iterator[Broken]:
    """A formula without the cap that it had."""
    for good in good_files():
        for leaf in good.plan.leaves:
            if isinstance(leaf.rule, Cases | PickMany):
                yield good.changed(f"{leaf.code} 去封顶", _uncapped(good, leaf.counted), "QA412")


def option_worth_more() -> Iterator[Broken]:
    """The hidden points of an option raised."""
    for good in good_files():
        for leaf in good.plan.leaves:
            if isinstance(leaf.rule, PickOne):
                area = next(
                    n for n in good.plan.names if n.name == f"options_{leaf.code.replace('.', '_')}"
                )
                cell = Cell(IDENTITY, area.area.last_row, 10)
                yield _retyped(good, cell, Decimal(88), f"{leaf.code} 改选项分值", "QA421")


def validation_taken_away() -> Iterator[Broken]:
    """What cells accept taken away."""
    for good in good_files():
        part = sheet_part(good.plan, SCORING)
        sheet = good.plan.sheet(SCORING)
        for rule in sheet.validations:
            if rule.title in ("次数", "选项") or rule.title.startswith("数据"):
                sqref = " ".join(_address(area.first_row, area.first_column) for area in rule.cells)

                def gone(content: bytes, part: str = part, sqref: str = sqref) -> bytes:
                    pattern = re.compile(
                        rf'<dataValidation [^>]*sqref="{sqref}"[^>]*>.*?</dataValidation>'
                    )
                    return edited(content, part, lambda xml: pattern.sub("", xml, count=1))

                code = "QA435" if len(rule.cells) == 1 else "QA434"
                yield good.changed(f"去掉“{rule.title}”的限制 {sqref}", gone, code)


KINDS: tuple[Callable[[], Iterator[Broken]], ...] = (
    option_off_its_list,
    option_with_a_blank,
    answer_missing,
    leaf_missing,
    figure_in_words,
    figure_with_its_unit,
    count_in_words,
    count_below_nothing,
    count_in_parts,
    things_in_parts,
    divisor_of_nothing,
    points_off_their_option,
    percent_as_a_fraction,
    figure_outside_its_table,
    own_step_missed,
    evidence_missing,
    required_proof_missing,
    formula_for_an_answer,
    points_over_a_formula,
    worked_out_over_a_formula,
    cap_taken_away,
    option_worth_more,
    validation_taken_away,
)


def files_of(kind: Callable[[], Iterator[Broken]]) -> tuple[Broken, ...]:
    """So many files of a kind, spread over the examples."""
    found = tuple(kind())
    every = max(1, len(found) // FILES)
    return tuple(islice(found[::every], FILES))


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


def _retyped(good: Good, cell: Cell, value: Decimal, what: str, code: str = "QA411") -> Broken:
    return Broken(
        what=f"{good.scheme} {what} {cell.row}",
        make=lambda: filled_bytes(with_content(good.plan, cell, value), good.answers),
        codes=(code,),
    )


def _uncapped(good: Good, cell: Cell) -> Callable[[bytes], bytes]:
    def edit(xml: str) -> str:
        return re.sub(r"<f>MIN\([A-Z]+\d+,([A-Z]+\d+)\)</f>", r"<f>\1</f>", xml)

    return lambda content: with_cell(content, good.plan, cell, edit)


def _address(row: int, column: int) -> str:
    return cell_address(row, column)
