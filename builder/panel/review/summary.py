"""评审汇总: what the reviewer's scores come to beside the applicant's own."""

from builder.book.canvas import Canvas
from builder.book.rate import rate
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.words import minus
from builder.kit.scoring.layout import Layout
from builder.kit.summary_charts import summary_charts
from builder.model.panel.material import Material
from builder.model.points import effective_points, effective_total
from builder.model.scheme import Scheme
from builder.panel.input_names import REVIEW_SUMMARY

_WIDTHS = (30.0, 11.0, 12.0, 12.0, 11.0, 12.0)
_HEADINGS = ("一级指标", "分值", "企业自评得分", "评审得分", "得分率", "评审减自评")
_HEADER_ROW = 3


def plan_review_summary(
    scheme: Scheme, layout: Layout, total: Cell, material: Material
) -> tuple[SheetPlan, Cell]:
    """The sheet, and the cell of the most points that can be reached."""
    canvas = Canvas(REVIEW_SUMMARY, _WIDTHS)
    canvas.line(1, Style.TITLE, f"{scheme.title}　评审汇总")
    canvas.fit(1, (), least=34)
    canvas.line(2, Style.GUIDE, "本表全部由公式计算，不需填写。")
    for column, heading in enumerate(_HEADINGS, start=1):
        canvas.put(_HEADER_ROW, column, Style.HEADER, heading)
    canvas.fit(_HEADER_ROW, (), least=26)
    scores = {leaf.code: leaf.counted for leaf in layout.leaves}
    scores |= {group.code: group.score for group in layout.groups}
    row = _HEADER_ROW
    for root in scheme.indicators:
        points = effective_points(scheme, root)
        if root.code not in scores or points is None:
            continue
        row += 1
        canvas.put(row, 1, Style.NAME, root.label)
        limit = canvas.put(row, 2, Style.POINTS, points)
        own = canvas.put(row, 3, Style.POINTS, material.scores.get(root.code))
        score = canvas.compute(row, 4, Style.COMPUTED_POINTS, scores[root.code])
        canvas.compute(row, 5, Style.COMPUTED_PERCENT, rate(score, limit))
        canvas.compute(row, 6, Style.COMPUTED_POINTS, minus(score, own))
        canvas.fit(row, ((root.label, _WIDTHS[0]),), least=24)
    last, row = row, row + 1
    canvas.put(row, 1, Style.TOTAL, "合计")
    limit = canvas.put(row, 2, Style.TOTAL_POINTS, effective_total(scheme))
    own = canvas.put(row, 3, Style.TOTAL_POINTS, material.total)
    score = canvas.compute(row, 4, Style.TOTAL_POINTS, total)
    canvas.compute(row, 5, Style.COMPUTED_PERCENT, rate(score, limit))
    canvas.compute(row, 6, Style.TOTAL_POINTS, minus(score, own))
    canvas.fit(row, (), least=28)
    # The charts compare the columns that an applicant's own summary has in these places.
    charts = (
        summary_charts(
            REVIEW_SUMMARY,
            _HEADER_ROW,
            (_HEADER_ROW + 1, last),
            row + 2,
            len(_WIDTHS),
            "各一级指标企业自评得分与评审得分",
        )
        if last > _HEADER_ROW
        else ()
    )
    sheet = SheetPlan(
        name=REVIEW_SUMMARY,
        cells=canvas.cells,
        widths=_WIDTHS,
        heights=canvas.heights,
        merges=tuple(canvas.merges),
        charts=charts,
        head_rows=_HEADER_ROW,
        head_columns=1,
        tab_style=Style.COMPUTED_POINTS,
    )
    return sheet, limit
