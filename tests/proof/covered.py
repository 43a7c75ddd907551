"""Faults in what lies over cells, beside them and around them."""

import re
from collections.abc import Iterator
from functools import partial

from builder.book.book_plan import InputKind
from builder.book.style import INPUT_STYLES
from builder.formula.address import cell_address, column_letters
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import APPLICANT, SCORING, SUMMARY
from builder.model.scales import on_maturity_scale
from builder.verify.cell_rules import holds
from tests.proof.seeding import Sown, at, tampered
from tests.proof.seen import answer_in_words, changed_sheet, official_points
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_scheme
from tests.verify.judged import Case
from tests.verify.showing import (
    INK,
    PICTURE,
    TEXT_BOX,
    with_drawn,
    with_old_control,
    with_rule,
)
from tests.verify.tampering import edited, sheet_part, with_cell, with_row_below


def sow_overlays(chosen: Case) -> Iterator[Sown]:
    """Conditional formats that hide what a cell says."""
    plan, content, leaf = chosen.plan, chosen.content, chosen.leaf
    ends = '<cfvo type="min"/><cfvo type="max"/>'
    bar = (
        '<cfRule type="dataBar" priority="99"><dataBar showValue="0">'
        f'{ends}<color rgb="FF638EC6"/></dataBar></cfRule>'
    )
    icons = (
        '<cfRule type="iconSet" priority="99"><iconSet iconSet="3Arrows" showValue="0">'
        '<cfvo type="percent" val="0"/></iconSet></cfRule>'
    )
    white = '<patternFill><bgColor rgb="FFFFFFFF"/></patternFill>'
    for what, overlay, rule in (
        (
            "白字白底",
            f'<font><color rgb="FFFFFFFF"/></font><fill>{white}</fill>',
            "",
        ),
        ("底色同字", '<fill><patternFill><bgColor rgb="FF1F2933"/></patternFill></fill>', ""),
        ("固定文字", '<numFmt numFmtId="198" formatCode="&quot;905&quot;"/>', ""),
        ("划掉", "<font><strike/></font>", ""),
        ("数据条", "", bar),
        ("图标", "", icons),
    ):
        yield tampered(
            chosen,
            f"条件格式{what}",
            partial(with_rule, content, plan, leaf.counted, overlay, rule),
            at("QA484", leaf.counted),
        )
    answer = answer_in_words(chosen)
    yield tampered(
        chosen,
        "条件格式盖住填写",
        lambda: with_rule(content, plan, answer, "<font><strike/></font>"),
        at("QA485", answer),
    )


def sow_drawn(chosen: Case) -> Iterator[Sown]:
    """Things that lie over cells, and charts that draw something else."""
    plan, content, leaf = chosen.plan, chosen.content, chosen.leaf
    official = official_points(chosen)
    for what, drawn in (("文本框", TEXT_BOX), ("图片", PICTURE)):
        for cell in (leaf.score, leaf.counted, official):
            yield tampered(
                chosen,
                f"{what}盖住 {cell_address(cell.row, cell.column)}",
                partial(with_drawn, content, plan, cell, drawn),
                at("QA482", cell),
            )
    yield tampered(
        chosen,
        "按钮盖住得分",
        lambda: with_old_control(content, plan, leaf.counted, "Button"),
        at("QA482", leaf.counted),
    )
    for shown in ("<x:Visible/>", "<x:Visible>True</x:Visible>"):
        yield tampered(
            chosen,
            f"一直显示的批注盖住得分{shown}",
            partial(with_old_control, content, plan, leaf.counted, "Note", shown),
            at("QA483", leaf.counted),
        )
    yield tampered(
        chosen,
        "手写盖住得分",
        lambda: with_drawn(content, plan, leaf.counted, INK),
        at("QA482", leaf.counted),
    )
    answer = answer_in_words(chosen)
    yield tampered(
        chosen,
        "图片盖住填写",
        lambda: with_drawn(content, plan, answer, PICTURE),
        at("QA483", answer),
    )
    charts = [(sheet, chart) for sheet in plan.sheets for chart in sheet.charts]
    for number, (sheet, chart) in enumerate(charts, start=1):
        values = chart.series[0].values
        letters = column_letters(values.first.column)
        row = values.first.row
        old, new = f"${letters}${row}", f"$Z${row}"
        yield tampered(
            chosen,
            f"图表改指 {sheet.name}{number}",
            partial(
                edited, content, f"xl/charts/chart{number}.xml", partial(_values, old=old, new=new)
            ),
            at("QA486", Cell(sheet.name, *chart.top_left)),
        )


def _values(xml: str, *, old: str, new: str) -> str:
    head, mark, rest = xml.partition("<c:val>")
    return head + mark + rest.replace(old, new, 1)


