"""排名: the applicants of one award in the order of their verified scores, all live formulas.

Scores and points are what verification came to; everything beside them is computed from them.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.rate import rate
from builder.book.sheet import ConditionPlan, Merge, SheetPlan
from builder.book.style import Style
from builder.book.total_bars import total_bars
from builder.findings.rule import Severity
from builder.formula.expression import Area, Cell, constant
from builder.formula.render import plain_number
from builder.formula.words import (
    AVERAGE,
    IF,
    MAX,
    MEDIAN,
    MIN,
    RANK,
    ROUND,
    equal,
    more,
    plus,
    rows_where,
)
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.join_words import how_joined
from builder.model.verdict import Score, Verdict
from builder.overview.problems import ProblemRows

_BEFORE = ("名次", "文件号", "申报组织", "核验得分", "满分", "得分率")
_BEFORE_WIDTHS = (7.0, 8.0, 30.0, 11.0, 9.0, 9.0)
_AFTER = (*(severity.label for severity in Severity), "结果", "同一组织的文件数", "文件")
_AFTER_WIDTHS = (7.0, 7.0, 7.0, 10.0, 10.0, 40.0)
_PART_WIDTH = 12.0
_RANK, _FILE, _NAME, _TOTAL, _MOST, _RATE = range(1, 7)
_FIRST_PART = _RATE + 1
_HEADER_ROW = 3
_FIRST_ROW = _HEADER_ROW + 1
# What is told of a kit that nobody filled in.
_UNFILLED = frozenset({"QA512", "QA606"})
_NOT_FILLED, _AGAIN = "未填", "重复"
_PASSED, _FAULTY = "通过", "有问题"


@frozen
class Ranked:
    """An applicant to be ranked: the number of its file, what was said of it, its score."""

    number: int
    verdict: Verdict
    score: Score


@frozen
class _Table:
    """A table while it is laid out; ``parts`` are the labels of the first-level indicators.

    ``counted`` is the last row of those that are ranked.
    """

    canvas: Canvas
    parts: tuple[str, ...]
    last: int
    counted: int
    problems: ProblemRows

    def column(self, column: int) -> Area:
        """All applicants' cells of a column."""
        return Area(self.canvas.name, column, _FIRST_ROW, self.last)

    def ranked(self, column: int) -> Area:
        """The cells of a column of those that are ranked."""
        return Area(self.canvas.name, column, _FIRST_ROW, self.counted)

    @property
    def after(self) -> int:
        """The column behind the last first-level indicator."""
        return _FIRST_PART + len(self.parts)


def plan_ranking(
    name: str, title: str, applicants: Sequence[Ranked], problems: ProblemRows, told: str = ""
) -> SheetPlan:
    """The sheet of one award; ``applicants`` are sorted here, the best first.

    ``told`` is why the editions of several notices stand together.

    Behind those that are ranked stand the files that neither a rank nor a mean counts.
    """
    counted, others = _apart(applicants)
    ordered = (*counted, *(one for one, _ in others))
    words = dict(enumerate((word for _, word in others), start=_FIRST_ROW + len(counted)))
    parts = tuple(part.label for part in ordered[0].score.parts)
    widths = (*_BEFORE_WIDTHS, *(_PART_WIDTH for _ in parts), *_AFTER_WIDTHS)
    canvas = Canvas(name, widths)
    last = _HEADER_ROW + len(ordered)
    table = _Table(
        canvas=canvas,
        parts=parts,
        last=last,
        counted=_HEADER_ROW + len(counted),
        problems=problems,
    )
    canvas.title(f"{title}　核验得分排名")
    canvas.line(2, Style.GUIDE, f"{told}{_explained(ordered[0].score, others=bool(others))}")
    headings = (*_BEFORE, *parts, *_AFTER)
    canvas.headings(_HEADER_ROW, headings)
    canvas.fit(_HEADER_ROW, tuple(zip(headings, widths, strict=True)), least=30)
    for row, applicant in enumerate(ordered, start=_FIRST_ROW):
        _row(table, row, applicant, words.get(row, ""))
    _statistics(table)
    outcome = table.after + len(tuple(Severity))
    faulty = equal(canvas.cell(_FIRST_ROW, outcome), _FAULTY)
    area = Merge.down(outcome, _FIRST_ROW, last)
    return replace(
        canvas.sheet,
        conditions=(ConditionPlan(rule=faulty, cells=(area,), style=Style.ALERT),),
        charts=total_bars(
            "核验得分",
            name,
            rows=(_FIRST_ROW, table.counted),
            columns=(_NAME, _TOTAL),
            corners=(last + 6, table.after + 1),
        ),
        head_rows=_HEADER_ROW,
        head_columns=_NAME,
        landscape=True,
    )


