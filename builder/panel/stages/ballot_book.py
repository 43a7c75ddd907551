"""The workbook in which one member of the committee scores or votes."""

from collections.abc import Sequence
from dataclasses import replace

from builder.book.book_plan import Allowed, InputKind, InputPlan, NamePlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import Merge, SheetPlan, ValidationKind, ValidationPlan, Visibility
from builder.book.style import Style
from builder.formula.expression import Area, Cell
from builder.formula.render import plain_number, shown_number
from builder.formula.words import (
    AND,
    COUNTIF,
    IF,
    ISNUMBER,
    ROUND,
    at_least,
    at_most,
    different,
    equal,
)
from builder.kit.identity_sheet import KEY_COLUMN, VALUE_COLUMN
from builder.kit.kit_plan import ScoredPlan
from builder.kit.sheet_names import IDENTITY, TOTAL_NAME
from builder.model.identity import IDENTITY_KEYS, Identity
from builder.model.joins import Whole
from builder.model.panel.record import PanelRecord
from builder.model.panel.stage_rules import Defence, Vote
from builder.model.panel.stages import BARRED, VOTES, StageKind, StageTask
from builder.model.panel.task import Reviewer
from builder.panel.stages.standing import group_words, standing

# Raised whenever sheets, columns or names of a ballot change.
LAYOUT = "T1"
SIGNED, SIGNED_ON = "ballot_signature", "ballot_date"
OPEN, DONE = "待填", "完成"
# Decimal places of a score that a member may give.
PLACES = 2
_LONGEST = 100
_SHEETS = {StageKind.DEFENCE: "答辩评分", StageKind.VOTE: "表决"}
_WIDTHS = (7.0, 42.0, 24.0, 12.0, 13.0, 13.0, 11.0)
_ANSWER, _BARRED, _STATUS = 5, 6, 7


def answer_name(applicant: str) -> str:
    """The name of the input for what is given to an applicant."""
    return f"ballot_{applicant}"


def barred_name(applicant: str) -> str:
    """The name of the input in which a member says that he must not judge an applicant."""
    return f"ballot_barred_{applicant}"


def plan_ballot(record: PanelRecord, task: StageTask, member: Reviewer, award: str) -> ScoredPlan:
    """The whole workbook; ``award`` is what the award is called."""
    rules = record.merged.rules
    rule = rules.defence if task.kind is StageKind.DEFENCE else rules.vote
    if rule is None:
        raise ValueError("a stage without a rule")
    first = record.merged.task.applicant(task.applicants[0])
    place = f"ballot/{task.run}/{member.code}"
    identity = replace(first.identity, layout=LAYOUT, task=place)
    sheet, inputs, total = _ballot(record, task, member, award, rule)
    names = (NamePlan.of(item.name, item.cell) for item in inputs)
    return ScoredPlan(
        title=f"{award}　{task.kind.label}",
        identity=identity,
        award=award,
        sheets=(sheet, _identity_sheet(identity)),
        inputs=inputs,
        names=(*names, NamePlan.of(TOTAL_NAME, total)),
        leaves=(),
        groups=(),
        parts=(),
        bases=(),
        total=total,
        attainable=total,
        whole=Whole(stated=record.outcome(task.applicants[0]).stated),
        maximum=first.total,
    )


def _identity_sheet(identity: Identity) -> SheetPlan:
    canvas = Canvas(IDENTITY, (14.0, 60.0))
    for row, (key, value) in enumerate(zip(IDENTITY_KEYS, identity.values, strict=False), start=1):
        canvas.put(row, KEY_COLUMN, Style.IDENTITY, key)
        canvas.put(row, VALUE_COLUMN, Style.IDENTITY, value)
    return replace(canvas.sheet, visibility=Visibility.HIDDEN)


def _steps(task: StageTask, rule: Defence | Vote) -> str:
    if isinstance(rule, Defence):
        return (
            f"听取答辩后逐家打分，0 至 {plain_number(rule.points)} 分，最多 {PLACES} 位小数；"
            f"须回避的在“{BARRED}”一栏选“{BARRED}”，不打分。签名后原样交回，不要增删行列。"
        )
    told = "、".join(VOTES)
    return (
        f"逐家从下拉列表选择：{told}。名单已写明回避的不表决。"
        f"应投 {len(task.applicants)} 家，签名后原样交回，不要增删行列。"
    )


