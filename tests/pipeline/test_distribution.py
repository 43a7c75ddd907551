"""An office's list gives one kit per row; what is wrong is named by row and column."""

import csv
import hashlib
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.model.office import ApplicantField, FieldKind, Office
from builder.model.verdict import Status
from builder.pipeline.choosing import Wanted
from builder.pipeline.file_names import safe_file_name
from builder.pipeline.kit_names import KitPart
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from builder.show.handouts import MANIFEST
from tests.support.lists import handed_out, order
from tests.support.outputs import produced
from tests.support.templates import template_with
from tests.support.workbooks import MINHANG, WUHAN_INDIVIDUAL

HEAD = ("申报组织", "统一社会信用代码", "评审员")


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.cell) for finding in findings]


def files(folder: Path) -> set[str]:
    return {path.name for path in produced(folder / "out")}


def test_every_row_becomes_a_prefilled_kit_that_verifies_as_ours(tmp_path: Path) -> None:
    asked = order(tmp_path, HEAD, ("甲公司", "91350100M000100Y43", "张三"), ("乙公司", None, None))
    done = handed_out(replace(asked, kinds=tuple(KitPart)))
    assert done.findings == ()
    assert (done.written, done.kept) == (4, 0)
    assert files(tmp_path) == {
        MANIFEST,
        "乙公司-申报材料.docx",
        "乙公司-自评打分表.xlsx",
        "甲公司-申报材料.docx",
        "甲公司-自评打分表.xlsx",
    }
    verdict = Verifier().verify(tmp_path / "out" / "甲公司-自评打分表.xlsx")
    assert verdict.applicant == "甲公司"
    assert verdict.status is Status.FINDINGS
    structural = [finding for finding in verdict.findings if not finding.code.startswith("QA5")]
    assert structural == []


def test_an_award_for_persons_is_handed_out_by_name(tmp_path: Path) -> None:
    head = ("姓名", "单位及职务")
    asked = order(tmp_path, head, ("张三", "甲公司"), (None, "乙公司"), scheme=WUHAN_INDIVIDUAL)
    done = handed_out(asked)
    assert told(done.findings) == [("QA866", "A3")]
    assert files(tmp_path) == {MANIFEST, "张三-自评打分表.xlsx"}
    verdict = Verifier().verify(tmp_path / "out" / "张三-自评打分表.xlsx")
    assert verdict.applicant == "张三"


def test_the_fields_of_an_offices_own_are_columns_of_its_list(tmp_path: Path) -> None:
    branch = ApplicantField(name="branch", caption="分支机构", kind=FieldKind.TEXT, longest=50)
    asked = order(tmp_path, ("分支机构",), ("三分厂",))
    done = handed_out(replace(asked, office=Office(fields=(branch,), year=2026)))
    assert done.findings == ()
    verdict = Verifier().verify(tmp_path / "out" / "三分厂-自评打分表.xlsx")
    assert (verdict.applicant, verdict.status) == ("三分厂", Status.FINDINGS)


def test_the_manifest_names_every_file_with_its_digest_and_reviewer(tmp_path: Path) -> None:
    handed_out(order(tmp_path, HEAD, ("甲公司", None, "@张三")))
    text = (tmp_path / "out" / MANIFEST).read_text("utf-8-sig")
    (line,) = csv.DictReader(io.StringIO(text))
    content = (tmp_path / "out" / line["文件"]).read_bytes()
    assert line["SHA-256"] == hashlib.sha256(content).hexdigest()
    assert (line["名单行号"], line["评审员"]) == ("2", "'@张三")
    assert line["申报者"] == "甲公司"


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    rows = (HEAD, ("甲公司", None, "张三"))
    contents = []
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        handed_out(order(tmp_path / place, *rows))
        contents.append(
            [path.read_bytes() for path in sorted((tmp_path / place / "out").iterdir())]
        )
    assert contents[0] == contents[1]


def test_a_rerun_writes_only_what_is_missing_or_different(tmp_path: Path) -> None:
    asked = order(tmp_path, HEAD, ("甲公司",), ("乙公司",), ("丙公司",))
    handed_out(asked)
    (tmp_path / "out" / "甲公司-自评打分表.xlsx").unlink()
    filled = tmp_path / "out" / "乙公司-自评打分表.xlsx"
    filled.write_bytes(b"filled in")
    untouched = tmp_path / "out" / "丙公司-自评打分表.xlsx"
    stamp = untouched.stat().st_mtime_ns
    done = handed_out(asked)
    assert (done.written, done.kept) == (1, 1)
    assert untouched.stat().st_mtime_ns == stamp
    assert [(one.code, one.place.path) for one in done.findings] == [("QA893", str(filled))]
    assert filled.read_bytes() == b"filled in"


