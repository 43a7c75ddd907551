"""The list of problems as a sheet of its own in an applicant's workbook, each with its link."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, canonicalize, tostring

from builder.book.cell_text import fitting
from builder.book.text_height import HIGHEST_ROW, row_height
from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.formula.address import quoted_sheet
from builder.formula.render import plain_number
from builder.frozen import frozen
from builder.model.verdict import Verdict
from builder.ooxml.whole_tree import own_tree
from builder.write.annotate.marked_cells import MAIN
from builder.write.xlsx.escape import attribute_text, element_text

_HEADINGS = ("序号", "程度", "代码", "位置（点击前往）", "指标", "问题", "办法")
_WIDTHS = (6.0, 8.0, 9.0, 20.0, 11.0, 58.0, 52.0)
_LINK_COLUMN = 3
_LETTERS = "ABCDEFG"
_FIRST_ROW = 4
_ADVICE = (
    "点“位置”一栏前往要修改的单元格，单元格标为橙色并附有批注。改好后保存，原样交回本文件即可；"
    "本表、颜色和批注不影响核验。"
)


@frozen
class ListStyles:
    """The places of the cell formats that the list uses."""

    title: int
    advice: int
    header: int
    words: int
    link: int


def add_list_styles(styles: Element) -> ListStyles:
    """The cell formats of the list, put behind those of the workbook; texts are kept as texts."""
    title = _add(styles, "fonts", '<font><b/><sz val="16"/><name val="黑体"/></font>')
    plain = _add(styles, "fonts", '<font><sz val="10.5"/><name val="宋体"/></font>')
    bold = _add(styles, "fonts", '<font><b/><sz val="10.5"/><name val="宋体"/></font>')
    link = _add(
        styles,
        "fonts",
        '<font><u/><sz val="10.5"/><color rgb="FF0645AD"/><name val="宋体"/></font>',
    )
    grey = _add(
        styles,
        "fills",
        '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill>',
    )
    sides = "".join(
        f'<{side} style="thin"><color rgb="FFA6A6A6"/></{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    box = _add(styles, "borders", f"<border>{sides}<diagonal/></border>")
    return ListStyles(
        title=_format(styles, title, horizontal="left"),
        advice=_format(styles, plain, horizontal="left"),
        header=_format(styles, bold, fill=grey, border=box, horizontal="center"),
        words=_format(styles, plain, border=box, horizontal="left"),
        link=_format(styles, link, border=box, horizontal="left"),
    )


def problem_sheet_xml(verdict: Verdict, findings: Sequence[Finding], styles: ListStyles) -> bytes:
    """The sheet's markup: a headline, what to do, and one row for every finding."""
    head = f"核验问题清单　{fitting(verdict.applicant) or '（未填申报者）'}"
    rows = [
        _row(1, ((0, head, styles.title),), 30),
        _row(2, ((0, f"{_outcome(verdict, findings)}{_ADVICE}", styles.advice),), 36),
        _row(3, tuple((n, word, styles.header) for n, word in enumerate(_HEADINGS)), 24),
    ]
    links: list[str] = []
    for number, finding in enumerate(findings, start=1):
        row = _FIRST_ROW + number - 1
        words = _words(number, finding)
        height = min(row_height(tuple(zip(words, _WIDTHS, strict=True)), least=22), HIGHEST_ROW)
        place = finding.place
        cells = tuple(
            (column, word, styles.link if column == _LINK_COLUMN and place.cell else styles.words)
            for column, word in enumerate(words)
        )
        rows.append(_row(row, cells, height))
        if place.sheet and place.cell:
            target = attribute_text(f"{quoted_sheet(place.sheet)}!{place.cell}")
            links.append(f'<hyperlink ref="{_LETTERS[_LINK_COLUMN]}{row}" location="{target}"/>')
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(_WIDTHS, start=1)
    )
    linked = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    last = _LETTERS[len(_HEADINGS) - 1]
    content = (
        f'<worksheet xmlns="{MAIN}"><sheetPr><tabColor rgb="FFFFD966"/>'
        '<pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0" tabSelected="1" showGridLines="0">'
        f'<pane ySplit="3" topLeftCell="A{_FIRST_ROW}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="D{_FIRST_ROW}" sqref="D{_FIRST_ROW}"/>'
        '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{widths}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<mergeCells count="2"><mergeCell ref="A1:{last}1"/><mergeCell ref="A2:{last}2"/>'
        f"</mergeCells>{linked}"
        '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C第 &amp;P 页 / 共 &amp;N 页</oddFooter></headerFooter>"
        "</worksheet>"
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'.encode()


def _outcome(verdict: Verdict, findings: Sequence[Finding]) -> str:
    counts = "，".join(
        f"{severity.label} {sum(one.rule.severity is severity for one in findings)}"
        for severity in Severity
    )
    score = verdict.score
    points = ""
    if score is not None:
        points = f"核验得分 {plain_number(score.total)} / {plain_number(score.maximum)}，"
    return f"{verdict.status.label}：{points}{counts}。"


def _words(number: int, finding: Finding) -> tuple[str, ...]:
    where = fitting(finding.place.within("　"))
    rule = finding.rule
    return (
        *(str(number), rule.severity.label, finding.code, where, finding.place.indicator or "—"),
        *(fitting(finding.message), fitting(finding.fix)),
    )


def _row(number: int, cells: Sequence[tuple[int, str, int]], height: float) -> str:
    written = "".join(
        f'<c r="{_LETTERS[column]}{number}" s="{style}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{element_text(words)}</t></is></c>'
        for column, words, style in cells
    )
    return f'<row r="{number}" ht="{height:g}" customHeight="1">{written}</row>'


def _format(styles: Element, font: int, *, fill: int = 0, border: int = 0, horizontal: str) -> int:
    return _add(
        styles,
        "cellXfs",
        f'<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"'
        ' quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"'
        f' applyAlignment="1"><alignment horizontal="{horizontal}" vertical="center"'
        ' wrapText="1"/></xf>',
    )


def _add(styles: Element, group: str, entry: str) -> int:
    """Put an entry behind its like; its place. A group that a file lacks is an empty one."""
    listed = styles.find(f"{{{MAIN}}}{group}")
    if listed is None:
        listed = SubElement(styles, f"{{{MAIN}}}{group}")
        styles.insert(_place_of(styles, group), listed)
    made = own_tree(f'<holder xmlns="{MAIN}">{entry}</holder>')[0]
    known = listed.findall(f"{{{MAIN}}}*")
    alike = canonicalize(tostring(made, "unicode"))
    for place, child in enumerate(known):
        if canonicalize(tostring(child, "unicode")) == alike:
            return place
    listed.append(made)
    listed.set("count", str(len(known) + 1))
    return len(known)


# The children of a style sheet in the order the schema asks for (ECMA-376 Part 1, 18.8.39).
_GROUPS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")


def _place_of(styles: Element, group: str) -> int:
    before = _GROUPS[: _GROUPS.index(group)]
    return sum(len(styles.findall(f"{{{MAIN}}}{name}")) for name in before)
