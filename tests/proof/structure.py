"""Faults in the workbook itself: formulas, official texts, rows, columns, guards, identity."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from builder.book.book_plan import InputKind
from builder.book.sheet import Content, Formula
from builder.book.style import INPUT_STYLES, Style
from builder.formula.address import area_address, cell_address
from builder.formula.expression import Cell
from builder.formula.words import MIN, plus
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import (
    APPLICANT,
    EVIDENCE,
    GUIDE,
    IDENTITY,
    INDICATOR_LIST,
    SCORING,
    SUMMARY,
)
from tests.proof.seeding import DRAWS, Sown, at, chance, tampered
from tests.support.workbooks import filled_bytes
from tests.verify.columns import with_column_inserted, with_columns_swapped, without_column
from tests.verify.judged import Case, case
from tests.verify.tampering import (
    PROPERTIES,
    WORKBOOK,
    content_of,
    edited,
    never_calculated,
    sheet_part,
    with_cached,
    with_cell,
    with_content,
    with_row_moved,
    with_rows_inserted,
    with_rows_sorted,
    with_sheet_emptied,
    with_sheet_renamed,
    without_row,
    without_sheet,
)

_SHEETS = (GUIDE, APPLICANT, SCORING, EVIDENCE, SUMMARY, IDENTITY)
_POINTS = (Style.POINTS, Style.SUBTOTAL_POINTS, Style.TOTAL_POINTS)
# Where every item is a heading of its own there is nothing to change places with.
_WHOLE_ITEMS = ("wuhan-manufacturing", "wuhan-service")


def _changed(chosen: Case, cell: Cell, content: Content) -> bytes:
    return filled_bytes(with_content(chosen.plan, cell, content), chosen.answers)


def _edited(chosen: Case, sheet: str, edit: Callable[[str], str]) -> bytes:
    return edited(chosen.content, sheet_part(chosen.plan, sheet), edit)


def _indicator(plan: KitPlan, cell: Cell) -> str:
    rows = {(group.score.sheet, group.score.row): group.code for group in plan.groups}
    rows |= {(leaf.score.sheet, leaf.score.row): leaf.code for leaf in plan.leaves}
    return rows.get((cell.sheet, cell.row), "")


def _cells(plan: KitPlan, kind: type, styles: tuple[Style, ...] = ()) -> list[Cell]:
    """The fixed cells of a kind of content; the carriers of identity are compared elsewhere."""
    return [
        Cell(sheet.name, cell.row, cell.column)
        for sheet in plan.sheets
        for cell in sheet.cells
        if isinstance(cell.content, kind)
        and cell.style not in INPUT_STYLES
        and (not styles or cell.style in styles)
        and sheet.name != IDENTITY
    ]


def sow_formulas(chosen: Case) -> Iterator[Sown]:
    """Formulas typed over or changed, official texts and points changed."""
    plan = chosen.plan
    for draw in DRAWS:
        leaf = case(plan.identity.scheme, draw).leaf
        over = at("QA411", leaf.counted, leaf.code)
        yield tampered(
            chosen,
            f"公式被数据覆盖 {leaf.code}",
            partial(_changed, chosen, leaf.counted, Decimal("7.5")),
            over,
        )
    for group in chance(5).sample(plan.groups, k=min(3, len(plan.groups))):
        formula = content_of(plan, group.score)
        assert isinstance(formula, Formula)
        more = Formula.of(plus(formula.expression, 5))
        yield tampered(
            chosen,
            f"公式被改 {group.code}",
            partial(_changed, chosen, group.score, more),
            at("QA412", group.score, group.code),
        )
    other = Formula.of(MIN(1000, plan.leaves[0].score))
    yield tampered(
        chosen,
        "总分公式被改",
        lambda: _changed(chosen, plan.total, other),
        at("QA412", plan.total),
    )
    for cell in chance(6).sample(_cells(plan, str), k=4):
        words = content_of(plan, cell)
        yield tampered(
            chosen,
            f"官方文字被改 {cell.sheet}{cell.row}",
            partial(_changed, chosen, cell, f"{words}。。"),
            at("QA421", cell, _indicator(plan, cell)),
        )
    for cell in chance(7).sample(_cells(plan, Decimal, _POINTS), k=3):
        stated = content_of(plan, cell)
        assert isinstance(stated, Decimal)
        yield tampered(
            chosen,
            f"分值被改 {cell.sheet}{cell.row}",
            partial(_changed, chosen, cell, stated * 2),
            at("QA422", cell, _indicator(plan, cell)),
        )
    label = Cell(IDENTITY, 1, 3)
    inline = '<c r="C1" t="inlineStr"><is><t>别的指标</t></is></c>'
    yield tampered(
        chosen,
        "隐藏表的列表被改",
        lambda: with_cell(chosen.content, plan, label, lambda _: inline),
        at("QA421", label),
    )


def sow_numbers(chosen: Case) -> Iterator[Sown]:
    """A file that was never calculated, or shows another total than follows."""
    plan = chosen.plan
    yield tampered(
        chosen, "从未计算", lambda: never_calculated(chosen.content), at("QA601", plan.total)
    )
    yield tampered(
        chosen,
        "过期的总分",
        lambda: with_cached(chosen.content, plan, plan.total, "999"),
        at("QA602", plan.total),
    )


def sow_lines(chosen: Case) -> Iterator[Sown]:
    """Sheets, rows and columns that are gone, new, renamed or elsewhere."""
    plan, content = chosen.plan, chosen.content
    for sheet in _SHEETS:
        yield tampered(
            chosen,
            f"删表 {sheet}",
            partial(without_sheet, content, plan, sheet),
            f"QA401 {sheet}",
        )
        yield tampered(
            chosen,
            f"清空表 {sheet}",
            partial(with_sheet_emptied, content, plan, sheet),
            f"QA410 {sheet}",
        )
        yield tampered(
            chosen,
            f"改表名 {sheet}",
            partial(with_sheet_renamed, content, sheet, "新 表"),
            "QA402 新 表",
        )
    for draw in DRAWS:
        row = case(plan.identity.scheme, draw).leaf.score.row
        yield tampered(
            chosen,
            f"插两行 {row}",
            partial(with_rows_inserted, content, plan, SCORING, row, 2),
            at("QA403", Cell(SCORING, row, 1)),
        )
        yield tampered(
            chosen,
            f"删行 {row}",
            partial(never_calculated, without_row(content, plan, SCORING, row)),
            at("QA404", Cell(SCORING, row, 1)),
            besides=("QA601",),
        )
    first = plan.evidence[0].indicator.row
    yield tampered(
        chosen,
        "剪切证据行",
        lambda: with_row_moved(content, plan, EVIDENCE, first + 1, first + 4),
        "QA405",
    )
    if plan.identity.scheme not in _WHOLE_ITEMS:
        rows = [leaf.score.row for leaf in plan.leaves]
        one, two = next(
            (b, c) for a, b, c in zip(rows, rows[1:], rows[2:], strict=False) if c == b + 1 == a + 2
        )
        order = {one: two, two: one}
        yield tampered(
            chosen, "两行互换", lambda: with_rows_sorted(content, plan, SCORING, order), "QA405"
        )
    for sheet, column in ((SCORING, plan.leaves[0].score.column), (EVIDENCE, 2), (APPLICANT, 2)):
        yield tampered(
            chosen,
            f"插列 {sheet}",
            partial(with_column_inserted, content, plan, sheet, column),
            at("QA406", Cell(sheet, 1, column + 1)),
        )
    yield tampered(chosen, "删证据列", lambda: without_column(content, plan, EVIDENCE, 7), "QA407")
    notes = plan.leaves[0].counted.column + 1
    yield tampered(
        chosen,
        "删说明列",
        lambda: without_column(content, plan, SCORING, notes),
        "QA407",
        besides=("QA508",),
    )
    yield tampered(
        chosen, "两列互换", lambda: with_columns_swapped(content, plan, EVIDENCE, 5, 7), "QA408"
    )
    yield tampered(chosen, "多一张表", lambda: _with_own_sheet(chosen), "QA409")


def _with_own_sheet(chosen: Case) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="chartsheets/own.xml"/>'
    content = edited(
        chosen.content,
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace("</Relationships>", f"{link}</Relationships>"),
    )
    entry = '<sheet name="笔记" sheetId="99" r:id="rId99"/>'
    return edited(content, WORKBOOK, lambda xml: xml.replace("</sheets>", f"{entry}</sheets>"))


def sow_guards(chosen: Case) -> Iterator[Sown]:
    """Protection, dropdowns, names, colours and print settings that are gone or others."""
    plan = chosen.plan
    for sheet in (SCORING, EVIDENCE, SUMMARY):
        yield tampered(
            chosen,
            f"取消保护 {sheet}",
            partial(
                _edited, chosen, sheet, lambda xml: re.sub(r"<sheetProtection[^>]*/>", "", xml)
            ),
            f"QA431 {sheet}",
        )
    rule = next(each for each in plan.sheet(EVIDENCE).validations if each.title == "对应指标")
    area = rule.cells[0]
    first = at("QA434", Cell(EVIDENCE, area.first_row, area.first_column))
    for what, old, new in (
        ("列表指到别处", f">{INDICATOR_LIST}<", ">$L$4:$L$9<"),
        ("列表没有了", 'type="list"', 'type="none"'),
    ):
        yield tampered(
            chosen,
            what,
            partial(
                _edited,
                chosen,
                EVIDENCE,
                partial(_with_rule, edit=partial(_replaced, old=old, new=new)),
            ),
            first,
        )
    yield tampered(
        chosen,
        "下拉列表被删",
        lambda: _edited(chosen, EVIDENCE, lambda xml: _with_rule(xml, lambda _: "")),
        first,
    )
    whole = area_address(area.first_row, area.first_column, area.last_row, area.first_column)
    parts = " ".join(
        area_address(low, area.first_column, high, area.first_column)
        for low, high in (
            (area.first_row, area.first_row + 4),
            (area.first_row + 6, area.last_row),
        )
    )
    yield tampered(
        chosen,
        "一格的限制丢失",
        lambda: _edited(
            chosen, EVIDENCE, lambda xml: xml.replace(f'sqref="{whole}"', f'sqref="{parts}"')
        ),
        at("QA435", Cell(EVIDENCE, area.first_row + 5, area.first_column)),
    )
    yield from _names(chosen)
    for sheet in (SCORING, EVIDENCE):
        yield tampered(
            chosen,
            f"颜色丢失 {sheet}",
            partial(
                _edited,
                chosen,
                sheet,
                lambda xml: re.sub(r"<conditionalFormatting.*</conditionalFormatting>", "", xml),
            ),
            "QA436",
        )
    titles = r'<definedName name="_xlnm.Print_Titles".*?</definedName>'
    yield tampered(
        chosen,
        "打印标题丢失",
        lambda: edited(chosen.content, WORKBOOK, lambda xml: re.sub(titles, "", xml)),
        "QA437",
    )


def _replaced(text: str, *, old: str, new: str) -> str:
    return text.replace(old, new)


def _with_rule(xml: str, edit: Callable[[str], str]) -> str:
    found = re.finditer(r"<dataValidation .*?</dataValidation>", xml)
    rule = next(each[0] for each in found if 'promptTitle="对应指标"' in each[0])
    return xml.replace(rule, edit(rule))


def _names(chosen: Case) -> Iterator[Sown]:
    plan, content = chosen.plan, chosen.content
    texts = [item for item in plan.inputs if item.kind is InputKind.TEXT and not item.table]
    for item in chance(8).sample(texts, k=2):
        there = cell_address(item.cell.row, item.cell.column)
        pattern = rf'(name="{item.name}"[^>]*>[^<]*)\${item.cell.row}<'
        yield tampered(
            chosen,
            f"名称被改指 {there}",
            partial(
                edited,
                content,
                WORKBOOK,
                partial(re.sub, pattern, rf"\g<1>${item.cell.row + 1}<"),
            ),
            at("QA432", item.cell),
        )
    lost = r'<definedName name="(score|percent|note)_.*?</definedName>'
    yield tampered(
        chosen,
        "名称丢失",
        lambda: edited(content, WORKBOOK, lambda xml: re.sub(lost, "", xml)),
        "QA433",
    )


def sow_identity(chosen: Case) -> Iterator[Sown]:
    """A file that says nothing of itself, or something else, or two things at once."""
    plan = chosen.plan
    mark = plan.identity.fingerprint
    forged = "0" * len(mark)
    for part in (PROPERTIES, WORKBOOK):
        yield tampered(
            chosen,
            f"一处标识被改 {part}",
            partial(edited, chosen.content, part, lambda xml: xml.replace(mark, forged)),
            f"QA304 {IDENTITY}",
        )
    for what, key, value, code in (
        ("没有的奖项", "scheme", "somewhere-else", "QA302"),
        ("另一版", "fingerprint", forged, "QA303"),
        ("没有的选择", "choice", "行业=没有", "QA305"),
        ("另一种版式", "layout", "1", "QA308"),
    ):
        yield tampered(
            chosen,
            what,
            partial(declared, chosen, {key: value}),
            code,
        )
    # The sheet has no place for settings: it contradicts the others, and it is what was printed.
    yield tampered(
        chosen,
        "两处说有设置",
        lambda: declared(chosen, {"office": "0" * 16}),
        f"QA304 {IDENTITY}",
    )
    yield tampered(chosen, "没有标识", lambda: _anonymous(chosen), "QA301")


def declared(chosen: Case, changed: dict[str, str]) -> bytes:
    """The file that says it is something else, in all three places."""
    identity = replace(chosen.plan.identity, **changed)
    plan = chosen.plan
    for row, value in enumerate(identity.values, start=1):
        plan = with_content(plan, Cell(IDENTITY, row, 2), value)
    return filled_bytes(replace(plan, identity=identity), chosen.answers)


def _anonymous(chosen: Case) -> bytes:
    content, plan = chosen.content, chosen.plan
    for row in range(1, len(plan.identity.values) + 1):
        content = with_cell(content, plan, Cell(IDENTITY, row, 1), lambda _: "")
    content = edited(content, PROPERTIES, lambda xml: re.sub(r"<property .*</property>", "", xml))
    name = r'<definedName name="qa_identity".*?</definedName>'
    return edited(content, WORKBOOK, lambda xml: re.sub(name, "", xml))
