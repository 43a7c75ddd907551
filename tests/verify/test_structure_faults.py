"""What was changed in the workbook itself is told once, where it was changed."""

import random
from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.sheet import Formula
from builder.book.style import INPUT_STYLES, Style
from builder.findings.rule import Severity
from builder.formula.expression import Cell
from builder.formula.words import MIN, plus
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import APPLICANT, EVIDENCE, GUIDE, IDENTITY, SCORING, SUMMARY
from builder.model.verdict import Status
from tests.support.proved import proved
from tests.support.workbooks import PENGJIANG, PROVED_IDS, SCHEME_IDS, filled_bytes, shipped_plan
from tests.verify.judged import SEED, Case, case, fault, judged, told
from tests.verify.tampering import (
    STRINGS,
    content_of,
    edited,
    never_calculated,
    sheet_part,
    with_cached,
    with_content,
    with_rows_inserted,
    with_sheet_emptied,
    with_sheet_of_kind,
    with_sheet_renamed,
    without_row,
    without_sheet,
)

SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)
# Where items are scored as a whole there is nothing between them and the total.
GROUPED = pytest.mark.parametrize(
    "scheme_id", [scheme_id for scheme_id in SCHEME_IDS if shipped_plan(scheme_id).groups]
)
DRAWS = pytest.mark.parametrize("draw", proved(range(3)))
SHEETS = pytest.mark.parametrize("sheet", [GUIDE, APPLICANT, SCORING, EVIDENCE, SUMMARY, IDENTITY])
POINT_STYLES = (Style.POINTS, Style.SUBTOTAL_POINTS, Style.TOTAL_POINTS)


def changed(chosen: Case, cell: Cell, content: str | Decimal | Formula) -> bytes:
    """The file with one planned content replaced, everything calculated with it."""
    return filled_bytes(with_content(chosen.plan, cell, content), chosen.answers)


def official_texts(plan: KitPlan) -> list[Cell]:
    """Every cell that holds an official text, the cells that carry the identity left out."""
    return [
        Cell(sheet=sheet.name, row=cell.row, column=cell.column)
        for sheet in plan.sheets
        for cell in sheet.cells
        if isinstance(cell.content, str)
        and cell.style not in INPUT_STYLES
        and sheet.name != IDENTITY
    ]


def drawn(cells: list[Cell], draw: int) -> Cell:
    """One of the cells, the same in every run."""
    return random.Random(SEED + draw).choice(cells)  # noqa: S311 - no secret


def indicator_of(plan: KitPlan, cell: Cell) -> str:
    """The code of the indicator whose row the cell is in, if it is one's."""
    rows = {(group.score.sheet, group.score.row): group.code for group in plan.groups}
    rows |= {(leaf.score.sheet, leaf.score.row): leaf.code for leaf in plan.leaves}
    return rows.get((cell.sheet, cell.row), "")


@SCHEMES
@DRAWS
@pytest.mark.parametrize("extra", ["0", "1.5"])
def test_a_number_typed_over_a_formula_is_one_finding(
    tmp_path: Path, scheme_id: str, draw: int, extra: str
) -> None:
    chosen = case(scheme_id, draw)
    score = chosen.answers[chosen.score.name]
    assert isinstance(score, Decimal)
    content = changed(chosen, chosen.leaf.counted, score + Decimal(extra))
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA411", chosen.leaf.counted, chosen.leaf.code)]
    # It is the place alone, not a range as well.
    assert verdict.findings[0].areas == ()
    assert verdict.score == judged(tmp_path, chosen.content).score


