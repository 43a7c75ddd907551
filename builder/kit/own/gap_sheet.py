"""差距: which indicators lost most, and where the next points are the cheapest; one page."""

from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.rate import rate
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.words import (
    IF,
    ROUND,
    divided,
    equal,
    joined,
    less,
    minus,
    more,
    times,
)
from builder.kit.own.gap_figures import LINES, GapFigures, GapLine
from builder.kit.own.next_step import FULL, TENTH, next_percent
from builder.kit.sheet_names import GAP
from builder.kit.status import first_word
from builder.model.joins import PLACES
from builder.model.points import divides, said_places
from builder.model.scales import usable_bands
from builder.model.scheme import Scheme
from builder.model.scoring_ways import has_bands

_WIDTHS = (6.0, 28.0, 8.0, 8.0, 9.0, 11.0, 46.0)
_LOST = ("序", "指标", "满分", "得分", "得分率", "总分少得", "说明")
_NEXT = ("序", "指标", "现得", "提高到", "总分增加", "难易", "怎样提高")
_HEIGHT = 33.0
_HINT = (
    "供负责人安排改进用，全部由公式计算，不需填写；评审员看不到，交件前可以删去本表。"
    "每一项都按其他各项不变单独计算。"
)
_BY_BANDS = (
    "次序：先列本档之内就能提高的，再列要进入下一档的；同类里总分增加多的在前，"
    "一样多的得分率低的在前。增加的分已经过各级封顶、系数和折算。"
)
_BY_TENTHS = (
    "方案没有档次，以各项满分的一成为一步，便于比较。次序：总分增加多的在前，"
    "一样多的得分率低的在前。增加的分已经过各级封顶、系数和折算。"
)
_EASY, _HARDER, _TENTH = "本档之内", "进入下一档", "再进一成"
_ALL, _OTHER = "到满分", "改选"
_CHANGED = "因上级的封顶、系数或折算，"


def plan_gap(scheme: Scheme, figures: GapFigures, total: Cell, most: Cell) -> SheetPlan:
    """The sheet; ``total`` and ``most`` are what is reached and what can be."""
    canvas = Canvas(GAP, _WIDTHS)
    canvas.title(f"{scheme.title}　差距")
    canvas.line(2, Style.GUIDE, _HINT)
    canvas.compute_across(
        3, 1, len(_WIDTHS), Style.LABEL, _standing(figures, total, most, said_places(scheme))
    )
    canvas.fit(3, (), least=48)
    lines = min(LINES, figures.leaves)
    row = _block(canvas, 4, f"一、总分少得最多的 {lines} 项", _LOST)
    for line in range(1, lines + 1):
        _lost(canvas, row, figures.loss(line), line, minus(most, total), scheme)
        row += 1
    hint = _BY_BANDS if has_bands(scheme) else _BY_TENTHS
    row = _block(canvas, row + 1, f"二、最省力的 {lines} 个下一步", _NEXT, hint)
    for line in range(1, lines + 1):
        _next(canvas, row, figures.gain(line), line, scheme)
        row += 1
    return replace(canvas.sheet, tab_style=Style.COMPUTED_POINTS, head_rows=1, own=True)


def _standing(figures: GapFigures, total: Cell, most: Cell, places: int) -> Expression:
    """What is reached, what is open, and what cannot add to the total any more."""
    left = figures.open
    stuck = figures.stuck
    told = joined("有 ", left, " 项未评，评了以后才列入。")
    capped = joined("有 ", stuck, " 项没有得满分，但上级已经封顶或不计入，再提高也不增加总分。")
    return joined(
        "自评总分 ",
        ROUND(total, places),
        " 分，最高可得 ",
        ROUND(most, places),
        " 分，差 ",
        ROUND(minus(most, total), places),
        " 分。",
        IF(equal(left, 0), "", told),
        IF(equal(stuck, 0), "", capped),
    )


def _block(canvas: Canvas, row: int, title: str, headings: tuple[str, ...], hint: str = "") -> int:
    canvas.line(row, Style.HEADER, title)
    canvas.fit(row, (), least=24)
    if hint:
        row += 1
        canvas.line(row, Style.GUIDE, hint)
    canvas.headings(row + 1, headings, height=22)
    return row + 2


