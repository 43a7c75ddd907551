"""What people do to how a workbook looks, done to its bytes as a program would leave it."""

import re

from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from tests.verify.tampering import edited, sheet_part, with_cell, with_part

STYLES = "xl/styles.xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/main"


def with_look(
    content: bytes, plan: KitPlan, cell: Cell, *, font: str = "", fill: str = "", code: str = ""
) -> bytes:
    """The file with one cell in other letters, on another ground, or with its number written so.

    ``font`` are the elements of a font, ``fill`` the colour of a solid ground as attributes.
    """
    found: list[int] = []

    def placed(xml: str) -> str:
        found.extend(map(int, re.findall(r' s="(\d+)"', xml)[:1]))
        return re.sub(r' s="\d+"', ' s="@"', xml, count=1)

    content = with_cell(content, plan, cell, placed)
    styles: dict[str, str] = {}

    def grown(xml: str) -> str:
        """One more entry in each group that the new format needs."""
        formats = re.search(r"<cellXfs[^>]*>(.*?)</cellXfs>", xml, re.DOTALL)
        assert formats is not None
        entries = re.findall(r"<xf [^>]*/>|<xf .*?</xf>", formats[1], re.DOTALL)
        made: str = entries[found[0]]
        if font:
            xml, made = _added(xml, "fonts", f"<font>{font}</font>", made, "fontId")
        if fill:
            solid = f'<patternFill patternType="solid"><fgColor {fill}/></patternFill>'
            xml, made = _added(xml, "fills", f"<fill>{solid}</fill>", made, "fillId")
        if code:
            entry = f'<numFmt numFmtId="199" formatCode="{code}"/>'
            if "<numFmts" in xml:
                xml = xml.replace("</numFmts>", f"{entry}</numFmts>")
            else:
                xml = re.sub(r"(<styleSheet[^>]*>)", rf"\g<1><numFmts>{entry}</numFmts>", xml)
            made = re.sub(r'numFmtId="\d+"', 'numFmtId="199"', made)
        styles["number"] = str(len(entries))
        return xml.replace("</cellXfs>", f"{made}</cellXfs>")

    content = edited(content, STYLES, grown)
    return edited(
        content,
        sheet_part(plan, cell.sheet),
        lambda xml: xml.replace(' s="@"', f' s="{styles["number"]}"'),
    )


def _added(xml: str, group: str, entry: str, made: str, name: str) -> tuple[str, str]:
    whole = re.search(rf"<{group}[^>]*>(.*?)</{group}>", xml, re.DOTALL)
    assert whole is not None
    single = group.removesuffix("s")
    number = len(re.findall(rf"<{single}[ >/]", whole[1]))
    xml = xml.replace(f"</{group}>", f"{entry}</{group}>")
    return xml, re.sub(rf'{name}="\d+"', f'{name}="{number}"', made)


def with_rule(content: bytes, plan: KitPlan, cell: Cell, overlay: str, rule: str = "") -> bytes:
    """The file with one more conditional format over a cell, ``overlay`` being its ``dxf``."""
    numbers: list[int] = []

    def grown(xml: str) -> str:
        numbers.append(len(re.findall(r"<dxf>", xml)))
        return xml.replace("</dxfs>", f"<dxf>{overlay}</dxf></dxfs>")

    content = edited(content, STYLES, grown)
    address = cell_address(cell.row, cell.column)
    rule = rule or (
        f'<cfRule type="expression" dxfId="{numbers[0]}" priority="99">'
        "<formula>TRUE</formula></cfRule>"
    )
    group = f'<conditionalFormatting sqref="{address}">{rule}</conditionalFormatting>'

    def ruled(xml: str) -> str:
        before = next(
            tag
            for tag in ("<conditionalFormatting", "<dataValidations", "<printOptions")
            if tag in xml
        )
        return xml.replace(before, f"{group}{before}", 1)

    return edited(content, sheet_part(plan, cell.sheet), ruled)


TEXT_BOX = (
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="文本框 1"/>'
    '<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:solidFill><a:srgbClr val="FFFFFF"/>'
    "</a:solidFill></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>905</a:t></a:r></a:p>"
    "</xdr:txBody></xdr:sp>"
)
PICTURE = (
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="9" name="图片 1"/><xdr:cNvPicPr/></xdr:nvPicPr>'
    "<xdr:blipFill/><xdr:spPr/></xdr:pic>"
)
# As Excel keeps what is written with a pen, with a picture for programs that know no pens.
INK = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:xdr14="http://schemas.microsoft.com/office/excel/2010/spreadsheetDrawing"'
    ' Requires="xdr14"><xdr:contentPart/></mc:Choice>'
    f"<mc:Fallback>{PICTURE}</mc:Fallback></mc:AlternateContent>"
)
CIRCLE = (
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="圈"/><xdr:cNvSpPr/>'
    "</xdr:nvSpPr><xdr:spPr><a:noFill/></xdr:spPr></xdr:sp>"
)


