"""The ledger as a table: for a workbook, and for programs that read commas."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.style import Style
from builder.formula.render import plain_number
from builder.ledger.rows import Submission
from builder.show.handouts import MARK, harmless

HEADINGS = (
    *("序号", "申报者", "奖项", "材料", "第几次", "现行", "状态", "得分", "满分"),
    *(
        "错误",
        "警告",
        "提示",
        "收到时间",
        "收件人",
        "期限",
        "通知书",
        "备注",
        "文件",
        "原名",
        "SHA-256",
    ),
)
# What the workbook shows; the rest is for programs, and would only make the print small.
_WIDTHS = (
    *(5.0, 24.0, 18.0, 11.0, 6.0, 5.0, 9.0, 8.0, 8.0),
    *(5.0, 5.0, 5.0, 18.5, 9.0, 13.0, 6.0, 14.0, 38.0),
)
_NUMBERS = frozenset({1, 5, 8, 9, 10, 11, 12, 16})
_SHEET = "台账"


def ledger_table(rows: Sequence[Submission]) -> bytes:
    """The table with commas, none of its texts a formula where it is opened."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for number, row in enumerate(rows, start=1):
        writer.writerow([harmless(_word(cell)) for cell in _cells(number, row)])
    return f"{MARK}{text.getvalue()}".encode()


def plan_ledger(title: str, rows: Sequence[Submission]) -> BookPlan:
    """The workbook with the table as its one sheet."""
    canvas = Canvas(_SHEET, _WIDTHS)
    canvas.title(f"{title}　台账")
    canvas.headings(2, HEADINGS[: len(_WIDTHS)])
    for number, row in enumerate(rows, start=1):
        texts: list[tuple[str, float]] = []
        for column, (cell, width) in enumerate(
            zip(_cells(number, row), _WIDTHS, strict=False), start=1
        ):
            if column in _NUMBERS:
                canvas.put(number + 2, column, Style.NUMBER, cell)
            else:
                words = fitting(str(cell))
                canvas.put(number + 2, column, Style.OFFICIAL, words)
                texts.append((words, width))
        canvas.fit(number + 2, tuple(texts), least=22)
    sheet = replace(canvas.sheet, head_rows=2, landscape=True)
    return BookPlan(title=_SHEET, sheets=(sheet,))


def _cells(number: int, row: Submission) -> tuple[str | Decimal | None, ...]:
    nth = Decimal(row.number) if row.number else None
    return (
        *(Decimal(number), row.applicant, row.award, row.material, nth),
        *("是" if row.current else "", row.state.label, row.score, row.maximum),
        *(Decimal(row.errors), Decimal(row.warnings), Decimal(row.hints)),
        *(row.at[:16].replace("T", " "), row.by, row.deadline),
        *(Decimal(row.letters) if row.letters else None, row.remark),
        *(row.path, row.called, row.digest),
    )


def _word(cell: str | Decimal | None) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else plain_number(cell)
