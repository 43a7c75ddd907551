"""The parts that the charts of a workbook need, and what refers to them."""

from collections.abc import Iterator

from builder.plan.evaluation import Evaluation
from builder.plan.workbook import WorkbookPlan
from builder.write.xlsx.charts import chart_xml, drawing_xml
from builder.write.xlsx.logo import DRAWING_RELATION
from builder.write.xlsx.parts import relations

_CHART_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"


def chart_parts(plan: WorkbookPlan, evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    """Name and content of every part, sheet by sheet; charts are numbered through the workbook."""
    return tuple(_parts(plan, evaluation))


def _parts(plan: WorkbookPlan, evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    drawn = 0
    for number, sheet in enumerate(plan.sheets, start=1):
        if not sheet.charts:
            continue
        drawing = f"xl/drawings/drawing{number}.xml"
        names = [f"xl/charts/chart{drawn + place}.xml" for place in range(1, len(sheet.charts) + 1)]
        drawn += len(sheet.charts)
        yield (
            f"xl/worksheets/_rels/sheet{number}.xml.rels",
            relations(((DRAWING_RELATION, f"/{drawing}"),)),
        )
        yield drawing, drawing_xml(sheet.charts)
        yield (
            f"xl/drawings/_rels/drawing{number}.xml.rels",
            relations(tuple((_CHART_RELATION, f"/{name}") for name in names)),
        )
        for name, chart in zip(names, sheet.charts, strict=True):
            yield name, chart_xml(chart, evaluation)