def sow_written(chosen: Case) -> Iterator[Sown]:
    """What was written where nothing is read, joined cells, and heads of pages."""
    plan, content, leaf = chosen.plan, chosen.content, chosen.leaf
    row = leaf.score.row
    beside = Cell(SCORING, row, 30)
    inline = '<c r="{}" t="inlineStr"><is><t>核定905</t></is></c>'
    yield tampered(
        chosen,
        "写在表右",
        lambda: changed_sheet(
            chosen, SCORING, partial(_into_row, row=row, cell=inline.format(cell_address(row, 30)))
        ),
        at("QA491", beside),
    )
    for sheet in (SCORING, SUMMARY, APPLICANT):
        last = max(cell.row for cell in plan.sheet(sheet).cells)
        below = Cell(sheet, last + 40, 1)
        yield tampered(
            chosen,
            f"写在表下 {sheet}",
            partial(with_row_below, content, plan, below, "核定905"),
            at("QA491", below),
        )
    empty = _empty(plan)
    address = cell_address(empty.row, empty.column)
    yield tampered(
        chosen,
        "写进不填的格",
        lambda: with_cell(content, plan, empty, lambda _: inline.format(address)),
        at("QA491", empty),
    )
    count = Cell(SCORING, row, leaf.counted.column + 2)
    for what, start, end in (
        ("得分", leaf.counted, Cell(SCORING, row, leaf.counted.column + 1)),
        ("说明", count, Cell(SCORING, row, count.column + 1)),
        ("原文", official_points(chosen), leaf.score),
    ):
        merge = f"{cell_address(*start[1:])}:{cell_address(*end[1:])}"
        yield tampered(
            chosen,
            f"合并{what}",
            partial(changed_sheet, chosen, SCORING, partial(_merged, merge=merge)),
            "QA490" if what == "说明" else at("QA489", Cell(SCORING, row, start.column + 1)),
        )
    yield tampered(
        chosen,
        "一张表的页脚不同",
        lambda: changed_sheet(
            chosen,
            SCORING,
            lambda xml: re.sub(r"<oddFooter>[^<]*", "<oddFooter>&amp;C核定905", xml),
        ),
        f"QA488 {SCORING}",
    )
    if plan.identity.scheme == PENGJIANG:
        yield tampered(
            chosen, "页眉的话被换掉", lambda: _with_other_head(chosen), f"QA487 {SCORING}"
        )
    answer = next(
        item
        for item in plan.inputs
        if item.kind is InputKind.EVIDENCE
        and item.name.endswith("file")
        and item.cell.row == plan.evidence[0].name.row
    )
    where = cell_address(answer.cell.row, answer.cell.column)
    picture = f'<c r="{where}" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
    yield tampered(
        chosen,
        "嵌入图片",
        lambda: _placed(content, plan, answer.cell, picture),
        at("QA492", answer.cell),
    )


def _with_other_head(chosen: Case) -> bytes:
    """The file of an office that chose the scale, which every page says, on one sheet no longer."""
    plan = plan_workbook(on_maturity_scale(shipped_scheme(chosen.plan.identity.scheme)))
    content = filled_bytes(plan, complete_answers(plan))
    head = partial(re.sub, r"<oddHeader>[^<]*", "<oddHeader>&amp;C评分尺度由通知规定。")
    return edited(content, sheet_part(plan, SCORING), head)


def _placed(content: bytes, plan: KitPlan, cell: Cell, markup: str) -> bytes:
    address = cell_address(cell.row, cell.column)
    there = re.compile(rf'<c r="{address}"[^>]*?(?:/>|>.*?</c>)')

    def put(xml: str) -> str:
        if there.search(xml):
            return there.sub(markup, xml, count=1)
        return _into_row(xml, row=cell.row, cell=markup)

    return edited(content, sheet_part(plan, cell.sheet), put)


def _into_row(xml: str, *, row: int, cell: str) -> str:
    return re.sub(
        rf'(<row r="{row}"[^>]*>.*?)</row>', lambda m: f"{m[1]}{cell}</row>", xml, count=1
    )


def _merged(xml: str, *, merge: str) -> str:
    entry = f'<mergeCell ref="{merge}"/>'
    return xml.replace("</mergeCells>", f"{entry}</mergeCells>")


def _empty(plan: KitPlan) -> Cell:
    """A planned cell to be seen in which nothing stands and nothing is to be written."""
    return next(
        Cell(sheet.name, cell.row, cell.column)
        for sheet in plan.sheets
        for cell in sheet.cells
        if cell.content is None
        and cell.style not in INPUT_STYLES
        and not any(holds(merge, (cell.row, cell.column)) for merge in sheet.merges)
    )
