"""What people do to a workbook beside filling it in, of which nothing is told or a hint at most."""

import re
from collections.abc import Mapping
from functools import partial

from builder.formula.address import cell_address
from builder.kit.sheet_names import EVIDENCE, SCORING, SUMMARY
from tests.proof.honest_answers import explanations
from tests.proof.honest_looks import Route
from tests.proof.saving import (
    LINKS,
    OFFICE,
    SHEETS,
    Edit,
    one_by_one,
    swap,
    written,
)
from tests.proof.seen import answer_in_words, official_points
from tests.verify.judged import Case
from tests.verify.showing import with_look, with_rule
from tests.verify.tampering import WORKBOOK, edited, packed, parts_of, sheet_part, with_cell

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NOTES = "xl/worksheets/notes.xml"


def on(sheet: str, edit: Edit) -> Route:
    """Something done to one sheet."""
    return lambda chosen: edited(chosen.content, sheet_part(chosen.plan, sheet), edit)


def own_sheet(name: str, state: str = "visible", body: str = "") -> Route:
    """A sheet of the person's own behind all others."""

    def add(chosen: Case) -> bytes:
        kind = f"{OFFICE}/worksheet"
        link = f'<Relationship Id="rIdOwn" Type="{kind}" Target="worksheets/notes.xml"/>'
        found = parts_of(chosen.content)
        end = "</Relationships>"
        found[LINKS] = found[LINKS].decode().replace(end, f"{link}{end}").encode()
        entry = f'<sheet name="{name}" sheetId="77" state="{state}" r:id="rIdOwn"/></sheets>'
        found[WORKBOOK] = found[WORKBOOK].decode().replace("</sheets>", entry).encode()
        cells = body or '<row r="1"><c r="A1" t="inlineStr"><is><t>草稿</t></is></c></row>'
        sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>'
        return packed({**found, _NOTES: sheet.encode()})

    return add


def _comments(chosen: Case) -> bytes:
    """Comments in threads, each with the note that older programs show."""
    part = sheet_part(chosen.plan, SCORING)
    name = part.rpartition("/")[2]
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    links = (
        f'<Relationship Id="rId81" Type="{OFFICE}/comments" Target="../comments9.xml"/>'
        f'<Relationship Id="rId82" Type="{kind}" Target="../threadedComments/t9.xml"/>'
    )
    found = parts_of(chosen.content)
    rels = f"xl/worksheets/_rels/{name}.rels"
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    before = found.get(rels, f"{empty}</Relationships>".encode()).decode()
    found[rels] = before.replace("</Relationships>", f"{links}</Relationships>").encode()
    note = "<authors><author>tc</author></authors><commentList/>"
    found["xl/comments9.xml"] = f'<comments xmlns="{_MAIN}">{note}</comments>'.encode()
    found["xl/threadedComments/t9.xml"] = b"<ThreadedComments/>"
    return packed(found)


def _linked(chosen: Case) -> bytes:
    """An answer that became a link while it was typed, blue and underlined."""
    cell = answer_in_words(chosen)
    font = '<u/><sz val="11"/><color theme="10"/>'
    content = with_look(chosen.content, chosen.plan, cell, font=font)
    address = cell_address(cell.row, cell.column)
    link = f'<hyperlinks><hyperlink ref="{address}" location="\'{SUMMARY}\'!A1"/></hyperlinks>'
    put = swap("<printOptions", f"{link}<printOptions")
    return edited(content, sheet_part(chosen.plan, cell.sheet), put)


def _rows_grouped(xml: str) -> str:
    level = r'<row r="([6-9])"((?: (?!outlineLevel)\w+="[^"]*")*)(?: outlineLevel="\d")?'
    return re.sub(level, r'<row r="\1"\2 outlineLevel="2"', xml)


def _blank_rows_hidden(chosen: Case) -> bytes:
    """Rows of the evidence in which nothing is filled in, hidden."""
    cells = (item.cell for item in chosen.plan.inputs if chosen.answers.get(item.name) is not None)
    last = max(cell.row for cell in cells if cell.sheet == EVIDENCE)
    rows = "|".join(map(str, range(last + 1, last + 40)))
    hide = partial(re.sub, rf'<row r="({rows})"', r'\g<0> hidden="1"')
    return on(EVIDENCE, hide)(chosen)


def _coloured_words(chosen: Case) -> bytes:
    """An explanation with some words in red and bold, and some underlined."""
    cell = explanations(chosen)[0].cell
    address = cell_address(cell.row, cell.column)

    def runs(markup: str) -> str:
        style = re.search(r' s="\d+"', markup)
        assert style is not None
        red = '<rPr><b/><color rgb="FFFF0000"/><sz val="12"/><rFont val="楷体"/></rPr>'
        body = (
            f'<r><t xml:space="preserve">质量</t></r><r>{red}<t>手册</t></r>'
            "<r><rPr><u/></rPr><t>第三版</t></r>"
        )
        return f'<c r="{address}"{style[0]} t="inlineStr"><is>{body}</is></c>'

    return with_cell(chosen.content, chosen.plan, cell, runs)


