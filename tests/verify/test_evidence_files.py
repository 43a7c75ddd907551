"""Listed evidence is held against the files handed in, by names nobody types to the letter."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.book.naming import row_name
from builder.kit.kit_plan import EvidenceRowPlan
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.model.evidence_files import EvidenceFile, HandedInEvidence
from builder.model.verdict import EvidenceState, Verdict
from builder.pipeline.verify import Verifier
from builder.read.evidence_files import open_evidence
from builder.verify.evidence_names import Shelf, applicant_files, folder_beneath
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import Case, case, fault, told

COMPANY = "示例公司"


def listed(chosen: Case) -> tuple[EvidenceRowPlan, ...]:
    """The rows of evidence that are filled in."""
    count = sum(name.endswith("_indicator") for name in chosen.answers)
    return chosen.plan.evidence[:count]


def hand_in(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def held(
    folder: Path, chosen: Case, evidence: Path, *, alone: bool = True, **names: str
) -> Verdict:
    answers = {
        row_name(EVIDENCE_TABLE, place, "file"): f"{row.number}.pdf"
        for place, row in enumerate(listed(chosen), start=1)
    }
    changed = {row_name(EVIDENCE_TABLE, int(key[1:]), "file"): text for key, text in names.items()}
    workbook = folder / f"{COMPANY}.xlsx"
    workbook.write_bytes(chosen.with_answers(**(answers | changed)))
    handed_in = HandedInEvidence(handed_in=open_evidence(evidence), alone=alone)
    return Verifier(evidence=handed_in).verify(workbook)


def good_files(chosen: Case) -> dict[str, bytes]:
    rows = listed(chosen)
    return {f"{row.number}.pdf": f"%PDF {row.number}".encode() for row in rows}


def test_every_file_at_hand_proves_its_indicators(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    verdict = held(tmp_path, chosen, hand_in(tmp_path / "证据", good_files(chosen)))
    assert told(verdict) == []
    assert set(verdict.evidence.values()) == {EvidenceState.FOUND}
    assert set(verdict.evidence) == {leaf.code for leaf in chosen.plan.leaves}


def test_a_file_that_is_not_there_is_told_with_the_name_that_was_perhaps_meant(
    tmp_path: Path,
) -> None:
    chosen = case(PENGJIANG, 0)
    files = good_files(chosen)
    files["质量手册（2025）.pdf"] = files.pop("E003.pdf")
    verdict = held(tmp_path, chosen, hand_in(tmp_path / "证据", files), _3="质量管理手册2025.pdf")
    row = chosen.plan.evidence[2]
    assert told(verdict) == [fault("QA711", row.file), "QA716"]
    assert "是不是“质量手册（2025）.pdf”？" in verdict.findings[0].message
    states = [*verdict.evidence.values()]
    assert states.count(EvidenceState.LISTED) == 1


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("质量手册.pdf", "质量手册.pdf"),
        ("质量手册", "质量手册.pdf"),
        ("质量手册.PDF", "质量手册.pdf"),
        ("《质量手册》（２０２５）.pdf", "质量手册(2025).pdf"),
        ("a\\质量手册.pdf", "a/质量手册.pdf"),
        ("质量手册.pdf", "a/b/质量手册.pdf"),
        ("质量手册.doc", "质量手册.pdf"),
        ("证书、报告.pdf", "证书、报告.pdf"),
        ("E003-1.pdf；E003-2.pdf", "E003-1.pdf"),
    ],
)
def test_names_are_matched_as_people_write_them(tmp_path: Path, typed: str, stored: str) -> None:
    chosen = case(PENGJIANG, 0)
    files = good_files(chosen)
    files[stored] = files.pop("E003.pdf")
    if "E003-2" in typed:
        files["E003-2.pdf"] = b"%PDF 2"
    assert told(held(tmp_path, chosen, hand_in(tmp_path / "证据", files), _3=typed)) == []


def test_without_a_file_name_the_name_of_the_evidence_is_tried(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    files = good_files(chosen)
    name = chosen.answers[row_name(EVIDENCE_TABLE, 3, "name")]
    files[f"{name}.pdf"] = files.pop("E003.pdf")
    blank = row_name(EVIDENCE_TABLE, 3, "file")
    folder = hand_in(tmp_path / "证据", files)
    assert told(held(tmp_path, chosen, folder, _3="")) == []
    (folder / f"{name}.pdf").unlink()
    row = chosen.plan.evidence[2]
    assert told(held(tmp_path, chosen, folder, _3="")) == [fault("QA712", row.file)]
    assert blank.endswith("_file")


def test_one_file_under_two_names_is_told_at_the_second(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    files = good_files(chosen)
    files["E005.pdf"] = files["E002.pdf"]
    verdict = held(tmp_path, chosen, hand_in(tmp_path / "证据", files))
    assert told(verdict) == [fault("QA713", chosen.plan.evidence[4].file)]
    assert "E002“E002.pdf”" in verdict.findings[0].message


def test_an_empty_file_proves_nothing(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    verdict = held(
        tmp_path, chosen, hand_in(tmp_path / "证据", good_files(chosen) | {"E002.pdf": b""})
    )
    assert told(verdict) == [fault("QA714", chosen.plan.evidence[1].file)]


def test_two_different_files_of_a_name_cannot_be_told_apart(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    files = good_files(chosen)
    del files["E003.pdf"]
    more = {"甲/证书.pdf": b"%PDF a", "乙/证书.pdf": b"%PDF bb"}
    folder = hand_in(tmp_path / "证据", files | more)
    row = chosen.plan.evidence[2]
    assert told(held(tmp_path, chosen, folder, _3="证书.pdf")) == [fault("QA715", row.file)]
    assert told(held(tmp_path, chosen, folder, _3="甲/证书.pdf")) == ["QA716"]
    (folder / "乙/证书.pdf").write_bytes(b"%PDF a")
    assert told(held(tmp_path, chosen, folder, _3="证书.pdf")) == []


@pytest.mark.parametrize("packed", [False, True])
def test_several_companies_have_a_folder_or_archive_each(tmp_path: Path, *, packed: bool) -> None:
    chosen = case(PENGJIANG, 0)
    evidence = tmp_path / "证据"
    files = good_files(chosen)
    if packed:
        evidence.mkdir()
        with zipfile.ZipFile(evidence / f"{COMPANY}.zip", "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        hand_in(evidence / "另一家", {"E001.pdf": b"%PDF"})
    else:
        hand_in(evidence / f"01 {COMPANY}", files)
        hand_in(evidence / "另一家", {"E001.pdf": b"%PDF"})
    assert told(held(tmp_path, chosen, evidence, alone=False)) == []


def test_a_company_without_a_folder_of_its_own_is_told_once(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    evidence = hand_in(tmp_path / "证据", {"另一家/E001.pdf": b"%PDF", "第三家/x.pdf": b"1"})
    verdict = held(tmp_path, chosen, evidence, alone=False)
    assert told(verdict) == ["QA717"]
    assert set(verdict.evidence.values()) == {EvidenceState.LISTED}


def test_a_damaged_file_in_an_archive_is_told_where_it_must_be_compared(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    path = tmp_path / "证据.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in good_files(chosen).items():
            archive.writestr(name, content)
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"%PDF E004", b"%PDF E00X", 1))
    assert told(held(tmp_path, chosen, path)) == [fault("QA718", chosen.plan.evidence[3].file)]


def test_no_link_is_followed_and_leftovers_do_not_count(tmp_path: Path) -> None:
    folder = hand_in(
        tmp_path / "证据", {"a.pdf": b"1", "~$a.pdf": b"2", ".DS_Store": b"3", "Thumbs.db": b"4"}
    )
    (folder / "b.pdf").symlink_to("/etc/hosts")
    assert [file.path for file in open_evidence(folder).files] == ["a.pdf"]


def test_the_same_folder_has_the_same_mark_until_a_file_changes(tmp_path: Path) -> None:
    folder = hand_in(tmp_path / "证据", {"a.pdf": b"1"})
    mark = open_evidence(folder).mark
    assert open_evidence(folder).mark == mark
    (folder / "a.pdf").write_bytes(b"12")
    assert open_evidence(folder).mark != mark


def test_a_folder_is_the_company_s_by_its_exact_name_before_any_longer_one() -> None:
    files = [EvidenceFile(path=f"{name}/a.pdf", size=1) for name in ("甲乙公司", "甲乙公司分厂")]
    own = applicant_files(files, ("甲乙公司", ""), alone=False)
    assert own is not None
    assert [one.file.path for one in own] == ["甲乙公司/a.pdf"]
    wrapped = [EvidenceFile(path=f"证据/{file.path}", size=1) for file in files]
    inside = applicant_files(wrapped, ("甲乙公司分厂",), alone=False)
    assert inside is not None
    assert [one.path for one in inside] == ["a.pdf"]
    assert applicant_files(files, ("丙公司",), alone=False) is None


def of(*paths: str) -> list[EvidenceFile]:
    return [EvidenceFile(path=path, size=1) for path in paths]


def test_evidence_beside_a_workbook_is_its_own_whatever_the_folder_is_called() -> None:
    files = of("来件3/表.xlsx", "来件3/证书.pdf", "来件4/别的.xlsx", "来件4/a.pdf", "杂.pdf")
    own = applicant_files(files, ("甲公司",), alone=False, folder="来件3/")
    assert own is not None
    assert [one.path for one in own] == ["表.xlsx", "证书.pdf"]
    assert applicant_files(files, ("甲公司",), alone=False, folder="") is None


def test_evidence_beside_the_archive_of_a_workbook_is_its_own() -> None:
    files = of("来件/两份表.zip", "来件/两份表/表.xlsx", "来件/两份表/材料.docx", "来件/证据/a.pdf")
    own = applicant_files(files, ("甲公司",), alone=False, folder="来件/两份表/")
    assert own is not None
    assert "证据/a.pdf" in [one.path for one in own]


def test_of_two_workbooks_in_one_folder_neither_has_what_lies_there() -> None:
    files = of("来件/甲.xlsx", "来件/乙.xlsx", "来件/证书.pdf")
    assert applicant_files(files, ("丙公司",), alone=False, folder="来件/") is None


def test_a_folder_called_by_a_part_of_one_name_alone_is_meant() -> None:
    files = of("联创/a.pdf", "证据/b.pdf")
    own = applicant_files(files, ("江门联创电器有限公司", "联创自评证据"), alone=False)
    assert own is not None
    assert [one.path for one in own] == ["a.pdf"]
    two = of("联创/a.pdf", "电器/b.pdf")
    assert applicant_files(two, ("江门联创电器有限公司",), alone=False) is None


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("收件/甲.zip/内/表.xlsx", "甲/内/"),
        ("收件/表.xlsx", ""),
        ("别处/甲/表.xlsx", ""),
    ],
)
def test_where_a_workbook_lies_among_the_evidence(path: str, folder: str) -> None:
    assert folder_beneath(path, "收件") == folder


def test_materials_and_their_signed_pages_are_no_evidence_left_unregistered(
    tmp_path: Path,
) -> None:
    chosen = case(PENGJIANG, 0)
    more = ("申报材料.docx", "签字盖章页扫描.pdf", "自评打分表.pdf")
    files = good_files(chosen) | dict.fromkeys(more, b"%PDF x")
    assert told(held(tmp_path, chosen, hand_in(tmp_path / "证据", files))) == []


def test_what_lies_in_an_archive_in_the_folder_is_found_and_the_archive_is_not_left_over(
    tmp_path: Path,
) -> None:
    chosen = case(PENGJIANG, 0)
    files = good_files(chosen)
    folder = hand_in(tmp_path / "证据", {"附件/说明.zip": b""})
    with zipfile.ZipFile(folder / "附件" / "说明.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    assert told(held(tmp_path, chosen, folder)) == []


def test_none_of_all_that_is_listed_is_one_finding(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    verdict = held(tmp_path, chosen, hand_in(tmp_path / "证据", {"申报材料.docx": b"x"}))
    assert told(verdict) == [fault("QA720", chosen.plan.evidence[0].file)]


def test_a_name_that_two_files_resemble_is_not_guessed(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    files = good_files(chosen)
    del files["E003.pdf"]
    files |= {"组织文化考核记录.pdf": b"%PDF 1", "运营效率考核记录.pdf": b"%PDF 2"}
    verdict = held(tmp_path, chosen, hand_in(tmp_path / "证据", files), _3="战略管理考核记录.pdf")
    assert "是不是" not in verdict.findings[0].message


def test_finding_a_name_takes_no_longer_for_a_hostile_one() -> None:
    own = applicant_files(
        [EvidenceFile(path=f"{n}.pdf", size=1) for n in range(500)], (), alone=True
    )
    assert own is not None
    (found,) = Shelf(own).find("长" * 30000)
    assert found.files == ()


def test_a_file_of_another_row_is_never_the_one_that_was_perhaps_meant(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    files = good_files(chosen)
    del files["E003.pdf"]
    files["质量奖获奖文件扫描件.pdf"] = b"%PDF"
    verdict = held(tmp_path, chosen, hand_in(tmp_path / "证据", files), _3="质量奖文件.pdf")
    assert "是不是“质量奖获奖文件扫描件.pdf”？" in verdict.findings[0].message
    del files["质量奖获奖文件扫描件.pdf"]
    verdict = held(tmp_path, chosen, hand_in(tmp_path / "只有别的", files), _3="E0030.pdf")
    assert verdict.findings[0].code == "QA711"
    assert "是不是" not in verdict.findings[0].message


def test_a_name_with_a_point_inside_is_found_without_its_ending_and_its_dashes() -> None:
    own = applicant_files([EvidenceFile(path="附件1.2-标准.pdf", size=1)], (), alone=True)
    assert own is not None
    (found,) = Shelf(own).find("附件1.2标准")
    assert [one.name for one in found.files] == ["附件1.2-标准.pdf"]
