"""What went out to thousands of applicants is looked through page by page."""

import csv
from pathlib import Path

from builder.pipeline.year.folder import Room
from builder.pipeline.year.opening import open_year
from builder.show.handouts import MANIFEST
from tests.desk.paging import page_of


def test_the_list_is_paged_and_searched(tmp_path: Path) -> None:
    opened = open_year(tmp_path / "奖", create=True)
    assert opened.year is not None
    year = opened.year
    with (year.place(Room.KITS) / MANIFEST).open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("申报者", "选择", "文件"))
        for number in range(1, 121):
            rows.writerow((f"第{number}有限公司", "", f"第{number}有限公司-自评打分表.xlsx"))
    first, last, found = (
        page_of(year.root, f"/handout{query}", year)
        for query in ("", "?from=100", "?words=%E7%AC%AC117")
    )
    year.close()
    assert "第 1–50 条，共 120 条" in first
    assert "第50有限公司" in first
    assert "第51有限公司" not in first
    assert "第 101–120 条，共 120 条" in last
    assert "第117有限公司" in found
    assert "第1有限公司" not in found
