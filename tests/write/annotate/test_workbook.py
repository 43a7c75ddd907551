"""An annotated workbook is the applicant's own, marked, with notes and a list, and comes back."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from builder.findings.finding import Finding
from builder.formula.address import cell_address
from builder.kit.sheet_names import PROBLEMS, SCORING
from builder.model.verdict import Verdict
from builder.ooxml.office_file import OfficeFile
from builder.write.annotate.workbook import annotated_workbook
from tests.hostile.made import BOOK, SHEET
from tests.oracles.libreoffice import save_again
from tests.oracles.test_sdk_validator import faults
from tests.proof.causes import without_formulas
from tests.support.workbooks import PENGJIANG, SUIHUA, WUHAN
from tests.verify.judged import Case, case, judged, told
from tests.verify.tampering import edited

KITS = pytest.mark.parametrize("scheme_id", [PENGJIANG, SUIHUA, WUHAN])


def faulty(chosen: Case) -> bytes:
    """One indicator without a score, and a text that would be a formula where it is one."""
    return chosen.with_answers(
        **{chosen.score.name: None, chosen.plan.applicant: '=HYPERLINK("x")'}
    )


def annotated(content: bytes, verdict: Verdict) -> bytes:
    made = annotated_workbook(content, verdict)
    assert not isinstance(made, Finding), made.message
    return made


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part of the file by its name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet_of(content: bytes, name: str) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(content))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def listed(content: bytes) -> list[tuple[object, ...]]:
    """The rows of the list: its number, severity, code, place, indicator, message, remedy."""
    return [
        tuple(row) for row in sheet_of(content, PROBLEMS).iter_rows(min_row=4, values_only=True)
    ]


@KITS
def test_it_says_the_same_when_it_comes_back(tmp_path: Path, scheme_id: str) -> None:
    content = faulty(case(scheme_id, 0))
    verdict = judged(tmp_path, content)
    assert verdict.findings
    again = judged(tmp_path, annotated(content, verdict))
    assert told(again) == told(verdict)
    assert again.score == verdict.score


def test_all_cells_of_one_cause_are_marked_and_listed_as_one(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    content = without_formulas(chosen.content, chosen.plan, SCORING)
    verdict = judged(tmp_path, content)
    made = annotated(content, verdict)
    # The total beside the title, which stands apart from the table, is the first of them.
    assert [row[3] for row in listed(made)] == ["自评打分\u3000E2"]
    marked = [each.sqref for each in sheet_of(made, SCORING).conditional_formatting]
    for leaf in chosen.plan.leaves:
        assert any(cell_address(*leaf.counted[1:]) in area for area in marked)


@KITS
def test_every_finding_is_listed_with_its_link_marked_and_noted(
    tmp_path: Path, scheme_id: str
) -> None:
    content = faulty(case(scheme_id, 0))
    verdict = judged(tmp_path, content)
    made = annotated(content, verdict)
    rows = listed(made)
    assert [(row[2], row[5], row[6]) for row in rows] == [
        (one.code, one.message, one.fix) for one in verdict.findings
    ]
    links = sheet_of(made, PROBLEMS)
    for number, finding in enumerate(verdict.findings, start=4):
        place = finding.place
        link = links[f"D{number}"].hyperlink
        assert link is not None
        assert link.location == f"'{place.sheet}'!{place.cell}"
        sheet = sheet_of(made, place.sheet)
        note = sheet[place.cell].comment
        assert note is not None
        assert note.text.startswith("【核验】")
        assert finding.message in note.text
        marked = [
            area for area in sheet.conditional_formatting if place.cell in str(area.sqref).split()
        ]
        assert any("核验标记" in str(rule.formula) for area in marked for rule in area.rules)


def test_parts_that_nothing_is_added_to_keep_every_byte(tmp_path: Path) -> None:
    content = faulty(case(PENGJIANG, 0))
    before = parts_of(content)
    after = parts_of(annotated(content, judged(tmp_path, content)))
    assert {*before} <= {*after}
    # Another sheet may be changed only in that it is no longer the one selected.
    changed = {name for name, part in before.items() if after[name] != part}
    assert all(
        name.startswith(("xl/worksheets/", "[Content_Types]", "xl/_rels/", "xl/workbook.xml"))
        or name == "xl/styles.xml"
        for name in changed
    )


def test_what_the_company_wrote_in_a_note_stays(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    book = openpyxl.load_workbook(io.BytesIO(faulty(chosen)))
    place = judged(tmp_path, faulty(chosen)).findings[0].place
    book[place.sheet][place.cell].comment = Comment("待张工补充", "李四")
    book[SCORING]["A1"].comment = Comment("别处的批注", "李四")
    held = io.BytesIO()
    book.save(held)
    content = held.getvalue()
    verdict = judged(tmp_path, content)
    made = annotated(content, verdict)
    note = sheet_of(made, place.sheet)[place.cell].comment
    assert note is not None
    assert note.text.startswith("待张工补充\n【核验】")
    twice = annotated(made, verdict)
    assert told(judged(tmp_path, twice)) == told(verdict)
    cleaned = annotated(twice, replace(verdict, findings=verdict.findings[1:]))
    left = sheet_of(cleaned, place.sheet)[place.cell].comment
    assert left is not None
    assert left.text == "待张工补充"
    other = sheet_of(cleaned, SCORING)["A1"].comment
    assert other is not None
    assert other.text == "别处的批注"


def test_annotating_again_replaces_what_was_said_before(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    content = faulty(chosen)
    verdict = judged(tmp_path, content)
    made = annotated(content, verdict)
    assert annotated(made, verdict) == made
    repaired = annotated(made, replace(verdict, findings=()))
    assert listed(repaired) == []
    for sheet in openpyxl.load_workbook(io.BytesIO(repaired)).worksheets:
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == []
        rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
        assert not any("核验标记" in str(rule.formula) for rule in rules)
    assert sum(name.startswith("xl/worksheets/sheet") for name in parts_of(repaired)) == sum(
        name.startswith("xl/worksheets/sheet") for name in parts_of(made)
    )


def test_no_text_of_the_company_becomes_a_formula(tmp_path: Path) -> None:
    content = faulty(case(PENGJIANG, 0))
    verdict = replace(judged(tmp_path, content), applicant='=HYPERLINK("http://x")')
    with zipfile.ZipFile(io.BytesIO(annotated(content, verdict))) as archive:
        part = next(
            archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("xl/worksheets/") and "核验问题清单" in archive.read(name).decode()
        )
    assert "<f" not in part.replace("<fitToPage", "")
    assert "=HYPERLINK" in part


def test_a_character_that_markup_cannot_hold_is_noted_by_its_number(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    content = chosen.with_answers(**{chosen.score.name: "甲\x0b乙"})
    verdict = judged(tmp_path, content)
    made = annotated(content, verdict)
    place = verdict.findings[0].place
    note = sheet_of(made, place.sheet)[place.cell].comment
    assert note is not None
    assert "甲〔U+000B〕乙" in note.text
    assert told(judged(tmp_path, annotated(made, verdict))) == told(verdict)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (BOOK, 'sheetId="2"', 'sheetId="x"'),
        (BOOK, 'sheetId="2"', f'sheetId="{"9" * 5000}"'),
        (BOOK, "</sheets>", '<z:sheet xmlns:z="urn:z" sheetId="q"/></sheets>'),
        (SHEET, 'priority="1"', 'priority="abc"'),
    ],
)
def test_numbers_that_are_none_do_not_keep_the_marks_away(
    tmp_path: Path, part: str, old: str, new: str
) -> None:
    chosen = case(PENGJIANG, 0)
    content = edited(faulty(chosen), part, lambda xml: xml.replace(old, new, 1))
    verdict = judged(tmp_path, content)
    assert [one.code for one in verdict.findings if one.place.cell]
    names = OfficeFile(annotated(content, verdict)).names
    assert sum(name.startswith("xl/comments") for name in names)


def test_a_file_without_styles_gets_some(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    content = faulty(chosen)
    bare = {name: part for name, part in parts_of(content).items() if name != "xl/styles.xml"}
    links = "xl/_rels/workbook.xml.rels"
    kept = [each for each in bare[links].decode().split("<Relationship ") if "/styles" not in each]
    bare[links] = "<Relationship ".join(kept).encode()
    bare["[Content_Types].xml"] = bare["[Content_Types].xml"].replace(
        b'<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.spreadsheetml.styles+xml"/>',
        b"",
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, part in bare.items():
            archive.writestr(name, part)
    made = parts_of(annotated(held.getvalue(), judged(tmp_path, held.getvalue())))
    assert any("核验问题清单" in part.decode("utf-8", "replace") for part in made.values())
    assert any(name.startswith("xl/styles") for name in made)


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"PK\x05\x06" + bytes(18)], ids=["empty", "cut", "no parts"]
)
def test_what_cannot_be_added_to_is_one_finding(content: bytes, tmp_path: Path) -> None:
    verdict = judged(tmp_path, case(PENGJIANG, 0).content)
    refused = annotated_workbook(content, verdict)
    assert isinstance(refused, Finding)
    assert refused.code == "QA810"


@KITS
@pytest.mark.needs_sdk_validator
def test_it_is_valid_for_the_validator_of_microsoft(tmp_path: Path, scheme_id: str) -> None:
    content = faulty(case(scheme_id, 0))
    path = tmp_path / "annotated.xlsx"
    path.write_bytes(annotated(content, judged(tmp_path, content)))
    assert faults(path) == []


@pytest.mark.needs_libreoffice
def test_marks_notes_and_list_survive_libreoffice_and_can_be_replaced(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    content = chosen.with_answers(**{chosen.score.name: Decimal(999)})
    verdict = judged(tmp_path, content)
    path = tmp_path / "annotated.xlsx"
    path.write_bytes(annotated(content, verdict))
    (saved,) = save_again([path], tmp_path, calculate=False)
    again = judged(tmp_path, saved.read_bytes())
    assert told(again) == told(verdict)
    assert [row[2] for row in listed(saved.read_bytes())] == [one.code for one in verdict.findings]
    place = verdict.findings[0].place
    note = sheet_of(saved.read_bytes(), place.sheet)[place.cell].comment
    assert note is not None
    assert "【核验】" in note.text
    cleaned = annotated(saved.read_bytes(), replace(verdict, findings=()))
    assert sheet_of(cleaned, place.sheet)[place.cell].comment is None
    assert told(judged(tmp_path, cleaned)) == told(verdict)
