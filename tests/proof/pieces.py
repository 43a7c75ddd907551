"""Faults in pieces of texts, in rules that newer programs write, and behind all cells."""

import re
from collections.abc import Iterator
from functools import partial

from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import SCORING, SUMMARY
from tests.proof.honest_answers import explanations
from tests.proof.saving import OFFICE
from tests.proof.seeding import Sown, at, tampered
from tests.proof.seen import changed_sheet
from tests.verify.judged import Case
from tests.verify.tampering import STRINGS, edited, sheet_part, with_cell

_MICROSOFT = "http://schemas.microsoft.com/office"
_WHITE = '<color rgb="FFFFFFFF"/>'


def sow_pieces(chosen: Case) -> Iterator[Sown]:
    """Words within a text that cannot be seen, or are struck out."""
    scored = {leaf.code for leaf in chosen.plan.leaves}
    asked = next(one for one in explanations(chosen) if one.indicator in scored)
    cell, own = asked.cell, asked.indicator
    for what, form, code in (
        ("白字", _WHITE, "QA479"),
        ("主题白", '<color theme="0"/>', "QA479"),
        ("近白", '<color rgb="FFFBFBFB"/>', "QA479"),
        ("一磅", '<sz val="1"/>', "QA479"),
        ("划掉", "<strike/>", "QA481"),
    ):
        yield tampered(
            chosen,
            f"说明里几个字{what}",
            partial(_with_piece, chosen, cell, form),
            at(code, cell, own),
        )
    for what, form, code in (("白字", _WHITE, "QA478"), ("划掉", "<strike/>", "QA480")):
        title = Cell(SUMMARY, 1, 1)
        yield tampered(
            chosen,
            f"原文里几个字{what}",
            partial(_with_shared_piece, chosen, title, form),
            at(code, title),
        )


def _with_piece(chosen: Case, cell: Cell, form: str) -> bytes:
    """An answer that stands in its cell, its last words written in another way."""
    address = cell_address(cell.row, cell.column)

    def pieces(markup: str) -> str:
        style = re.search(r' s="\d+"', markup)
        assert style is not None
        runs = f"<r><t>有制度。</t></r><r><rPr>{form}</rPr><t>尚未实施。</t></r>"
        return f'<c r="{address}"{style[0]} t="inlineStr"><is>{runs}</is></c>'

    return with_cell(chosen.content, chosen.plan, cell, pieces)


def _with_shared_piece(chosen: Case, cell: Cell, form: str) -> bytes:
    """A text of the table of texts, its last words written in another way."""
    numbers: list[int] = []

    def number(markup: str) -> str:
        numbers.extend(map(int, re.findall(r"<v>(\d+)</v>", markup)))
        return f"{markup} "

    with_cell(chosen.content, chosen.plan, cell, number)

    def piece(xml: str) -> str:
        items = re.findall(r"<si>.*?</si>", xml, re.DOTALL)
        old = items[numbers[0]]
        new = re.sub(
            r"<t([^>]*)>(.)(.*?)</t>",
            rf"<r><t>\2</t></r><r><rPr>{form}</rPr><t\1>\3</t></r>",
            old,
            flags=re.DOTALL,
        )
        return xml.replace(old, new, 1)

    return edited(chosen.content, STRINGS, piece)


def sow_newer_rules(chosen: Case) -> Iterator[Sown]:
    """Conditional formats in an extension, as Excel 2010 and later write them."""
    plan, leaf = chosen.plan, chosen.leaf
    ground = f"<fill><patternFill><bgColor {_WHITE[7:-2]}/></patternFill></fill>"
    for what, kind, inside in (
        ("白字白底", "expression", _format(f"<font>{_WHITE}</font>{ground}")),
        (
            "固定文字",
            "expression",
            _format('<numFmt numFmtId="9" formatCode="&quot;905&quot;"/>'),
        ),
        ("划掉", "expression", _format("<font><strike/></font>")),
        (
            "数据条",
            "dataBar",
            '<x14:dataBar showValue="0"><x14:cfvo type="autoMin"/></x14:dataBar>',
        ),
    ):
        yield tampered(
            chosen,
            f"新式条件格式{what}",
            partial(_with_newer_rule, chosen.content, plan, leaf.counted, kind, inside),
            at("QA484", leaf.counted),
        )


def _format(changes: str) -> str:
    return f"<xm:f>TRUE</xm:f><x14:dxf>{changes}</x14:dxf>"


def _with_newer_rule(content: bytes, plan: KitPlan, cell: Cell, kind: str, inside: str) -> bytes:
    group = (
        f'<extLst><ext xmlns:x14="{_MICROSOFT}/spreadsheetml/2009/9/main">'
        "<x14:conditionalFormattings><x14:conditionalFormatting"
        f' xmlns:xm="{_MICROSOFT}/excel/2006/main"><x14:cfRule type="{kind}" priority="1">'
        f"{inside}</x14:cfRule><xm:sqref>{cell_address(cell.row, cell.column)}</xm:sqref>"
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )
    end = "</worksheet>"
    return edited(
        content, sheet_part(plan, cell.sheet), lambda xml: xml.replace(end, f"{group}{end}")
    )


def sow_backs(chosen: Case) -> Iterator[Sown]:
    """A picture behind all cells of a sheet."""
    picture = f'<picture xmlns:r="{OFFICE}" r:id="rIdBack"/></worksheet>'
    for sheet in (SCORING, SUMMARY):
        yield tampered(
            chosen,
            f"背景图片 {sheet}",
            partial(changed_sheet, chosen, sheet, partial(_ended, end=picture)),
            f"QA493 {sheet}",
        )


def _ended(xml: str, *, end: str) -> str:
    return xml.replace("</worksheet>", end)
