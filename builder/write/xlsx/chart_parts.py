"""The parts that the charts of a workbook need, and what refers to them."""

from collections.abc import Iterator

from builder.book.book_plan import BookPlan
from builder.book.charts import ChartPlan
from builder.book.evaluation import Evaluation
from builder.write.xlsx.charts import chart_xml, drawing_xml
from builder.write.xlsx.logo import DRAWING_RELATION
from builder.write.xlsx.parts import relations

_CHART_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"


def numbered_charts(plan: BookPlan) -> tuple[tuple[str, ChartPlan], ...]:
    """Every chart with the name of its part."""
    charts = (chart for sheet in plan.sheets for chart in sheet.charts)
    return tuple(
        (f"xl/charts/chart{number}.xml", chart) for number, chart in enumerate(charts, start=1)
    )


def chart_parts(plan: BookPlan, evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    """Name and content of every part, sheet by sheet; charts are numbered through the workbook."""
    return tuple(_parts(plan, evaluation))


def _parts(plan: BookPlan, evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    named = iter(numbered_charts(plan))
    for number, sheet in enumerate(plan.sheets, start=1):
        if not sheet.charts:
            continue
        drawing = f"xl/drawings/drawing{number}.xml"
        charts = [next(named) for _ in sheet.charts]
        yield (
            f"xl/worksheets/_rels/sheet{number}.xml.rels",
            relations(((DRAWING_RELATION, f"/{drawing}"),)),
        )
        yield drawing, drawing_xml(sheet.charts)
        yield (
            f"xl/drawings/_rels/drawing{number}.xml.rels",
            relations(tuple((_CHART_RELATION, f"/{name}") for name, _ in charts)),
        )
        for name, chart in charts:
            yield name, chart_xml(chart, evaluation)
