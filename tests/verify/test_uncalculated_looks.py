"""What stays hidden once Excel has calculated a file is told before any program did."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.formula.address import cell_address
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case, fault, judged, told
from tests.verify.showing import with_look
from tests.verify.tampering import never_calculated, with_cell, with_formula

CHOSEN = case(PENGJIANG, 0)
TOTAL = CHOSEN.plan.total
HIDDEN = {
    "a number that is not the total": ({"code": "&quot;905&quot;"}, "QA476"),
    "nothing at all": ({"code": ";;;"}, "QA476"),
    "letters of one point": ({"font": '<sz val="1"/><name val="宋体"/>'}, "QA478"),
    "letters that are struck out": ({"font": '<strike/><sz val="11"/>'}, "QA480"),
}


@pytest.mark.parametrize(("look", "code"), HIDDEN.values(), ids=HIDDEN)
def test_a_total_that_nobody_calculated_yet_is_seen_as_it_will_be(
    tmp_path: Path, look: dict[str, str], code: str
) -> None:
    content = never_calculated(with_look(CHOSEN.content, CHOSEN.plan, TOTAL, **look))
    verdict = judged(tmp_path, content)
    assert sorted(told(verdict)) == [fault(code, TOTAL), fault("QA601", TOTAL)]
    assert "800" in verdict.findings[0].message


def test_a_formula_that_was_cleared_is_told_as_cleared(tmp_path: Path) -> None:
    gone = with_cell(CHOSEN.content, CHOSEN.plan, TOTAL, lambda xml: f"{xml.partition('>')[0]}/>")
    (finding,) = judged(tmp_path, gone).findings
    assert finding.code == "QA411"
    assert "公式被清除，按填写的内容应为 800。" in finding.message


def test_a_formula_for_a_score_is_one_finding_whatever_it_comes_to(tmp_path: Path) -> None:
    content = with_formula(CHOSEN.content, CHOSEN.plan, CHOSEN.score.cell, "NA()", "")
    codes = [one.code for one in judged(tmp_path, content).findings]
    assert "QA505" in codes
    assert "QA504" not in codes


def test_a_status_that_will_be_empty_hides_nothing(tmp_path: Path) -> None:
    empty = CHOSEN.plan.evidence[-1].status
    content = never_calculated(with_look(CHOSEN.content, CHOSEN.plan, empty, code=";;;"))
    assert told(judged(tmp_path, content)) == [fault("QA601", TOTAL)]


def test_a_figure_that_became_a_day_is_told_as_what_is_seen(tmp_path: Path) -> None:
    assert CHOSEN.plan.metrics is not None
    cell = CHOSEN.plan.metrics.rows[0].years[0]
    item = next(one for one in CHOSEN.plan.inputs if one.cell == cell)
    content = CHOSEN.with_answers(**{item.name: Decimal(45292)})
    dated = with_look(content, CHOSEN.plan, cell, code="yyyy-mm-dd")
    findings = judged(tmp_path, dated).findings
    assert "QA477" in [one.code for one in findings if one.place.cell == cell_address(*cell[1:])]


@pytest.mark.quick
def test_a_year_that_became_a_day_is_one_finding_that_says_the_day(tmp_path: Path) -> None:
    year = CHOSEN.plan.year
    item = next(one for one in CHOSEN.plan.inputs if one.cell == year)
    content = CHOSEN.with_answers(**{item.name: Decimal(46022)})
    dated = with_look(content, CHOSEN.plan, year, code="yyyy-mm-dd")
    place = cell_address(*year[1:])
    found = [one for one in judged(tmp_path, dated).findings if one.place.cell == place]
    assert [one.code for one in found] == ["QA526"]
    assert "“2025-12-31”" in found[0].message
