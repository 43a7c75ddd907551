"""What guards the answers is looked after: each guard that is gone or another is one finding."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.book.book_plan import InputKind
from builder.book.sheet import ValidationKind
from builder.findings.rule import Severity
from builder.formula.address import area_address, cell_address
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import EVIDENCE, IDENTITY, INDICATOR_LIST, SCORING
from builder.model.verdict import Status
from tests.support.workbooks import PROVED_DIRECT_IDS, PROVED_IDS
from tests.verify.judged import case, fault, judged, told
from tests.verify.tampering import WORKBOOK, edited, sheet_part, with_cell, with_row_moved

SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)
VALIDATIONS = r"<dataValidations.*</dataValidations>"


def changed(scheme_id: str, sheet: str, edit: Callable[[str], str]) -> bytes:
    chosen = case(scheme_id, 0)
    return edited(chosen.content, sheet_part(chosen.plan, sheet), edit)


def rule_of(xml: str, title: str) -> str:
    """The markup of the validation that a reader sees under a title."""
    found = re.finditer(r"<dataValidation .*?</dataValidation>", xml)
    return next(each[0] for each in found if f'promptTitle="{title}"' in each[0])


def first_cell(plan: KitPlan, sheet: str, title: str) -> Cell:
    rule = next(each for each in plan.sheet(sheet).validations if each.title == title)
    return Cell(sheet, rule.cells[0].first_row, rule.cells[0].first_column)


@SCHEMES
def test_sheets_without_protection_are_one_hint(tmp_path: Path, scheme_id: str) -> None:
    content = changed(scheme_id, SCORING, lambda xml: re.sub(r"<sheetProtection[^>]*/>", "", xml))
    verdict = judged(tmp_path, content)
    assert told(verdict) == [f"QA431 {SCORING}"]
    assert verdict.status is Status.CLEAN


@SCHEMES
@pytest.mark.parametrize(
    ("old", "new"), [(f">{INDICATOR_LIST}<", ">$L$4:$L$9<"), ('type="list"', 'type="none"')]
)
def test_a_list_that_looks_elsewhere_or_is_none_is_one_finding(
    tmp_path: Path, scheme_id: str, old: str, new: str
) -> None:
    def other(xml: str) -> str:
        rule = rule_of(xml, "对应指标")
        return xml.replace(rule, rule.replace(old, new))

    plan = case(scheme_id, 0).plan
    verdict = judged(tmp_path, changed(scheme_id, EVIDENCE, other))
    assert told(verdict) == [fault("QA434", first_cell(plan, EVIDENCE, "对应指标"))]


@SCHEMES
def test_a_removed_dropdown_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    content = changed(scheme_id, EVIDENCE, lambda xml: xml.replace(rule_of(xml, "对应指标"), ""))
    plan = case(scheme_id, 0).plan
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA434", first_cell(plan, EVIDENCE, "对应指标"))]
    assert verdict.findings[0].actual == "没有限制"


@pytest.mark.parametrize("scheme_id", PROVED_DIRECT_IDS)
def test_a_rule_that_lets_more_points_pass_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    limit = chosen.plan.leaves[0].score
    points = cell_address(limit.row, limit.column - 1)
    content = changed(
        scheme_id, SCORING, lambda xml: re.sub(rf"&lt;={points}\b", f"&lt;={points}+5", xml)
    )
    title = chosen.plan.sheet(SCORING).validations[0].title
    assert told(judged(tmp_path, content)) == [
        fault("QA434", first_cell(chosen.plan, SCORING, title))
    ]


@SCHEMES
def test_a_cell_pasted_over_has_lost_its_rule_which_is_a_hint(
    tmp_path: Path, scheme_id: str
) -> None:
    plan = case(scheme_id, 0).plan
    area = next(v for v in plan.sheet(EVIDENCE).validations if v.title == "对应指标").cells[0]
    column = area.first_column
    whole = area_address(area.first_row, column, area.last_row, column)
    above = area_address(area.first_row, column, area.first_row + 4, column)
    below = area_address(area.first_row + 6, column, area.last_row, column)
    content = changed(
        scheme_id, EVIDENCE, lambda xml: xml.replace(f'sqref="{whole}"', f'sqref="{above} {below}"')
    )
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA435", Cell(EVIDENCE, area.first_row + 5, column))]
    assert verdict.status is Status.CLEAN


@SCHEMES
def test_a_redirected_name_is_one_finding_and_moves_no_answer(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    item = next(i for i in chosen.plan.inputs if i.kind is InputKind.TEXT and not i.table)
    there, elsewhere = f"${item.cell.row}<", f"${item.cell.row + 1}<"
    content = edited(
        chosen.content,
        WORKBOOK,
        lambda xml: re.sub(rf'(name="{item.name}"[^>]*>[^<]*)\{there}', rf"\g<1>{elsewhere}", xml),
    )
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA432", item.cell)]
    assert verdict.findings[0].areas == ()
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_a_list_name_that_was_cut_short_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    content = edited(
        chosen.content,
        WORKBOOK,
        lambda xml: re.sub(rf'(name="{INDICATOR_LIST}"[^>]*>[^<]*:)[^<]*<', r"\g<1>$C$2<", xml),
    )
    assert told(judged(tmp_path, content)) == [fault("QA432", Cell(IDENTITY, 1, 3))]


@SCHEMES
def test_lost_names_are_one_hint(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    content = edited(
        chosen.content,
        WORKBOOK,
        lambda xml: re.sub(r'<definedName name="(score|percent|note)_.*?</definedName>', "", xml),
    )
    verdict = judged(tmp_path, content)
    assert [finding.code for finding in verdict.findings] == ["QA433"]
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_lost_colours_are_one_hint(tmp_path: Path, scheme_id: str) -> None:
    pattern = r"<conditionalFormatting.*</conditionalFormatting>"
    verdict = judged(tmp_path, changed(scheme_id, SCORING, lambda xml: re.sub(pattern, "", xml)))
    assert [finding.code for finding in verdict.findings] == ["QA436"]
    assert verdict.status is Status.CLEAN


@SCHEMES
@pytest.mark.parametrize(
    "edit",
    [
        lambda xml: re.sub(r'<definedName name="_xlnm.Print_Titles".*?</definedName>', "", xml),
        lambda xml: re.sub(
            r'(<definedName name="_xlnm.Print_Titles" localSheetId="2")',
            rf'<definedName name="_xlnm.Print_Area" localSheetId="2">{SCORING}!$A$1:$C$9'
            r"</definedName>\g<1>",
            xml,
        ),
    ],
    ids=["titles", "area"],
)
def test_another_way_to_print_is_one_hint(
    tmp_path: Path, scheme_id: str, edit: Callable[[str], str]
) -> None:
    verdict = judged(tmp_path, edited(case(scheme_id, 0).content, WORKBOOK, edit))
    assert [finding.code for finding in verdict.findings] == ["QA437"]
    assert verdict.findings[0].rule.severity is Severity.HINT


@SCHEMES
@pytest.mark.parametrize(
    ("name", "codes"), [("我的笔记", ["QA409"]), ("WpsReserved_CellImgList", [])]
)
def test_a_sheet_of_ones_own_is_a_hint_and_one_of_a_program_is_nothing(
    tmp_path: Path, scheme_id: str, name: str, codes: list[str]
) -> None:
    chosen = case(scheme_id, 0)
    parts = "xl/_rels/workbook.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet"
    content = edited(
        chosen.content,
        parts,
        lambda xml: xml.replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="chartsheets/own.xml"/>'
            "</Relationships>",
        ),
    )
    content = edited(
        content,
        WORKBOOK,
        lambda xml: xml.replace(
            "</sheets>", f'<sheet name="{name}" sheetId="99" r:id="rId99"/></sheets>'
        ),
    )
    assert [finding.code for finding in judged(tmp_path, content).findings] == codes


@SCHEMES
def test_a_row_that_was_cut_and_inserted_elsewhere_is_one_finding(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    first = chosen.plan.evidence[0].indicator.row
    content = with_row_moved(chosen.content, chosen.plan, EVIDENCE, first + 1, first + 4)
    verdict = judged(tmp_path, content)
    assert [finding.code for finding in verdict.findings] == ["QA405"]


@SCHEMES
def test_an_edited_list_of_the_hidden_sheet_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    cell = Cell(IDENTITY, 1, 3)
    content = with_cell(
        chosen.content,
        chosen.plan,
        cell,
        lambda _: '<c r="C1" t="inlineStr"><is><t>别的指标</t></is></c>',
    )
    assert told(judged(tmp_path, content)) == [fault("QA421", cell)]


def test_the_kinds_of_rules_are_those_that_are_compared() -> None:
    assert {kind.value for kind in ValidationKind} == {"list", "custom", "textLength"}