def test_choices_and_file_names_come_from_the_row(tmp_path: Path) -> None:
    head = ("申报组织", "单项", "文件名")
    rows = (("甲", "研发创新"), ("甲", "服务创新"), ("乙", "研发创新", "a/b.xlsx"))
    done = handed_out(order(tmp_path, head, *rows, scheme=MINHANG))
    assert done.findings == ()
    assert files(tmp_path) == {
        "ab-自评打分表.xlsx",
        MANIFEST,
        "甲-服务创新-自评打分表.xlsx",
        "甲-研发创新-自评打分表.xlsx",
    }


def test_a_title_above_and_blank_rows_between_do_not_matter(tmp_path: Path) -> None:
    done = handed_out(order(tmp_path, ("2026 年名单",), (), HEAD, ("甲",), (), ("乙",)))
    assert done.findings == ()
    assert done.written == 2


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ((None, "91350100M000100Y43"), "QA866", "A3"),
        (("甲公司",), "QA867", "A3"),
        (("甲公司.",), "QA867", "A3"),
        (("甲 公 司",), "QA867", "A3"),
        (("丙公司、丁公司",), "QA870", "A3"),
        (("???",), "QA870", "A3"),
        (("丙公司", "1" * 40), "QA870", "B3"),
        (("丙公司", 914407001234567890), "QA870", "B3"),
        (("丙公司", None, "=1+1"), "QA870", "C3"),
        (("丙\x7f公司",), "QA870", "A3"),
    ],
)
def test_a_faulty_row_is_named_and_the_others_are_built(
    tmp_path: Path, row: tuple[object, ...], code: str, cell: str
) -> None:
    done = handed_out(order(tmp_path, HEAD, ("甲公司",), row, ("乙公司",)))
    assert told(done.findings) == [(code, cell)]
    assert files(tmp_path) == {MANIFEST, "乙公司-自评打分表.xlsx", "甲公司-自评打分表.xlsx"}


@pytest.mark.parametrize(
    ("option", "code", "words"), [("研发创造", "QA868", "研发创新"), (None, "QA869", "--choice")]
)
def test_a_row_without_a_known_option_is_named(
    tmp_path: Path, option: str | None, code: str, words: str
) -> None:
    rows = (("甲公司", "研发创新"), ("乙公司", option))
    done = handed_out(order(tmp_path, ("申报组织", "单项"), *rows, scheme=MINHANG))
    assert told(done.findings) == [(code, "B3")]
    assert words in done.findings[0].message + done.findings[0].fix
    assert done.written == 1


def test_a_choice_given_for_all_rows_fills_the_blank_ones(tmp_path: Path) -> None:
    asked = order(tmp_path, ("申报组织",), ("甲公司",), scheme=MINHANG)
    done = handed_out(replace(asked, wanted=Wanted(options={"单项": "研发创新"})))
    assert done.findings == ()
    assert "甲公司-研发创新-自评打分表.xlsx" in files(tmp_path)


def test_a_strange_column_is_told_with_what_was_meant(tmp_path: Path) -> None:
    done = handed_out(order(tmp_path, ("序号", "申报组织", "联系仁"), (1, "甲公司", "李四")))
    assert told(done.findings) == [("QA863", "C1")]
    assert "是不是“联系人”？" in done.findings[0].message
    assert done.written == 1


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((("单位", "评审员"), ("甲公司", "张三")), "QA862"),
        ((("申报组织", "申报组织"), ("甲公司", "乙公司")), "QA864"),
        ((HEAD,), "QA865"),
        ((), "QA862"),
    ],
)
def test_a_list_that_says_nothing_gives_no_kit(
    tmp_path: Path, rows: tuple[tuple[object, ...], ...], code: str
) -> None:
    done = handed_out(order(tmp_path, *rows))
    assert [finding.code for finding in done.findings] == [code]
    assert not (tmp_path / "out" / MANIFEST).exists()


@pytest.mark.parametrize("content", [b"", "申报组织\n甲公司\n".encode(), b"PK\x03\x04"])
def test_a_list_that_is_no_workbook_is_refused_with_the_reason(
    tmp_path: Path, content: bytes
) -> None:
    asked = order(tmp_path, HEAD)
    asked.applicants.write_bytes(content)
    done = handed_out(asked)
    assert [finding.code for finding in done.findings] == ["QA861"]
    assert done.applicants == ()


def test_a_folder_that_cannot_be_written_in_is_told_once(tmp_path: Path) -> None:
    asked = order(tmp_path, HEAD, ("甲公司",), ("乙公司",))
    (tmp_path / "out").write_text("占位")
    done = handed_out(asked)
    assert [finding.code for finding in done.findings] == ["QA891"]
    assert done.findings[0].place.path == str(tmp_path / "out")


def test_one_file_that_cannot_be_written_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "out" / "甲公司-自评打分表.xlsx").mkdir(parents=True)
    done = handed_out(order(tmp_path, HEAD, ("甲公司",), ("乙公司",)))
    assert [finding.code for finding in done.findings] == ["QA891"]
    assert done.written == 1


