"""Faults in how letters are drawn and where: signs for letters, repeated, pushed out, no room."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from builder.formula.expression import Cell
from builder.kit.sheet_names import SCORING
from tests.proof.honest_answers import explanations
from tests.proof.seeding import Sown, at, tampered
from tests.proof.seen import changed_sheet
from tests.verify.judged import Case
from tests.verify.showing import STYLES, with_look
from tests.verify.tampering import edited

_BLACK = 'rgb="FF000000"'
_SOLID = f'<patternFill patternType="solid"><fgColor {_BLACK}/></patternFill>'


def sow_placed(chosen: Case) -> Iterator[Sown]:
    """Letters that stand where they were put and cannot be read there."""
    plan, content, leaf = chosen.plan, chosen.content, chosen.leaf
    scored = {each.code for each in plan.leaves}
    own = next(one for one in explanations(chosen) if one.indicator in scored)
    signs = '<sz val="11"/><name val="{}"/><charset val="2"/>'
    for font in ("Wingdings", "Symbol", "某种图案"):
        yield tampered(
            chosen,
            f"得分用符号字体 {font}",
            partial(with_look, content, plan, leaf.counted, font=signs.format(font)),
            at("QA478", leaf.counted, leaf.code),
        )
    yield tampered(
        chosen,
        "说明用符号字体",
        lambda: with_look(content, plan, own.cell, font='<sz val="11"/><name val="Webdings"/>'),
        at("QA479", own.cell, own.indicator),
    )
    for what, alignment in (("重复", 'horizontal="fill"'), ("移出", 'indent="250"')):
        yield tampered(
            chosen,
            f"得分{what}",
            partial(_aligned, chosen, leaf.counted, alignment),
            at("QA478", leaf.counted, leaf.code),
        )
    gradient = (
        '<gradientFill><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="0.1">'
        f'<color {_BLACK}/></stop><stop position="1"><color {_BLACK}/></stop></gradientFill>'
    )
    dense = f'<patternFill patternType="darkGray"><fgColor {_BLACK}/></patternFill>'
    same = (
        f'<patternFill patternType="gray125"><fgColor {_BLACK}/><bgColor {_BLACK}/></patternFill>'
    )
    for what, fill in (("渐变", gradient), ("密纹", dense), ("同色纹", same)):
        yield tampered(
            chosen,
            f"黑字黑底{what}",
            partial(_on_ground, chosen, leaf.counted, fill),
            at("QA478", leaf.counted, leaf.code),
        )


def sow_room(chosen: Case) -> Iterator[Sown]:
    """Lines that have no size of their own where the usual one leaves no room."""
    first = Cell(SCORING, 1, 1)
    flat = '<sheetFormatPr defaultRowHeight="1" customHeight="1"/>'
    yield tampered(
        chosen,
        "默认行高为一",
        partial(changed_sheet, chosen, SCORING, partial(_unsized, usual=flat, own=_HEIGHTS)),
        at("QA473", first),
    )
    narrow = '<sheetFormatPr defaultRowHeight="15" defaultColWidth="0"/>'
    yield tampered(
        chosen,
        "默认列宽为零",
        partial(changed_sheet, chosen, SCORING, partial(_unsized, usual=narrow, own=_WIDTHS)),
        at("QA473", first),
    )


_HEIGHTS, _WIDTHS = r' ht="[^"]*" customHeight="1"', r"<cols>.*?</cols>"


def _unsized(xml: str, *, usual: str, own: str) -> str:
    return re.sub(r"<sheetFormatPr [^>]*/>", usual, re.sub(own, "", xml))


def _last_format(xml: str, edit: Callable[[str], str]) -> str:
    """The last format of cells changed, which is that of the cell that was given a new one."""
    end = xml.index("</cellXfs>")
    start = xml.rindex("<xf ", 0, end)
    return f"{xml[:start]}{edit(xml[start:end])}{xml[end:]}"


def _aligned(chosen: Case, cell: Cell, alignment: str) -> bytes:
    content = with_look(chosen.content, chosen.plan, cell, font='<sz val="11"/>')

    def align(entry: str) -> str:
        bare = re.sub(r"<alignment[^>]*/>", "", entry)
        opened = re.sub(r"^(<xf [^>]*?)/>", r"\1></xf>", bare)
        return opened.replace(">", f"><alignment {alignment}/>", 1)

    return edited(content, STYLES, partial(_last_format, edit=align))


def _on_ground(chosen: Case, cell: Cell, fill: str) -> bytes:
    font = f'<sz val="11"/><color {_BLACK}/>'
    content = with_look(chosen.content, chosen.plan, cell, font=font, fill=_BLACK)
    return edited(
        content,
        STYLES,
        lambda xml: xml.replace(f"{_SOLID}</fill></fills>", f"{fill}</fill></fills>"),
    )
