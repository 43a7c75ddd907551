"""Scores of a notice that divides: shown with two decimals, held in full."""

import re
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl

from builder.book.naming import indicator_name
from builder.pipeline.panel.record_files import RANKING_FILE, RECORD_FILE
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.verify import Verifier
from tests.support.panels import fill, merged_panel, read_back, recorded, reviewed, sign, task_of

KIT = "lizi-gonggong-zuzhi"
# The parts of the first indicator come to (81 + 80 + 80) / 3.
MORE = {indicator_name("score", "1.1"): Decimal(81)}
_LONG = re.compile(r"\d\.\d{3}")


def test_an_average_is_shown_with_two_decimals_and_held_in_full(tmp_path: Path) -> None:
    people = (("张三丰", "组长", ""), ("李四光", "评审员", ""))
    task = task_of(reviewed(tmp_path, KIT, reviewers=people))
    for seat in task.seats:
        path = fill(tmp_path, task, seat, more=MORE)
        assert _formats(path, "评审汇总")["0.00"]
    # Rounding what is shown makes no file a changed one.
    assert merged_panel(tmp_path, task).findings == ()
    merged = read_back(tmp_path)
    for code, _ in merged.task.names:
        assert _formats(sign(tmp_path, merged, code), "合议打分")["0.00"]
    record = recorded(tmp_path, merged)
    part = record.outcome("C01").parts[0]
    assert part.score == Decimal(241) / 3
    shown = _formats(tmp_path / "结果" / RANKING_FILE, "排名")["0.00"]
    assert any(abs(value - float(part.score)) < 1e-9 for value in shown)
    letter = docx.Document(str(next((tmp_path / "结果").glob("*-评审反馈.docx"))))
    rows = [[cell.text for cell in row.cells] for row in letter.tables[0].rows]
    assert rows[1][2] == "80.33"
    told = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert "除不尽的四舍五入到两位小数" in told
    held = str(tmp_path / "结果" / RECORD_FILE)
    for code in ("1", "total"):
        told = "\n".join(trace_number(record, held, "C01", code, Verifier()).lines)
        assert "80.33" in told
        assert not _LONG.search(told)


def _formats(path: Path, sheet: str) -> dict[str, list[float]]:
    """The numbers of a sheet by the format of their cells."""
    found: dict[str, list[float]] = {"0.00": []}
    for row in openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows():
        for cell in row:
            if isinstance(cell.value, int | float):
                found.setdefault(cell.number_format, []).append(float(cell.value))
    return found