@GROUPED
@DRAWS
@pytest.mark.parametrize("extra", ["0", "5"])
def test_a_changed_formula_is_one_finding(
    tmp_path: Path, scheme_id: str, draw: int, extra: str
) -> None:
    chosen = case(scheme_id, draw)
    group = random.Random(SEED + draw).choice(chosen.plan.groups)  # noqa: S311 - no secret
    formula = content_of(chosen.plan, group.score)
    assert isinstance(formula, Formula)
    more = plus(formula.expression, Decimal(extra))
    verdict = judged(tmp_path, changed(chosen, group.score, Formula.of(more)))
    assert told(verdict) == [fault("QA412", group.score, group.code)]
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_a_formula_over_other_cells_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    other = chosen.plan.leaves[0].score
    formula = Formula.of(MIN(1000, other))
    verdict = judged(tmp_path, changed(chosen, chosen.plan.total, formula))
    assert told(verdict) == [fault("QA412", chosen.plan.total)]


@SCHEMES
@pytest.mark.parametrize("draw", proved(range(8)))
def test_one_letter_changed_in_an_official_text_is_one_finding(
    tmp_path: Path, scheme_id: str, draw: int
) -> None:
    chosen = case(scheme_id, 0)
    cell = drawn(official_texts(chosen.plan), draw)
    text = content_of(chosen.plan, cell)
    assert isinstance(text, str)
    middle = len(text) // 2
    content = changed(chosen, cell, f"{text[:middle]}某{text[middle + 1 :]}")
    assert told(judged(tmp_path, content)) == [
        fault("QA421", cell, indicator_of(chosen.plan, cell))
    ]


@SCHEMES
def test_a_label_changed_in_the_hidden_list_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    row = [leaf.label for leaf in chosen.plan.leaves].index(chosen.leaf.label) + 1
    cell = Cell(sheet=IDENTITY, row=row, column=3)
    verdict = judged(tmp_path, changed(chosen, cell, f"{chosen.leaf.label}。"))
    assert told(verdict) == [fault("QA421", cell)]


@SCHEMES
@pytest.mark.parametrize("factor", ["0.5", "2"])
@pytest.mark.parametrize("draw", proved(range(6)))
def test_changed_points_are_one_finding_and_do_not_change_the_score(
    tmp_path: Path, scheme_id: str, draw: int, factor: str
) -> None:
    chosen = case(scheme_id, 0)
    points = [
        Cell(sheet=sheet.name, row=cell.row, column=cell.column)
        for sheet in chosen.plan.sheets
        for cell in sheet.cells
        if cell.style in POINT_STYLES and isinstance(cell.content, Decimal)
    ]
    cell = drawn(points, draw)
    stated = content_of(chosen.plan, cell)
    assert isinstance(stated, Decimal)
    verdict = judged(tmp_path, changed(chosen, cell, stated * Decimal(factor)))
    assert told(verdict) == [fault("QA422", cell, indicator_of(chosen.plan, cell))]
    assert verdict.score == judged(tmp_path, chosen.content).score


def test_points_that_became_a_text_are_told_as_a_text(tmp_path: Path) -> None:
    chosen = case("pengjiang-manufacturing", 0)
    cell = next(
        Cell(sheet=sheet.name, row=cell.row, column=cell.column)
        for sheet in chosen.plan.sheets
        for cell in sheet.cells
        if cell.style in POINT_STYLES and isinstance(cell.content, Decimal)
    )
    stated = f"{content_of(chosen.plan, cell)}"
    (found,) = judged(tmp_path, changed(chosen, cell, stated)).findings
    assert (found.code, found.actual) == ("QA422", f"文字 {stated}")


@SCHEMES
@SHEETS
def test_a_deleted_sheet_is_one_finding(tmp_path: Path, scheme_id: str, sheet: str) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, without_sheet(chosen.content, chosen.plan, sheet))
    assert told(verdict) == [f"QA401 {sheet}"]
    assert verdict.status is Status.FINDINGS