def _ballot(
    record: PanelRecord, task: StageTask, member: Reviewer, award: str, rule: Defence | Vote
) -> tuple[SheetPlan, tuple[InputPlan, ...], Cell]:
    is_vote = isinstance(rule, Vote)
    canvas = Canvas(_SHEETS[task.kind], _WIDTHS)
    canvas.title(f"{award}　{task.kind.label}{'表决票' if is_vote else '评分表'}", height=40)
    told = (
        f"评委：{member.code} {fitting(member.name)}　{member.role}　轮次：{task.run}",
        _steps(task, rule),
        f"规则（主办单位约定，非原文件规定）：{rule.words}",
    )
    row = canvas.lines(2, Style.GUIDE, told)
    middle = "总分" if is_vote else "名次"
    answer, beside = ("表决", "说明") if is_vote else ("答辩分", BARRED)
    canvas.headings(row, ("序号", "申报者", "组别", middle, answer, beside, "状态"))
    head, first = row, row + 1
    inputs: list[InputPlan] = []
    barred = {whom for who, whom in task.barred if who == member.code}
    asked: list[Cell] = []
    for number, applicant in enumerate(task.applicants, start=1):
        row += 1
        outcome, name = record.outcome(applicant), fitting(record.name(applicant))
        group = fitting(group_words(record, applicant)) or "—"
        canvas.put(row, 1, Style.NUMBER, str(number))
        canvas.put(row, 2, Style.NAME, name)
        canvas.put(row, 3, Style.NAME, group)
        shown = shown_number(standing(record, applicant)) if is_vote else str(outcome.place)
        canvas.put(row, 4, Style.NUMBER, shown)
        canvas.fit(row, ((name, _WIDTHS[1]), (group, _WIDTHS[2])), least=28)
        if applicant in barred:
            canvas.put(row, _ANSWER, Style.NOTE, BARRED)
            canvas.put(row, _BARRED, Style.NOTE, "名单写明")
            canvas.put(row, _STATUS, Style.STATUS, DONE)
            continue
        cell = canvas.put(row, _ANSWER, Style.INPUT_OPTION if is_vote else Style.INPUT_POINTS)
        asked.append(cell)
        inputs += _asked(canvas, cell, applicant, name, rule)
    status = Area(canvas.name, _STATUS, first, row)
    canvas.span(Merge.across(row + 1, 1, _ANSWER), Style.SUBTOTAL, "已填家数")
    canvas.fill(row + 1, (_BARRED,), Style.SUBTOTAL)
    total = canvas.compute(row + 1, _STATUS, Style.TOTAL_POINTS, COUNTIF(status, DONE))
    canvas.fit(row + 1, (), least=24)
    row += 2
    for name, title in ((SIGNED, "评委签名"), (SIGNED_ON, "日期")):
        canvas.span(Merge.across(row, 1, 2), Style.LABEL, title)
        cell = canvas.span(Merge.across(row, 3, _STATUS), Style.INPUT_TEXT)
        canvas.fit(row, (), least=30)
        allowed = Allowed(longest=_LONGEST)
        inputs.append(
            InputPlan(name=name, kind=InputKind.TEXT, cell=cell, title=title, allowed=allowed)
        )
        row += 1
    sheet = replace(
        canvas.sheet,
        validations=_validations(canvas, asked, inputs, rule),
        head_rows=head,
        tab_style=Style.INPUT_POINTS,
    )
    return sheet, tuple(inputs), total


def _asked(
    canvas: Canvas, cell: Cell, applicant: str, name: str, rule: Defence | Vote
) -> list[InputPlan]:
    """The inputs of one applicant, and the word that says whether they are filled in."""
    row = cell.row
    filled = different(cell, "")
    if isinstance(rule, Vote):
        canvas.put(row, _BARRED, Style.NOTE)
        canvas.compute(row, _STATUS, Style.STATUS, IF(filled, DONE, OPEN))
        allowed = Allowed(options=VOTES)
        kind = InputKind.CONFIRMATION
        return [
            InputPlan(
                name=answer_name(applicant), kind=kind, cell=cell, title=name, allowed=allowed
            )
        ]
    own = canvas.put(row, _BARRED, Style.INPUT_OPTION)
    state = IF(equal(own, BARRED), DONE, IF(ISNUMBER(cell), DONE, OPEN))
    canvas.compute(row, _STATUS, Style.STATUS, state)
    return [
        InputPlan(
            name=answer_name(applicant),
            kind=InputKind.SCORE,
            cell=cell,
            title=name,
            allowed=Allowed(low=rule.points - rule.points, high=rule.points),
        ),
        InputPlan(
            name=barred_name(applicant),
            kind=InputKind.CONFIRMATION,
            cell=own,
            title=f"{name}　{BARRED}",
            allowed=Allowed(options=(BARRED,)),
        ),
    ]


def _validations(
    canvas: Canvas, asked: Sequence[Cell], inputs: Sequence[InputPlan], rule: Defence | Vote
) -> tuple[ValidationPlan, ...]:
    signed = tuple(
        ValidationPlan.text(
            _LONGEST, (Merge.of(item.cell),), title=item.title, prompt=f"不超过 {_LONGEST} 字。"
        )
        for item in inputs
        if item.name in (SIGNED, SIGNED_ON)
    )
    if not asked:
        return signed
    cells = Merge.each(asked)
    if isinstance(rule, Vote):
        choice = ValidationPlan.choice(
            VOTES,
            cells,
            title="表决",
            prompt=f"从下拉列表选择：{'、'.join(VOTES)}。",
            error="请从下拉列表中选择。",
        )
        return (choice, *signed)
    first, most = asked[0], plain_number(rule.points)
    fits = AND(
        ISNUMBER(first),
        at_least(first, 0),
        at_most(first, rule.points),
        equal(ROUND(first, PLACES), first),
    )
    score = ValidationPlan(
        kind=ValidationKind.CUSTOM,
        rule=fits,
        cells=cells,
        title="答辩分",
        prompt=f"0 至 {most} 分，最多 {PLACES} 位小数。",
        error=f"请填 0 至 {most} 之间的数，最多 {PLACES} 位小数。",
    )
    barred = ValidationPlan.choice(
        (BARRED,),
        Merge.each(canvas.cell(cell.row, _BARRED) for cell in asked),
        title=BARRED,
        prompt="与申报者有利害关系、须回避的选“回避”，不打分。",
        error="请从下拉列表中选择，或者留空。",
    )
    return (score, barred, *signed)
