"""What people draw in reports with Word and WPS: charts, diagrams, objects, pictures elsewhere."""

from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from tests.pipeline.carry.test_report import png

OPEN = "application/vnd.openxmlformats-officedocument."
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
DIAGRAM_DRAWING = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
_SCHEMA = "http://schemas.openxmlformats.org/"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{_SCHEMA}wordprocessingml/2006/main",
        "r": f"{_SCHEMA}officeDocument/2006/relationships",
        "a": f"{_SCHEMA}drawingml/2006/main",
        "c": f"{_SCHEMA}drawingml/2006/chart",
        "wp": f"{_SCHEMA}drawingml/2006/wordprocessingDrawing",
        "pic": f"{_SCHEMA}drawingml/2006/picture",
        "dgm": f"{_SCHEMA}drawingml/2006/diagram",
        "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
Drawing = Callable[[Any], str]
_TABLE_BYTES = b"PK: the table behind the chart"


def illustrated(
    drawing: Drawing, caption: str, heading: str = "1.4 "
) -> Callable[[Document], None]:
    """Puts a drawing into a section, its caption behind it."""

    def edit(document: Document) -> None:
        paragraphs = list(document.paragraphs)
        first = next(
            number
            for number, one in enumerate(paragraphs)
            if one.text.startswith(heading) and "ead" in str(one.style and one.style.name)
        )
        answer: Any = next(
            one for one in paragraphs[first:] if one.style and one.style.name == "QA填写区"
        )
        said = f"<w:p {SPACES}><w:r><w:t>{caption}</w:t></w:r></w:p>"
        drawn = f"<w:p {SPACES}><w:r>{drawing(document.part)}</w:r></w:p>"
        answer._p.addnext(parse_xml(said))  # noqa: SLF001 - the only way to put it in its place
        answer._p.addnext(parse_xml(drawn))  # noqa: SLF001 - the same

    return edit


def chart(holder: Any) -> str:
    """A chart with the table behind it in the file."""
    return _chart(holder, _part(holder, "embeddings/t.xlsx", "spreadsheetml.sheet", _TABLE_BYTES))


def linked_chart(holder: Any) -> str:
    """A chart pasted with a link to a table of somebody's computer."""
    return _chart(holder, "file:///C:/质量/三年数据.xlsx")


def diagram(holder: Any) -> str:
    """A diagram made of shapes, with how it was drawn last."""
    drawn = _part(
        holder,
        "diagrams/drawing9.xml",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        f'<dsp:drawing {SPACES}><dsp:spTree><dsp:sp modelId="{{1}}"><dsp:txBody><a:bodyPr/>'
        "<a:p><a:r><a:t>质量方针</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>",
    )
    data = (
        f"<dgm:dataModel {SPACES}><dgm:ptLst/><dgm:cxnLst/><dgm:extLst><a:ext uri="
        f'"x"><dsp:dataModelExt relId="{holder.relate_to(drawn, DIAGRAM_DRAWING)}"/></a:ext>'
        "</dgm:extLst></dgm:dataModel>"
    )
    parts = {
        "dm": ("diagramData", "drawingml.diagramData+xml", data),
        "lo": ("diagramLayout", "drawingml.diagramLayout+xml", f"<dgm:layoutDef {SPACES}/>"),
        "qs": ("diagramQuickStyle", "drawingml.diagramStyle+xml", f"<dgm:styleDef {SPACES}/>"),
        "cs": ("diagramColors", "drawingml.diagramColors+xml", f"<dgm:colorsDef {SPACES}/>"),
    }
    related = ""
    for key, (way, kind, text) in parts.items():
        made = _part(holder, f"diagrams/{key}.xml", kind, text)
        related += f' r:{key}="{holder.relate_to(made, KIND + way)}"'
    return _inline("diagram", f"<dgm:relIds{related}/>")


def embedded(holder: Any) -> str:
    """A document of another program, seen as a picture."""
    shown = holder.relate_to(_part(holder, "media/seen.png", "image/png", png()), f"{KIND}image")
    inside = _part(holder, "embeddings/o.bin", f"{OPEN}oleObject", b"other program")
    opened = holder.relate_to(inside, f"{KIND}oleObject")
    return (
        '<w:object><v:shape id="_x0000_i1025" style="width:200pt;height:100pt">'
        f'<v:imagedata r:id="{shown}"/></v:shape><o:OLEObject Type="Embed" ProgID="Visio.Drawing"'
        f' ShapeID="_x0000_i1025" DrawAspect="Content" ObjectID="_1" r:id="{opened}"/></w:object>'
    )


def inserted_file(document: Document) -> None:
    """Puts a whole file in front of the last section, as some programs merge what many wrote."""
    holder: Any = document.part
    page = _part(holder, "chunk.htm", "text/html", "<html><body>另一个人写的</body></html>")
    related = holder.relate_to(page, f"{KIND}aFChunk")
    heading: Any = [one for one in document.paragraphs if one.text.startswith("1.5 ")][-1]
    heading._p.addprevious(  # noqa: SLF001 - the only way to put it in its place
        parse_xml(f'<w:altChunk {SPACES} r:id="{related}"/>')
    )


def picture_elsewhere(holder: Any) -> str:
    """A picture that was pasted from a web page, and lies there."""
    linked = holder.relate_to("https://example.com/a.png", f"{KIND}image", is_external=True)
    return _inline(
        "picture",
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="a"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:link="{linked}"/></pic:blipFill><pic:spPr/></pic:pic>',
    )


def _chart(holder: Any, table: Part | str) -> str:
    made = _part(
        holder,
        "charts/chart5.xml",
        "drawingml.chart+xml",
        f"<c:chartSpace {SPACES}><c:chart><c:plotArea><c:layout/><c:barChart>"
        '<c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef>'
        '<c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:ptCount val="2"/><c:pt idx="0"><c:v>90</c:v>'
        '</c:pt><c:pt idx="1"><c:v>95</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/>'
        '<c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/>'
        '<c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
    )
    elsewhere = isinstance(table, str)
    way = "oleObject" if elsewhere else "package"
    made.load_rel(KIND + way, table, "rId1", is_external=elsewhere)
    return _inline("chart", f'<c:chart r:id="{holder.relate_to(made, f"{KIND}chart")}"/>')


def _inline(kind: str, inside: str) -> str:
    return (
        '<w:drawing><wp:inline><wp:extent cx="5400000" cy="2700000"/><wp:docPr id="7" name="图"/>'
        f'<a:graphic><a:graphicData uri="{_SCHEMA}drawingml/2006/{kind}">'
        f"{inside}</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _part(holder: Any, name: str, kind: str, content: bytes | str) -> Part:
    blob = content.encode() if isinstance(content, str) else content
    full = kind if "/" in kind else f"{OPEN}{kind}"
    return Part(PackURI(f"/word/{name}"), full, blob, holder.package)
