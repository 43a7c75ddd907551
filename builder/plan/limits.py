"""Limits of Excel that neither schema nor validator knows, held against a plan before writing."""

from collections.abc import Iterator

from builder.findings.finding import Finding, Place
from builder.formula.expression import Cell
from builder.model.scheme import Scheme
from builder.plan.formula_text import formula_text
from builder.plan.naming import is_safe_name
from builder.plan.text_height import HIGHEST_ROW
from builder.plan.workbook import Formula, SheetPlan, ValidationPlan, WorkbookPlan

# Excel specifications and limits, and MS-OI29500 2.1.613 for validations.
LONGEST_TEXT = 32767
LONGEST_FORMULA = 8192
LONGEST_PROMPT = 255
LONGEST_ERROR = 224
LONGEST_TITLE = 32
LONGEST_LIST = 255
LONGEST_SHEET_NAME = 31


def check_limits(plan: WorkbookPlan, scheme: Scheme) -> tuple[Finding, ...]:
    """Everything in the plan that Excel would refuse, cut or misread, at the scheme's file."""
    place = Place(path=scheme.position.path, line=scheme.position.line, column=1)
    return tuple(
        Finding(
            code=code, place=place, actual=actual, details={"limit": str(limit), "where": where}
        )
        for code, where, actual, limit in (*_names(plan), *_sheets(plan))
    )


Excess = tuple[str, str, str, int]


def _names(plan: WorkbookPlan) -> Iterator[Excess]:
    for name in plan.names:
        if not is_safe_name(name.name):
            yield "QA181", name.name, name.name, LONGEST_PROMPT
    labels = [leaf.label for leaf in plan.leaves]
    for label in labels:
        if any(sign in label for sign in "*?~") or label[0] in "<>=":
            yield "QA182", label, label, 0
        elif labels.count(label) > 1:
            yield "QA183", label, label, 0


def _sheets(plan: WorkbookPlan) -> Iterator[Excess]:
    for sheet in plan.sheets:
        if len(sheet.name) > LONGEST_SHEET_NAME:
            yield "QA184", f"工作表名“{sheet.name}”", str(len(sheet.name)), LONGEST_SHEET_NAME
        for row, height in sheet.heights:
            if height > HIGHEST_ROW:
                where = f"“{sheet.name}”第 {row} 行的高度（磅）"
                yield "QA184", where, str(round(height)), int(HIGHEST_ROW)
        yield from _contents(sheet)
        for validation in sheet.validations:
            yield from _validation(validation)


def _contents(sheet: SheetPlan) -> Iterator[Excess]:
    for cell in sheet.cells:
        where = f"“{sheet.name}”第 {cell.row} 行第 {cell.column} 列"
        if isinstance(cell.content, str) and len(cell.content) > LONGEST_TEXT:
            yield "QA184", f"{where}的文字", str(len(cell.content)), LONGEST_TEXT
        if isinstance(cell.content, Formula):
            home = Cell(sheet=sheet.name, row=cell.row, column=cell.column)
            length = len(formula_text(cell.content, home))
            if length > LONGEST_FORMULA:
                yield "QA184", f"{where}的公式", str(length), LONGEST_FORMULA


def _validation(validation: ValidationPlan) -> Iterator[Excess]:
    texts = (
        ("提示", validation.prompt, LONGEST_PROMPT),
        ("出错提示", validation.error, LONGEST_ERROR),
        ("提示标题", validation.title, LONGEST_TITLE),
        ("下拉列表", validation.rule if isinstance(validation.rule, str) else "", LONGEST_LIST),
    )
    for what, words, limit in texts:
        if len(words) > limit:
            yield "QA184", f"“{validation.title}”的{what}", str(len(words)), limit
