"""资格与否决: every requirement and every veto in the notice's words, answered one by one.

Nothing here changes a score: an answer is shown and flagged, and people decide.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.canvas import Canvas
from builder.book.naming import indicator_name
from builder.book.sheet import ConditionPlan, Merge, SheetPlan, ValidationPlan
from builder.book.style import Style
from builder.book.text_height import row_height
from builder.book.text_pieces import pieces
from builder.formula.expression import Cell, Expression
from builder.formula.words import AND, NOT, equal
from builder.frozen import frozen
from builder.kit.kit_plan import ConfirmationPlan
from builder.kit.reminders import reminders_by_place
from builder.kit.sheet_names import ELIGIBILITY
from builder.kit.status import (
    DONE,
    FLAGGED,
    UNANSWERED,
    UNPROVED_CLAIM,
    first_word,
    is_blank,
    one_of,
)
from builder.model.scheme import Condition, Scheme

MET, UNMET, NOT_OURS = "符合", "不符合", "不适用"
PRESENT, ABSENT = "有", "无"
_ELIGIBILITY_ANSWERS = (MET, UNMET, NOT_OURS)
_VETO_ANSWERS = (ABSENT, PRESENT)
PROOF_LENGTH = 500
_WIDTHS = (8.0, 66.0, 34.0, 11.0, 40.0, 11.0)
_HEADINGS = ("编号", "原文", "逐项回答", "回答", "证明材料或说明", "状态")
_HINT = "逐行回答。回答只作提示，不影响自评分，也不自动否决；是否符合资格、是否否决由主办单位认定。"


@frozen
class EligibilityPlan:
    """The sheet, its inputs from top to bottom, and one entry an answer."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]
    confirmations: tuple[ConfirmationPlan, ...]


@dataclass(kw_only=True)
class _Layout:
    canvas: Canvas
    row: int
    inputs: list[InputPlan] = field(default_factory=list)
    confirmations: list[ConfirmationPlan] = field(default_factory=list)


def plan_eligibility(scheme: Scheme) -> EligibilityPlan | None:
    """The sheet of a scheme that asks for eligibility or names vetoes, ``None`` for others."""
    if not scheme.eligibility and not scheme.vetoes:
        return None
    canvas = Canvas(ELIGIBILITY, _WIDTHS)
    canvas.title(f"{scheme.title}　资格与否决")
    canvas.line(2, Style.GUIDE, _HINT)
    canvas.headings(3, _HEADINGS)
    layout = _Layout(canvas=canvas, row=4)
    for condition in scheme.eligibility:
        _condition(layout, scheme, condition, veto=False)
    for condition in scheme.vetoes:
        _condition(layout, scheme, condition, veto=True)
    sheet = replace(
        canvas.sheet,
        validations=tuple(_validations(layout)),
        conditions=_colours(layout),
        head_rows=3,
        landscape=True,
        begins_high=True,
        tab_style=Style.INPUT_POINTS,
    )
    return EligibilityPlan(
        sheet=sheet, inputs=tuple(layout.inputs), confirmations=tuple(layout.confirmations)
    )


def _condition(layout: _Layout, scheme: Scheme, condition: Condition, *, veto: bool) -> None:
    canvas, first = layout.canvas, layout.row
    asked = condition.circumstances or ("是否存在上列情形" if veto else "是否符合上列要求",)
    text = "" if condition.circumstances else condition.text
    for place, circumstance in enumerate(asked, start=1):
        code = condition.code if len(asked) == 1 else f"{condition.code}.{place}"
        _question(layout, condition.code, code, circumstance, veto=veto, wording=text)
    marks = [reminder.line for reminder in reminders_by_place(scheme).get(condition.code, ())]
    words = "\n".join((condition.text, *marks))
    # Beside rows that are high enough by themselves a text stands once; a higher one stands in the
    # first, so that every row may grow and shrink with what is typed.
    beside_all = row_height(((words, _WIDTHS[1]),)) <= sum(map(_height, asked))
    parts = () if beside_all else pieces(words, _WIDTHS[1])
    for _ in range(len(asked), len(parts)):
        canvas.fill(layout.row, range(3, len(_WIDTHS) + 1), Style.NOTE)
        layout.row += 1
    last = layout.row - 1
    canvas.span(Merge.down(1, first, last), Style.NUMBER, condition.code)
    if beside_all:
        canvas.span(Merge.down(2, first, last), Style.OFFICIAL, words)
    beside = zip_longest(asked, parts, fillvalue="")
    for row, (question, part) in enumerate(beside, start=first):
        if not beside_all:
            canvas.put(row, 2, Style.OFFICIAL, part or None)
        canvas.grow(row, ((part, _WIDTHS[1]),), least=_height(question))