def with_drawn(
    content: bytes, plan: KitPlan, cell: Cell, drawn: str, above: int | None = None, below: int = 0
) -> bytes:
    """The file with something drawn over exactly one cell of a sheet without drawings.

    Or it begins in the row ``above``, so many points below that one's upper edge, and ends so many
    ``below`` the cell's lower edge.
    """
    row, down = (cell.row, 0) if above is None else (cell.row - 1, above)
    anchor = (
        f"<xdr:twoCellAnchor>{_corner('from', row, cell.column, down)}"
        f"{_corner('to', cell.row + 1, cell.column + 1, below)}{drawn}<xdr:clientData/>"
        "</xdr:twoCellAnchor>"
    )
    drawing = f'<xdr:wsDr xmlns:xdr="{_DRAWN}" xmlns:a="{_SHAPES}">{anchor}</xdr:wsDr>'
    return _related(content, plan, cell.sheet, "drawing", "drawings/own.xml", drawing)


def with_old_control(
    content: bytes, plan: KitPlan, cell: Cell, kind: str, shown: str = ""
) -> bytes:
    """The file with a shape of the old kind over a cell: a button, or the note of a comment."""
    ends = f"{cell.column - 1}, 0, {cell.row - 1}, 0, {cell.column}, 0, {cell.row}, 0"
    shape = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape>'
        f'<x:ClientData ObjectType="{kind}"><x:Anchor>{ends}</x:Anchor>{shown}</x:ClientData><br>'
        "</v:shape></xml>"
    )
    return _related(content, plan, cell.sheet, "legacyDrawing", "drawings/own.vml", shape)


def _corner(name: str, row: int, column: int, down: int = 0) -> str:
    return (
        f"<xdr:{name}><xdr:col>{column - 1}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row - 1}</xdr:row><xdr:rowOff>{down * 12_700}</xdr:rowOff></xdr:{name}>"
    )


def _related(
    content: bytes, plan: KitPlan, sheet: str, element: str, target: str, body: str
) -> bytes:
    part = sheet_part(plan, sheet)
    kind = "vmlDrawing" if element == "legacyDrawing" else element
    link = f'<Relationship Id="rIdOwn" Type="{_RELATIONS}/{kind}" Target="../{target}"/>'
    name = part.rpartition("/")[2]
    content = with_part(
        content,
        f"xl/worksheets/_rels/{name}.rels",
        f'<Relationships xmlns="{_PACKAGE}">{link}</Relationships>',
    )
    content = with_part(content, f"xl/{target}", body)
    mark = f'<{element} xmlns:r="{_RELATIONS}" r:id="rIdOwn"/>'
    return edited(content, part, lambda xml: xml.replace("</worksheet>", f"{mark}</worksheet>"))


def with_copy_shown(content: bytes, plan: KitPlan, sheet: str, name: str) -> bytes:
    """The file with a copy of a sheet to be seen, and the sheet itself hidden."""
    part = "xl/worksheets/copy.xml"
    body = part_text(content, sheet_part(plan, sheet))
    body = re.sub(r"<(?:drawing|legacyDrawing) [^>]*/>", "", body)
    content = with_part(content, part, body)
    link = (
        f'<Relationship Id="rIdCopy" Type="{_RELATIONS}/worksheet" Target="worksheets/copy.xml"/>'
    )
    content = edited(
        content,
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace("</Relationships>", f"{link}</Relationships>"),
    )

    def shown(xml: str) -> str:
        xml = xml.replace(
            "</sheets>", f'<sheet name="{name}" sheetId="98" r:id="rIdCopy"/></sheets>'
        )
        return xml.replace(f'<sheet name="{sheet}"', f'<sheet name="{sheet}" state="hidden"')

    return edited(content, "xl/workbook.xml", shown)


def part_text(content: bytes, name: str) -> str:
    """The text of one part."""
    texts: list[str] = []

    def read(xml: str) -> str:
        texts.append(xml)
        return f"{xml} "

    edited(content, name, read)
    return texts[0]
