"""Files that are not as they were handed out are carried over all the same."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.formula.value import Value
from builder.notice.reading.converted import converted
from builder.pipeline.carry.carrying import carry_kit
from builder.pipeline.carry.order import OldKit
from builder.pipeline.kit_names import KitPart
from builder.pipeline.returned_files import ReturnedFile
from tests.editions.pairs import PAIRS
from tests.pipeline.carry.carried import (
    account_of,
    answered,
    carried,
    held_in,
    new_workbook,
    order_to,
    verdict_on,
    written,
)
from tests.support.answers import complete_answers
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan
from tests.verify.tampering import with_formula, with_sheet_renamed

RENUMBERED = next(one for one in PAIRS if one.name == "a chapter in front renumbers all")


def content_of(**changed: Value) -> bytes:
    plan = shipped_plan(PENGJIANG)
    return filled_bytes(plan, {**complete_answers(plan), **changed})


def test_a_report_alone_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "甲-申报材料.docx"
    path.write_bytes(filled_report(PENGJIANG))
    order = order_to(written(tmp_path, RENUMBERED))
    made = carry_kit(OldKit(report=ReturnedFile(path=path)), order)
    assert [kind for kind, _ in made.contents] == [KitPart.DOCX]
    assert account_of(made).lines


def test_a_file_with_findings_loses_nothing_for_them(tmp_path: Path) -> None:
    plan = shipped_plan(PENGJIANG)
    path = tmp_path / "old.xlsx"
    changed = with_formula(content_of(score_1_1=Decimal(999)), plan, plan.total, "1000", "1000")
    path.write_bytes(with_sheet_renamed(changed, "证据清单", "证据"))
    same = order_to(PENGJIANG)
    assert {"QA402", "QA412"} <= {one.code for one in verdict_on(path, same).findings}
    new = answered(held_in(new_workbook(carried(path, same), tmp_path), same))
    assert new == answered(held_in(path, same))
    order = order_to(written(tmp_path, RENUMBERED))
    there = answered(held_in(new_workbook(carried(path, order), tmp_path), order))
    assert there["evidence_1_indicator"] == "2.1 企业家精神"


@pytest.mark.needs_libreoffice
def test_what_another_program_saved_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(converted(content_of(), ".xlsx", "xlsx"))
    order = order_to(written(tmp_path, RENUMBERED))
    there = answered(held_in(new_workbook(carried(path, order), tmp_path), order))
    plain = tmp_path / "plain.xlsx"
    plain.write_bytes(content_of())
    wanted = answered(held_in(new_workbook(carried(plain, order), tmp_path), order))
    assert there == wanted
