"""The ledger as a workbook and with commas: every row, and no text that becomes a formula."""

import csv
import io
from pathlib import Path

import openpyxl

from builder.ledger.rows import Submission, Wanted
from builder.ledger.table import HEADINGS, ledger_table, plan_ledger
from builder.write.xlsx.workbook import workbook_bytes
from tests.ledger.entries import entry, of, opened, put, verdict
from tests.support.workbooks import shipped_look


def rows(folder: Path) -> tuple[Submission, ...]:
    path = "收件/1/-坏.xlsx"
    with opened(folder) as ledger:
        put(ledger, (of("甲公司", "1"), entry(path, verdict(path, "=HYPERLINK(1)"), remark="@x")))
        ledger.stand(())
        return ledger.find(Wanted()).rows


def test_the_table_with_commas_holds_no_formula(tmp_path: Path) -> None:
    content = ledger_table(rows(tmp_path)).decode("utf-8-sig")
    head, *lines = csv.reader(io.StringIO(content))
    assert tuple(head) == HEADINGS
    assert {line[1] for line in lines} == {"甲公司", "'=HYPERLINK(1)"}
    assert "'@x" in {line[16] for line in lines}
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]


def test_the_workbook_holds_the_same_with_numbers_as_numbers(tmp_path: Path) -> None:
    told = rows(tmp_path)
    path = tmp_path / "台账.xlsx"
    path.write_bytes(workbook_bytes(plan_ledger("2026年", told), shipped_look(), {}))
    sheet = openpyxl.load_workbook(path)["台账"]
    assert tuple(cell.value for cell in sheet[2]) == HEADINGS[:18]
    assert sheet.max_row == 2 + len(told)
    row = next(row for row in sheet.iter_rows(min_row=3) if row[1].value == "甲公司")
    assert (row[4].value, row[7].value, row[8].value) == (1, 800, 1000)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
