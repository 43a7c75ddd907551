"""What somebody changes in well-filled workbooks of the examples, kind by kind."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from builder.book.book_plan import InputKind, InputPlan
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.kit.sheet_names import IDENTITY, SCORING
from builder.model.leaf_rules import Cases, PickMany, PickOne
from tests.examples.good import Broken, Good, asked, good_files
from tests.support.workbooks import filled_bytes
from tests.verify.tampering import edited, sheet_part, with_cell, with_content


def formula_for_an_answer() -> Iterator[Broken]:
    """A formula typed where an answer belongs."""
    for good, leaf, item in asked(InputKind.FIGURE, InputKind.COUNT):

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
