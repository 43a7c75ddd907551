"""The questions as a workbook to be filled in, and the answers read back from it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import Merge, ValidationPlan, Visibility
from builder.book.style import Style
from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.model.returned import ReturnedSheet, ReturnedWorkbook
from builder.notice.question import Decisions, Question

_QUESTIONS, _KEYS = "问题", "问题标识"
_WIDTHS = (7.0, 22.0, 22.0, 62.0, 34.0, 26.0, 30.0)
_HEADINGS = ("序号", "问的是", "在通知的哪里", "问题", "可以答", "建议", "回答")
_GUIDE = (
    "这些是通知没有写明、有矛盾或者程序认不准的地方。请在最后一列逐行回答：有下拉的从中选，没有的照“可以答”写。"
    "空着的照“建议”写进草稿，下次还会问。填好后保存，"
    "用 builder import 通知 --answers 这个文件 读回。"
)
_FIRST, _SUBJECT, _ANSWER = 4, 2, 7
_LONGEST_LIST, _LONGEST_ANSWER = 240, 200


def plan_form(title: str, questions: Sequence[Question], decisions: Decisions) -> BookPlan:
    """The workbook: a row for every question, those that were answered with their answer."""
    canvas = Canvas(_QUESTIONS, _WIDTHS)
    canvas.title(fitting(f"{title}　要定的事"))
    canvas.line(2, Style.GUIDE, _GUIDE)
    canvas.headings(3, _HEADINGS)
    keys = Canvas(_KEYS, (60.0, 60.0))
    validations: list[ValidationPlan] = []
    for row, question in enumerate(questions, start=_FIRST):
        allowed = "、".join(question.options) or "文字"
        texts = tuple(
            fitting(text)
            for text in (
                *(question.subject, question.place, question.words),
                *(allowed, question.proposal),
            )
        )
        canvas.put(row, 1, Style.NUMBER, Decimal(row - _FIRST + 1))
        for column, text in enumerate(texts, start=2):
            canvas.put(row, column, Style.OFFICIAL, text)
        canvas.fit(row, tuple(zip(texts, _WIDTHS[1:], strict=False)), least=22)
        listed = _is_listed(question)
        style = Style.INPUT_OPTION if listed else Style.INPUT_TEXT
        canvas.put(row, _ANSWER, style, decisions.answer(question))
        keys.put(row, 1, Style.IDENTITY, question.key)
        keys.put(row, 2, Style.IDENTITY, question.subject)
        validations.append(_validation(question, row, listed=listed))
    sheet = replace(canvas.sheet, validations=tuple(validations), head_rows=3, landscape=True)
    hidden = replace(keys.sheet, visibility=Visibility.HIDDEN)
    return BookPlan(title="问题", sheets=(sheet, hidden))


def _is_listed(question: Question) -> bool:
    """Whether the answers fit into the list of a cell."""
    words = ",".join(question.options)
    return (
        bool(words)
        and len(words) <= _LONGEST_LIST
        and not any(mark in option for option in question.options for mark in ',"')
    )


def _validation(question: Question, row: int, *, listed: bool) -> ValidationPlan:
    cells = (Merge.across(row, _ANSWER, _ANSWER),)
    title, prompt = "回答", "从下拉列表选择。" if listed else "照“可以答”写。"
    if listed:
        error = "请从下拉列表中选择。"
        return ValidationPlan.choice(
            question.options, cells, title=title, prompt=prompt, error=error
        )
    return ValidationPlan.text(_LONGEST_ANSWER, cells, title=title, prompt=prompt)


@frozen
class Answers:
    """The decisions with those of a form among them, and what could not be taken from it.

    ``idle`` are answers to what the notice does not ask.
    """

    decisions: Decisions
    findings: tuple[Finding, ...] = ()
    idle: tuple[Finding, ...] = ()


def read_form(
    path: str, book: ReturnedWorkbook, questions: Sequence[Question], decisions: Decisions
) -> Answers:
    """The answers of a form that was filled in; an empty one decides nothing."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    if not {_QUESTIONS, _KEYS} <= sheets.keys():
        words = "里面没有问题和它们的标识"
        return Answers(decisions=decisions, findings=(Finding.at("QA993", path, actual=words),))
    asked = {question.key: question for question in questions}
    findings: list[Finding] = []
    idle: list[Finding] = []
    known = 0
    for written_in, key, subject in _keys(sheets[_KEYS]):
        question = asked.get(key)
        known += question is not None
        row = _row_of(sheets[_QUESTIONS], written_in, subject)
        if row is None:
            words = f"“{subject}”这一行不在了，或者不止一行"
            findings.append(Finding.at("QA993", path, actual=words))
            continue
        answer = _words(sheets[_QUESTIONS].value(row, _ANSWER))
        if not answer:
            continue
        place = Place(path=path, sheet=_QUESTIONS, cell=cell_address(row, _ANSWER))
        if question is None:
            idle.append(Finding.at("QA1332", place, actual=answer, subject=subject))
        elif question.takes(answer):
            decisions = decisions.with_answer(question, answer)
        else:
            findings.append(
                Finding.at(
                    "QA994",
                    place,
                    actual=answer,
                    expected="、".join(question.options),
                    subject=question.subject,
                )
            )
    if not known:
        words = "没有一个问题是这份通知的"
        findings.append(Finding.at("QA993", path, actual=words))
    return Answers(decisions=decisions, findings=tuple(findings), idle=tuple(idle))


def _keys(sheet: ReturnedSheet) -> Iterator[tuple[int, str, str]]:
    """Each row as it was written: its place, the key and the subject of its question."""
    for (row, column), cell in sorted(sheet.cells.items()):
        if column == 1 and isinstance(cell.value, str):
            yield row, cell.value, _words(sheet.value(row, 2))


def _row_of(sheet: ReturnedSheet, row: int, subject: str) -> int | None:
    """Where a question stands now that rows may have been sorted or taken out."""
    said = fitting(subject)
    if not said or _words(sheet.value(row, _SUBJECT)) == said:
        return row
    found = [
        at
        for (at, column) in sheet.cells
        if column == _SUBJECT and _words(sheet.value(at, column)) == said
    ]
    return found[0] if len(found) == 1 else None


def _words(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.strip() if isinstance(value, str) else ""