def _apart(
    applicants: Sequence[Ranked],
) -> tuple[tuple[Ranked, ...], tuple[tuple[Ranked, str], ...]]:
    """Those that are ranked, the best first, and the others with the word that says why not.

    Of several files of one applicant the best is ranked; where nobody filled anything in, all are.
    """
    ordered = sorted(applicants, key=lambda one: (-one.score.total, one.number))
    counted: list[Ranked] = []
    others: list[tuple[Ranked, str]] = []
    known: set[str] = set()
    for one in ordered:
        called = reduced(one.verdict.applicant).casefold()
        if {finding.code for finding in one.verdict.findings} & _UNFILLED:
            others.append((one, _NOT_FILLED))
        elif called in known:
            others.append((one, _AGAIN))
        else:
            known |= {called} - {""}
            counted.append(one)
    return (tuple(counted), tuple(others)) if counted else (tuple(ordered), ())


def _explained(score: Score, *, others: bool) -> str:
    left = (
        f"同一组织有几个文件的，只有得分最高的一个参加排名和统计，其余写“{_AGAIN}”；"
        f"还没有填写的写“{_NOT_FILLED}”，不参加。"
    )
    return (
        "各一级指标的得分为按所填内容重新精确计算的结果；"
        f"核验得分为各一级指标{_joined_words(score)}，"
        f"不超过 {plain_number(score.whole.stated)} 分；"
        "得分相同的名次相同，其后名次空缺。"
        f"{left if others else ''}"
    )


def _joined_words(score: Score) -> str:
    """What is made of the first-level indicators."""
    told = how_joined(score.whole.join)
    return f"按方案的规则合计（{told}）" if told else "之和"


def _row(table: _Table, row: int, applicant: Ranked, word: str) -> None:
    """One file, with its rank or the ``word`` that says why it has none."""
    canvas, verdict, score = table.canvas, applicant.verdict, applicant.score
    called, path = fitting(verdict.applicant), fitting(verdict.path)
    total = canvas.cell(row, _TOTAL)
    if word:
        canvas.put(row, _RANK, Style.NUMBER, word)
    else:
        canvas.compute(row, _RANK, Style.COMPUTED_COUNT, RANK(total, table.ranked(_TOTAL)))
    file = canvas.put(row, _FILE, Style.NUMBER, Decimal(applicant.number))
    name = canvas.put(row, _NAME, Style.NAME, called or "（未填）")
    cells = tuple(
        canvas.put(row, column, Style.POINTS, part.score)
        for column, part in enumerate(score.parts, start=_FIRST_PART)
    )
    by_code = {part.code: cell for part, cell in zip(score.parts, cells, strict=True)}
    formula = score.whole.formula(by_code) or constant(score.total)
    canvas.compute(row, _TOTAL, Style.TOTAL_POINTS, formula)
    most = canvas.put(row, _MOST, Style.POINTS, score.maximum)
    canvas.compute(row, _RATE, Style.COMPUTED_PERCENT, rate(total, most))
    counts: list[Cell] = []
    for column, severity in enumerate(Severity, start=table.after):
        counted = table.problems.count(file, severity.label)
        counts.append(canvas.compute(row, column, Style.COMPUTED_COUNT, counted))
    column = table.after + len(counts)
    outcome = IF(more(plus(counts[0], counts[1]), 0), _FAULTY, _PASSED)
    canvas.compute(row, column, Style.STATUS, outcome)
    same = rows_where((table.column(_NAME), name))
    canvas.compute(row, column + 1, Style.COMPUTED_COUNT, same)
    canvas.put(row, column + 2, Style.OFFICIAL, path)
    texts = ((called, canvas.widths[_NAME - 1]), (path, canvas.widths[-1]))
    canvas.fit(row, texts, least=24)


def _statistics(table: _Table) -> None:
    """Mean, median, highest and lowest of the total and of every first-level indicator."""
    rows = (("平均", AVERAGE), ("中位数", MEDIAN), ("最高", MAX), ("最低", MIN))
    columns = (_TOTAL, *range(_FIRST_PART, table.after))
    for row, (label, function) in enumerate(rows, start=table.last + 1):
        canvas = table.canvas
        canvas.span(Merge.across(row, 1, _NAME), Style.SUBTOTAL, label)
        canvas.fill(row, range(_TOTAL, len(canvas.widths) + 1), Style.SUBTOTAL)
        for column in columns:
            rounded = ROUND(function(table.ranked(column)), 2)
            canvas.compute(row, column, Style.SUBTOTAL_POINTS, rounded)
        canvas.fit(row, (), least=22)
