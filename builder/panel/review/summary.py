"""评审汇总: what the reviewer's scores come to beside the applicant's own."""

from dataclasses import replace
from decimal import Decimal

from builder.book.canvas import Canvas
from builder.book.rate import rate
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.words import minus
from builder.frozen import frozen
from builder.kit.conclusion_block import Columns, Judged, conclusion_block, conclusion_colours
from builder.kit.kit_plan import ConclusionPlan
from builder.kit.scoring.scoring_plan import ScoringPlan
from builder.kit.summary_charts import summary_charts
from builder.model.panel.material import Material
from builder.model.points import attainable_points, effective_points, effective_total, maximum
from builder.model.scheme import Scheme
from builder.panel.input_names import REVIEW_SUMMARY

_WIDTHS = (30.0, 11.0, 12.0, 12.0, 11.0, 12.0)
_HEADINGS = ("一级指标", "分值", "企业自评得分", "评审得分", "得分率", "评审减自评")
_BARS = "各一级指标企业自评得分与评审得分"
# Where the applicant's own scores are not shown, what can be reached stands in their place.
_HEADINGS_ALONE = ("一级指标", "分值", "最高可得", "评审得分", "得分率")
_BARS_ALONE = "各一级指标最高可得与评审得分"
_HEADER_ROW = 3
_CONCLUSION = Columns(
    rule=(1, 1), now=(2, 2), reached=(3, 3), still_open=(4, 4), state=(5, 5), after=(6, 6)
)


@frozen
class ReviewSummary:
    """The sheet, the cell of the most points that can be reached, and what follows."""

    sheet: SheetPlan
    limit: Cell
    conclusion: ConclusionPlan


def plan_review_summary(scheme: Scheme, scoring: ScoringPlan, material: Material) -> ReviewSummary:
    """What the panel's scores come to beside the applicant's own, and what follows of them."""
    shows_own = material.shows_own
    headings = _HEADINGS if shows_own else _HEADINGS_ALONE
    canvas = Canvas(REVIEW_SUMMARY, _WIDTHS[: len(headings)])
    canvas.title(f"{scheme.title}　评审汇总")
    canvas.line(2, Style.GUIDE, "本表全部由公式计算，不需填写。")
    canvas.headings(_HEADER_ROW, headings)
    scores, row = scoring.scores, _HEADER_ROW
    for root in scheme.indicators:
        points = effective_points(scheme, root)
        if root.code not in scores or points is None:
            continue
        row += 1
        canvas.put(row, 1, Style.NAME, root.label)
        beside = material.scores.get(root.code) if shows_own else attainable_points(scheme, root)
        styles = (Style.POINTS, Style.COMPUTED_POINTS)
        _compare(canvas, row, styles, points, beside, scores[root.code])
        canvas.fit(row, ((root.label, _WIDTHS[0]),), least=24)
    last, row = row, row + 1
    canvas.put(row, 1, Style.TOTAL, "合计")
    styles, points = (Style.TOTAL_POINTS, Style.TOTAL_POINTS), effective_total(scheme)
    beside = material.total if shows_own else maximum(scheme)
    limit = _compare(canvas, row, styles, points, beside, scoring.total)
    canvas.fit(row, (), least=28)
    judged = Judged(scheme=scheme, scoring=scoring)
    conclusion, after = conclusion_block(canvas, row + 2, _CONCLUSION, judged)
    row = row if after == row + 2 else after
    # The charts compare the columns that an applicant's own summary has in these places.
    charts = (
        summary_charts(
            REVIEW_SUMMARY,
            (_HEADER_ROW + 1, last),
            row + 2,
            len(headings),
            _BARS if shows_own else _BARS_ALONE,
        )
        if last > _HEADER_ROW
        else ()
    )
    sheet = replace(
        canvas.sheet,
        charts=charts,
        conditions=conclusion_colours(conclusion),
        breaks=(row,) if charts and conclusion != ConclusionPlan() else (),
        head_rows=_HEADER_ROW,
        head_columns=1,
        tab_style=Style.COMPUTED_POINTS,
    )
    return ReviewSummary(sheet=sheet, limit=limit, conclusion=conclusion)


def _compare(
    canvas: Canvas,
    row: int,
    styles: tuple[Style, Style],
    points: Decimal,
    beside: Decimal | None,
    score: Cell,
) -> Cell:
    """Write the points, what they are compared with, the score; return the first's cell."""
    printed, computed = styles
    limit = canvas.put(row, 2, printed, points)
    claimed = canvas.put(row, 3, printed, beside)
    given = canvas.compute(row, 4, computed, score)
    canvas.compute(row, 5, Style.COMPUTED_PERCENT, rate(given, limit))
    if len(canvas.widths) == len(_HEADINGS):
        canvas.compute(row, 6, computed, minus(given, claimed))
    return limit
