"""The workbook that says which applicant each code of a blind review stands for."""

from collections.abc import Sequence
from dataclasses import replace

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.panel.review.tables import text_table

KEY_SHEET, PROOF_SHEET = "编号对照", "核对"
KEY_HEADINGS = ("编号", "申报者", "评分表文件")
HEAD_ROW = 3
ROUND_LINE, SECRET_LINE = "评审编号", "核对码"
_WIDTHS = (10.0, 46.0, 70.0)
_WARNING = (
    "只供主办单位保存：盲评的申报者是谁，只写在这里。不要和评审表放在一起，不要发给评审员。"
    "排名时用它把编号换回名称。"
)
_TAKEN_HEADINGS = ("编号", "文件", "种类", "隐去的字样", "处数", "说明")
_TAKEN_WIDTHS = (8.0, 16.0, 14.0, 50.0, 8.0, 44.0)
_LEFT = "通知里也有的常用词，单独出现时没有隐去"


def plan_key(
    run: str,
    secret: str,
    names: Sequence[tuple[str, str, str]],
    taken: Sequence[tuple[str, str, str, str, int]],
) -> BookPlan:
    """The workbook: codes with names and files, everything that was hidden, the proof.

    ``taken`` are code, file, kind, word and how often, 0 for a word that was left.
    """
    told = text_table(
        "隐去清单",
        _TAKEN_HEADINGS,
        _TAKEN_WIDTHS,
        (
            (code, file, kind, word, str(count) if count else "—", "" if count else _LEFT)
            for code, file, kind, word, count in taken
        ),
    )
    proof = text_table(
        PROOF_SHEET,
        ("项目", "内容"),
        (16.0, 60.0),
        ((ROUND_LINE, run), (SECRET_LINE, secret)),
    )
    return BookPlan(title="编号对照", sheets=(_names(names), told, proof))


def _names(names: Sequence[tuple[str, str, str]]) -> SheetPlan:
    canvas = Canvas(KEY_SHEET, _WIDTHS)
    canvas.title("编号对照（盲评）")
    canvas.line(2, Style.GUIDE, _WARNING)
    canvas.headings(HEAD_ROW, KEY_HEADINGS)
    for row, one in enumerate(names, start=HEAD_ROW + 1):
        canvas.texts(row, 1, tuple(map(fitting, one)))
    return replace(canvas.sheet, head_rows=HEAD_ROW, landscape=True)
