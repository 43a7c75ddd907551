"""One unit, one letter: whose a file is, by what it says, its pair, its folder, its name."""

from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.model.verdict import Status, Verdict
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified
from builder.pipeline.units import Units, units_of

ROOT = Path("收件")
PDF, ODS = ("QA265", "PDF"), ("QA261", "OpenDocument 表格（.ods）")


def read(path: str, applicant: str = "", code: str = "QA402", beside: str = "") -> Verified:
    """A file of an applicant, of nobody in particular where it could not be read."""
    status = Status.FINDINGS if applicant else Status.UNREADABLE
    found = () if applicant else (Finding.at(code, path, actual="1", expected="2"),)
    pair = ReturnedFile(path=ROOT / beside) if beside else None
    file = ReturnedFile(path=ROOT / path, beside=pair)
    verdict = Verdict(path=f"收件/{path}", status=status, applicant=applicant, findings=found)
    return Verified(file=file, verdict=verdict)


def left(path: str, kind: tuple[str, str] = PDF) -> Finding:
    return Finding.at(kind[0], f"收件/{path}", actual=kind[1])


def told(units: Units) -> dict[str, list[str]]:
    """The files of every unit by its name, without the folder they were received in."""
    return {
        one.name: [each.path.removeprefix("收件/") for each in one.verdicts] for one in units.units
    }


def of(*files: Verified | Finding, given: Path = ROOT) -> dict[str, list[str]]:
    verified = [one for one in files if isinstance(one, Verified)]
    left_out = [one for one in files if isinstance(one, Finding)]
    return told(units_of(verified, left_out, (given,)))


def test_files_that_name_one_applicant_are_one_units_wherever_they_lie() -> None:
    assert of(
        read("一/表.xlsx", "甲公司"), read("二/表.xlsx", "甲 公司"), read("三.docx", "乙")
    ) == {
        "甲公司": ["一/表.xlsx", "二/表.xlsx"],
        "乙": ["三.docx"],
    }


def test_a_pair_is_one_units_by_the_name_in_its_workbook() -> None:
    report = read("戊材料.docx", "戊机诫公司", beside="戊表.xlsx")
    assert of(report, read("戊表.xlsx", "戊机械公司")) == {
        "戊机械公司": ["戊材料.docx", "戊表.xlsx"]
    }
    unnamed = read("戊材料.docx", "", beside="戊表.xlsx")
    assert of(unnamed, read("戊表.xlsx", "戊机械公司")) == {
        "戊机械公司": ["戊材料.docx", "戊表.xlsx"]
    }


def test_a_file_that_names_nobody_is_its_folders() -> None:
    assert of(read("美域日化/申报材料.docx"), read("美域日化/材料/评分表.xlsx")) == {
        "美域日化": ["美域日化/申报材料.docx", "美域日化/材料/评分表.xlsx"]
    }
    assert of(read("甲.zip/甲/评分表.xlsx", "甲公司"), read("甲.zip/甲/申报材料.docx")) == {
        "甲公司": ["甲.zip/甲/评分表.xlsx", "甲.zip/甲/申报材料.docx"]
    }


def test_a_folder_of_several_applicants_names_nobody() -> None:
    batch = (read("第一批/甲.xlsx", "甲公司"), read("第一批/乙.xlsx", "乙公司"))
    assert of(*batch, read("第一批/丙评分表.xlsx", code="QA205"))["丙"] == ["第一批/丙评分表.xlsx"]


def test_a_list_that_is_nobodys_form_gets_no_letter() -> None:
    assert of(read("甲.xlsx", "甲公司"), read("联系人.xlsx", code="QA301")) == {
        "甲公司": ["甲.xlsx"]
    }
    both = of(read("甲/表.xlsx", "甲公司"), read("甲/联系人.xlsx", code="QA301"))
    assert both == {"甲公司": ["甲/表.xlsx"]}
    alone = of(read("乙/汇总.xlsx", code="QA301"), read("甲/表.xlsx", "甲公司"))
    assert alone["乙"] == ["乙/汇总.xlsx"]
    assert of(read("丙评分表.xlsx", code="QA301")) == {"丙": ["丙评分表.xlsx"]}


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("甲/评分表.ods", ODS, "甲公司"),
        ("乙公司材料.rar", ("QA263", "不是 zip 格式的压缩包"), "乙公司"),
        ("某公司申报材料.wps", ("QA262", "旧格式的文档（.doc、.wps、.rtf）"), "某公司"),
        ("甲电缆自评打分表（盖章扫描）.pdf", PDF, "甲电缆"),
    ],
)
def test_a_material_that_could_not_be_opened_is_its_units(
    path: str, kind: tuple[str, str], name: str
) -> None:
    read_ones = [read("甲/申报材料.docx", "甲公司"), *(read(f"{n}.xlsx", f"{n}") for n in "丁戊己")]
    units = units_of(read_ones, [left(path, kind)], (ROOT,))
    assert path in told(units)[name]
    assert [one.path for one in units.unopened] == [f"收件/{path}"]
    assert units.others == ()


@pytest.mark.parametrize(
    "path",
    [
        "甲/证据/一.pdf",
        "甲/申报材料（盖章）.pdf",
        "甲/附件/制度.doc",
        "说明.pdf",
        "甲/.申报材料.pdf",
    ],
)
def test_what_is_no_missing_material_is_left_out(path: str) -> None:
    kind = ("QA262", "旧格式的文档（.doc、.wps、.rtf）") if path.endswith(".doc") else PDF
    read_ones = [read("甲/申报材料.docx", "甲公司")]
    units = units_of(read_ones, [left(path, kind)], (ROOT,))
    assert [one.place.path for one in units.others] == [f"收件/{path}"]
    assert units.unopened == ()


def test_the_folder_of_one_applicant_may_be_asked_for_itself() -> None:
    files = (read("粤邦/申报材料.docx", "粤邦公司"), left("粤邦/粤邦自评表.ods", ODS))
    assert of(*files, given=ROOT / "粤邦") == {
        "粤邦公司": ["粤邦/申报材料.docx", "粤邦/粤邦自评表.ods"]
    }


def test_what_nobody_can_read_is_not_anothers_because_it_lies_beside_it() -> None:
    assert of(read("评分表1.xlsx", "甲公司"), read("评分表2.xlsx")) == {
        "甲公司": ["评分表1.xlsx"],
        "评分表2": ["评分表2.xlsx"],
    }


def test_a_file_is_known_by_its_owner() -> None:
    units = units_of([read("一/表.xlsx", "甲公司"), read("乙/表.xlsx")], [], (ROOT,))
    assert units.name_of("收件/一/表.xlsx") == "甲公司"
    assert units.name_of("收件/乙/表.xlsx") == "乙"
    assert units.name_of("收件/别的.xlsx") == ""


def test_a_folder_without_a_workbook_and_what_lies_in_it_are_one_units() -> None:
    files = (read("甲电缆", code="QA218"), left("甲电缆/甲电缆申报材料.pdf"))
    assert of(*files, given=ROOT / "甲电缆") == {"甲电缆": ["甲电缆", "甲电缆/甲电缆申报材料.pdf"]}
