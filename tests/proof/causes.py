"""One action that changed many cells: pasting, clearing, deleting, saving by another program."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial

from builder.book.book_plan import InputKind
from builder.book.naming import row_name
from builder.book.sheet import Content, Formula
from builder.formula.address import area_address, cell_address
from builder.formula.expression import Cell
from builder.formula.words import plus
from builder.kit.kit_plan import KitPlan, LeafPlan
from builder.kit.sheet_names import APPLICANT, EVIDENCE, EVIDENCE_TABLE, IDENTITY, METRICS, SCORING
from tests.proof.seeding import Sown, at, tampered
from tests.proof.structure import declared
from tests.support.workbooks import filled_bytes, whole_scheme
from tests.verify.cutting import with_cells_cut
from tests.verify.judged import Case
from tests.verify.tampering import (
    PROPERTIES,
    WORKBOOK,
    content_of,
    edited,
    sheet_part,
    with_cached,
    with_cell,
    with_cell_inserted,
    with_content,
    without_row,
    without_shared_formulas,
)

_FORMULA = re.compile(r"<f\b[^>]*/>|<f\b[^>]*>.*?</f>", re.DOTALL)


def without_formulas(content: bytes, plan: KitPlan, *sheets: str) -> bytes:
    """The file after somebody pasted whole sheets back as their values."""
    for sheet in sheets:
        if any(cell.sheet == sheet for cell, _ in plan.formulas):
            content = edited(content, sheet_part(plan, sheet), partial(_FORMULA.sub, ""))
    return content


def with_contents(chosen: Case, contents: Mapping[Cell, Content]) -> bytes:
    """The file with other contents in some fixed cells, everything calculated with them."""
    plan = chosen.plan
    for cell, content in contents.items():
        plan = with_content(plan, cell, content)
    return filled_bytes(plan, chosen.answers)


def without_rows(content: bytes, plan: KitPlan, sheet: str, first: int, last: int) -> bytes:
    """The file after somebody deleted some rows that follow each other."""
    for row in range(last, first - 1, -1):
        content = without_row(content, plan, sheet, row)
    return content


def sow_pasted(chosen: Case) -> Iterator[Sown]:
    """Formulas that became values, in all sheets, in one, in a stretch of a column."""
    plan, content = chosen.plan, chosen.content
    sheets = tuple(sheet.name for sheet in plan.sheets if sheet.name != IDENTITY)
    yield tampered(
        chosen, "全部公式变成值", lambda: without_formulas(content, plan, *sheets), "QA460"
    )
    for sheet in (SCORING, EVIDENCE, APPLICANT):
        yield tampered(
            chosen,
            f"一张表的公式变成值 {sheet}",
            partial(without_formulas, content, plan, sheet),
            "QA461",
        )
    near = _neighbours(plan)
    if near is None:
        return
    one, two = near
    values: dict[Cell, Content] = {one.counted: Decimal(1), two.counted: Decimal(2)}
    yield tampered(
        chosen,
        "一段公式变成值",
        lambda: with_contents(chosen, values),
        at("QA461", one.counted, one.code),
    )


def sow_overwritten(chosen: Case) -> Iterator[Sown]:
    """Cells that touch, all of one sort or of several."""
    plan = chosen.plan
    near = _neighbours(plan)
    if near is not None:
        yield from _two_rows(chosen, *near)
    title = next(cell for cell in plan.sheet(EVIDENCE).cells if cell.content == "编号")
    heads: dict[Cell, Content] = {
        Cell(EVIDENCE, title.row, title.column): "序号",
        Cell(EVIDENCE, title.row + 1, title.column): "1",
    }
    yield tampered(
        chosen,
        "表头和编号被改",
        lambda: with_contents(chosen, heads),
        at("QA463", Cell(EVIDENCE, title.row, title.column)),
    )
    titles: dict[Cell, Content] = {
        Cell(sheet, 1, 1): f"{_content(plan, Cell(sheet, 1, 1))}（定稿）"
        for sheet in (APPLICANT, SCORING, EVIDENCE)
    }
    yield tampered(chosen, "三张表的标题都被改", lambda: with_contents(chosen, titles), "QA497")
    state = plan.evidence[0].status
    block: dict[Cell, Content] = {
        Cell(EVIDENCE, state.row - 1, state.column): "结果",
        state: "有效",
        Cell(EVIDENCE, state.row + 1, state.column): "有效",
    }
    yield tampered(
        chosen,
        "表头和状态一起被盖",
        lambda: with_contents(chosen, block),
        at("QA465", Cell(EVIDENCE, state.row - 1, state.column)),
    )


def _two_rows(chosen: Case, one: LeafPlan, two: LeafPlan) -> Iterator[Sown]:
    """The same altered or emptied in two rows that follow each other."""
    plan = chosen.plan
    formulas = {leaf.counted: _more(plan, leaf.counted) for leaf in (one, two)}
    yield tampered(
        chosen,
        "一段公式被改",
        lambda: with_contents(chosen, formulas),
        at("QA462", one.counted, one.code),
    )
    texts = [
        cell
        for leaf in (one, two)
        for cell in (Cell(SCORING, leaf.score.row, column) for column in range(1, 5))
        if isinstance(_content(plan, cell), str) and _content(plan, cell)
    ]
    column = texts[-1].column
    changed: dict[Cell, Content] = {
        cell: f"{_content(plan, cell)}（略）" for cell in texts if cell.column == column
    }
    if len(changed) > 1:
        yield tampered(
            chosen,
            "两段原文被改",
            lambda: with_contents(chosen, changed),
            at("QA463", next(iter(changed)), one.code),
        )
    points = [
        cell
        for leaf in (one, two)
        for cell in (Cell(SCORING, leaf.score.row, column) for column in range(1, 8))
        if isinstance(_content(plan, cell), Decimal)
    ]
    doubled: dict[Cell, Content] = {cell: Decimal(999) for cell in points}
    if len(points) == 2:
        yield tampered(
            chosen,
            "两个分值被改",
            lambda: with_contents(chosen, doubled),
            at("QA464", points[0], one.code),
        )
    emptied: Mapping[Cell, Content] = {leaf.counted: None for leaf in (one, two)} | {
        leaf.status: None for leaf in (one, two)
    }
    yield tampered(
        chosen,
        "两行公式被清除",
        lambda: with_contents(chosen, emptied),
        at("QA466", one.counted, one.code),
    )


def sow_rows(chosen: Case) -> Iterator[Sown]:
    """Rows that were only room: one between rows in use, and some whose formulas broke."""
    plan, content = chosen.plan, chosen.content
    top = plan.leaves[1].score
    if not chosen.leaf.banded:
        pushed = Cell(SCORING, top.row + 1, top.column)
        yield tampered(
            chosen,
            "插入单元格",
            lambda: with_cell_inserted(content, plan, top),
            at("QA438", pushed),
        )
    proof, spot = plan.evidence[0], plan.evidence[-2]
    yield tampered(
        chosen,
        "剪切一份证据到空行",
        lambda: with_cells_cut(content, plan, (proof.indicator, proof.file), spot.indicator),
        at("QA439", proof.indicator),
    )
    row = plan.evidence[0].name.row + 1
    second = row_name(EVIDENCE_TABLE, 2, "")
    blank = {name: None for name in chosen.answers if name.startswith(second)}
    spare = {
        row_name(EVIDENCE_TABLE, 290, key): chosen.answers[row_name(EVIDENCE_TABLE, 2, key)]
        for key in ("indicator", "name")
    }
    yield tampered(
        chosen,
        "删两行证据之间的空行",
        lambda: without_row(chosen.with_answers(**blank, **spare), plan, EVIDENCE, row),
        at("QA467", Cell(EVIDENCE, row, 1)),
    )
    figures = [one.name for one in plan.metrics.rows] if plan.metrics else []
    asked = {item.cell for item in plan.inputs}
    free = [cell.row for cell in figures if cell in asked]
    first = next((row for row in free if row + 1 in free), 0)
    if first:
        whole = without_shared_formulas(content, plan, METRICS)
        yield tampered(
            chosen,
            "删指标空行后公式断开",
            lambda: _broken(without_rows(whole, plan, METRICS, first, first + 1), plan),
            at("QA404", Cell(METRICS, first, 1)),
            besides=("QA601", "QA602"),
        )


def _broken(content: bytes, plan: KitPlan) -> bytes:
    """The file as LibreOffice leaves formulas that a table shared, when rows of it are deleted."""
    return edited(
        content,
        sheet_part(plan, METRICS),
        lambda xml: re.sub(r"(<f>[^<]*?)\bE\d+\b", r"\1#REF!", xml, count=5),
    )


def sow_chosen(chosen: Case) -> Iterator[Sown]:
    """Two of three places of identity changed, bands that were typed, a score that became a day."""
    plan = chosen.plan
    mark = plan.identity.fingerprint
    forged = "0" * len(mark)
    yield tampered(
        chosen,
        "两处标识被改",
        lambda: edited(
            edited(chosen.content, PROPERTIES, lambda xml: xml.replace(mark, forged)),
            WORKBOOK,
            lambda xml: xml.replace(mark, forged),
        ),
        f"QA304 {IDENTITY}",
    )
    scheme = whole_scheme(plan.identity.scheme)
    options = [f"{choice.name}={option}" for choice in scheme.choices for option in choice.options]
    for option in [one for one in options if one != plan.identity.choice][:3]:
        yield tampered(
            chosen,
            f"三处都改成别的选择 {option}",
            partial(declared, chosen, {"choice": option}),
            f"QA304 {IDENTITY}",
        )
    for item in [one for one in plan.inputs if one.kind is InputKind.BAND][:3]:
        band = chosen.answers.get(item.name)
        if not band:
            continue
        for what, typed, code in (
            ("多一空格", f"{band} ", "QA469"),
            ("多一不换行空格", f"\u00a0{band}", "QA469"),
            ("不在列表", "优秀", "QA468"),
        ):
            yield tampered(
                chosen,
                f"档{what} {item.indicator}",
                partial(chosen.with_answers, **{item.name: typed}),
                at(code, item.cell, item.indicator),
            )
    leaf = chosen.leaf
    if not leaf.banded:
        yield tampered(
            chosen,
            "自评分成了日期，没有重新计算",
            lambda: with_cached(chosen.content, plan, leaf.score, "45672"),
            at("QA503", leaf.score, leaf.code),
        )


def sow_rules(chosen: Case) -> Iterator[Sown]:
    """Rules, names and letters as other programs and a careless hand leave them."""
    plan, content = chosen.plan, chosen.content
    part = sheet_part(plan, EVIDENCE)
    first, last = plan.evidence[0].name.row, plan.evidence[-1].name.row

    def shorter(xml: str) -> str:
        return re.sub(rf'(sqref="[A-Z]+{first}:[A-Z]+){last}"', rf'\g<1>{first + 90}"', xml)

    yield tampered(
        chosen,
        "空行的格式被清除",
        lambda: edited(content, part, shorter),
        at("QA435", Cell(EVIDENCE, first + 91, 2)),
        besides=("QA436",),
    )
    yield tampered(
        chosen,
        "整张表的限制丢失",
        lambda: edited(
            content, part, lambda xml: re.sub(r"<dataValidations.*</dataValidations>", "", xml)
        ),
        at("QA434", Cell(EVIDENCE, first, 2)),
    )
    if not chosen.leaf.banded:
        scores = next(each for each in plan.sheet(SCORING).validations if each.title == "自评分")
        corner = scores.cells[0]
        whole = area_address(
            corner.first_row, corner.first_column, corner.last_row, corner.last_column
        )
        rest = area_address(
            corner.first_row + 1, corner.first_column, corner.last_row, corner.last_column
        )
        if whole != cell_address(corner.first_row, corner.first_column):
            yield tampered(
                chosen,
                "粘贴盖住第一格的限制",
                lambda: edited(
                    content, sheet_part(plan, SCORING), lambda xml: _cut(xml, whole, rest)
                ),
                at("QA435", Cell(SCORING, corner.first_row, corner.first_column)),
            )
    names = [one for one in plan.inputs if one.kind is InputKind.TEXT and not one.table][:4]

    def redirected(xml: str) -> str:
        for item in names:
            pattern = rf'(name="{item.name}"[^>]*>[^<]*)\${item.cell.row}<'
            xml = re.sub(pattern, rf"\g<1>${item.cell.row + 40}<", xml)
        return xml

    if len(names) == 4:
        yield tampered(
            chosen,
            "许多名称被改指",
            lambda: edited(content, WORKBOOK, redirected),
            at("QA432", names[0].cell),
        )
    head = next(
        Cell(EVIDENCE, cell.row, cell.column)
        for cell in plan.sheet(EVIDENCE).cells
        if cell.content == "文件名"
    )
    inline = "<is><t>文件名\u200b</t></is></c>"
    yield tampered(
        chosen,
        "原文里多了零宽字符",
        lambda: with_cell(
            content,
            plan,
            head,
            lambda _: f'<c r="{cell_address(head.row, head.column)}" t="inlineStr">{inline}',
        ),
        at("QA421", head),
    )


def _cut(xml: str, whole: str, rest: str) -> str:
    """The rule of scores without the first cell, its text left as it was."""
    return re.sub(rf'(sqref="){whole}\b', rf"\g<1>{rest}", xml, count=1)


def _neighbours(plan: KitPlan) -> tuple[LeafPlan, LeafPlan] | None:
    """Two scored rows that stand one under the other; ``None`` where a heading parts all."""
    pairs = zip(plan.leaves, plan.leaves[1:], strict=False)
    return next((pair for pair in pairs if pair[1].score.row == pair[0].score.row + 1), None)


def _more(plan: KitPlan, cell: Cell) -> Formula:
    formula = _content(plan, cell)
    assert isinstance(formula, Formula)
    return Formula.of(plus(formula.expression, 3))


def _content(plan: KitPlan, cell: Cell) -> Content:
    known = {(each.row, each.column) for each in plan.sheet(cell.sheet).cells}
    return content_of(plan, cell) if (cell.row, cell.column) in known else None