@pytest.mark.parametrize("pair", [(SCORING, SUMMARY), (SCORING, EVIDENCE), (APPLICANT, GUIDE)])
def test_two_sheets_that_swapped_their_names_are_renamed(
    tmp_path: Path, pair: tuple[str, str]
) -> None:
    one, other = pair
    content = with_sheet_renamed(case(PENGJIANG, 0).content, one, "暂名")
    content = with_sheet_renamed(content, other, one)
    content = with_sheet_renamed(content, "暂名", other)
    verdict = judged(tmp_path, content)
    assert sorted(told(verdict)) == sorted((f"QA402 {one}", f"QA402 {other}"))
    assert verdict.status is Status.CLEAN


def test_a_word_replaced_by_another_on_two_sheets_is_one_finding(tmp_path: Path) -> None:
    content = edited(case(PENGJIANG, 0).content, STRINGS, lambda xml: xml.replace("领导", "領導"))
    (found,) = judged(tmp_path, content).findings
    assert found.code == "QA497"
    assert "“自评打分”B4:B8、D7、A9；“汇总”A4" in found.message


def test_evidence_under_the_replaced_names_of_indicators_proves_them(tmp_path: Path) -> None:
    content = edited(case(PENGJIANG, 0).content, STRINGS, lambda xml: xml.replace("质量", "品质"))
    codes = [one.code for one in judged(tmp_path, content).findings]
    # The program that replaced the words would have calculated anew.
    assert codes == ["QA497", "QA602"]


@SCHEMES
@SHEETS
def test_a_sheet_that_holds_nothing_any_more_is_one_finding(
    tmp_path: Path, scheme_id: str, sheet: str
) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, with_sheet_emptied(chosen.content, chosen.plan, sheet))
    assert told(verdict) == [f"QA410 {sheet}"]


@pytest.mark.parametrize("kind", ["dialogsheet", "chartsheet"])
def test_a_sheet_turned_into_one_without_cells_is_one_finding(tmp_path: Path, kind: str) -> None:
    chosen = case(PENGJIANG, 0)
    verdict = judged(tmp_path, with_sheet_of_kind(chosen.content, chosen.plan, SCORING, kind))
    assert told(verdict) == [f"QA410 {SCORING}"]


@SCHEMES
@SHEETS
def test_a_renamed_sheet_is_a_hint_only(tmp_path: Path, scheme_id: str, sheet: str) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, with_sheet_renamed(chosen.content, sheet, "新 表"))
    assert told(verdict) == ["QA402 新 表"]
    assert verdict.status is Status.CLEAN
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
@DRAWS
@pytest.mark.parametrize("count", [1, 3])
def test_rows_inserted_above_a_scored_row_are_one_finding_and_change_no_score(
    tmp_path: Path, scheme_id: str, draw: int, count: int
) -> None:
    chosen = case(scheme_id, draw)
    row = chosen.leaf.score.row
    content = with_rows_inserted(chosen.content, chosen.plan, SCORING, row, count)
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA403", Cell(sheet=SCORING, row=row, column=1))]
    assert verdict.findings[0].actual == str(count)
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_a_row_inserted_in_the_evidence_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    row = chosen.plan.evidence[4].name.row
    verdict = judged(tmp_path, with_rows_inserted(chosen.content, chosen.plan, EVIDENCE, row, 1))
    assert told(verdict) == [fault("QA403", Cell(sheet=EVIDENCE, row=row, column=1))]


