"""Columns made narrower than their numbers, and colours laid under these, are told; others not."""

import re
from functools import partial
from pathlib import Path

import pytest

from builder.formula.expression import Cell
from builder.kit.sheet_names import SCORING
from builder.model.verdict import Status
from tests.support.workbooks import PENGJIANG, PROVED_IDS
from tests.verify.judged import Case, case, fault, judged, told
from tests.verify.showing import with_drawn, with_rule
from tests.verify.tampering import edited, sheet_part

CHOSEN = case(PENGJIANG, 0)


def narrowed(chosen: Case, column: int, width: str) -> bytes:
    found = re.compile(rf'(<col min="{column}" max="{column}" width=)"[^"]*"')
    part = sheet_part(chosen.plan, SCORING)
    return edited(chosen.content, part, partial(found.sub, rf'\1"{width}"'))


def test_numbers_that_do_not_fit_into_a_narrowed_column_are_one_finding(tmp_path: Path) -> None:
    verdict = judged(tmp_path, narrowed(CHOSEN, CHOSEN.plan.total.column, "2.1"))
    (found,) = verdict.findings
    groups = sorted(group.score for group in CHOSEN.plan.groups)
    line = f"{fault('QA498', groups[0])} {CHOSEN.plan.groups[0].code}"
    assert told(verdict) == [line]
    assert "G 列太窄" in found.message


def test_a_column_in_which_nothing_fits_is_told_as_hidden_alone(tmp_path: Path) -> None:
    column = CHOSEN.score.cell.column
    verdict = judged(tmp_path, narrowed(CHOSEN, column, "1.2"))
    assert told(verdict) == [fault("QA473", Cell(SCORING, 1, column))]


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
@pytest.mark.parametrize("width", ["5.5", "8.71", "40"])
def test_columns_of_another_width_in_which_all_is_seen_are_nobodys_business(
    tmp_path: Path, scheme_id: str, width: str
) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, narrowed(chosen, chosen.score.cell.column, width))
    assert verdict.status is Status.CLEAN
    assert told(verdict) == []


@pytest.mark.parametrize(
    ("colours", "code"), [(("FF1F2933", "FF1F2933"), "QA484"), (("FFF8696B", "FF63BE7B"), "")]
)
@pytest.mark.parametrize("kind", ["colorScale", "dataBar"])
def test_a_scale_or_a_bar_in_the_colour_of_the_letters_hides_them(
    tmp_path: Path, kind: str, colours: tuple[str, str], code: str
) -> None:
    ends = '<cfvo type="min"/><cfvo type="max"/>'
    said = "".join(f'<color rgb="{colour}"/>' for colour in colours[: 1 + (kind == "colorScale")])
    rule = f'<cfRule type="{kind}" priority="99"><{kind}>{ends}{said}</{kind}></cfRule>'
    counted = CHOSEN.leaf.counted
    verdict = judged(tmp_path, with_rule(CHOSEN.content, CHOSEN.plan, counted, "<font/>", rule))
    assert [one.code for one in verdict.findings] == [code] * bool(code)


@pytest.mark.parametrize(("width", "code"), [("9525", ""), ("38100", ""), ("254000", "QA482")])
def test_a_line_covers_a_cell_where_it_is_as_thick_as_letters_are_high(
    tmp_path: Path, width: str, code: str
) -> None:
    line = (
        '<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="9" name="线"/><xdr:cNvCxnSpPr/>'
        f'</xdr:nvCxnSpPr><xdr:spPr><a:ln w="{width}"/></xdr:spPr></xdr:cxnSp>'
    )
    verdict = judged(tmp_path, with_drawn(CHOSEN.content, CHOSEN.plan, CHOSEN.plan.total, line))
    assert [one.code for one in verdict.findings] == [code] * bool(code)


def test_one_row_of_a_group_that_is_hidden_is_no_group_folded_away(tmp_path: Path) -> None:
    first, last, _ = CHOSEN.plan.sheet(SCORING).outline[0]
    hidden = re.compile(rf'<row r="{first}"')
    part = sheet_part(CHOSEN.plan, SCORING)
    one = edited(CHOSEN.content, part, partial(hidden.sub, r'\g<0> hidden="1"'))
    assert last > first
    assert told(judged(tmp_path, one)) == [fault("QA473", Cell(SCORING, first, 1))]


def test_the_rules_of_a_whole_sheet_are_gone_by_one_action(tmp_path: Path) -> None:
    for number, sheet in enumerate(CHOSEN.plan.sheets[1:5], start=2):
        part = f"xl/worksheets/sheet{number}.xml"
        gone = re.compile("<dataValidations.*</dataValidations>", re.DOTALL)
        verdict = judged(tmp_path, edited(CHOSEN.content, part, partial(gone.sub, "")))
        assert [(one.code, one.place.sheet) for one in verdict.findings] == [("QA434", sheet.name)]
