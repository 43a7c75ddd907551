"""Faults in what is seen: a workbook that shows anything else than it calculates."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from builder.book.book_plan import InputKind
from builder.book.style import INPUT_STYLES, Style
from builder.formula.address import cell_address, column_letters
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import APPLICANT, EVIDENCE, GUIDE, SCORING, SUMMARY
from builder.verify.cell_rules import holds
from tests.proof.seeding import Sown, at, tampered
from tests.verify.judged import Case, case
from tests.verify.showing import (
    PICTURE,
    TEXT_BOX,
    with_copy_shown,
    with_drawn,
    with_look,
    with_old_control,
    with_rule,
)
from tests.verify.tampering import WORKBOOK, edited, sheet_part, with_cell, with_row_below

_WHITE = '<sz val="11"/><color rgb="FFFFFFFF"/><name val="宋体"/>'


def _sheet(chosen: Case, sheet: str, edit: Callable[[str], str]) -> bytes:
    return edited(chosen.content, sheet_part(chosen.plan, sheet), edit)


def _answer(chosen: Case) -> Cell:
    """An answer in words that is no score."""
    plan = chosen.plan
    names = {item.name: item for item in plan.inputs}
    return next(
        names[name].cell
        for name, value in chosen.answers.items()
        if isinstance(value, str) and names[name].kind is InputKind.EVIDENCE
    )


def _official(chosen: Case) -> Cell:
    """The points that an indicator has by the notice, left of its score."""
    score = chosen.leaf.score
    points = [
        cell
        for cell in chosen.plan.sheet(SCORING).cells
        if cell.row == score.row and cell.style is Style.POINTS
    ]
    return Cell(SCORING, score.row, points[0].column)


def sow_hidden(chosen: Case) -> Iterator[Sown]:
    """Sheets, rows and columns hidden, by themselves or behind a copy."""
    plan = chosen.plan
    for sheet, code in ((SCORING, "QA470"), (SUMMARY, "QA470"), (GUIDE, "QA472")):
        for state in ("hidden", "veryHidden"):
            old = f'<sheet name="{sheet}"'
            yield tampered(
                chosen,
                f"{state} {sheet}",
                partial(
                    edited,
                    chosen.content,
                    WORKBOOK,
                    partial(_put, old=old, new=f'{old} state="{state}"'),
                ),
                f"{code} {sheet}",
            )
    yield tampered(
        chosen,
        "隐藏原表给看副本",
        lambda: with_copy_shown(chosen.content, plan, SCORING, "自评打分 (2)"),
        f"QA471 {SCORING}",
    )
    for draw in range(3):
        row = case(plan.identity.scheme, draw).leaf.score.row
        for what, new in (("隐藏", 'hidden="1"'), ("压扁", 'ht="0.75" customHeight="1"')):
            edit = partial(re.sub, rf'<row r="{row}"[^>]*>', f'<row r="{row}" {new}>')
            yield tampered(
                chosen,
                f"{what}行 {row}",
                partial(_sheet, chosen, SCORING, edit),
                at("QA473", Cell(SCORING, row, 1)),
            )
    column = chosen.leaf.score.column
    for what, new in (("隐藏", 'hidden="1" width="9"'), ("压窄", 'width="0.2"')):
        pattern = rf'<col min="{column}" max="{column}" width="[^"]*"'
        edit = partial(re.sub, pattern, f'<col min="{column}" max="{column}" {new}')
        yield tampered(
            chosen,
            f"{what}列",
            partial(_sheet, chosen, SCORING, edit),
            at("QA473", Cell(SCORING, 1, column)),
        )
    row = _answer(chosen).row
    edit = partial(re.sub, rf'<row r="{row}"', f'<row r="{row}" hidden="1"')
    yield tampered(
        chosen,
        "隐藏填好的证据",
        partial(_sheet, chosen, EVIDENCE, edit),
        at("QA474", Cell(EVIDENCE, row, 1)),
    )
    if plan.sheet(SCORING).outline:
        first, last, _ = plan.sheet(SCORING).outline[0]
        edit = partial(
            re.sub, rf'<row r="({"|".join(map(str, range(first, last + 1)))})"', r'\g<0> hidden="1"'
        )
        yield tampered(
            chosen,
            "折叠一组",
            partial(_sheet, chosen, SCORING, edit),
            at("QA475", Cell(SCORING, first, 1)),
        )


def _put(text: str, *, old: str, new: str) -> str:
    return text.replace(old, new)


def sow_formats(chosen: Case) -> Iterator[Sown]:
    """Number formats that write something else than stands in the cell."""
    plan, content = chosen.plan, chosen.content
    total = plan.total
    for code in (
        "&quot;905&quot;",
        ";;;",
        "0,",
        "&quot;9&quot;0",
        "[&gt;1]&quot;905&quot;;0",
        "\\9\\0\\5",
        "yyyy\\-mm\\-dd",
    ):
        yield tampered(
            chosen,
            f"总分的格式 {code}",
            partial(with_look, content, plan, total, code=code),
            at("QA476", total),
        )
    leaf = chosen.leaf
    for code in ("*9", "0%&quot;9&quot;", "[White]0.00"):
        yield tampered(
            chosen,
            f"得分的格式 {code}",
            partial(with_look, content, plan, leaf.counted, code=code),
            at("QA476", leaf.counted, leaf.code),
        )
    answer = _answer(chosen)
    for code in (";;;", "0;0;0;&quot;通过&quot;", "@&quot;（已核定）&quot;"):
        yield tampered(
            chosen,
            f"文字的格式 {code}",
            partial(with_look, content, plan, answer, code=code),
            at("QA477", answer),
        )


def sow_letters(chosen: Case) -> Iterator[Sown]:
    """Letters in the colour of their ground, too small to read, or struck out."""
    plan, content, leaf = chosen.plan, chosen.content, chosen.leaf
    white = 'rgb="FFFFFFFF"'
    for what, font, fill in (
        ("白字白底", _WHITE, white),
        ("近白", '<color rgb="FFFDFDFD"/>', white),
        ("主题色", '<color theme="0"/>', 'theme="0"'),
        ("主题色加深淡", '<color theme="1" tint="0.999"/>', white),
        ("调色板", '<color indexed="9"/>', 'indexed="65"'),
        ("黑底黑字", '<color rgb="FF000000"/>', 'rgb="FF000000"'),
        ("一磅", '<sz val="1"/>', white),
    ):
        yield tampered(
            chosen,
            f"得分{what}",
            partial(with_look, content, plan, leaf.counted, font=font, fill=fill),
            at("QA478", leaf.counted, leaf.code),
        )
    official = _official(chosen)
    yield tampered(
        chosen,
        "原文白字",
        lambda: with_look(content, plan, official, font=_WHITE, fill=white),
        at("QA478", official, leaf.code),
    )
    answer = _answer(chosen)
    yield tampered(
        chosen,
        "填写白字",
        lambda: with_look(content, plan, answer, font=_WHITE, fill=white),
        at("QA479", answer),
    )
    struck = "<strike/><sz val='11'/>"
    for cell, line in (
        (leaf.counted, at("QA480", leaf.counted, leaf.code)),
        (answer, at("QA481", answer)),
    ):
        yield tampered(
            chosen,
            f"划掉 {cell.sheet}",
            partial(with_look, content, plan, cell, font=struck),
            line,
        )


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
    answer = _answer(chosen)
    yield tampered(
        chosen,
        "条件格式盖住填写",
        lambda: with_rule(content, plan, answer, "<font><strike/></font>"),
        at("QA485", answer),
    )


def sow_drawn(chosen: Case) -> Iterator[Sown]:
    """Things that lie over cells, and charts that draw something else."""
    plan, content, leaf = chosen.plan, chosen.content, chosen.leaf
    official = _official(chosen)
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
    answer = _answer(chosen)
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
        lambda: _sheet(
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
    for what, start, end in (
        ("得分", leaf.counted, Cell(SCORING, row, leaf.counted.column + 1)),
        ("原文", _official(chosen), leaf.score),
    ):
        merge = f"{cell_address(*start[1:])}:{cell_address(*end[1:])}"
        yield tampered(
            chosen,
            f"合并{what}",
            partial(_sheet, chosen, SCORING, partial(_merged, merge=merge)),
            at("QA489", leaf.score) if what == "原文" else "QA490",
        )
    yield tampered(
        chosen,
        "一张表的页脚不同",
        lambda: _sheet(
            chosen,
            SCORING,
            lambda xml: re.sub(r"<oddFooter>[^<]*", "<oddFooter>&amp;C核定905", xml),
        ),
        f"QA488 {SCORING}",
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