@SCHEMES
def test_faults_beside_an_inserted_row_are_told_where_they_stand_now(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    blank = chosen.with_answers(**{chosen.score.name: None})
    row = chosen.leaf.score.row
    verdict = judged(tmp_path, with_rows_inserted(blank, chosen.plan, SCORING, row, 2))
    moved = Cell(sheet=SCORING, row=row + 2, column=chosen.leaf.score.column)
    assert told(verdict) == [
        fault("QA403", Cell(sheet=SCORING, row=row, column=1)),
        fault("QA501", moved, chosen.leaf.code),
    ]


@SCHEMES
@pytest.mark.parametrize("draw", proved(range(6)))
def test_a_deleted_scored_row_is_one_finding(tmp_path: Path, scheme_id: str, draw: int) -> None:
    chosen = case(scheme_id, draw)
    row = chosen.leaf.score.row
    content = never_calculated(without_row(chosen.content, chosen.plan, SCORING, row))
    verdict = judged(tmp_path, content)
    faults = [line for line in told(verdict) if not line.startswith("QA601")]
    assert faults == [fault("QA404", Cell(sheet=SCORING, row=row, column=1))]
    assert verdict.status is Status.FINDINGS
    good = judged(tmp_path, chosen.content).score
    assert good is not None
    assert verdict.score is not None
    assert verdict.score.by_indicator[chosen.leaf.code] == 0
    assert verdict.score.total < good.total


@SCHEMES
@pytest.mark.parametrize("draw", proved(range(6)))
def test_a_deleted_row_is_one_finding_too_in_a_file_that_was_calculated_again(
    tmp_path: Path, scheme_id: str, draw: int
) -> None:
    chosen = case(scheme_id, draw)
    row = chosen.leaf.score.row
    # A row of empty cells counts for nothing, as the deleted one does.
    plan = chosen.plan
    for cell in plan.sheet(SCORING).cells:
        if cell.row == row and cell.content is not None:
            plan = with_content(plan, Cell(sheet=SCORING, row=row, column=cell.column), None)
    content = filled_bytes(plan, {**chosen.answers, chosen.score.name: None})
    verdict = judged(tmp_path, without_row(content, plan, SCORING, row))
    assert told(verdict) == [fault("QA404", Cell(sheet=SCORING, row=row, column=1))]


@SCHEMES
def test_a_deleted_total_row_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    row = chosen.plan.total.row
    content = never_calculated(without_row(chosen.content, chosen.plan, SCORING, row))
    verdict = judged(tmp_path, content)
    faults = [line for line in told(verdict) if not line.startswith("QA601")]
    assert faults == [fault("QA404", Cell(sheet=SCORING, row=row, column=1))]
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_a_deleted_row_of_evidence_that_held_nothing_is_no_fault(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    row = chosen.plan.evidence[200].name.row
    content = without_row(chosen.content, chosen.plan, EVIDENCE, row)
    verdict = judged(tmp_path, content)
    assert told(verdict) == []
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_a_file_that_was_never_calculated_is_clean_with_one_hint(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, never_calculated(chosen.content))
    assert told(verdict) == [fault("QA601", chosen.plan.total)]
    assert verdict.findings[0].rule.severity is Severity.HINT
    assert verdict.status is Status.CLEAN
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_a_stale_total_is_told_apart_from_an_altered_one(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    total = chosen.plan.total
    stale = judged(tmp_path, with_cached(chosen.content, chosen.plan, total, "999"))
    assert told(stale) == [fault("QA602", total)]
    assert stale.findings[0].actual == "999"
    altered = judged(tmp_path, changed(chosen, total, Decimal(999)))
    assert told(altered) == [fault("QA411", total)]
    assert stale.score == altered.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_many_stale_numbers_are_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    old = {**chosen.answers, chosen.score.name: Decimal(0)}
    new = chosen.answers[chosen.score.name]
    address = chosen.score.cell
    content = filled_bytes(chosen.plan, old)
    content = edited(
        content,
        sheet_part(chosen.plan, SCORING),
        lambda xml: xml.replace(
            (before := cell_start(xml, address)), before.replace("<v>0</v>", f"<v>{new}</v>")
        ),
    )
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA602", chosen.plan.total)]
    assert verdict.score == judged(tmp_path, chosen.content).score


def cell_start(xml: str, cell: Cell) -> str:
    """The markup of one cell of a scoring sheet."""
    start = xml.index(f'<c r="{chr(ord("A") + cell.column - 1)}{cell.row}"')
    return xml[start : xml.index("</c>", start) + len("</c>")]
