"""The workbook of a panel's results: the ranking, each applicant's way to its score, the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.rate import rate
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.book.total_bars import total_bars
from builder.formula.expression import Area, Cell, Expression, constant
from builder.formula.words import IF, RANK, at_least
from builder.model.joins import Whole
from builder.model.panel.record import Outcome, PanelRecord
from builder.panel.consensus.guide import rule_words
from builder.panel.narrow import WIDEST
from builder.panel.results.leniency import plan_leniency
from builder.panel.results.order import gate_of
from builder.panel.review.tables import HEADER_ROW, begun, ended, text_table

NO_WHOLES: Mapping[str, Whole] = {}
# What stands for the place of one whose material did not take it to the site.
OUT = "未入围现场"
# Rules that a ranking is not made by.
_ELSEWHERE = ("讨论", "陈述答辩", "评委会投票")
RANKING, SCORES, RULES, FILES = "排名", "各项得分", "规则", "文件"
_BEFORE = ("名次", "名次（公式）", "编号", "申报者", "总分", "满分", "得分率")
_BEFORE_WIDTHS = (6.0, 8.0, 7.0, 28.0, 11.0, 9.0, 9.0)
_AFTER = ("达线", "入围", "资格与否决")
_AFTER_WIDTHS = (7.0, 7.0, 11.0)
_NAME, _TOTAL, _MOST, _RATE = 4, 5, 6, 7
_FIRST_PART = _RATE + 1
# As wide as a laptop and a page have room for, and as a heading of four lines needs.
_WIDEST_PART, _NARROWEST_PART = 13.0, 8.0
_HEADER_ROW = 3
_FIRST_ROW = _HEADER_ROW + 1
_SCORE_WIDTHS = (8.0, 32.0, 34.0, 10.0, 10.0, 10.0, 10.0, 40.0)
_SCORE_HEADINGS = ("编号", "申报者", "指标", "合成分", "合议分", "现场分", "采用分", "理由")


def plan_results(
    record: PanelRecord, title: str, wholes: Mapping[str, Whole] = NO_WHOLES
) -> BookPlan:
    """The whole workbook; ``title`` is what the award is called.

    ``wholes`` are how the totals come of their parts, by applicant, where they are not added up.
    Every kit has a ranking of its own, as what was chosen decides what its points measure, and in
    it every category of the office's.
    """
    groups = tuple(dict.fromkeys(one.group for one in record.outcomes))
    count = len(groups)
    names = [RANKING] if count == 1 else [f"{RANKING}{n}" for n in range(1, count + 1)]
    rankings = (
        _ranking(record, name, group, wholes) for name, group in zip(names, groups, strict=True)
    )
    sheets = (
        *rankings,
        _scores(record),
        *plan_leniency(record),
        _rules(record),
        _files(record),
    )
    return BookPlan(
        title=f"{title}　评审结果",
        sheets=sheets,
        shortened=record.divided,
    )


def plan_shortlist(record: PanelRecord, title: str) -> BookPlan:
    """Who goes on to the site by the material alone: places, totals, and nothing that is final."""
    heads = ("名次", "编号", "申报者", "组别", "材料评审总分", "结果")
    canvas = begun("材料评审", heads, (8.0, 9.0, 40.0, 34.0, 14.0, 16.0))
    for row, one in enumerate(record.outcomes, start=HEADER_ROW + 1):
        name = record.name(one.applicant)
        canvas.put(row, 1, Style.NUMBER, Decimal(one.place))
        canvas.put(row, 2, Style.NUMBER, one.applicant)
        canvas.put(row, 3, Style.NAME, name)
        canvas.put(row, 4, Style.NAME, one.group)
        canvas.put(row, 5, Style.POINTS, one.material)
        canvas.put(row, 6, Style.STATUS, "进入现场评审" if one.shortlisted else None)
        canvas.fit(row, ((name, 40.0), (one.group, 34.0)), least=24)
    rules = text_table(RULES, ("规则", "内容"), (20.0, 100.0), rule_words(record.merged.rules))
    sheets = (ended(canvas), rules)
    return BookPlan(
        title=f"{title}　入围现场名单",
        sheets=sheets,
        shortened=record.divided,
    )


def _ranking(record: PanelRecord, name: str, group: str, wholes: Mapping[str, Whole]) -> SheetPlan:
    outcomes = [one for one in record.outcomes if one.group == group]
    parts = _part_labels(outcomes)
    room = WIDEST - sum(_BEFORE_WIDTHS) - sum(_AFTER_WIDTHS)
    each = min(max(room / max(len(parts), 1), _NARROWEST_PART), _WIDEST_PART)
    widths = (*_BEFORE_WIDTHS, *(round(each, 1) for _ in parts), *_AFTER_WIDTHS)
    canvas = Canvas(name, widths)
    canvas.title(f"{group}　评审排名")
    told = "".join(
        words for label, words in rule_words(record.merged.rules) if label not in _ELSEWHERE
    )
    canvas.line(2, Style.GUIDE, f"{told}资格与否决只提请核实，不自动取舍。")
    headings = (*_BEFORE, *parts, *_AFTER)
    canvas.headings(_HEADER_ROW, headings)
    canvas.fit(_HEADER_ROW, tuple(zip(headings, widths, strict=True)), least=30)
    last = _HEADER_ROW + len(outcomes)
    within = _HEADER_ROW + sum(not one.out for one in outcomes)
    for row, outcome in enumerate(outcomes, start=_FIRST_ROW):
        whole = wholes.get(outcome.applicant, Whole(stated=outcome.stated))
        _applicant(canvas, row, within, record, outcome, parts, whole)
    return replace(
        canvas.sheet,
        charts=total_bars(
            "总分",
            name,
            rows=(_FIRST_ROW, last),
            columns=(_NAME, _TOTAL),
            corners=(last + 2, _FIRST_PART + len(parts) + 1),
        ),
        head_rows=_HEADER_ROW,
        head_columns=_NAME,
        landscape=True,
    )


def _part_labels(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """The first-level indicators of all applicants, whose kits may differ."""
    return tuple(dict.fromkeys(part.label for one in outcomes for part in one.parts))


def _applicant(
    canvas: Canvas,
    row: int,
    last: int,
    record: PanelRecord,
    outcome: Outcome,
    parts: tuple[str, ...],
    whole: Whole,
) -> None:
    gate = gate_of(outcome, record.merged.rules)
    totals = Area(sheet=canvas.name, column=_TOTAL, first_row=_FIRST_ROW, last_row=last)
    own = {part.label: part.score for part in outcome.parts}
    cells = [
        canvas.put(row, column, Style.POINTS, own.get(label))
        for column, label in enumerate(parts, start=_FIRST_PART)
    ]
    by_code = {label.partition(" ")[0]: cell for label, cell in zip(parts, cells, strict=True)}
    formula = whole.formula(by_code) or constant(outcome.total)
    total = canvas.compute(row, _TOTAL, Style.TOTAL_POINTS, formula)
    if outcome.out:
        canvas.put(row, 1, Style.NUMBER, OUT)
        canvas.put(row, 2, Style.NOTE)
    else:
        canvas.put(row, 1, Style.NUMBER, Decimal(outcome.place))
        canvas.compute(row, 2, Style.COMPUTED_COUNT, RANK(total, totals))
    canvas.put(row, 3, Style.NUMBER, outcome.applicant)
    name = record.merged.task.name(outcome.applicant)
    canvas.put(row, _NAME, Style.NAME, name)
    most = canvas.put(row, _MOST, Style.POINTS, outcome.maximum)
    canvas.compute(row, _RATE, Style.COMPUTED_PERCENT, rate(total, most))
    after = _FIRST_PART + len(parts)
    canvas.compute(row, after, Style.STATUS, _line(total, gate.line))
    canvas.put(row, after + 1, Style.STATUS, "入围" if outcome.shortlisted else None)
    canvas.put(row, after + 2, Style.STATUS, "提请核实" if outcome.flagged else None)
    canvas.fit(row, ((name, _BEFORE_WIDTHS[_NAME - 1]),), least=24)


def _line(total: Cell, line: Decimal | None) -> Expression:
    return constant("") if line is None else IF(at_least(total, line), "达线", "")


def _scores(record: PanelRecord) -> SheetPlan:
    canvas = begun(SCORES, _SCORE_HEADINGS, _SCORE_WIDTHS)
    row = HEADER_ROW
    for outcome in record.outcomes:
        name = record.merged.task.name(outcome.applicant)
        for code, joined in outcome.joined.items():
            row += 1
            reason = outcome.reasons.get(code, "")
            canvas.put(row, 1, Style.NUMBER, outcome.applicant)
            canvas.put(row, 2, Style.NAME, name)
            canvas.put(row, 3, Style.NAME, record.labels.get(code, code))
            for column, points in enumerate(
                (joined, outcome.agreed.get(code), outcome.site.get(code), outcome.points[code]),
                start=4,
            ):
                canvas.put(row, column, Style.POINTS, points)
            canvas.put(row, 8, Style.OFFICIAL, reason or None)
            texts = ((record.labels.get(code, code), _SCORE_WIDTHS[2]), (reason, _SCORE_WIDTHS[7]))
            canvas.fit(row, texts, least=22)
    return ended(canvas)


def _rules(record: PanelRecord) -> SheetPlan:
    task = record.merged.task
    lines = (
        ("评审编号", task.run),
        *rule_words(record.merged.rules),
        *(("更正", line) for line in record.corrections),
        ("不计入的评审表", "、".join(record.merged.left_out) or "没有"),
        *((one.code, f"{one.name}　{one.role}".strip()) for one in task.reviewers),
    )
    return text_table(RULES, ("规则", "内容"), (20.0, 100.0), lines)


def _files(record: PanelRecord) -> SheetPlan:
    merged = record.merged
    lines = (
        *((f"评分表 {one.code}", one.file, one.digest) for one in merged.task.applicants),
        *(
            (f"评审表 {one.reviewer}-{one.applicant}", one.file, one.digest)
            for one in merged.opinions
        ),
        *(
            (f"现场评审表 {one.examiner}-{one.applicant}", one.file, one.digest)
            for one in merged.visits
        ),
        *((f"合议表 {one.applicant}", one.file, one.digest) for one in record.outcomes),
    )
    return text_table(FILES, ("是什么", "文件", "SHA-256"), (14.0, 70.0, 70.0), lines)