def _said(points: Expression, scheme: Scheme) -> Expression:
    """Points in a sentence: few decimals of what a division leaves."""
    return ROUND(points, said_places(scheme)) if divides(scheme) else points


def _lost(
    canvas: Canvas, row: int, line: GapLine, number: int, gap: Expression, scheme: Scheme
) -> None:
    canvas.put(row, 1, Style.NUMBER, str(number))
    canvas.compute(row, 2, Style.GUIDE, IF(line.none, "", line.label))
    points = canvas.compute(row, 3, Style.COMPUTED_POINTS, IF(line.none, "", line.points))
    counted = canvas.compute(row, 4, Style.COMPUTED_POINTS, IF(line.none, "", line.counted))
    share = IF(line.none, "", rate(counted, points))
    canvas.compute(row, 5, Style.COMPUTED_PERCENT, share)
    loss = canvas.compute(row, 6, Style.COMPUTED_POINTS, IF(line.none, "", line.loss))
    own = ROUND(minus(points, counted), PLACES)
    part = IF(more(gap, 0), ROUND(times(divided(loss, gap), 100), 1), 0)
    told = joined("占全部差距的 ", part, "%。")
    changed = joined(
        *("本项少得 ", _said(own, scheme), f" 分；{_CHANGED}总分少得 "),
        *(_said(loss, scheme), " 分。"),
    )
    words = IF(line.none, "", IF(equal(loss, own), told, changed))
    canvas.compute(row, 7, Style.GUIDE, words)
    canvas.fit(row, (), least=_HEIGHT)


def _next(canvas: Canvas, row: int, line: GapLine, number: int, scheme: Scheme) -> None:
    canvas.put(row, 1, Style.NUMBER, str(number))
    canvas.compute(row, 2, Style.GUIDE, IF(line.none, "", line.label))
    counted = canvas.compute(row, 3, Style.COMPUTED_POINTS, IF(line.none, "", line.counted))
    reached = canvas.compute(row, 4, Style.COMPUTED_POINTS, IF(line.none, "", line.next))
    gain = canvas.compute(row, 5, Style.COMPUTED_POINTS, IF(line.none, "", line.gain))
    own = ROUND(minus(reached, counted), PLACES)
    changed = IF(
        equal(gain, own), "", joined(f"{_CHANGED}总分只增加 ", _said(gain, scheme), " 分。")
    )
    how: Expression = joined(line.how, "：", counted, " → ", reached, " 分。")
    effort = IF(equal(line.how, FULL), _ALL, IF(equal(line.how, TENTH), _TENTH, _OTHER))
    if has_bands(scheme):
        now, then, inside, words = _percents(scheme, counted, line.points)
        step = joined(now, "% → ", then, "%，", words)
        how = IF(equal(line.how, ""), step, how)
        effort = IF(equal(line.how, ""), IF(inside, _EASY, _HARDER), effort)
    canvas.compute(row, 6, Style.STATUS, IF(line.none, "", effort))
    canvas.compute(row, 7, Style.GUIDE, IF(line.none, "", joined(how, changed)))
    canvas.fit(row, (), least=_HEIGHT)


def _percents(
    scheme: Scheme, counted: Cell, points: Expression
) -> tuple[Expression, Expression, Expression, Expression]:
    """The percent a leaf has and the next one, whether both lie in one band, and that in words."""
    share = divided(counted, points)
    then = next_percent(scheme, counted, points)
    before, after = _band(scheme, share), _band(scheme, then)
    inside = equal(before, after)
    words = IF(
        inside,
        joined("仍属“", before, "”档。"),
        joined("进入“", after, "”档，须达到它的说明。"),
    )
    now, later = (ROUND(times(each, 100), 2) for each in (share, then))
    return now, later, inside, words


def _band(scheme: Scheme, percent: Expression) -> Expression:
    """The name of the band in which a percent lies; one between two bands is of the lower."""
    *lower, highest = usable_bands(scheme)
    above = zip(lower, usable_bands(scheme)[1:], strict=True)
    rounded = ROUND(percent, PLACES)
    return first_word(
        *((less(rounded, after.low), band.name) for band, after in above), otherwise=highest.name
    )
