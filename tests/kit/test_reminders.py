"""What a reader is told beside the notice."""

from dataclasses import replace
from decimal import Decimal

from builder.kit.reminders import all_reminders
from builder.model.official import Position
from builder.model.points import maximum
from builder.model.scheme import Correction
from tests.support.workbooks import shipped_scheme

HERE = Position(path="方案.md", line=1)
CORRECTION = Correction(
    where="2.7",
    value=Decimal(50),
    basis="更正通知第1号",
    approver="张三",
    date="2026-05-01",
    position=HERE,
)


def test_a_contradiction_that_a_correction_settles_is_told_without_its_treatment() -> None:
    printed = shipped_scheme("xinhui-service")
    corrected = replace(printed, corrections=(CORRECTION,))
    assert maximum(corrected) == 1000
    told = [reminder.line for reminder in all_reminders(corrected)]
    assert len([line for line in told if "已由下列更正消除" in line]) == 2
    assert not any("不补" in line for line in told)
    assert any("不补" in reminder.line for reminder in all_reminders(printed))


def test_a_correction_elsewhere_settles_nothing() -> None:
    printed = shipped_scheme("xinhui-service")
    elsewhere = replace(printed, corrections=(replace(CORRECTION, where="1.1", value=Decimal(26)),))
    told = [reminder.line for reminder in all_reminders(elsewhere)]
    assert not any("已由下列更正消除" in line for line in told)
