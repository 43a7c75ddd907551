"""``builder text`` tells what was written, and ``verify`` takes reports beside workbooks."""

from pathlib import Path

from tests.cli.calls import call
from tests.support.reports import blank_report, filled_report, save_report
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case
from tests.verify.word.test_document import pasted_over


def test_what_was_written_is_told_indicator_by_indicator(tmp_path: Path) -> None:
    save_report(tmp_path, filled_report(PENGJIANG))
    done = call(tmp_path, "text", "申报材料.docx")
    assert (done.code, done.errors) == (0, "")
    assert "【1.1 企业家精神（25分）】413 字（按分值分摊 750 字）" in done.output
    head, first, *_ = done.output.splitlines()
    assert head.split() == ["节", "字数", "目标", "相差"]
    assert first.split() == ["组织的环境", "39", "—", "—"]
    assert ["1.1", "企业家精神（25分）", "413", "750", "-337"] in [
        one.split() for one in done.output.splitlines()
    ]
    assert "自评报告（全部，目标为上限）" in done.output
    assert "如何完善中国特色现代企业制度" not in done.output
    told = call(tmp_path, "text", "申报材料.docx", "--json").json
    assert len([one for one in told if one["characters"]]) == 5 + 26
    total = sum(one["characters"] for one in told)
    assert done.output.splitlines()[-1] == f"合计 {total} 字（含自己加的表格，不计空白）。"


def test_a_report_as_it_was_handed_out_has_nothing_written(tmp_path: Path) -> None:
    save_report(tmp_path, blank_report(PENGJIANG))
    done = call(tmp_path, "text", "申报材料.docx")
    assert done.output.splitlines()[-1].startswith("合计 0 字")


def test_a_copy_without_guidance_is_written_beside_the_report(tmp_path: Path) -> None:
    save_report(tmp_path, blank_report(PENGJIANG))
    done = call(tmp_path, "text", "--clean", "申报材料.docx")
    assert (done.code, done.errors) == (0, "")
    assert "  评价要点　81 处" in done.output
    assert (tmp_path / "申报材料（无指导文字）.docx").is_file()
    wrong = call(tmp_path, "text", "申报材料.docx", "-o", "副本.docx")
    assert wrong.code == 2


def test_what_is_no_report_is_told_in_a_sentence(tmp_path: Path) -> None:
    save_report(tmp_path, b"x")
    for name in ("申报材料.docx", "没有.docx"):
        done = call(tmp_path, "text", name)
        assert (done.code, done.output) == (3, "")
        assert "办法" in done.errors


def test_a_report_without_our_headings_is_told_in_a_sentence(tmp_path: Path) -> None:
    save_report(tmp_path, filled_report(PENGJIANG, pasted_over))
    done = call(tmp_path, "text", "申报材料.docx")
    assert (done.code, done.output) == (3, "")
    assert done.errors.count("错误 QA458") == 1


def test_a_folder_means_workbooks_and_reports_but_no_other_documents(tmp_path: Path) -> None:
    folder = tmp_path / "收件"
    folder.mkdir()
    save_report(folder, filled_report(PENGJIANG), "甲公司-申报材料.docx")
    save_report(folder, b"x", "营业执照.docx")
    (folder / "甲公司.xlsx").write_bytes(case(PENGJIANG, 0).content)
    done = call(tmp_path, "verify", "收件", "--summary", "汇总.xlsx", "--html", "页.html")
    assert (done.code, done.errors) == (0, "")
    assert "核验 2 个文件：通过 2" in done.output


def test_a_report_with_faults_gets_a_letter_and_comments(tmp_path: Path) -> None:
    save_report(tmp_path, blank_report(PENGJIANG), "甲公司-申报材料.docx")
    outputs = ("--annotate", "意见", "--notice", "通知", "--summary", "汇总.xlsx")
    done = call(tmp_path, "verify", "甲公司-申报材料.docx", *outputs)
    assert (done.code, done.errors) == (1, "")
    assert "已写入 1 份带批注的材料" in done.output
    assert "已写入 1 份补正通知书" in done.output
