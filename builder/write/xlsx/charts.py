"""Charts of a sheet as parts: each chart, and the drawing that lays them over the cells."""

from decimal import Decimal

from builder.book.charts import CellRange, ChartKind, ChartPlan, SeriesPlan
from builder.book.evaluation import Evaluation
from builder.formula.address import absolute_address
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue
from builder.write.xlsx.escape import attribute_text, element_text

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Colour and mark of each series in turn; marks differ so that colour is never the only sign.
_LOOKS = (
    ("8497B0", "circle"),
    ("1F4E79", "square"),
    ("C55A11", "triangle"),
    ("548235", "diamond"),
    ("7030A0", "x"),
    ("7F6000", "plus"),
)
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2
# White without a line: where nothing is drawn nothing is to be seen.
_PLAIN_FRAME = (
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
)
_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
# Between the title and the names of the years, with room for the values over the points.
_UNDER_TITLE = (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
    '<c:yMode val="edge"/><c:x val="0.08"/><c:y val="0.36"/><c:w val="0.84"/><c:h val="0.42"/>'
    "</c:manualLayout></c:layout>"
)
_VALUES_AT_POINTS = (
    '<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="t"/>'
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)


def chart_xml(chart: ChartPlan, evaluation: Evaluation, *, captioned: bool = False) -> str:
    """One chart part (ECMA-376 Part 1, 21.2.2.27), the values it shows kept beside their cells.

    One that is ``captioned`` says under it what it is; what has one series needs no legend.
    """
    series = "".join(
        _series(chart, place, one, evaluation) for place, one in enumerate(chart.series)
    )
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    before, after = _PARTS[chart.kind]
    plot = f"<c:{chart.kind}>{before}{series}{after}{axes}</c:{chart.kind}>"
    title, legend, frame, layout = _title(chart.title), "", "", "<c:layout/>"
    if len(chart.series) > 1:
        legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_letters(900)}</c:legend>'
    if captioned:
        title = ""
    if chart.titled is not None:
        title, frame, layout = _cell_title(chart.titled, evaluation), _PLAIN_FRAME, _UNDER_TITLE
    return (
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{_RELATIONS}">'
        f'<c:roundedCorners val="0"/><c:chart>{title}'
        f'<c:autoTitleDeleted val="{int(captioned)}"/>'
        f"<c:plotArea>{layout}{plot}{_axes(chart)}</c:plotArea>"
        f'{legend}<c:plotVisOnly val="{int(chart.titled is None)}"/>'
        '<c:dispBlanksAs val="gap"/></c:chart>'
        f"{frame}{_letters(900)}</c:chartSpace>"
    )


def drawing_xml(charts: tuple[ChartPlan, ...]) -> str:
    """The drawing of a sheet (20.5.2.35); chart n has the id ``rIdn``."""
    anchors = "".join(_anchor(number, chart) for number, chart in enumerate(charts, start=1))
    return (
        f'<xdr:wsDr xmlns:xdr="{_PLACED}" xmlns:a="{_DRAWING}" xmlns:r="{_RELATIONS}"'
        f' xmlns:c="{_CHART}">{anchors}</xdr:wsDr>'
    )


