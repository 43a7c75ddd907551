"""Answers that are not what they look like: hidden characters, error values, days, odd figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from builder.book.book_plan import InputPlan
from builder.book.naming import indicator_name, row_name
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.kit.eligibility_sheet import NOT_OURS
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.model.office import FieldKind
from builder.verify.checks.unlikely_answers import is_named
from tests.proof.seeding import Sown, answered, at, tampered
from tests.support.workbooks import shipped_plan
from tests.verify.judged import Case
from tests.verify.tampering import with_cell

# One of each sort of what nobody sees.
UNSEEN = {
    "不间断空格": "\u00a0",
    "零宽空格": "\u200b\u200b",
    "软连字符": "\u00ad",
    "方向控制": "\u202e",
    "谚文填充": "\u3164",
    "盲文空格": "\u2800",
    "标签字符": "\U000e0041",
    "变体选择": "\ufe0f",
    "控制字符": "\x0b",
}
# However a day is written, it is this one.
WRITTEN_DAYS: tuple[Value, ...] = (
    *("2009-05-18", "2009/5/18", "2009.5.18", "2009年5月18日", "2009-5-18", "20090518"),
    *("２００９年５月１８日", "2009-05-18T00:00:00", "2009/5/18 8:30:00", "二〇〇九年五月十八日"),
    *("2009-05", "2009年5月", "2009.5", Decimal(39951), Decimal(20090518), Decimal("39951.25")),
)


def sow_unseen(chosen: Case) -> Iterator[Sown]:
    """Names of nothing that can be seen, and characters that hide in what is not free text."""
    names = _names(chosen)
    applicant = chosen.plan.fields[1].inputs[0]
    for what, text in UNSEEN.items():
        line = at("QA510", applicant)
        yield answered(chosen, f"申报者只有{what}", line, **{names[applicant].name: text})
    for sign in ("\u202e", "\u202b", "\u2067"):
        turned = {names[applicant].name: f"甲公司{sign}司公乙"}
        yield answered(chosen, f"申报者里有 {ord(sign):x}", at("QA494", applicant), **turned)
    proof = row_name(EVIDENCE_TABLE, 1, "name")
    where = chosen.plan.evidence[0].name
    own = next(item.indicator for item in chosen.plan.inputs if item.name == proof)
    turned = {proof: f"{chosen.answers[proof]}\u202e书证"}
    yield answered(chosen, "证据名称倒着显示", at("QA494", where, own), **turned)
    for field in chosen.plan.fields:
        cell = field.inputs[0]
        given = chosen.answers[names[cell].name]
        if field.kind in (FieldKind.OPTION, FieldKind.CREDIT_CODE, FieldKind.INDUSTRY):
            hidden = {names[cell].name: f"{given}\u200b"}
            # Of an option it is beyond doubt which one is meant.
            code = "QA530" if field.kind is FieldKind.CREDIT_CODE else "QA469"
            yield answered(chosen, f"{field.title}混入零宽", at(code, cell), **hidden)
    score, leaf = chosen.score, chosen.leaf
    given = chosen.answers[score.name]
    assert isinstance(given, Decimal)
    text = f"{given * 100:f}%" if leaf.banded else f"{given:f}"
    line = at("QA531", leaf.score, leaf.code)
    yield answered(chosen, "得分混入零宽", line, **{score.name: f"{text[0]}\u200b{text[1:]}"})
    line = at("QA529", leaf.score, leaf.code)
    yield answered(chosen, "得分混入空格", line, **{score.name: f"{text[0]}\u00a0好"})
    if leaf.banded:
        band = indicator_name("band", leaf.code)
        cell = next(item.cell for item in chosen.plan.inputs if item.name == band)
        hidden = {band: f"{chosen.answers[band]}\u00a0"}
        yield answered(chosen, "档混入空格", at("QA469", cell, leaf.code), **hidden)


def sow_error_values(chosen: Case) -> Iterator[Sown]:
    """Error values and truth values where an answer belongs: one finding at that cell."""
    names = _names(chosen)
    fields = {field.kind: field.inputs[0] for field in reversed(chosen.plan.fields)}
    for error, kind in (
        (ErrorValue.NA, FieldKind.TEXT),
        (ErrorValue.REF, FieldKind.NUMBER),
        (ErrorValue.VALUE, FieldKind.DATE),
        (ErrorValue.NAME, FieldKind.CREDIT_CODE),
        (ErrorValue.NUM, FieldKind.YEARS),
    ):
        if kind in fields:
            yield _error(chosen, names[fields[kind]], error)
    yield _error(chosen, chosen.score, ErrorValue.DIV0)
    row = chosen.plan.evidence[-1]
    more = len(chosen.plan.evidence)
    full: dict[str, Value] = {
        row_name(EVIDENCE_TABLE, more, "indicator"): chosen.leaf.label,
        row_name(EVIDENCE_TABLE, more, "name"): "另一份证书",
    }
    for cell, error in ((row.name, ErrorValue.NA), (row.until, ErrorValue.VALUE)):
        yield _error(chosen, names[cell], error, **full)
    if chosen.plan.metrics is not None:
        year = chosen.plan.metrics.rows[0].years[1]
        yield _error(chosen, names[year], ErrorValue.NA)
    for asked in chosen.plan.confirmations[:1]:
        yield _error(chosen, names[asked.answer], ErrorValue.NA)
    for kind in (FieldKind.TEXT, FieldKind.DATE, FieldKind.OPTION):
        if kind in fields:
            item = names[fields[kind]]
            line = at("QA528", item.cell)
            yield answered(chosen, f"{item.title}填逻辑值", line, **{item.name: True})


def sow_unlikely(chosen: Case) -> Iterator[Sown]:
    """What is possible and unlikely: a hint at its cell."""
    names = _names(chosen)
    days = [field.inputs[0] for field in chosen.plan.fields if field.kind is FieldKind.DATE]
    for value in ("2031-01-01", "2035年5月", "1580-03-01", Decimal(47849)):
        for cell in days[:1]:
            line = at("QA532", cell)
            yield answered(chosen, f"日期 {value}", line, **{names[cell].name: value})
    named = [f for f in chosen.plan.fields if f.kind is FieldKind.TEXT and is_named(f.title)]
    numbers: tuple[Value, ...] = ("２０２６", Decimal(320))
    for field, number in zip(named, numbers, strict=False):
        cell = field.inputs[0]
        line = at("QA536", cell)
        yield answered(chosen, f"{field.title}填数", line, **{names[cell].name: number})
    needed = (field for field in named if field.required)
    for field, words in zip(needed, ("待补充", "ＸＸＸ公司"), strict=False):
        cell = field.inputs[0]
        yield answered(
            chosen, f"{field.title}填{words}", at("QA580", cell), **{names[cell].name: words}
        )
    for row, words in zip(chosen.plan.evidence, ("无", "——"), strict=False):
        line = at("QA580", row.name, "")
        yield answered(chosen, f"证据名称{words}", line, **{names[row.name].name: words})
    year = chosen.plan.year
    yield answered(chosen, "申报年度 2062", at("QA532", year), **{names[year].name: Decimal(2062)})
    conditions = [one for one in chosen.plan.confirmations if not one.veto]
    if len(conditions) > 1:
        answers: dict[str, Value] = {names[one.answer].name: NOT_OURS for one in conditions}
        yield answered(chosen, "条件全不适用", at("QA533", conditions[0].answer), **answers)
    notes = [names[cell] for cell in names if names[cell].name.startswith("note_")]
    leaves = {leaf.code for leaf in chosen.plan.leaves}
    own = [item for item in notes if item.indicator in leaves]
    if len(own) >= 4:
        first = own[0]
        for what, code, text in (("千篇一律", "QA534", "已建立制度。"), ("没有", "QA535", None)):
            said: dict[str, Value] = dict.fromkeys((item.name for item in own), text)
            line = at(code, first.cell, "")
            yield answered(chosen, f"自评说明{what}", line, **said)
    yield from _figures(chosen, names)


def _figures(chosen: Case, names: dict[Cell, InputPlan]) -> Iterator[Sown]:
    rows = () if chosen.plan.metrics is None else chosen.plan.metrics.rows
    printed = {
        (cell.row, cell.column): cell.content
        for sheet in chosen.plan.sheets
        if rows and sheet.name == rows[0].name.sheet
        for cell in sheet.cells
    }
    for unit, value, code in (("%", Decimal(150), "QA755"), ("件", Decimal(-3), "QA756")):
        for row in rows:
            name = str(printed.get((row.name.row, row.name.column)))
            if printed.get((row.name.row, row.name.column + 1)) == unit and (
                unit != "%" or "满意度" in name
            ):
                key = names[row.years[1]].name
                line = at(code, row.years[1], row.indicator)
                yield answered(chosen, f"{row.number} 填 {value}", line, **{key: value})
                break
    for row in rows[:1]:
        key = names[row.years[2]].name
        line = at("QA758", row.years[2], row.indicator)
        if printed.get((row.name.row, row.name.column + 1)) != "%":
            leap = {key: Decimal(600_000)}
            yield answered(chosen, f"{row.number} 元当万元", line, **leap)
    years = {f.title: f.inputs for f in chosen.plan.fields if f.kind is FieldKind.YEARS}
    for title, cells in years.items():
        if title.startswith("利润"):
            line = at("QA757", cells[0])
            more = {names[cells[0]].name: Decimal(5000)}
            yield answered(chosen, "利润高于收入", line, **more)
        if title.startswith("营业收入"):
            line = at("QA758", cells[1])
            leap = {names[cells[1]].name: Decimal(12_345_000)}
            yield answered(chosen, "收入元当万元", line, **leap)


def _error(chosen: Case, item: InputPlan, error: ErrorValue, **besides: Value) -> Sown:
    """The value of a formula that somebody pasted; half of them as the text that was shown."""
    what = f"{item.title} {error}"
    line = at("QA527", item.cell, item.indicator)
    answers = {**besides, item.name: error}
    if error in (ErrorValue.NA, ErrorValue.NUM):
        return answered(chosen, what, line, **{**answers, item.name: error.value})

    def held(xml: str) -> str:
        return re.sub(r't="s"><v>\d+</v>', f't="e"><v>{error}</v>', xml)

    def pasted() -> bytes:
        return with_cell(chosen.with_answers(**answers), chosen.plan, item.cell, held)

    return tampered(chosen, what, pasted, line)


def _names(chosen: Case) -> dict[Cell, InputPlan]:
    return {item.cell: item for item in chosen.plan.inputs}


def honest_days(scheme_id: str) -> Iterator[dict[str, Value]]:
    """Answers in which a day is written in every way, in 基本信息 and among the evidence."""
    plan = shipped_plan(scheme_id)
    names = {item.cell: item.name for item in plan.inputs}
    for day in WRITTEN_DAYS:
        fields = [field.inputs[0] for field in plan.fields if field.kind is FieldKind.DATE]
        founded = {names[cell]: day for cell in fields if "出生" not in cell.sheet}
        proved = {row_name(EVIDENCE_TABLE, 1, "issued"): day}
        yield {**founded, **proved}
