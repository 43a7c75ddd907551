"""The part at the end of a new report that accounts for the old one; it is taken out in the end."""

from collections.abc import Iterable, Sequence
from html import escape
from xml.etree.ElementTree import Element

from builder.editions.carried import CarriedLine
from builder.formula.blank import visible
from builder.ooxml.namespaces import WORD
from builder.ooxml.whole_tree import own_tree

# What a place in the report is called beside those in the workbook.
REPORT = "申报材料"
TITLE = "沿用情况（交件前请删去本部分）"
_HEADINGS = ("情况", "原来的标题", "现在的标题", "说明")
_WIDTHS = (1200, 2900, 2900, 1900)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TIGHT = '<w:spacing w:before="30" w:after="30" w:line="260" w:lineRule="auto"/>'
_LOOSE = '<w:spacing w:before="120" w:after="60" w:line="300" w:lineRule="auto"/>'
_FONT = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>'


def note_blocks(lines: Sequence[CarriedLine]) -> list[Element]:
    """The blocks that say what became of each part of the old report, on a page of their own."""
    markup = (
        _paragraph(TITLE, size=32, bold=True, breaks=True),
        _paragraph("旧申报材料各部分的去处如下；没有放进新材料的原文（含图、表）附在表后。"),
        _table([_HEADINGS, *map(_cells, lines)]),
    )
    return [own_tree(each) for each in markup]


def _cells(line: CarriedLine) -> tuple[str, ...]:
    here, there = (_plain(title) for title in (line.place, line.to))
    return line.fate.value, here, there or "—", line.reason


def _plain(title: str) -> str:
    """A place in the report without the name of the report."""
    return title.removeprefix(f"{REPORT}　")


def left_heading(title: str) -> Element:
    """What stands before something that has no place."""
    return own_tree(_paragraph(f"【没有放进新材料】{title}", bold=True))


def _paragraph(text: str, *, size: int = 21, bold: bool = False, breaks: bool = False) -> str:
    before = "<w:pageBreakBefore/>" if breaks else ""
    return (
        f'<w:p xmlns:w="{WORD[0]}"><w:pPr>{before}{_LOOSE}</w:pPr>'
        f"{_run(text, size, bold=bold)}</w:p>"
    )


def _run(text: str, size: int, *, bold: bool = False) -> str:
    look = f'{_FONT}{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return (
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(visible(text))}</w:t></w:r>'
    )


def _table(rows: Iterable[Sequence[str]]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    body = "".join(_row(row, head=number == 0) for number, row in enumerate(rows))
    return (
        f'<w:tbl xmlns:w="{WORD[0]}"><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _row(texts: Sequence[str], *, head: bool) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"<w:p><w:pPr>{_TIGHT}</w:pPr>{_run(text, 18, bold=head)}</w:p></w:tc>"
        for text, width in zip(texts, _WIDTHS, strict=True)
    )
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"
