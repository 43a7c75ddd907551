"""``verify --annotate --notice --summary``: files for the applicants and for the office."""

from pathlib import Path

import docx
import openpyxl

from builder.formula.value import Value
from builder.load.library import shipped_folder
from tests.cli.calls import call, files_in
from tests.support.workbooks import PENGJIANG, filled_bytes
from tests.verify.judged import case


def received(folder: Path) -> None:
    """Two files of one name in two folders, one in order, and one that is none."""
    chosen = case(PENGJIANG, 0)
    faulty: dict[str, Value] = {**chosen.answers, chosen.plan.applicant: "甲/公司"}
    faulty["applicant_credit_code"] = "91440700MA4W00001A"
    del faulty[chosen.score.name]
    for name, content in (
        ("收件/一/评分表.xlsx", filled_bytes(chosen.plan, faulty)),
        ("收件/二/评分表.xlsx", filled_bytes(chosen.plan, faulty)),
        ("收件/好.xlsx", chosen.content),
        ("收件/坏.xlsx", b"nonsense"),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_every_company_gets_its_file_and_its_letter(tmp_path: Path) -> None:
    received(tmp_path)
    outputs = ("--annotate", "意见", "--notice", "通知", "--summary", "汇总.xlsx")
    done = call(tmp_path, "verify", "收件", *outputs)
    assert done.code == 3
    assert files_in(tmp_path / "意见") == [
        "甲公司-评分表（核验意见）.xlsx",
        "甲公司-评分表（核验意见）（2）.xlsx",
    ]
    assert files_in(tmp_path / "通知") == [
        "坏-补正通知书.docx",
        "甲公司-补正通知书.docx",
    ]
    assert "已写入 2 份带批注的材料到 意见" in done.output
    assert "已写入 2 份补正通知书到 通知" in done.output
    assert "已写入 汇总.xlsx" in done.output
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    assert book.sheetnames == ["排名", "无法核验", "问题统计", "问题明细"]
    again = call(tmp_path, "verify", "意见", "--annotate", "再退")
    assert files_in(tmp_path / "再退") == files_in(tmp_path / "意见")
    assert again.code == 1
    assert "QA501" in again.output
    assert "QA409" not in again.output


def test_an_offices_own_template_and_name_are_on_the_letter(tmp_path: Path) -> None:
    received(tmp_path)
    (tmp_path / "本单位.yaml").write_text("name: 某区质量办\n", encoding="utf-8")
    named = call(tmp_path, "verify", "收件", "--notice", "通知", "--office", "本单位.yaml")
    # That files were made without the settings is the office's affair: the one in order is.
    assert "2 份补正通知书" in named.output
    letter = docx.Document(str(tmp_path / "通知" / "坏-补正通知书.docx"))
    assert any("某区质量办" in paragraph.text for paragraph in letter.paragraphs)


def test_a_template_that_is_no_letter_is_a_wrong_call(tmp_path: Path) -> None:
    received(tmp_path)
    kit = shipped_folder("templates") / "docx" / "kit.docx"
    (tmp_path / "坏.docx").write_bytes(b"x")
    for template in (str(kit), "坏.docx"):
        done = call(tmp_path, "verify", "收件", "--notice", "别", "--template", template)
        assert (done.code, done.output) == (2, "")
        assert "不是补正通知书的模板" in done.errors


def test_what_cannot_be_written_is_told_and_the_verdicts_stand(tmp_path: Path) -> None:
    received(tmp_path)
    (tmp_path / "占用").write_bytes(b"")
    outputs = (
        "--annotate",
        "占用",
        "--notice",
        "占用",
        "--summary",
        "占用/x.xlsx",
        "--html",
        "占用/y",
    )
    done = call(tmp_path, "verify", "收件", *outputs)
    assert done.code == 3
    assert "核验 4 个文件" in done.output
    assert "QA891" in done.errors
    assert files_in(tmp_path) == [
        "占用",
        "收件/一/评分表.xlsx",
        "收件/二/评分表.xlsx",
        "收件/坏.xlsx",
        "收件/好.xlsx",
    ]