def _look(place: str, **changed: str) -> Route:
    def put(chosen: Case) -> bytes:
        cell = answer_in_words(chosen) if place == "answer" else official_points(chosen)
        return with_look(chosen.content, chosen.plan, cell, **changed)

    return put


def _with_rule(chosen: Case) -> bytes:
    """Every row with a missing proof in a colour of the person's own."""
    orange = '<fill><patternFill><bgColor rgb="FFFFC000"/></patternFill></fill>'
    return with_rule(chosen.content, chosen.plan, answer_in_words(chosen), orange)


def _sparklines(xml: str) -> str:
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    group = (
        f'<extLst><ext uri="{{05C60535}}" xmlns:x14="{x14}"><x14:sparklineGroups>'
        "<x14:sparklineGroup/></x14:sparklineGroups></ext></extLst></worksheet>"
    )
    return xml.replace("</worksheet>", group)


HANDS: Mapping[str, Route] = {
    "own sheet": own_sheet("草稿"),
    "own sheet that is hidden": own_sheet("备用", "hidden"),
    "own sheet that calculates": own_sheet(
        "核对", body=f'<row r="1"><c r="A1"><f>SUM(\'{SCORING}\'!G4:G9)</f><v>1</v></c></row>'
    ),
    "comments in threads": _comments,
    "an answer that became a link": _linked,
    "rows grouped": on(SCORING, _rows_grouped),
    "blank rows hidden": _blank_rows_hidden,
    "words coloured": _coloured_words,
    "pages across": on(
        SCORING,
        swap(
            'orientation="portrait"|orientation="landscape"', 'orientation="landscape" scale="70"'
        ),
    ),
    "breaks between pages": on(
        EVIDENCE,
        swap(
            "</worksheet>",
            '<rowBreaks count="1" manualBreakCount="1"><brk id="20" max="16383"/>'
            "</rowBreaks></worksheet>",
        ),
    ),
    "margins": written((SHEETS, swap('left="[^"]*"', 'left="1.2"'))),
    "print area": written(
        (
            WORKBOOK,
            swap(
                "</definedNames>",
                '<definedName name="_xlnm.Print_Area" localSheetId="1">\'基本信息\'!$A$1:$E$40'
                "</definedName></definedNames>",
            ),
        )
    ),
    "other panes frozen": on(
        EVIDENCE,
        swap(
            r"<pane [^>]*/>",
            '<pane xSplit="2" ySplit="3" activePane="bottomRight" state="frozen"/>',
        ),
    ),
    "as pages on the screen": on(
        SCORING, swap("<sheetView ", '<sheetView view="pageBreakPreview" ')
    ),
    "lines between cells": written((SHEETS, swap('showGridLines="0"', 'showGridLines="1"'))),
    "another sheet in front": written(
        (WORKBOOK, swap('activeTab="0"', 'activeTab="3" firstSheet="1"'))
    ),
    "tabs coloured": written((SHEETS, swap('<tabColor rgb="\\w+"/>', '<tabColor theme="5"/>'))),
    "zeros of a summary not shown": on(SUMMARY, swap("<sheetView ", '<sheetView showZeros="0" ')),
    "views of others": on(
        SCORING,
        swap(
            "<printOptions",
            '<customSheetViews><customSheetView guid="{0}" hiddenRows="1"/></customSheetViews>'
            "<printOptions",
        ),
    ),
    "errors ignored": on(
        SCORING,
        swap(
            "</worksheet>",
            '<ignoredErrors><ignoredError sqref="F4:F30" numberStoredAsText="1"/></ignoredErrors>'
            "</worksheet>",
        ),
    ),
    "small lines of trends": on(SCORING, _sparklines),
    "an answer marked yellow": _look("answer", fill='rgb="FFFFFF00"'),
    "an answer in white on dark blue": _look(
        "answer", font='<b/><sz val="12"/><color rgb="FFFFFFFF"/>', fill='rgb="FF1F3864"'
    ),
    "an answer in grey": _look("answer", font='<i/><sz val="9"/><color rgb="FF7F7F7F"/>'),
    "an answer as text": _look("answer", code="@"),
    "points in a larger size": _look("points", font='<b/><sz val="20"/>'),
    "a rule of one's own": _with_rule,
    "protected again": written(
        (
            SHEETS,
            swap(
                '<sheetProtection sheet="1"',
                '<sheetProtection algorithmName="SHA-512" hashValue="x" saltValue="y" sheet="1"',
            ),
        )
    ),
    "not protected": written((SHEETS, swap("<sheetProtection[^>]*/>", ""))),
    "the properties of the file": one_by_one(
        written(
            (
                "docProps/core",
                swap(
                    "</cp:coreProperties>",
                    "<dc:creator>质量部 王工</dc:creator><cp:keywords>终稿</cp:keywords>"
                    "</cp:coreProperties>",
                ),
            )
        ),
        written(("docProps/app", swap("</Properties>", "<Company>某公司</Company></Properties>"))),
    ),
    "wide columns and no rows' heights": written(
        (SHEETS, swap(r' ht="[^"]*" customHeight="1"', "")),
        (SHEETS, swap(r'width="[^"]*"', 'width="25.7"')),
    ),
    "widths lost": written((SHEETS, swap("<cols>.*?</cols>", ""))),
}
