"""Answers are found by what they mean, wherever an older layout had them."""

from decimal import Decimal

import pytest

from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.older_layouts import OlderWorkbook
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import EVIDENCE, METRICS, SCORING
from builder.read.workbook import read_content
from builder.verify.checks.older import check_older
from builder.verify.checks.older_charts import check_older_charts
from builder.verify.checks.older_table import check_older_table
from builder.verify.held import Held
from builder.verify.older.hold import hold_of_layout
from builder.verify.pristine import Pristine
from tests.layouts.kept import DATA, scheme_of
from tests.layouts.otherwise import moved_columns, renamed_sheet, reworded
from tests.layouts.stored import book_file
from tests.support.answers import complete_answers
from tests.support.workbooks import PROVED_IDS, XINHUI, filled_bytes, shipped_plan
from tests.verify.tampering import edited, parts_of

KEPT = (DATA / "workbook_3" / "points.txt").read_text("utf-8")
BEFORE = OlderWorkbook(number="2")
G5 = '["G5", "locked", {"number": "14"}]'
# From the sixth on a column further to the right, the second and third the other way round.
SHUFFLED = {2: 3, 3: 2, **{column: column + 1 for column in range(6, 13)}}


def held(text: str, layout: OlderWorkbook = BEFORE) -> Held[KitPlan]:
    read = read_content("旧.xlsx", lambda: book_file(text))
    assert read.workbook is not None, read.findings
    pristine = Pristine(plan_workbook(scheme_of("points")))
    return hold_of_layout(pristine, read.workbook, "旧.xlsx", layout)


def answers(text: str, layout: OlderWorkbook = BEFORE) -> dict[str, Value]:
    return {name: cell.value for name, cell in held(text, layout).filled.items()}


def told(found: Held[KitPlan]) -> list[Finding]:
    checks = (check_older, check_older_table, check_older_charts)
    return [one for check in checks for one in check(found)]


def codes(text: str, layout: OlderWorkbook = BEFORE) -> list[str]:
    return [one.code for one in told(held(text, layout))]


@pytest.mark.parametrize("sheet", [SCORING, EVIDENCE, METRICS])
def test_columns_may_have_stood_elsewhere(sheet: str) -> None:
    shuffled = {column: column for column in range(1, 13)} if sheet == METRICS else SHUFFLED
    if sheet == METRICS:
        # The years stand side by side in any layout.
        shuffled = {3: 9, 4: 3, 5: 4, 6: 5, 7: 6, 8: 8, 9: 7}
    text = moved_columns(KEPT, sheet, shuffled)
    assert text != KEPT
    assert answers(text) == answers(KEPT)
    assert codes(text) == []


def test_sheets_headings_and_names_may_have_been_called_otherwise() -> None:
    text = renamed_sheet(KEPT, EVIDENCE, "证据")
    text = reworded(text, '"证据名称"', '"材料名称"')
    text = reworded(text, '"name", "note_', '"name", "explained_')
    layout = OlderWorkbook(
        number="2", names=(("note_", "explained_"),), headings=(("证据名称", "材料名称"),)
    )
    assert answers(text, layout) == answers(KEPT)
    assert codes(text, layout) == []
    assert codes(text) == ["QA313"]


def test_a_row_of_figures_is_what_it_says_it_is() -> None:
    lines = KEPT.splitlines()
    swapped = {'"产品质量合格率"': '"顾客投诉件数"', '"顾客投诉件数"': '"产品质量合格率"'}
    text = "\n".join(swapped_in(line, swapped) for line in lines)
    there, before = answers(text), answers(KEPT)
    assert there["metrics_1_y1"] == before["metrics_2_y1"]
    assert there["metrics_2_y3"] == before["metrics_1_y3"]


def swapped_in(line: str, swapped: dict[str, str]) -> str:
    for before, after in swapped.items():
        if line.startswith('["C') and before in line:
            return line.replace(before, after)
    return line


def test_changed_sentences_and_totals_are_told() -> None:
    assert codes(KEPT) == []
    assert codes(reworded(KEPT, "使全体员工理解和认同", "使员工理解和认同")) == ["QA314"]
    total = held(KEPT).exact.points(held(KEPT).plan.total)
    shown = f'{{"number": "{total}"}}, "formula"'
    assert codes(reworded(KEPT, shown, '{"number": "99"}, "formula"')) == ["QA315"]


def test_results_typed_over_their_formulas_are_told_once_and_for_all() -> None:
    (few,) = told(held(reworded(KEPT, '["G5", "locked", {"number": "14"}, "formula"]', G5)))
    assert (few.code, few.place.cell, few.details["places"]) == ("QA461", "G5", "G5")
    (every,) = told(held(reworded(KEPT, ', "formula"]', "]")))
    assert (every.code, every.place.sheet) == ("QA460", SCORING)


@pytest.mark.parametrize(("beside", "place"), [("K4", "K4"), ("A40", "A40"), ("C99", "C99")])
def test_what_is_written_around_the_table_is_told(beside: str, place: str) -> None:
    written = f'["sheet", "{SCORING}", "visible"]\n["{beside}", "locked", "核定905"]'
    (found,) = told(held(reworded(KEPT, f'["sheet", "{SCORING}", "visible"]', written)))
    assert (found.code, found.place.cell, found.actual) == ("QA491", place, "核定905")


def test_a_line_of_a_chart_that_draws_another_column_than_it_is_named_for_is_told() -> None:
    plan = shipped_plan(XINHUI)
    content = filled_bytes(plan, complete_answers(plan))
    chart = next(name for name, part in parts_of(content).items() if b"$E$6:$E$10" in part)
    altered = edited(content, chart, lambda xml: xml.replace("$E$6:$E$10", "$J$6:$J$10"))
    read = read_content("旧.xlsx", lambda: altered)
    assert read.workbook is not None
    (found,) = told(hold_of_layout(Pristine(plan), read.workbook, "旧.xlsx", BEFORE))
    assert (found.code, found.expected, found.actual) == ("QA486", "汇总!E6:E10", "汇总!J6:J10")


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
def test_an_honest_file_of_any_award_is_in_order(scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    content = filled_bytes(plan, complete_answers(plan, ratio=Decimal("0.6")))
    read = read_content("旧.xlsx", lambda: content)
    assert read.workbook is not None
    found = hold_of_layout(Pristine(plan), read.workbook, "旧.xlsx", BEFORE)
    assert [one.code for one in told(found)] == []
    present = hold_of_layout(Pristine(plan), read.workbook, "旧.xlsx", None)
    assert found.filled == present.filled