def _height(question: str) -> float:
    """How high a row is for what is asked in it."""
    return row_height(((question, _WIDTHS[2]),), least=28.0)


def _question(
    layout: _Layout, condition: str, code: str, circumstance: str, *, veto: bool, wording: str
) -> None:
    canvas, row = layout.canvas, layout.row
    kind = "veto" if veto else "eligible"
    title = f"{code}　{circumstance}"
    canvas.put(row, 3, Style.OFFICIAL, circumstance)
    answer = canvas.put(row, 4, Style.INPUT_OPTION)
    proof = canvas.put(row, 5, Style.INPUT_TEXT)
    status = canvas.compute(row, 6, Style.STATUS, _state(answer, proof, veto=veto))
    options = _VETO_ANSWERS if veto else _ELIGIBILITY_ANSWERS
    layout.inputs += (
        InputPlan(
            name=indicator_name(kind, code),
            kind=InputKind.CONFIRMATION,
            cell=answer,
            title=title,
            allowed=Allowed(options=options),
        ),
        InputPlan(
            name=indicator_name(f"{kind}_proof", code),
            kind=InputKind.TEXT,
            cell=proof,
            title=f"{title}　证明材料或说明",
            allowed=Allowed(longest=PROOF_LENGTH),
        ),
    )
    layout.confirmations.append(
        ConfirmationPlan(
            condition=condition,
            label=title,
            wording=wording,
            veto=veto,
            answer=answer,
            proof=proof,
            status=status,
        )
    )
    layout.row += 1


def _state(answer: Cell, proof: Cell, *, veto: bool) -> Expression:
    """The word for one answer: open, flagged, claimed without proof, or done."""
    options = _VETO_ANSWERS if veto else _ELIGIBILITY_ANSWERS
    unproved = AND(equal(answer, MET), is_blank(proof))
    return first_word(
        (NOT(one_of(answer, options)), UNANSWERED),
        (equal(answer, PRESENT if veto else UNMET), FLAGGED),
        *(() if veto else ((unproved, UNPROVED_CLAIM),)),
        otherwise=DONE,
    )


def _validations(layout: _Layout) -> Iterator[ValidationPlan]:
    for options, title in ((_ELIGIBILITY_ANSWERS, "资格"), (_VETO_ANSWERS, "否决情形")):
        cells = Merge.each(item.cell for item in layout.inputs if item.allowed.options == options)
        listed = "、".join(options)
        if cells:
            yield ValidationPlan.choice(
                options,
                cells,
                title=title,
                prompt=f"从下拉列表中选择：{listed}。",
                error=f"只能填：{listed}。",
            )
    yield ValidationPlan.text(
        PROOF_LENGTH,
        Merge.each(item.cell for item in layout.inputs if item.allowed.longest),
        title="证明材料或说明",
        prompt="写明证明材料的名称和编号，或说明情况。",
        error=f"不超过 {PROOF_LENGTH} 字。",
    )


def _colours(layout: _Layout) -> tuple[ConditionPlan, ...]:
    first = layout.confirmations[0].status
    states = Merge.each(item.status for item in layout.confirmations)
    alert = one_of(first, (FLAGGED, UNPROVED_CLAIM))
    return (
        ConditionPlan(rule=alert, cells=states, style=Style.ALERT),
        ConditionPlan(rule=equal(first, UNANSWERED), cells=states, style=Style.PENDING),
    )