def _anchor(number: int, chart: ChartPlan) -> str:
    """Where a chart lies; its title is also what a screen reader says of it."""
    title = attribute_text(chart.title)
    return (
        f"<xdr:twoCellAnchor>{_corner('from', chart.top_left)}{_corner('to', chart.bottom_right)}"
        f'<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        f'<xdr:cNvPr id="{number + 1}" name="图 {number}" descr="{title}"/>'
        "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart r:id="rId{number}"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    )


def _corner(name: str, place: tuple[int, int]) -> str:
    row, column = place
    return (
        f"<xdr:{name}><xdr:col>{column - 1}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
    )


# What the schema asks for before and after the series of each kind.
_PARTS = {
    ChartKind.LINE: ('<c:grouping val="standard"/><c:varyColors val="0"/>', '<c:marker val="1"/>'),
    ChartKind.RADAR: ('<c:radarStyle val="marker"/><c:varyColors val="0"/>', ""),
    ChartKind.BAR: (
        '<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
        '<c:gapWidth val="60"/>',
    ),
}


def _series(chart: ChartPlan, place: int, series: SeriesPlan, evaluation: Evaluation) -> str:
    colour, mark = _LOOKS[place % len(_LOOKS)]
    if len(chart.series) == 1:
        colour, mark = _LOOKS[(place + 1) % len(_LOOKS)]
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    name = CellRange(first=series.name, last=series.name)
    if chart.kind is ChartKind.BAR:
        look = f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>'
    else:
        look = (
            f'<c:spPr><a:ln w="28575">{fill}</a:ln></c:spPr><c:marker><c:symbol val="{mark}"/>'
            f'<c:size val="7"/><c:spPr>{fill}<a:ln>{fill}</a:ln></c:spPr></c:marker>'
        )
    end = '<c:smooth val="0"/>' if chart.kind is ChartKind.LINE else ""
    if chart.titled is not None:
        look += _VALUES_AT_POINTS
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx>{_texts(name, evaluation)}</c:tx>{look}"
        f"<c:cat>{_texts(chart.categories, evaluation)}</c:cat>"
        f"<c:val>{_numbers(chart, series.values, evaluation)}</c:val>{end}</c:ser>"
    )


def _texts(cells: CellRange, evaluation: Evaluation) -> str:
    values = [evaluation.value(cell) for cell in cells.cells]
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{element_text(_shown(value))}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:strRef><c:f>{element_text(_address(cells))}</c:f><c:strCache>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(chart: ChartPlan, cells: CellRange, evaluation: Evaluation) -> str:
    values = [evaluation.value(cell) for cell in cells.cells]
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{plain_number(value)}</c:v></c:pt>'
        for place, value in enumerate(values)
        if isinstance(value, Decimal)
    )
    return (
        f"<c:numRef><c:f>{element_text(_address(cells))}</c:f><c:numCache>"
        f"<c:formatCode>{_format(chart)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _address(cells: CellRange) -> str:
    first, last = cells.first, cells.last
    return absolute_address(first.sheet, first.row, first.column, last.row, last.column)


def _shown(value: object) -> str:
    match value:
        case Decimal():
            return plain_number(value)
        case bool():
            return "TRUE" if value else "FALSE"
        case ErrorValue():
            return value.value
        case _:
            return str(value)


def _format(chart: ChartPlan) -> str:
    return "0%" if chart.percent else "General"


def _title(words: str) -> str:
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr><a:r>"
        f'<a:rPr lang="zh-CN" sz="1100" b="1"/><a:t>{element_text(words)}</a:t></a:r></a:p>'
        '</c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def _cell_title(cell: Cell, evaluation: Evaluation) -> str:
    """A title that says what a cell says."""
    words = _texts(CellRange(first=cell, last=cell), evaluation)
    return (
        f'<c:title><c:tx>{words}</c:tx><c:overlay val="0"/><c:txPr><a:bodyPr/><a:p><a:pPr>'
        '<a:defRPr sz="900" b="1"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:title>'
    )


def _letters(size: int) -> str:
    """The size of letters, in hundredths of a point."""
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{size}"/></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _axes(chart: ChartPlan) -> str:
    highest = "" if chart.highest is None else f'<c:max val="{chart.highest}"/>'
    # Bars lie, so that long names are read; the first of the table is the uppermost.
    lies = chart.kind is ChartKind.BAR
    beside, under, order, end = (
        ("l", "b", "maxMin", "max") if lies else ("b", "l", "minMax", "autoZero")
    )
    free = chart.signed or chart.kind is ChartKind.LINE
    lowest = "" if free else '<c:min val="0"/>'
    labels = "low" if chart.signed else "nextTo"
    bare = chart.titled is not None
    grid = (
        ""
        if bare
        else (
            "<c:majorGridlines><c:spPr><a:ln><a:solidFill>"
            '<a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        )
    )
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{beside}"/>'
        f"{grid if chart.kind is ChartKind.RADAR else ''}"
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
        f"{_NO_LINE if bare else ''}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'{highest}{lowest}</c:scaling><c:delete val="{int(bare)}"/><c:axPos val="{under}"/>{grid}'
        f'<c:numFmt formatCode="{_format(chart)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{end}"/>'
        "</c:valAx>"
    )
