"""Who applies is said once: the cover and the form of a report agree, and name somebody."""

from pathlib import Path

import pytest

from builder.pipeline.batch import Basis
from builder.pipeline.intake import take_in
from builder.pipeline.run import verify_all
from tests.support.reports import complete_workbook, filled_report, save_report
from tests.support.workbooks import PENGJIANG
from tests.verify.word.named import named
from tests.verify.word.test_document import told, verdict_on

OWN, OTHER = "江门市恒信机电有限公司", "佛山市昌荣电器有限公司"


def test_a_cover_that_names_another_is_told_with_both(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, named(OTHER, OWN)))
    assert told(verdict) == ["QA581"]
    assert f"“{OTHER}”，申报表写的是“{OWN}”" in verdict.findings[0].message


@pytest.mark.parametrize("cover", [OWN, f"{OWN}（盖章）", "江门市恒信机电 有限公司", ""])
def test_a_cover_that_names_the_same_or_nobody_is_fine(tmp_path: Path, cover: str) -> None:
    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, named(cover, OWN)))) == []


def test_a_word_for_a_name_to_come_is_told(tmp_path: Path) -> None:
    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, named("XX公司", "XX公司")))) == [
        "QA582"
    ]


def test_beside_its_workbook_another_name_is_told_once(tmp_path: Path) -> None:
    save_report(tmp_path, filled_report(PENGJIANG, named(OTHER)))
    (tmp_path / "评分表.xlsx").write_bytes(complete_workbook(PENGJIANG))
    read = verify_all(take_in((tmp_path,)), Basis(), kept=None)
    assert [one.code for each in read for one in each.verdict.findings] == ["QA763"]
