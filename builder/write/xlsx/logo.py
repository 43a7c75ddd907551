"""An office's logo: from the template's first sheet to beside the title of the first sheet."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from builder.book.sheet import SheetPlan
from builder.frozen import frozen
from builder.ooxml.namespaces import OFFICE_RELATIONSHIPS
from builder.ooxml.office_file import OfficeFile
from builder.write.image import NotAPictureError, Picture, read_picture
from builder.write.xlsx.escape import attribute_text

_SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE_RELATIONS = OFFICE_RELATIONSHIPS[0]
IMAGE_RELATION, DRAWING_RELATION = f"{OFFICE_RELATIONS}/image", f"{OFFICE_RELATIONS}/drawing"
DRAWING_PART = "xl/drawings/logo.xml"
# English Metric Units: 914 400 an inch (ECMA-376 Part 1, 20.1.2.1).
_POINT, _PIXEL = 12_700, 9_525
# Points around the picture, the most it may be high, and the least that can be seen.
_GAP, _HIGHEST, _NARROWEST = 4.0, 60.0, 24.0
_WORDS, _LONGEST_WORDS = "主办单位标志", 200
# A column's width counts digits of seven pixels, and five pixels of padding.
_DIGIT_POINTS, _PADDING_POINTS = 5.25, 3.75


@frozen
class Logo:
    """The picture, its size on the sheet in points, its alternative text and how it is cropped."""

    picture: Picture
    width: float
    height: float
    words: str
    crop: Mapping[str, str]

    @property
    def part(self) -> str:
        """The name of the picture's part."""
        return f"xl/media/logo.{self.picture.extension}"


def read_logo(package: OfficeFile, sheet: str) -> Logo | None:
    """The first picture on a sheet, ``None`` where there is none.

    Raises ``NotAPictureError`` for one that a workbook cannot take over.
    """
    drawing = package.related(sheet, "drawing")
    if drawing is None:
        return None
    for anchor in package.tree(drawing):
        for found in anchor.iter(f"{{{_SHEET_DRAWING}}}pic"):
            return _logo(package, drawing, anchor, found)
    return None


def _logo(package: OfficeFile, drawing: str, anchor: Element, found: Element) -> Logo:
    blip = found.find(f".//{{{_DRAWING}}}blip")
    mark = "" if blip is None else blip.get(f"{{{OFFICE_RELATIONS}}}embed", "")
    relation = package.relations(drawing).get(mark)
    if relation is None or relation.external:
        raise NotAPictureError("图片不在模板文件里，而是链接到别处")
    picture = read_picture(package.part(relation.inside))
    width, height = _size(anchor, found) or (picture.width * _PIXEL, picture.height * _PIXEL)
    crop = found.find(f".//{{{_DRAWING}}}srcRect")
    named = found.find(f".//{{{_SHEET_DRAWING}}}cNvPr")
    return Logo(
        picture=picture,
        width=width / _POINT,
        height=height / _POINT,
        words=("" if named is None else named.get("descr", "")[:_LONGEST_WORDS]) or _WORDS,
        crop={} if crop is None else {side: _percent(crop.get(side, "0")) for side in "ltrb"},
    )


def _percent(words: str) -> str:
    """A thousandth of a percent as drawings write it; raises ``NotAPictureError`` for no number."""
    if not re.fullmatch(r"-?[0-9]{1,6}", words):
        raise NotAPictureError("图片的裁剪写法不对")
    return words


def _size(anchor: Element, found: Element) -> tuple[int, int] | None:
    """The size in the drawing, in EMU; ``None`` where it states none."""
    for place in (
        anchor.find(f"{{{_SHEET_DRAWING}}}ext"),
        found.find(f".//{{{_DRAWING}}}ext[@cx]"),
    ):
        if place is not None:
            sides = (place.get("cx", ""), place.get("cy", ""))
            if all(side.isascii() and side.isdigit() and int(side) > 0 for side in sides):
                return int(sides[0]), int(sides[1])
    return None


def with_room(sheet: SheetPlan, logo: Logo, title_size: float) -> tuple[SheetPlan, str]:
    """The sheet with its first row high enough, and the drawing that lies left of the title.

    The picture keeps its proportions and is never larger than in the template, nor wider than the
    blank beside the centred title, nor higher than 60 points. ``title_size`` is in points.
    """
    title = next((c.content for c in sheet.cells if c.row == 1 and isinstance(c.content, str)), "")
    across = sum(width * _DIGIT_POINTS + _PADDING_POINTS for width in sheet.widths)
    blank = (across - _ems(title) * title_size) / 2 - 2 * _GAP
    scale = min(1.0, max(blank, _NARROWEST) / logo.width, _HIGHEST / logo.height)
    width, height = logo.width * scale, logo.height * scale
    heights = dict(sheet.heights)
    row = heights[1] = max(heights.get(1, 0.0), height + 2 * _GAP)
    placed = replace(sheet, heights=tuple(sorted(heights.items())))
    return placed, _drawing(logo, width, height, (row - height) / 2)


def _ems(text: str) -> float:
    """The width of a text in widths of a Chinese character."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.6 for sign in text)


def _drawing(logo: Logo, width: float, height: float, top: float) -> str:
    emu = {"cx": round(width * _POINT), "cy": round(height * _POINT)}
    size = f'cx="{emu["cx"]}" cy="{emu["cy"]}"'
    left, down = round(_GAP * _POINT), round(top * _POINT)
    words = attribute_text(logo.words)
    crop = "".join(f' {side}="{attribute_text(part)}"' for side, part in logo.crop.items())
    return (
        f'<xdr:wsDr xmlns:xdr="{_SHEET_DRAWING}" xmlns:a="{_DRAWING}"><xdr:oneCellAnchor>'
        f"<xdr:from><xdr:col>0</xdr:col><xdr:colOff>{left}</xdr:colOff>"
        f"<xdr:row>0</xdr:row><xdr:rowOff>{down}</xdr:rowOff></xdr:from><xdr:ext {size}/>"
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="标志" descr="{words}"/>'
        '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip xmlns:r="{OFFICE_RELATIONS}" r:embed="rId1"/><a:srcRect{crop}/>'
        "<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm>"
        f'<a:off x="{left}" y="{down}"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
        "<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
    )