def test_a_template_that_cannot_be_used_gives_no_kit(tmp_path: Path) -> None:
    bad = template_with(tmp_path / "bad.xlsx", {"xl/styles.xml": b"<"})
    asked = order(tmp_path, HEAD, ("甲公司",))
    templates = replace(shipped_templates(), workbook=bad)
    done = handed_out(replace(asked, templates=templates))
    assert [finding.code for finding in done.findings] == ["QA851"]
    assert done.applicants == ()


def test_a_template_without_places_for_the_particulars_is_told_and_the_documents_are_alike(
    tmp_path: Path,
) -> None:
    template = tmp_path / "my.docx"
    with (
        zipfile.ZipFile(shipped_templates().document) as package,
        zipfile.ZipFile(template, "w") as copy,
    ):
        for name in package.namelist():
            part = package.read(name)
            if name == "word/document.xml":
                part = re.sub(rb"<w:tbl>.*?</w:tbl>", b"", part, count=3, flags=re.DOTALL)
            copy.writestr(name, part)
    asked = order(tmp_path, HEAD, ("甲公司",), ("乙公司",))
    templates = replace(shipped_templates(), document=template)
    done = handed_out(replace(asked, kinds=(KitPart.DOCX,), templates=templates))
    assert {finding.code for finding in done.findings} == {"QA872"}
    one, other = (tmp_path / "out" / f"{name}-申报材料.docx" for name in ("甲公司", "乙公司"))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ('甲\\/:*?"<>|乙', "甲乙"),
        (" 甲公司. . ", "甲公司"),
        ("甲\n乙", "甲乙"),
        ("长" * 90, "长" * 60),
        ("...", ""),
        ("\u202e甲", "甲"),
        ("=-甲", "甲"),
    ],
)
def test_a_file_name_holds_only_what_every_system_accepts(words: str, name: str) -> None:
    assert safe_file_name(words) == name


@pytest.mark.parametrize(
    ("column", "given", "said"),
    [
        ("职工人数", "-3", "-3 不在允许的范围（0 以上）之内"),
        ("申报年度", "1990", "1990 不在允许的范围（2000–2100）之内"),
        ("职工人数", "许多", "“许多”不是数"),
    ],
)
def test_a_number_the_workbook_would_not_take_is_told_with_what_it_would(
    tmp_path: Path, column: str, given: str, said: str
) -> None:
    done = handed_out(order(tmp_path, ("申报组织", column), ("甲公司", given)))
    (finding,) = done.findings
    assert (finding.code, finding.place.cell) == ("QA870", "B2")
    assert said in finding.message


@pytest.mark.parametrize("heading", ["单位名称", "企业名称", "申报单位"])
def test_other_usual_headings_of_the_applicant_are_known(tmp_path: Path, heading: str) -> None:
    done = handed_out(order(tmp_path, (heading, "信用代码"), ("甲公司", "91350100M000100Y43")))
    assert (done.written, done.findings) == (1, ())


def test_a_usual_heading_beside_the_right_one_means_something_else(tmp_path: Path) -> None:
    done = handed_out(order(tmp_path, ("申报组织", "单位名称"), ("甲公司", "商会")))
    assert (done.written, told(done.findings)) == (1, [("QA863", "B1")])


def test_rows_that_sum_up_or_sign_a_list_are_no_applicants(tmp_path: Path) -> None:
    rows = (HEAD, ("甲公司",), ("合计：1家",), ("填表人：李某", "2026年1月"), (None, "合计", "1"))
    done = handed_out(order(tmp_path, *rows))
    assert done.written == 1
    assert told(done.findings) == [("QA873", "A3"), ("QA873", "A4"), ("QA873", "B5")]
    assert "第 3 行写的是“合计：1家”，没有当作申报者" in done.findings[0].message


def test_the_titles_of_groups_are_no_applicants(tmp_path: Path) -> None:
    done = handed_out(order(tmp_path, HEAD, ("一、制造业",), ("甲公司",), ("（二）服务业",)))
    assert done.written == 1
    assert told(done.findings) == [("QA873", "A2"), ("QA873", "A4")]


def test_a_row_that_is_refused_lends_its_code_to_nobody(tmp_path: Path) -> None:
    code = "91350100M000100Y43"
    rows = (HEAD[:2], (None, code), ("甲公司", code))
    done = handed_out(order(tmp_path, *rows))
    assert told(done.findings) == [("QA866", "A2")]


def test_a_company_whose_name_begins_like_a_sum_is_one(tmp_path: Path) -> None:
    done = handed_out(order(tmp_path, HEAD, ("合计科技有限公司",), ("说明书印刷厂",)))
    assert (done.written, done.findings) == (2, ())
