"""Faults in what is seen: a workbook that shows anything else than it calculates."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from builder.book.book_plan import InputKind
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.kit.sheet_names import EVIDENCE, GUIDE, SCORING, SUMMARY
from tests.proof.seeding import Sown, at, tampered
from tests.verify.judged import Case, case
from tests.verify.showing import (
    with_copy_shown,
    with_look,
)
from tests.verify.tampering import WORKBOOK, edited, sheet_part

_WHITE = '<sz val="11"/><color rgb="FFFFFFFF"/><name val="宋体"/>'


def changed_sheet(chosen: Case, sheet: str, edit: Callable[[str], str]) -> bytes:
    """The good file with the markup of one sheet changed."""
    return edited(chosen.content, sheet_part(chosen.plan, sheet), edit)


def answer_in_words(chosen: Case) -> Cell:
    """An answer in words that is no score."""
    plan = chosen.plan
    names = {item.name: item for item in plan.inputs}
    return next(
        names[name].cell
        for name, value in chosen.answers.items()
        if isinstance(value, str) and names[name].kind is InputKind.EVIDENCE
    )


def official_points(chosen: Case) -> Cell:
    """The points that an indicator has by the notice, left of its score."""
    score = chosen.leaf.score
    points = [
        cell
        for cell in chosen.plan.sheet(SCORING).cells
        if cell.row == score.row and cell.style is Style.POINTS
    ]
    return Cell(SCORING, score.row, points[0].column)


def sow_hidden(chosen: Case) -> Iterator[Sown]:
    """Sheets, rows and columns hidden, by themselves or behind a copy."""
    plan = chosen.plan
    for sheet, code in ((SCORING, "QA470"), (SUMMARY, "QA470"), (GUIDE, "QA472")):
        for state in ("hidden", "veryHidden"):
            old = f'<sheet name="{sheet}"'
            yield tampered(
                chosen,
                f"{state} {sheet}",
                partial(
                    edited,
                    chosen.content,
                    WORKBOOK,
                    partial(_put, old=old, new=f'{old} state="{state}"'),
                ),
                f"{code} {sheet}",
            )
    yield tampered(
        chosen,
        "隐藏原表给看副本",
        lambda: with_copy_shown(chosen.content, plan, SCORING, "自评打分 (2)"),
        f"QA471 {SCORING}",
    )
    for draw in range(3):
        row = case(plan.identity.scheme, draw).leaf.score.row
        for what, new in (("隐藏", 'hidden="1"'), ("压扁", 'ht="0.75" customHeight="1"')):
            edit = partial(re.sub, rf'<row r="{row}"[^>]*>', f'<row r="{row}" {new}>')
            yield tampered(
                chosen,
                f"{what}行 {row}",
                partial(changed_sheet, chosen, SCORING, edit),
                at("QA473", Cell(SCORING, row, 1)),
            )
    column = chosen.leaf.score.column
    for what, new in (("隐藏", 'hidden="1" width="9"'), ("压窄", 'width="0.2"')):
        pattern = rf'<col min="{column}" max="{column}" width="[^"]*"'
        edit = partial(re.sub, pattern, f'<col min="{column}" max="{column}" {new}')
        yield tampered(
            chosen,
            f"{what}列",
            partial(changed_sheet, chosen, SCORING, edit),
            at("QA473", Cell(SCORING, 1, column)),
        )
    row = answer_in_words(chosen).row
    edit = partial(re.sub, rf'<row r="{row}"', f'<row r="{row}" hidden="1"')
    yield tampered(
        chosen,
        "隐藏填好的证据",
        partial(changed_sheet, chosen, EVIDENCE, edit),
        at("QA474", Cell(EVIDENCE, row, 1)),
    )
    if plan.sheet(SCORING).outline:
        first, last, _ = plan.sheet(SCORING).outline[0]
        edit = partial(
            re.sub, rf'<row r="({"|".join(map(str, range(first, last + 1)))})"', r'\g<0> hidden="1"'
        )
        yield tampered(
            chosen,
            "折叠一组",
            partial(changed_sheet, chosen, SCORING, edit),
            at("QA475", Cell(SCORING, first, 1)),
        )

    yield tampered(
        chosen,
        "显示公式",
        lambda: changed_sheet(
            chosen, SCORING, partial(re.sub, "<sheetView ", '<sheetView showFormulas="1" ')
        ),
        f"QA496 {SCORING}",
    )


def _put(text: str, *, old: str, new: str) -> str:
    return text.replace(old, new)


def sow_formats(chosen: Case) -> Iterator[Sown]:
    """Number formats that write something else than stands in the cell."""
    plan, content = chosen.plan, chosen.content
    total = plan.total
    for code in (
        "&quot;905&quot;",
        ";;;",
        "0,",
        "&quot;9&quot;0",
        "[&gt;1]&quot;905&quot;;0",
        "\\9\\0\\5",
        "yyyy\\-mm\\-dd",
        *("0\\.0", "00\\-00", "\\-0", "(0)", "0&quot;（已核定）&quot;", "&quot;满分&quot;0"),
    ):
        yield tampered(
            chosen,
            f"总分的格式 {code}",
            partial(with_look, content, plan, total, code=code),
            at("QA476", total),
        )
    leaf = chosen.leaf
    for code in ("*9", "0%&quot;9&quot;", "[White]0.00"):
        yield tampered(
            chosen,
            f"得分的格式 {code}",
            partial(with_look, content, plan, leaf.counted, code=code),
            at("QA476", leaf.counted, leaf.code),
        )
    answer = answer_in_words(chosen)
    for code in (";;;", "0;0;0;&quot;通过&quot;", "@&quot;（已核定）&quot;"):
        yield tampered(
            chosen,
            f"文字的格式 {code}",
            partial(with_look, content, plan, answer, code=code),
            at("QA477", answer),
        )


def sow_letters(chosen: Case) -> Iterator[Sown]:
    """Letters in the colour of their ground, too small to read, or struck out."""
    plan, content, leaf = chosen.plan, chosen.content, chosen.leaf
    white = 'rgb="FFFFFFFF"'
    for what, font, fill in (
        ("白字白底", _WHITE, white),
        ("近白", '<color rgb="FFFDFDFD"/>', white),
        ("主题色", '<color theme="0"/>', 'theme="0"'),
        ("主题色加深淡", '<color theme="1" tint="0.999"/>', white),
        ("调色板", '<color indexed="9"/>', 'indexed="65"'),
        ("黑底黑字", '<color rgb="FF000000"/>', 'rgb="FF000000"'),
        ("一磅", '<sz val="1"/>', white),
    ):
        yield tampered(
            chosen,
            f"得分{what}",
            partial(with_look, content, plan, leaf.counted, font=font, fill=fill),
            at("QA478", leaf.counted, leaf.code),
        )
    official = official_points(chosen)
    yield tampered(
        chosen,
        "原文白字",
        lambda: with_look(content, plan, official, font=_WHITE, fill=white),
        at("QA478", official, leaf.code),
    )
    answer = answer_in_words(chosen)
    yield tampered(
        chosen,
        "填写白字",
        lambda: with_look(content, plan, answer, font=_WHITE, fill=white),
        at("QA479", answer),
    )
    struck = "<strike/><sz val='11'/>"
    for cell, line in (
        (leaf.counted, at("QA480", leaf.counted, leaf.code)),
        (answer, at("QA481", answer)),
    ):
        yield tampered(
            chosen,
            f"划掉 {cell.sheet}",
            partial(with_look, content, plan, cell, font=struck),
            line,
        )
