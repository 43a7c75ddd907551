"""评审反馈: what an applicant is told of its review, in the panel's words, without any names."""

from collections.abc import Iterable
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.charts import CellRange, ChartPlan, SeriesPlan
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.render import is_endless, plain_number, shown_number
from builder.frozen import frozen
from builder.kit.printed_text import holdable
from builder.kit.summary_charts import rate_radar
from builder.letters.feedback_room import FeedbackSection, bounded, room
from builder.model.office import Office
from builder.model.panel.record import Outcome, PanelRecord, PartOutcome
from builder.model.panel.rules import Feedback
from builder.panel.consensus.guide import rule_words
from builder.panel.consensus.merged_words import unmarked
from builder.word.parts import Table

# What stands where a reviewer wrote a reviewer's name.
SOMEBODY = "〔评审员〕"
# The paragraph of a template that the radar chart takes the place of.
CHART_PLACE = "〔雷达图〕"
_HEADER = ("一级指标", "分值", "得分", "得分率")
_SHORTENED = (("得分", "除不尽的四舍五入到两位小数，总分和名次按没有舍入的数计算。"),)
_SHEET = "得分"
_SHORTEST_NAME = 2


@frozen
class FeedbackPlan:
    """The letter to one applicant; ``book`` holds the numbers of the chart, where there is one."""

    applicant: str
    award: str
    total: str
    overall: tuple[str, ...]
    scores: Table
    sections: tuple[FeedbackSection, ...]
    rules: tuple[tuple[str, str], ...]
    office: str
    book: BookPlan
    chart: ChartPlan | None


def plan_feedback(
    record: PanelRecord, outcome: Outcome, award: str, office: Office
) -> FeedbackPlan:
    """The feedback to the applicant of an outcome."""
    overall, sections = _told(record, outcome)
    rules = (*_shortened(outcome), *rule_words(record.merged.rules))
    lines = room(record.merged.rules.feedback_pages, overall, len(outcome.parts), rules)
    book, chart = _chart(outcome)
    return FeedbackPlan(
        applicant=holdable(record.merged.task.name(outcome.applicant)),
        award=award,
        total=f"{shown_number(outcome.total)} 分（满分 {plain_number(outcome.maximum)} 分）",
        overall=overall or ("（没有写总体评价）",),
        scores=Table(
            caption="各一级指标得分",
            header=_HEADER,
            rows=tuple(map(_score_row, outcome.parts)),
        ),
        sections=bounded(sections, lines),
        rules=rules,
        office=holdable(office.name) or "（主办单位）",
        book=book,
        chart=chart,
    )


def _told(
    record: PanelRecord, outcome: Outcome
) -> tuple[tuple[str, ...], tuple[FeedbackSection, ...]]:
    """The overall opinion and what is said of each indicator, in whose words the rules say."""
    names = [one.name for one in record.merged.task.reviewers]

    def said(texts: Iterable[str]) -> tuple[str, ...]:
        lines = (unmarked(line.strip()) for text in texts for line in text.split("\n"))
        plain = (holdable(_without(line, names)) for line in lines if line)
        return tuple(dict.fromkeys(plain))

    raw = record.merged.rules.feedback is Feedback.RAW
    told = record.merged.of(outcome.applicant) if raw else (outcome,)
    sections = (
        FeedbackSection(
            heading=holdable(record.labels.get(code, code)),
            strengths=said(one.strengths.get(code, "") for one in told),
            improvements=said(one.improvements.get(code, "") for one in told),
        )
        for code in record.labels
    )
    kept = tuple(one for one in sections if one.strengths or one.improvements)
    return said(one.overall for one in told), kept


def _shortened(outcome: Outcome) -> tuple[tuple[str, str], ...]:
    """What is said of the scores where some are shown with fewer decimals than they have."""
    scores = (outcome.total, *(part.score for part in outcome.parts))
    return _SHORTENED if any(map(is_endless, scores)) else ()


def _score_row(part: PartOutcome) -> tuple[str, ...]:
    rate = round(part.score * 100 / part.points, 1) if part.points else Decimal(0)
    points, score = plain_number(part.points), shown_number(part.score)
    return (part.label, points, score, f"{plain_number(rate)}%")


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        if len(name) >= _SHORTEST_NAME:
            text = text.replace(name, SOMEBODY)
    return text


def _chart(outcome: Outcome) -> tuple[BookPlan, ChartPlan | None]:
    """The rates of the first-level indicators as cells, and the radar over them."""
    canvas = Canvas(_SHEET, (30.0, 12.0))
    canvas.put(1, 2, Style.HEADER, "得分率")
    for row, part in enumerate(outcome.parts, start=2):
        canvas.put(row, 1, Style.NAME, part.label)
        rate = part.score / part.points if part.points else Decimal(0)
        canvas.put(row, 2, Style.COMPUTED_PERCENT, round(rate, 4))
    last = 1 + len(outcome.parts)
    book = BookPlan(title="", sheets=(canvas.sheet,))
    names, rates = (CellRange.down(_SHEET, column, 2, last) for column in (1, 2))
    series = SeriesPlan(name=Cell(_SHEET, 1, 2), values=rates)
    return book, next(iter(rate_radar(names, series, (1, 1), (2, 2))), None)
