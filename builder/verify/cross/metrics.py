"""The three-year tables of a report against 近三年数据."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import KitPlan
from builder.model.compared_text import reduced
from builder.model.panel.material import MetricTold
from builder.verify.cross.agreement import agree
from builder.verify.held import Held
from builder.verify.told import told_metrics
from builder.verify.word.returned import ReturnedReport, place_of
from builder.verify.word.tables import is_filled
from builder.word import words
from builder.word.written import WrittenSection

_FIRST_YEAR = len(words.FIGURES_BEFORE)
_BLANK = "（空）"


def check_metrics_told(report: ReturnedReport, held: Held[KitPlan], path: str) -> Iterator[Finding]:
    """Figures that differ, and figures that only one side tells."""
    told, asked = tuple(told_metrics(held)), _asked(held)
    for one in report.sections:
        if one.figures is None or not is_filled(one.figures, _FIRST_YEAR):
            # A table that is blank or gone is told as such, or not asked for.
            continue
        for row in one.figures:
            figure = _same(row[0], one.section.code, told, asked) if row else None
            here = tuple(cell.strip() for cell in row[_FIRST_YEAR : _FIRST_YEAR + 3])
            if figure is not None:
                yield from _compared(one, figure, here, path)
            elif any(here):
                yield _alone(one, row[0].strip(), "、".join(here), "", path)


def _same(
    name: str, code: str, figures: tuple[MetricTold, ...], asked: frozenset[tuple[str, str]]
) -> MetricTold | None:
    """The row of that name under the indicator, else the only one of that name.

    ``asked`` are the figures that the criteria name, by name and indicator: where one is asked for
    under several, none stands in for another indicator's own.
    """
    wanted = reduced(name)
    named = [figure for figure in figures if wanted and reduced(figure.name) == wanted]
    inside = [one for one in named if _is_within(one.indicator, code)]
    if not inside and not any(_is_within(at, code) for own, at in asked if own == wanted):
        inside = named
    return inside[0] if len(inside) == 1 else None


def _is_within(indicator: str, code: str) -> bool:
    """Whether an indicator is the one of that code or stands beneath it."""
    return indicator == code or indicator.startswith(f"{code}.")


def _asked(held: Held[KitPlan]) -> frozenset[tuple[str, str]]:
    rows = () if held.plan.metrics is None else held.plan.metrics.rows
    own = {item.cell for item in held.plan.inputs}
    return frozenset(
        (reduced(held.said(row.name)), row.indicator) for row in rows if row.name not in own
    )


def _compared(
    one: WrittenSection, figure: MetricTold, here: tuple[str, ...], path: str
) -> Iterator[Finding]:
    if not any(here):
        yield _alone(one, figure.name, "", "、".join(filter(None, figure.years)), path)
        return
    pairs = [*zip(here, figure.years, strict=False)]
    if any((mine or theirs) and not agree(mine, theirs) for mine, theirs in pairs):
        yield Finding(
            code="QA768",
            place=place_of(one, path),
            expected="、".join(value or _BLANK for value in figure.years),
            actual="、".join(value or _BLANK for value in here),
            details={"name": figure.name, "number": figure.number},
        )


def _alone(one: WrittenSection, name: str, here: str, there: str, path: str) -> Finding:
    return Finding(
        code="QA769",
        place=place_of(one, path),
        expected=there or "没有填",
        actual=here or "没有填",
        details={"name": name or "（未写名称）"},
    )
