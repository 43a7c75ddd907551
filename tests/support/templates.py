"""Workbook templates as an office may change them: other parts, a logo, other print settings."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from builder.pipeline.templates import shipped_templates

TEMPLATE = shipped_templates().workbook
STYLES, SHEET = "xl/styles.xml", "xl/worksheets/sheet1.xml"
DRAWING, PICTURE = "xl/drawings/drawing1.xml", "xl/media/image1.png"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def shipped_part(name: str) -> bytes:
    with zipfile.ZipFile(TEMPLATE) as package:
        return package.read(name)


def template_with(path: Path, changes: Mapping[str, bytes | None]) -> Path:
    """The shipped template at ``path`` with parts replaced or added, or left out where ``None``."""
    content = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as package, zipfile.ZipFile(content, "w") as copy:
        for name in dict.fromkeys((*package.namelist(), *changes)):
            part = changes[name] if name in changes else package.read(name)
            if part is not None:
                copy.writestr(name, part)
    path.write_bytes(content.getvalue())
    return path


def png(width: int, height: int) -> bytes:
    """A picture: a red field with a white bar."""
    line = b"\0" + b"\xc0\x20\x20" * (width // 2) + b"\xff\xff\xff" * (width - width // 2)
    chunks = (
        (b"IHDR", struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(line * height)),
        (b"IEND", b""),
    )
    packed = (
        struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def logo_parts(
    picture: bytes, *, size: tuple[int, int] = (900_000, 450_000), name: str = PICTURE
) -> dict[str, bytes | None]:
    """The changes that put a picture of this size (EMU) on the template's first sheet."""
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor>'
        "<xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>"
        f'<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="{size[0]}" cy="{size[1]}"/><xdr:pic>'
        '<xdr:nvPicPr><xdr:cNvPr id="2" name="图片 1" descr="某区质量办"/>'
        "<xdr:cNvPicPr/></xdr:nvPicPr>"
        f'<xdr:blipFill><a:blip xmlns:r="{_OFFICE}" r:embed="rId1"/><a:stretch><a:fillRect/>'
        "</a:stretch></xdr:blipFill>"
        f'<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>'
        "</xdr:oneCellAnchor></xdr:wsDr>"
    )
    kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
    types = (
        shipped_part("[Content_Types].xml")
        .decode()
        .replace(
            "</Types>",
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/{DRAWING}" ContentType="{kind}"/></Types>',
        )
    )
    sheet = (
        shipped_part(SHEET)
        .decode()
        .replace("</worksheet>", f'<drawing xmlns:r="{_OFFICE}" r:id="rId1"/></worksheet>')
    )
    return {
        "[Content_Types].xml": types.encode(),
        SHEET: sheet.encode(),
        "xl/worksheets/_rels/sheet1.xml.rels": relations("drawing", "../drawings/drawing1.xml"),
        DRAWING: drawing.encode(),
        "xl/drawings/_rels/drawing1.xml.rels": relations("image", f"/{name}"),
        name: picture,
    }


def relations(kind: str, target: str, *, mode: str = "") -> bytes:
    """A relationship part with one relationship."""
    outside = f' TargetMode="{mode}"' if mode else ""
    return (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/{kind}"'
        f' Target="{target}"{outside}/></Relationships>'
    ).encode()
