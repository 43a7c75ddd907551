"""Files that other programs saved are as good as our own, whatever they write differently."""

import io
import re
from decimal import Decimal
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from builder.formula.address import cell_address
from builder.kit.sheet_names import EVIDENCE, IDENTITY, SCORING
from builder.model.verdict import Status
from builder.show.inputs import inputs_json
from tests.support.workbooks import PROVED_IDS, SCHEME_IDS, filled_bytes, shipped_plan
from tests.verify.judged import case, fault, judged, told
from tests.verify.tampering import STRINGS, WORKBOOK, edited, sheet_part

UNMERGED = ("wuhan-manufacturing", "wuhan-service")
SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)


@SCHEMES
def test_a_file_filled_by_openpyxl_where_inputs_points_is_clean_but_never_calculated(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    book = openpyxl.load_workbook(io.BytesIO(filled_bytes(chosen.plan, {})))
    for item in inputs_json(shipped_plan(scheme_id)):
        assert isinstance(item, dict)
        answer = chosen.answers.get(str(item["name"]))
        if answer is not None:
            cell = book[str(item["sheet"])][str(item["cell"])]
            cell.value = float(answer) if isinstance(answer, Decimal) else answer
    saved = io.BytesIO()
    book.save(saved)
    verdict = judged(tmp_path, saved.getvalue())
    assert told(verdict) == [fault("QA601", chosen.plan.total)]
    assert verdict.status is Status.CLEAN
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_shared_formulas_are_the_same_formulas(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)

    # An indicator that may be deleted asks another sheet first.
    adjustable = {row.code for row in chosen.plan.adjustments}
    like = [leaf.counted for leaf in chosen.plan.leaves if leaf.code not in adjustable]
    counted = [cell_address(cell.row, cell.column) for cell in like]

    def shared(xml: str) -> str:
        """The points that count written once and referred to from below, as WPS does."""
        first, *rest = counted
        area = f'ref="{first}:{rest[-1]}" si="0"'
        xml = re.sub(rf'(<c r="{first}"[^>]*>)<f>', rf'\1<f t="shared" {area}>', xml)
        below = "|".join(rest)
        return re.sub(rf'(<c r="(?:{below})"[^>]*>)<f>[^<]*</f>', r'\1<f t="shared" si="0"/>', xml)

    content = edited(chosen.content, sheet_part(chosen.plan, SCORING), shared)
    assert told(judged(tmp_path, content)) == []


@SCHEMES
def test_texts_split_into_runs_are_the_same_texts(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)

    def runs(match: re.Match[str]) -> str:
        text = match[1]
        middle = len(text) // 2
        if "&" in text:
            middle = 0
        font = '<rPr><sz val="11"/><rFont val="宋体"/></rPr>'
        phonetic = '<rPh sb="0" eb="1"><t>ruby</t></rPh>'
        return "".join(
            f'<r>{font}<t xml:space="preserve">{part}</t></r>'
            for part in (text[:middle], text[middle:])
        ).join(("<si>", f"{phonetic}</si>"))

    content = edited(
        chosen.content,
        STRINGS,
        lambda xml: re.sub(r"<si><t[^>]*>([^<]*)</t></si>", runs, xml),
    )
    assert told(judged(tmp_path, content)) == []


@SCHEMES
@pytest.mark.parametrize("state", ["hidden", "visible"])
def test_a_hidden_sheet_that_became_less_hidden_is_no_fault(
    tmp_path: Path, scheme_id: str, state: str
) -> None:
    chosen = case(scheme_id, 0)
    content = edited(
        chosen.content, WORKBOOK, lambda xml: xml.replace('"veryHidden"', f'"{state}"')
    )
    assert told(judged(tmp_path, content)) == []


@SCHEMES
@pytest.mark.parametrize(
    ("part", "dropped"),
    [
        ("sheet", r"<sheetViews>.*?</sheetViews>"),
        ("sheet", r"<headerFooter>.*?</headerFooter>"),
        ("sheet", r' customHeight="1"'),
        (WORKBOOK, r"<workbookProtection[^>]*/>"),
        (WORKBOOK, r' hidden="1"'),
    ],
)
def test_a_lost_view_or_lock_of_the_workbook_is_no_fault(
    tmp_path: Path, scheme_id: str, part: str, dropped: str
) -> None:
    chosen = case(scheme_id, 0)
    name = sheet_part(chosen.plan, SCORING) if part == "sheet" else part
    content = edited(chosen.content, name, lambda xml: re.sub(dropped, "", xml))
    assert told(judged(tmp_path, content)) == []


@SCHEMES
def test_formulas_written_with_other_spaces_quotes_and_case_are_the_same(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)

    def respelt(match: re.Match[str]) -> str:
        formula = match[2].replace("IF(", "if( ").replace("SUM(", "Sum(")
        formula = formula.replace(f"{EVIDENCE}!", f"'{EVIDENCE}'!")
        quoted = formula.replace(f"{IDENTITY}!", f"'{IDENTITY}'!")
        return f"{match[1]}{quoted}</f>"

    for sheet in (SCORING, EVIDENCE):
        part = sheet_part(chosen.plan, sheet)
        content = edited(
            chosen.content, part, lambda xml: re.sub(r"(<f[^>/]*>)([^<]*)</f>", respelt, xml)
        )
        assert told(judged(tmp_path, content)) == []


@SCHEMES
def test_a_table_that_is_still_filtered_is_a_hint_with_the_rows(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)

    def narrowed(xml: str, first: int, last: int) -> str:
        """Only the last button is in use, and the rows of the table it hides are hidden."""
        kept = '<filters><filter val="完成"/></filters>'
        xml = re.sub(r"</autoFilter>", rf'<filterColumn colId="9">{kept}</filterColumn>\g<0>', xml)
        rows = "|".join(str(row) for row in range(first, last + 1) if row % 10 >= 5)
        return re.sub(rf'<row r="({rows})"', r'\g<0> hidden="1"', xml)

    content = chosen.content
    for sheet in (SCORING, EVIDENCE):
        area = chosen.plan.sheet(sheet).filter
        assert area is not None
        # Its own heading is what no filter hides.
        narrow = partial(narrowed, first=area.area.first_row + 1, last=area.area.last_row)
        content = edited(content, sheet_part(chosen.plan, sheet), narrow)
    verdict = judged(tmp_path, content)
    assert verdict.status is Status.CLEAN
    assert {one.code for one in verdict.findings} == {"QA475"}
    assert all("被筛选隐藏着" in one.message for one in verdict.findings)
    assert SCORING in {one.place.sheet for one in verdict.findings}


@SCHEMES
def test_rows_hidden_outside_the_filter_are_told_apart_from_those_it_hides(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    area = chosen.plan.sheet(SCORING).filter
    assert area is not None
    first = area.area.first_row

    def narrowed(xml: str) -> str:
        kept = '<filters><filter val="完成"/></filters>'
        xml = re.sub(r"</autoFilter>", rf'<filterColumn colId="9">{kept}</filterColumn>\g<0>', xml)
        gone = f"1|{first}|{first + 1}|{first + 2}"
        return re.sub(rf'<row r="({gone})"', r'\g<0> hidden="1"', xml)

    content = edited(chosen.content, sheet_part(chosen.plan, SCORING), narrowed)
    by_hand, filtered = judged(tmp_path, content).findings
    # No filter hides its own head.
    assert (by_hand.code, by_hand.actual) == ("QA473", f"第 1 行、第 {first} 行")
    assert (filtered.code, filtered.actual) == ("QA475", f"第 {first + 1}–{first + 2} 行")


@SCHEMES
def test_a_filter_that_hides_blank_rows_of_evidence_is_not_told(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    free = chosen.plan.evidence[-30:]
    rows = "|".join(str(row.name.row) for row in free)

    def narrowed(xml: str) -> str:
        kept = '<filters><filter val="有效"/></filters>'
        xml = re.sub(r"</autoFilter>", rf'<filterColumn colId="9">{kept}</filterColumn>\g<0>', xml)
        return re.sub(rf'<row r="({rows})"', r'\g<0> hidden="1"', xml)

    part = sheet_part(chosen.plan, EVIDENCE)
    assert told(judged(tmp_path, edited(chosen.content, part, narrowed))) == []


# Where every group is one row, or shown in rows of its own, no merge covers a text of the filter.
@pytest.mark.parametrize("scheme_id", [one for one in SCHEME_IDS if one not in UNMERGED])
def test_what_a_program_drops_under_merged_cells_is_no_fault(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    sheet = chosen.plan.sheet(SCORING)
    assert sheet.filter is not None
    assert sheet.filter.covered
    covered = "|".join(cell_address(row, column) for row, column, _ in sheet.filter.covered)
    content = edited(
        chosen.content,
        sheet_part(chosen.plan, SCORING),
        lambda xml: re.sub(rf'(<c r="(?:{covered})"[^>]*?) t="s"><v>\d+</v></c>', r"\1/>", xml),
    )
    assert content != chosen.content
    assert told(judged(tmp_path, content)) == []
