"""A file made with an office's settings is held against the plan of the same settings."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder.formula.expression import Cell
from builder.kit.identity_sheet import SETTINGS_ROW, VALUE_COLUMN
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import GUIDE, IDENTITY
from builder.model.office import ApplicantField, FieldKind, Office
from builder.model.verdict import Status, Verdict
from builder.pipeline.verify import Verifier
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan, shipped_scheme
from tests.verify.judged import told
from tests.verify.tampering import with_content

OFFICE = Office(
    name="某区质量办",
    return_to=("地址：某路1号", '邮箱："a" & <b>@example.gov.cn'),
    year=2026,
    more_fields=(
        ApplicantField(
            name="main_product",
            caption="主导产品",
            kind=FieldKind.TEXT,
            longest=50,
            required=True,
        ),
    ),
)
OTHER = replace(OFFICE, return_to=("地址：别处",))
PLAN = plan_workbook(shipped_scheme(PENGJIANG), OFFICE)
SETTINGS = Cell(sheet=IDENTITY, row=SETTINGS_ROW, column=VALUE_COLUMN)


def verdict_on(folder: Path, plan: KitPlan, office: Office | None = None) -> Verdict:
    """The verdict on a well filled file of a plan."""
    path = folder / "表.xlsx"
    path.write_bytes(filled_bytes(plan, complete_answers(plan)))
    return Verifier(office=office).verify(path)


def test_a_file_with_settings_is_verified_without_being_told_them(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, PLAN)
    assert told(verdict) == []
    assert verdict.applicant == "申报组织"


def test_settings_never_touch_a_score(tmp_path: Path) -> None:
    plain = verdict_on(tmp_path, shipped_plan(PENGJIANG))
    assert verdict_on(tmp_path, PLAN).score == plain.score


def test_a_file_without_settings_carries_none() -> None:
    plan = shipped_plan(PENGJIANG)
    assert plan.identity.office == ""
    assert len(plan.identity.values) == len(PLAN.identity.values) - 1
    assert plan.identity.joined == "|".join(plan.identity.values)
    rows = {cell.row for cell in plan.sheet(IDENTITY).cells if cell.column == VALUE_COLUMN}
    assert rows == set(range(1, 7))


@pytest.mark.parametrize(("made", "code"), [(Office(), "QA311"), (OTHER, "QA307")])
def test_a_file_made_with_other_settings_than_those_given_is_one_finding(
    tmp_path: Path, made: Office, code: str
) -> None:
    # That a file was issued without settings is nobody's fault but the office's.
    plan = plan_workbook(shipped_scheme(PENGJIANG), made)
    verdict = verdict_on(tmp_path, plan, OFFICE)
    assert told(verdict) == [f"{code} {IDENTITY}"]
    assert (verdict.status is Status.CLEAN) == (code == "QA311")
    assert verdict.score is not None
    assert told(verdict_on(tmp_path, PLAN, OFFICE)) == []


def test_no_settings_given_to_a_file_of_some_are_other_settings(tmp_path: Path) -> None:
    assert told(verdict_on(tmp_path, PLAN, Office())) == [f"QA307 {IDENTITY}"]


@pytest.mark.parametrize(
    "text", [None, "", "[" * 3000, "{", OTHER.canonical, f"{OFFICE.canonical} ", "长" * 32000]
)
def test_settings_that_cannot_be_read_are_a_finding_and_no_traceback(
    tmp_path: Path, text: str | None
) -> None:
    verdict = verdict_on(tmp_path, with_content(PLAN, SETTINGS, text))
    assert told(verdict) == [f"QA306 {IDENTITY}"]
    assert verdict.status is Status.UNREADABLE


def test_the_settings_given_stand_in_for_those_that_were_lost(tmp_path: Path) -> None:
    damaged = with_content(PLAN, SETTINGS, "{")
    assert told(verdict_on(tmp_path, damaged, OFFICE)) == []


def test_a_changed_line_of_the_guide_is_found(tmp_path: Path) -> None:
    (cell,) = (cell for cell in PLAN.sheet(GUIDE).cells if cell.content == OFFICE.return_to[0])
    place = Cell(sheet=GUIDE, row=cell.row, column=cell.column)
    verdict = verdict_on(tmp_path, with_content(PLAN, place, "地址：别处"))
    assert [line.split()[0] for line in told(verdict)] == ["QA421"]


def test_a_printed_year_that_was_changed_is_found_and_nothing_else(tmp_path: Path) -> None:
    (name,) = (name for name in PLAN.names if name.name == "applicant_year")
    cell = Cell(sheet=name.sheet, row=name.area.first_row, column=name.area.first_column)
    verdict = verdict_on(tmp_path, with_content(PLAN, cell, Decimal(2030)))
    assert [line.split()[0] for line in told(verdict)] == ["QA421"]


def test_one_verifier_keeps_the_settings_of_its_files_apart(tmp_path: Path) -> None:
    verifier = Verifier()
    for office in (OFFICE, Office(), OTHER, OFFICE):
        plan = plan_workbook(shipped_scheme(PENGJIANG), office)
        path = tmp_path / "表.xlsx"
        path.write_bytes(filled_bytes(plan, complete_answers(plan)))
        assert told(verifier.verify(path)) == []


def test_very_many_settings_do_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.pipeline.verify._MOST_KITS", 2)
    test_one_verifier_keeps_the_settings_of_its_files_apart(tmp_path)
