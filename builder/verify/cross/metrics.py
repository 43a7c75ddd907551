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
    told = tuple(told_metrics(held))
    for one in report.sections:
        if one.figures is None or not is_filled(one.figures, _FIRST_YEAR):
            # A table that is blank or gone is told as such, or not asked for.
            continue
        for row in one.figures:
            figure = _same(row[0], one, told) if row else None
            here = tuple(cell.strip() for cell in row[_FIRST_YEAR : _FIRST_YEAR + 3])
            if figure is not None:
                yield from _compared(one, figure, here, path)
            elif any(here):
                yield _alone(one, row[0].strip(), "、".join(here), "", path)


def _same(name: str, one: WrittenSection, figures: tuple[MetricTold, ...]) -> MetricTold | None:
    """The row of that name under the indicator, else the only one for a row of the author's.

    What the kit asks for under an indicator is its own, though others ask for the same.
    """
    wanted, code = reduced(name), one.section.code
    named = [figure for figure in figures if wanted and reduced(figure.name) == wanted]
    inside = [one for one in named if one.indicator == code or one.indicator.startswith(f"{code}.")]
    chosen = inside if inside or _is_asked(wanted, one) else named
    return chosen[0] if len(chosen) == 1 else None


def _is_asked(name: str, one: WrittenSection) -> bool:
    figures = None if one.section.answer is None else one.section.answer.figures
    return figures is not None and any(reduced(row[0]) == name for row in figures.rows)


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
