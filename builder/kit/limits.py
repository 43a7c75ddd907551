"""Limits of Excel that neither schema nor validator knows, held against a plan before writing."""

from collections.abc import Iterator

from builder.book.formula_text import formula_text
from builder.book.naming import is_safe_name
from builder.book.sheet import Formula, SheetPlan, ValidationPlan
from builder.book.text_height import HIGHEST_ROW
from builder.findings.finding import Finding, Place
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.model.joins import JoinKind
from builder.model.official import Indicator
from builder.model.scheme import Scheme

# Excel specifications and limits, and MS-OI29500 2.1.613 for validations.
LONGEST_TEXT = 32767
LONGEST_FORMULA = 8192
LONGEST_PROMPT = 255
LONGEST_ERROR = 224
LONGEST_TITLE = 32
LONGEST_LIST = 255
LONGEST_SHEET_NAME = 31


def check_limits(plan: ScoredPlan, scheme: Scheme) -> tuple[Finding, ...]:
    """Everything in the plan that Excel would refuse, cut or misread, at the scheme's file."""
    return tuple(
        Finding(
            code=code,
            place=_place(scheme, words),
            actual=actual,
            details={"limit": str(limit), "where": where},
        )
        for code, where, actual, limit, words in (
            *_names(plan),
            *_sheets(plan),
            *_formulas(plan, scheme),
        )
    )


# Code, where, actual and limit, and the words by which the place in the scheme is found.
Excess = tuple[str, str, str, int, str]


def _place(scheme: Scheme, words: str) -> Place:
    """Where in the scheme's file the words come from; its stated total where nobody can say."""
    position = scheme.position
    for node in scheme.walk:
        texts = (node.label, *(criterion.text for criterion in node.criteria))
        if words and any(text and text in words for text in texts):
            position = node.position
            break
    for condition in (*scheme.eligibility, *scheme.vetoes):
        if words and any(text in words for text in (condition.text, *condition.circumstances)):
            position = condition.position
    return Place(path=position.path, line=position.line, column=1)


def _names(plan: ScoredPlan) -> Iterator[Excess]:
    for name in plan.names:
        if not is_safe_name(name.name):
            yield "QA181", name.name, name.name, LONGEST_PROMPT, ""
    labels = [leaf.label for leaf in plan.leaves]
    for label in labels:
        if any(sign in label for sign in "*?~") or label[0] in "<>=":
            yield "QA182", label, label, 0, label
        elif labels.count(label) > 1:
            yield "QA183", label, label, 0, label


def _sheets(plan: ScoredPlan) -> Iterator[Excess]:
    for sheet in plan.sheets:
        if len(sheet.name) > LONGEST_SHEET_NAME:
            where = f"工作表名“{sheet.name}”"
            yield "QA184", where, str(len(sheet.name)), LONGEST_SHEET_NAME, ""
        for row, height in sheet.heights:
            if height > HIGHEST_ROW:
                where = f"“{sheet.name}”第 {row} 行的高度（磅）"
                words = "\n".join(
                    cell.content
                    for cell in sheet.cells
                    if cell.row == row and isinstance(cell.content, str)
                )
                yield "QA184", where, str(round(height)), int(HIGHEST_ROW), words
        yield from _contents(sheet)
        for validation in sheet.validations:
            yield from _validation(validation)


def _contents(sheet: SheetPlan) -> Iterator[Excess]:
    for cell in sheet.cells:
        where = f"“{sheet.name}”第 {cell.row} 行第 {cell.column} 列"
        if isinstance(cell.content, str) and len(cell.content) > LONGEST_TEXT:
            length = len(cell.content)
            yield "QA184", f"{where}的文字", str(length), LONGEST_TEXT, cell.content


def _formulas(plan: ScoredPlan, scheme: Scheme) -> Iterator[Excess]:
    """The longest formula that is too long, told once with what makes it so."""
    homes = (
        (sheet.name, cell, cell.content)
        for sheet in plan.sheets
        for cell in sheet.cells
        if isinstance(cell.content, Formula)
    )
    lengths = (
        (len(formula_text(formula, Cell(sheet=name, row=cell.row, column=cell.column))), name, cell)
        for name, cell, formula in homes
    )
    length, name, cell = max(lengths, key=lambda one: one[0], default=(0, "", None))
    if cell is None or length <= LONGEST_FORMULA:
        return
    where, words = f"“{name}”第 {cell.row} 行第 {cell.column} 列的公式", ""
    best = max(_best_of(scheme), key=lambda one: len(one.children), default=None)
    if best is not None and best.join is not None:
        words, count = best.label, len(best.children)
        where = f"“{words}”取最高的 {best.join.best} 项，下面有 {count} 组，合计公式的长度"
    yield "QA184", where, str(length), LONGEST_FORMULA, words


def _best_of(scheme: Scheme) -> Iterator[Indicator]:
    """The indicators that only some of their parts count for."""
    for node in scheme.walk:
        if node.join is not None and node.join.kind is JoinKind.BEST:
            yield node


def _validation(validation: ValidationPlan) -> Iterator[Excess]:
    texts = (
        ("提示", validation.prompt, LONGEST_PROMPT),
        ("出错提示", validation.error, LONGEST_ERROR),
        ("提示标题", validation.title, LONGEST_TITLE),
        ("下拉列表", validation.rule if isinstance(validation.rule, str) else "", LONGEST_LIST),
    )
    for what, words, limit in texts:
        if len(words) > limit:
            where = f"“{validation.title}”的{what}"
            yield "QA184", where, str(len(words)), limit, f"{words} {validation.title}"
